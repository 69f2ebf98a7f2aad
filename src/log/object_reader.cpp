#include "log/object_reader.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ssi {

namespace {

// What kind of value it is, in words: its first byte decides.
std::string_view kind_of(std::string_view value) {
  switch (value.front()) {
    case '[':
      return "a list";
    case '{':
      return "an object";
    case '"':
      return "a string";
    case 't':
    case 'f':
      return "true or false";
    case 'n':
      return "null";
    default:
      return "a number";
  }
}

}  // namespace

void DecodeContext::add(Severity severity, Code code, JsonPlace place, std::string message) const {
  Diagnostic diagnostic{.severity = severity,
                        .code = code,
                        .file = *file,
                        .pointer = place.pointer,
                        .message = std::move(message)};
  findings->push_back({std::move(place), std::move(diagnostic)});
}

void DecodeContext::report_findings() const {
  if (findings->empty()) return;
  std::vector<JsonPlace> places;
  places.reserve(findings->size());
  for (Finding& finding : *findings) places.push_back(std::move(finding.place));
  const auto positions = positions_at(text, locate(text, places), first_line);
  for (std::size_t i = 0; i < places.size(); ++i) {
    Diagnostic& diagnostic = (*findings)[i].diagnostic;
    diagnostic.position = positions[i];
    diagnostics->add(std::move(diagnostic));
  }
  findings->clear();
}

std::string Path::pointer() const {
  if (parent == nullptr && !index && key.empty()) return {};
  const std::string before = parent == nullptr ? std::string{} : parent->pointer();
  return fmt::format("{}/{}", before, index ? std::to_string(*index) : pointer_token(key));
}

bool ObjectReader::open(const Path& path, std::string_view value, Severity severity,
                        std::string_view wanted) {
  path_ = &path;
  severity_ = severity;
  object_ = value;
  present_ = {};
  odd_keys_ = false;
  ok_ = true;
  if (!value.starts_with('{')) {
    fail_type(path, wanted, value);
    return false;
  }
  JsonCursor cursor{value};
  cursor.take_object([&](std::string_view key) {
    const std::string_view of_key = cursor.take_value();
    const auto field = named<Field>(scalars_.text(key));
    if (!field || present_.contains(*field)) odd_keys_ = true;
    if (!field) return;
    present_.insert(*field);
    values_[static_cast<std::size_t>(*field)] = of_key;
  });
  return true;
}

// The slow half of `check`: reports which fields are missing, unknown or repeated.
void ObjectReader::explain(const Shape& shape) {
  warn_of_keys(shape);
  for (std::size_t i = 0; i < names_of<Field>.size(); ++i) {
    const auto field = static_cast<Field>(i);
    if (!shape.required.contains(field) || has(field)) continue;
    const bool may_be_line = field == Field::activities;
    fail(*path_, Code::missing,
         fmt::format("'{}' is missing{}", ssi::name(field),
                     may_be_line ? "; a line of JSON Lines needs 'at' and 'type' instead" : ""));
  }
  if (lacks_all(shape.one_of)) {
    fail(*path_, Code::missing,
         fmt::format("needs one or more of {}", fmt::join(names_in(shape.one_of), ", ")));
  }
}

// Goes through the object once more, as the fields taken in keep only the last of equal keys.
void ObjectReader::warn_of_keys(const Shape& shape) {
  FieldSet seen{};
  JsonCursor cursor{object_};
  cursor.take_object([&](std::string_view token) {
    cursor.take_value();
    const auto field = named<Field>(scalars_.text(token));
    const bool known = field && shape.allowed.contains(*field);
    const bool repeated = known && seen.contains(*field);
    if (known) seen.insert(*field);
    if ((known && !repeated) || !context_.diagnostics->count(Severity::warning)) return;
    const std::string key{scalars_.text(token)};
    context_.add(Severity::warning, repeated ? Code::duplicate_key : Code::unknown_field,
                 {Path{path_, key, {}}.pointer(), Part::key, count_before(token, key)},
                 repeated ? "duplicate key; the last one counts"
                          : "unknown field, ignored" + suggestion(key, names_in(shape.allowed)));
  });
}

// How often the object has `key` before `token`, which is the key as well.
std::size_t ObjectReader::count_before(std::string_view token, const std::string& key) {
  std::size_t count = 0;
  JsonCursor cursor{object_};
  cursor.take_object([&](std::string_view other) {
    cursor.take_value();
    if (other.data() < token.data() && scalars_.text(other) == key) ++count;
  });
  return count;
}

bool ObjectReader::text_of(const Path& path, std::string_view value, std::string_view& text) {
  if (!value.starts_with('"')) {
    fail_type(path, "a string", value);
    return false;
  }
  text = scalars_.text(value);
  return true;
}

void ObjectReader::read(Field field, Day& target) {
  std::string_view text;
  if (!this->text(field, text)) return;
  const bool with_time = rule_of(field).kind == Kind::date_or_time;
  const bool ok = with_time ? days_.date_or_time(text, target) : days_.date(text, target);
  if (!ok) fail_day(field, text);
}

