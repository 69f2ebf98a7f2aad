#include "log/encode.hpp"

#include <fmt/format.h>

#include "log/fields.hpp"

namespace ssi {
namespace {

// Writes the fields of an action that differ from those of a plain one.
class Encoder {
 public:
  void operator()(const ProfileEdit& e) {
    word(Field::section, e.section);
    if (e.action != EditAction::update) word(Field::action, e.action);
    if (e.entries) number(Field::entries, *e.entries);
  }
  void operator()(const Search& s) {
    if (s.scope != Scope::people) word(Field::scope, s.scope);
    if (s.filters != 0) number(Field::filters, s.filters);
    count(s.count);
  }
  void operator()(const Share& s) {
    if (s.kind != ShareKind::post) word(Field::kind, s.kind);
    if (s.reactions != 0) number(Field::reactions, s.reactions);
    if (s.comments != 0) number(Field::comments, s.comments);
    if (s.reshares != 0) number(Field::reshares, s.reshares);
  }
  void operator()(const Message& m) {
    if (m.replied) out += fmt::format(R"(, "{}": true)", name(Field::replied));
    count(m.count);
  }
  void operator()(const Connection& c) {
    if (c.direction != Direction::sent) word(Field::direction, c.direction);
    if (c.status != Status::accepted) word(Field::status, c.status);
    if (c.seniority) word(Field::seniority, *c.seniority);
    if (c.coworker) out += fmt::format(R"(, "{}": true)", name(Field::coworker));
  }
  void operator()(const auto& other) { count(other.count); }

  std::string out;

 private:
  void word(Field field, auto value) {
    out += fmt::format(R"(, "{}": "{}")", name(field), name(value));
  }
  void number(Field field, Count n) { out += fmt::format(R"(, "{}": {})", name(field), n); }
  void count(Count n) {
    if (n != 1) number(Field::count, n);
  }
};

}  // namespace

std::string encode(const Action& action) {
  Encoder encoder;
  std::visit(encoder, action);
  return fmt::format(R"({{"type": "{}"{}}})", activity_types[action.index()], encoder.out);
}

}  // namespace ssi
