#include "log/encode.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_text.hpp"
#include "log/fields.hpp"
#include "timeline/actions_of.hpp"

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

// The type and the fields of an action, without the braces.
std::string type_and_fields(const Action& action) {
  Encoder encoder;
  std::visit(encoder, action);
  return fmt::format(R"("type": "{}"{})", activity_types[action.index()], encoder.out);
}

// The names of those in the set.
template <class Enum, std::size_t Size>
std::string names_in(const std::bitset<Size>& set) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < Size; ++i) {
    if (set.test(i)) names.push_back(fmt::format(R"("{}")", names_of<Enum>[i]));
  }
  return fmt::format("[{}]", fmt::join(names, ", "));
}

// A JSON object of the fields that are there.
class ObjectWriter {
 public:
  void add(Field field, std::string_view json) {
    out_ += fmt::format(R"({}"{}": {})", out_.empty() ? "" : ", ", name(field), json);
  }
  void add_text(Field field, const std::optional<std::string>& text) {
    if (text) add(field, json_string(*text));
  }
  void add_count(Field field, Count count) {
    if (count != 0) add(field, std::to_string(count));
  }
  [[nodiscard]] const std::string& fields() const { return out_; }
  [[nodiscard]] std::string json() const { return "{" + out_ + "}"; }

 private:
  std::string out_;
};

std::string encode(const Member& member) {
  ObjectWriter object;
  object.add_text(Field::id, member.id);
  object.add_text(Field::name, member.name);
  object.add_text(Field::team, member.team);
  return object.json();
}

std::string encode(const Profile& profile) {
  ObjectWriter object;
  if (profile.sections.any()) object.add(Field::sections, names_in<Section>(profile.sections));
  object.add_count(Field::skills, profile.skills);
  object.add_count(Field::endorsements, profile.endorsements);
  object.add_count(Field::recommendations, profile.recommendations);
  object.add_count(Field::connections, profile.connections);
  object.add_count(Field::decision_makers, profile.decision_makers);
  object.add_count(Field::coworkers, profile.coworkers);
  return object.json();
}

std::string encode(const Timeline& timeline) {
  std::string list;
  timeline.for_each_day([&](Day day, const DayRecord& record) {
    for (const Action& action : actions_of(record)) {
      if (!list.empty()) list += ", ";
      list += encode(Activity{day, action});
    }
  });
  return "[" + list + "]";
}

}  // namespace

std::string encode(const Action& action) {
  return "{" + type_and_fields(action) + "}";
}

std::string encode(const Activity& activity) {
  return fmt::format(R"({{"at": "{}", {}}})", to_string(activity.day), type_and_fields(activity.action));
}

// No name or number in an action has any of the characters of JSON in it.
std::string encode_words(const Action& action) {
  std::string words;
  for (const char c : type_and_fields(action).substr(std::string_view{R"("type": )"}.size())) {
    if (c == '"' || c == ',') continue;
    if (c == ' ' && words.ends_with(':')) {
      words.back() = '=';
    } else {
      words += c;
    }
  }
  return words;
}

std::string encode_line(const std::optional<std::string>& member, std::string_view at,
                        const Action& action) {
  ObjectWriter object;
  object.add_text(Field::member, member);
  object.add(Field::at, json_string(at));
  return fmt::format("{{{}, {}}}", object.fields(), type_and_fields(action));
}

std::string encode(const MemberLog& log) {
  ObjectWriter object;
  object.add(Field::version, "1");
  if (log.member != Member{}) object.add(Field::member, encode(log.member));
  if (log.as_of) object.add(Field::as_of, fmt::format(R"("{}")", to_string(*log.as_of)));
  if (log.timeline.profile() != Profile{}) {
    object.add(Field::profile, encode(log.timeline.profile()));
  }
  if (log.not_measured) object.add(Field::not_measured, names_in<SignalId>(*log.not_measured));
  object.add(Field::activities, encode(log.timeline));
  return object.json();
}

std::string to_document(const ActivityLog& log) {
  std::string text = "{\n  \"version\": 1";
  const auto add = [&text](Field field, const std::string& json) {
    text += fmt::format(",\n  \"{}\": {}", name(field), json);
  };
  if (log.member != Member{}) add(Field::member, encode(log.member));
  if (log.as_of) add(Field::as_of, fmt::format(R"("{}")", to_string(*log.as_of)));
  if (log.profile != Profile{}) add(Field::profile, encode(log.profile));
  if (log.not_measured) add(Field::not_measured, names_in<SignalId>(*log.not_measured));
  add(Field::activities, "[");
  std::string_view separator = "\n    ";
  for (const Activity& activity : log.activities) {
    text += separator;
    text += encode(activity);
    separator = ",\n    ";
  }
  return text + (log.activities.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace ssi