// Finds the most helpful message: a timestamp without its offset is common, and so is a day that
// the month does not have. Only for a wrong form does it help to show the right one.
void ObjectReader::fail_day(Field field, std::string_view text) {
  const bool with_time = rule_of(field).kind == Kind::date_or_time;
  std::string message = fmt::format("'{}' is not a date", shortened(text));
  // Digits in the right places mean a date that the calendar lacks.
  std::string form{text.substr(0, 10)};
  for (char& c : form) c = c >= '0' && c <= '9' ? '0' : c;
  const bool is_form = form == "0000-00-00" && (text.size() == 10 || with_time);
  if (with_time && parse_date_or_time(std::string{text} + 'Z')) {
    message = fmt::format("'{}' lacks its offset from UTC, such as Z or +01:00", text);
  } else if (!is_form || parse_date(text.substr(0, 10))) {
    message += with_time ? "; write 2026-11-22 or 2026-11-22T09:15:00+01:00" : "; write 2026-11-22";
  }
  fail(path_of(field), Code::bad_date, std::move(message));
}

// Reads a number that is not a plain integer in range. JSON has one type for all numbers, so
// that 3.0 and 3e2 are as good as 3 and 300.
void ObjectReader::read_odd_number(Field field, Count& target) {
  const std::string_view value = this->value(field);
  const FieldRule& rule = rule_of(field);
  Count whole = 0;
  double real = 0;
  if (!scalars_.get(value, real)) {
    fail_type(path_of(field), "a whole number", value);
  } else if (real != std::trunc(real)) {
    fail(path_of(field), Code::wrong_type, fmt::format("must be a whole number, not {}", real));
  } else if (!scalars_.get(value, whole) && real >= static_cast<double>(rule.least) &&
             real <= static_cast<double>(rule.most)) {
    target = static_cast<Count>(real);
  } else if (field == Field::version) {
    fail(path_of(field), Code::bad_version,
         fmt::format("version {} is unknown; this program reads version 1 of the log format",
                     shortened(value)));
  } else {
    fail_range(field);
  }
}

void ObjectReader::read(Field field, Thousandths& target) {
  if (!has(field)) return;
  const std::string_view value = this->value(field);
  const FieldRule& rule = rule_of(field);
  double real = 0;
  if (!scalars_.get(value, real)) {
    fail_type(path_of(field), "a number", value);
  } else if (real < static_cast<double>(rule.least) || real > static_cast<double>(rule.most)) {
    fail_range(field);
  } else {
    target.count = static_cast<std::int32_t>(std::lround(real * 1000));
  }
}

void ObjectReader::fail_range(Field field) {
  const FieldRule& rule = rule_of(field);
  fail(path_of(field), Code::out_of_range,
       fmt::format("{} is out of range, {} to {}", shortened(value(field)), rule.least, rule.most));
}

void ObjectReader::read(Field field, bool& target) {
  if (has(field) && !scalars_.get(value(field), target)) {
    fail_type(path_of(field), "true or false", value(field));
  }
}

void ObjectReader::read(Field field, std::string& target) {
  std::string_view text;
  if (!this->text(field, text)) return;
  if (text.size() > name_size_limit) {
    return fail(path_of(field), Code::limit, "longer than " + byte_size(name_size_limit));
  }
  target = text;
}

void ObjectReader::for_each_word(Field field,
                                 const std::function<void(std::size_t word)>& receive) {
  const auto list = this->list(field);
  if (!list) return;
  const auto words = rule_of(field).words->names();
  const Path here = path_of(field);
  std::size_t index = 0;
  JsonCursor cursor{*list};
  cursor.take_list([&] {
    const Path path{&here, {}, index++};
    std::string_view text;
    if (!text_of(path, cursor.take_value(), text)) return;
    const auto word = std::ranges::find(words, text);
    if (word == words.end()) return fail_word(path, text, words);
    receive(static_cast<std::size_t>(word - words.begin()));
  });
}

std::optional<std::string_view> ObjectReader::list(Field field) {
  if (!has(field)) return std::nullopt;
  if (value(field).starts_with('[')) return value(field);
  fail_type(path_of(field), "a list", value(field));
  return std::nullopt;
}

void ObjectReader::fail(const Path& path, Code code, std::string message) {
  // An object that is skipped counts as one, however much is wrong with it.
  const bool is_reported = ok_ || severity_ == Severity::error;
  ok_ = false;
  if (!is_reported || !context_.diagnostics->count(severity_)) return;
  context_.add(severity_, code, {path.pointer()}, std::move(message));
}

void ObjectReader::fail_type(const Path& path, std::string_view wanted, std::string_view value) {
  fail(path, Code::wrong_type, fmt::format("must be {}, not {}", wanted, kind_of(value)));
}

void ObjectReader::fail_word(const Path& path, std::string_view word,
                             std::span<const std::string_view> words) {
  fail(path, Code::unknown_value, not_one_of(word, words));
}

}  // namespace ssi
