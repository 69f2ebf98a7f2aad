#include "log/typed.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

#include <ssi/log.hpp>

#include "base/json_cursor.hpp"
#include "base/json_place.hpp"
#include "base/json_text.hpp"
#include "base/text.hpp"

namespace ssi {
namespace {

Diagnostic wrong(Code code, std::string_view field, std::string message) {
  return {.code = code, .pointer = fmt::format("/{}", field), .message = std::move(message)};
}

bool is_number(const std::string& text) {
  const std::string padded = text + std::string(json_padding, ' ');
  double number = 0;
  return JsonScalars{}.get(std::string_view{padded}.substr(0, text.size()), number);
}

// What can be wrong with a field even before it is put into JSON. The messages speak of the command
// line: the user has typed no JSON. All else is left to the reader of logs.
std::optional<Diagnostic> check(const TypedField& field, const std::string& type,
                                const FieldSet& allowed) {
  const auto known = named<Field>(field.name);
  if (!known || !allowed.contains(*known)) {
    const auto names = names_in(allowed);
    const std::string guess = suggestion(field.name, names);
    return wrong(
        Code::unknown_field, field.name,
        fmt::format("'{}' has no such field{}", type,
                    guess.empty() ? fmt::format("; it has {}", fmt::join(names, ", ")) : guess));
  }
  if (field.value.empty()) return wrong(Code::missing, field.name, "needs a value");
  const Kind kind = rule_of(*known).kind;
  constexpr std::array<std::string_view, 2> flags = {"true", "false"};
  if (kind == Kind::flag && std::ranges::find(flags, field.value) == flags.end()) {
    return wrong(Code::wrong_type, field.name, not_one_of(field.value, flags));
  }
  if ((kind == Kind::whole || kind == Kind::decimal) && !is_number(field.value)) {
    return wrong(Code::wrong_type, field.name,
                 fmt::format("'{}' is not a {}number", shortened(field.value),
                             kind == Kind::whole ? "whole " : ""));
  }
  if (!simdjson::validate_utf8(field.value)) {
    return wrong(Code::syntax, field.name, fmt::format("'{}' is not UTF-8", field.value));
  }
  return std::nullopt;
}

// The value as JSON: numbers and flags as they are, which `check` has made sure of, else in quotes.
std::string json_of(const TypedField& field) {
  const Kind kind = rule_of(*named<Field>(field.name)).kind;
  const bool is_bare = kind == Kind::flag || kind == Kind::whole || kind == Kind::decimal;
  return is_bare ? field.value : json_string(field.value);
}

}  // namespace

std::string describe_values(Field field) {
  switch (const FieldRule& rule = rule_of(field); rule.kind) {
    case Kind::word:
      return fmt::format("{}", fmt::join(rule.words->names(), ", "));
    case Kind::flag:
      return "true or false";
    case Kind::whole:
    case Kind::decimal:
      return fmt::format("a number from {}{}", rule.least,
                         rule.most > 100 ? "" : fmt::format(" to {}", rule.most));
    case Kind::date_or_time:
      return "a date, a timestamp, today or yesterday (default: today)";
    default:
      return "the id of the member whose activity it is";
  }
}

Result<TypedRecord> read_typed(const std::string& type, const std::vector<TypedField>& fields,
                               std::span<const Shape> shapes) {
  const std::size_t index = type_index.find(type);
  if (index >= shapes.size()) {
    const auto types = std::span{record_types}.first(shapes.size());
    return std::vector{wrong(Code::unknown_type, name(Field::type), not_one_of(type, types))};
  }
  FieldSet allowed = shapes[index].allowed;
  allowed.erase(Field::type);  // it is given apart from the fields
  std::vector<Diagnostic> errors;
  FieldSet seen{};
  for (const TypedField& field : fields) {
    if (auto error = check(field, type, allowed)) {
      errors.push_back(std::move(*error));
    } else if (const Field known = *named<Field>(field.name); seen.contains(known)) {
      errors.push_back(wrong(Code::duplicate_key, field.name, "given twice"));
    } else {
      seen.insert(known);
    }
  }
  if (!errors.empty()) return errors;

  // The reader of logs is the only judge of values, so they go through it as a line of a log. A
  // line must have a day; if none was given, any stands in.
  std::string json = fmt::format(R"({{"type": "{}")", type);
  for (const TypedField& field : fields) {
    json += fmt::format(R"(, "{}": {})", field.name, json_of(field));
  }
  const bool has_day = seen.contains(Field::at);
  if (!has_day) json += fmt::format(R"(, "{}": "{}")", name(Field::at), to_string(Day{}));
  std::istringstream line{json + '}'};
  Diagnostics diagnostics;
  TypedRecord typed;
  read_log(line, "", Strictness::strict, diagnostics, [&](Entry&& entry) {
    if (auto* read = std::get_if<ReadingLine>(&entry)) {
      typed = {.member = std::move(read->member), .day = read->day, .record = read->reading};
      return;
    }
    auto& [position, member, activity] = std::get<ActivityLine>(entry);
    typed = {.member = std::move(member), .day = activity.day, .record = activity.action};
  });
  if (!diagnostics.list().empty()) return diagnostics.list();
  if (!has_day) typed.day.reset();
  return typed;
}

}  // namespace ssi
