#include "log/quick_decode.hpp"

#include <algorithm>

#include "log/description.hpp"
#include "log/json.hpp"

namespace ssi {
namespace {

namespace ondemand = simdjson::ondemand;

// What stands between the quotes of a string, empty for other values. Escapes stand as they are:
// no name, word or day has any.
[[gnu::always_inline]] inline std::string_view between_quotes(ondemand::value& value,
                                                              std::string_view token) {
  if (value.get_raw_json_string().error() != simdjson::SUCCESS) return {token.data(), 0};
  // No `substr`: the compiler calls it, as it could throw, and that is slow.
  return {token.data() + 1, std::max<std::size_t>(token.rfind('"'), 1) - 1};
}

// The key between `start` and the value. simdjson does not tell its end.
[[gnu::always_inline]] inline std::size_t field_of(const char* start, const char* value) {
  const char* end = value;
  while (*--end != ':') continue;
  while (*--end != '"') continue;
  return index_of<Field>.find_in_padded({start, static_cast<std::size_t>(end - start)});
}

// Calls `take(field, value, token)` for each field of an object, until it returns false. That and
// an unknown or repeated field make the whole thing false. The token is the value's text up to the
// next. All is passed by reference or in registers: to copy what has just been written is slow.
template <class Take>
bool take_fields(ondemand::object& object, QuickFields& fields, const Take& take) {
  fields.clear();
  for (auto result : object) {
    if (result.error() != simdjson::SUCCESS) return false;
    ondemand::field&& pair = std::move(result).value_unsafe();
    const std::string_view token = pair.second.raw_json_token();
    const std::size_t index = field_of(pair.first.raw(), token.data());
    const auto field = static_cast<Field>(index);
    if (index == names_of<Field>.size() || !fields.note(field)) return false;
    if (!take(field, pair.second, token)) return false;
  }
  return true;
}

// An object with no other in it.
bool take_simple_fields(ondemand::object object, QuickFields& fields) {
  return take_fields(object, fields,
                     [&](Field field, ondemand::value& value, std::string_view token) {
                       return fields.take(field, value, token);
                     });
}

bool take_word(const FieldRule& rule, std::string_view word, Count& number) {
  const std::size_t place = rule.words->find_in_padded(word);
  number = static_cast<Count>(place);
  return place < rule.words->names().size();
}

bool take_words(const FieldRule& rule, ondemand::array list, Count& set) {
  set = 0;
  for (ondemand::value value : list) {
    Count word = 0;
    if (!take_word(rule, between_quotes(value, value.raw_json_token()), word)) return false;
    set |= Count{1} << word;
  }
  return true;
}

bool take_flag(ondemand::value& value, Count& number) {
  bool flag = false;
  const bool ok = value.get_bool().get(flag) == simdjson::SUCCESS;
  number = flag ? 1 : 0;
  return ok;
}

bool take_number(const FieldRule& rule, ondemand::value& value, Count& number) {
  return value.get_int64().get(number) == simdjson::SUCCESS && number >= rule.least &&
         number <= rule.most;
}

}  // namespace

bool QuickFields::note(Field field) {
  if (present_.contains(field)) return false;
  present_.insert(field);
  return true;
}

[[gnu::always_inline]] inline bool QuickFields::take(Field field, ondemand::value& value,
                                                     std::string_view token) {
  Count& number = numbers_[static_cast<std::size_t>(field)];
  switch (const FieldRule& rule = rule_of(field); rule.kind) {
    case Kind::word:
      return take_word(rule, between_quotes(value, token), number);
    case Kind::words:
      return take_words(rule, value, number);
    case Kind::whole:
      return take_number(rule, value, number);
    case Kind::flag:
      return take_flag(value, number);
    case Kind::date:
    case Kind::date_or_time:
      return take_day(rule.kind, between_quotes(value, token), number);
    case Kind::text:
      texts_[static_cast<std::size_t>(field)] = std::string_view{value};
      return true;
    default:
      return false;
  }
}

bool QuickFields::take_day(Kind kind, std::string_view text, Count& number) {
  Day day{};
  const bool is_day = kind == Kind::date ? days_.date(text, day) : days_.date_or_time(text, day);
  number = day.time_since_epoch().count();
  return is_day;
}

Entry* QuickDecoder::decode(const DecodeContext& context) try {
  const std::string_view text = context.text;
  if (!text.starts_with('{')) return nullptr;
  ondemand::document document = parser_.iterate(simdjson::padded_string_view{
      text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING});
  if (!read_root(document.get_object(), context)) return nullptr;
  // Where something follows, or simdjson took a byte behind an unclosed object for its end.
  const bool is_all = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return is_all ? &entry_ : nullptr;
} catch (const simdjson::simdjson_error&) {
  return nullptr;
}

bool QuickDecoder::read_root(ondemand::object&& root, const DecodeContext& context) {
  MemberLog* log = nullptr;
  bool has_member_object = false;  // and no string, as a line has
  const bool ok =
      take_fields(root, top_, [&](Field field, ondemand::value& value, std::string_view token) {
        const bool is_part = token.front() == '{' || field == Field::activities;
        if (!is_part) return top_.take(field, value, token);
        if (log == nullptr) log = &entry_.emplace<Document>().log;
        if (field == Field::member) has_member_object = true;
        return read_part(field, value, *log);
      });
  if (!ok) return false;
  if (log != nullptr) {
    log->origin = context.origin();
    top_.read(Field::as_of, log->as_of);
    top_.read(Field::not_measured, log->not_measured);
    return has_member_object == top_.has(Field::member) && top_.fits(document_shape);
  }
  return read_line(context);
}

bool QuickDecoder::read_line(const DecodeContext& context) {
  if (!top_.has(Field::type)) return false;
  const auto type = static_cast<std::size_t>(top_.number(Field::type));
  if (!top_.fits(shapes_of_line[type])) return false;
  auto& line = entry_.emplace<ActivityLine>();
  line.position = {.line = context.first_line};
  top_.read(Field::member, line.member);
  top_.read(Field::at, line.activity.day);
  read_action(type, top_, [&](const auto& action) { line.activity.action = action; });
  return true;
}

bool QuickDecoder::read_part(Field field, ondemand::value& value, MemberLog& log) {
  switch (field) {
    case Field::activities:
      return read_activities(value, log.timeline);
    case Field::profile:
      return read_profile(value, log.timeline);
    case Field::member:
      return read_member(value, log.member);
    default:
      return false;
  }
}

bool QuickDecoder::read_member(ondemand::object object, Member& member) {
  if (!take_simple_fields(object, inner_)) return false;
  read_fields(inner_, member);
  return inner_.fits(shape_of<Member>());
}

bool QuickDecoder::read_profile(ondemand::object object, Timeline& timeline) {
  if (!take_simple_fields(object, inner_)) return false;
  Profile profile;
  read_fields(inner_, profile);
  timeline.add(profile);
  return inner_.fits(shape_of<Profile>());
}

bool QuickDecoder::read_activities(ondemand::array list, Timeline& timeline) {
  for (auto value : list) {
    ondemand::object object = value.get_object();
    if (!take_simple_fields(object, inner_) || !inner_.has(Field::type)) return false;
    const auto type = static_cast<std::size_t>(inner_.number(Field::type));
    if (!inner_.fits(shapes_in_document[type])) return false;
    Day day{};
    inner_.read(Field::at, day);
    bool ok = true;
    read_action(type, inner_, [&](const auto& action) { ok = timeline.add(day, action); });
    if (!ok) return false;
  }
  return true;
}

}  // namespace ssi
