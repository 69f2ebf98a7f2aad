#include "cli/what_if.hpp"

#include <span>
#include <sstream>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/console.hpp"
#include "log/typed.hpp"

namespace ssi {
namespace {

CommandError wrong(const std::string& text, std::string_view message) {
  return CommandError{fmt::format("--what-if: '{}': {}", visible(shortened(text)), message)};
}

Supposed parse(const std::string& text) {
  std::istringstream words{text};
  std::string type;
  words >> type;
  if (type.empty()) throw wrong(text, "no activity; write 'search filters=1 count=10'");
  std::vector<TypedField> fields;
  for (std::string word; words >> word;) {
    const std::size_t start = word.starts_with("--") ? 2 : 0;
    const std::size_t equals = word.find('=');
    if (equals <= start || (equals == std::string::npos && start == 0)) {
      throw wrong(text, fmt::format("'{}': write FIELD=VALUE or --FIELD VALUE, such as count=5",
                                    visible(shortened(word))));
    }
    TypedField& field = fields.emplace_back();
    field.name = word.substr(start, equals - start);
    if (equals == std::string::npos) {
      words >> field.value;
    } else {
      field.value = word.substr(equals + 1);
    }
  }
  // A reading is no activity: it changes no score.
  const auto activities = std::span{shapes_in_document}.first(activity_types.size());
  const auto typed = read_typed(type, fields, activities);
  if (typed) return {text, typed.value().day, std::get<Action>(typed.value().record)};
  std::string lines;
  for (const Diagnostic& d : typed.error()) {
    const std::string field = d.pointer.empty() ? "" : d.pointer.substr(1) + ": ";
    lines += wrong(text, visible(field + d.message)).what() + std::string{"\n"};
  }
  throw CommandError{lines};
}

}  // namespace

std::vector<Supposed> parse_what_if(const std::vector<std::string>& texts) {
  std::vector<Supposed> supposed;
  supposed.reserve(texts.size());
  for (const std::string& text : texts) supposed.push_back(parse(text));
  return supposed;
}

}  // namespace ssi
