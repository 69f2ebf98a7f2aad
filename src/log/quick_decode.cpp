#include "log/quick_decode.hpp"

#include "base/name_index.hpp"
#include "log/json.hpp"
#include "log/read_action.hpp"

namespace ssi {
namespace {

namespace ondemand = simdjson::ondemand;

// What stands between the quotes of a string, empty for other values. Escapes stand as they are:
// no name, word or day has any.
[[gnu::always_inline]] inline std::string_view between_quotes(ondemand::value& value,
                                                              std::string_view token) {
  if (value.get_raw_json_string().error() != simdjson::SUCCESS) return token.substr(0, 0);
  return token.substr(1, token.rfind('"') - 1);
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

// An object with nothing in it but scalars.
bool take_scalars(ondemand::object object, QuickFields& fields) {
  return take_fields(object, fields,
                     [&](Field field, ondemand::value& value, std::string_view token) {
                       return fields.take(field, value, token);
                     });
}

template <class Index>
bool take_word(const Index& index, std::string_view word, Count& number) {
  const std::size_t place = index.find_in_padded(word);
  number = static_cast<Count>(place);
  return place < index.names().size();
}

// The words of a list, as a set.
template <class Enum>
bool take_words(ondemand::array list, std::bitset<names_of<Enum>.size()>& set) {
  for (ondemand::value value : list) {
    const std::size_t word =
        index_of<Enum>.find_in_padded(between_quotes(value, value.raw_json_token()));
    if (word == set.size()) return false;
    set.set(word);
  }
  return true;
}

bool take_flag(ondemand::value& value, Count& number) {
  bool flag = false;
  const bool ok = value.get_bool().get(flag) == simdjson::SUCCESS;
  number = flag ? 1 : 0;
  return ok;
}

bool take_number(ondemand::value& value, const FieldRule& rule, Count& number) {
  return rule.kind == Kind::whole && value.get_int64().get(number) == simdjson::SUCCESS &&
         number >= rule.least && number <= rule.most;
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
  switch (field) {
    case Field::type:
      return take_word(type_index, between_quotes(value, token), number);
    case Field::at:
    case Field::as_of:
      return take_day(field, between_quotes(value, token));
    case Field::section:
      return take_word(index_of<Section>, between_quotes(value, token), number);
    case Field::action:
      return take_word(index_of<EditAction>, between_quotes(value, token), number);
    case Field::scope:
      return take_word(index_of<Scope>, between_quotes(value, token), number);
    case Field::kind:
      return take_word(index_of<ShareKind>, between_quotes(value, token), number);
    case Field::direction:
      return take_word(index_of<Direction>, between_quotes(value, token), number);
    case Field::status:
      return take_word(index_of<Status>, between_quotes(value, token), number);
    case Field::seniority:
      return take_word(index_of<Seniority>, between_quotes(value, token), number);
    case Field::replied:
    case Field::coworker:
      return take_flag(value, number);
    case Field::member:  // of a line
    case Field::id:
    case Field::name:
    case Field::team:
      texts_[static_cast<std::size_t>(field)] = std::string_view{value};
      return true;
    default:
      return take_number(value, rule_of(field), number);
  }
}

bool QuickFields::take_day(Field field, std::string_view text) {
  Day day{};
  const bool is_day = field == Field::at ? days_.date_or_time(text, day) : days_.date(text, day);
  numbers_[static_cast<std::size_t>(field)] = day.time_since_epoch().count();
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
  bool names_member = false;  // by a string, as a line does
  const bool ok =
      take_fields(root, top_, [&](Field field, ondemand::value& value, std::string_view token) {
        const bool is_part = token.front() == '{' || token.front() == '[';
        if (field == Field::member) names_member = !is_part;
        if (!is_part) return top_.take(field, value, token);
        if (log == nullptr) log = &entry_.emplace<Document>().log;
        return read_part(field, value, *log);
      });
  if (!ok) return false;
  if (log != nullptr) {
    log->origin = context.origin();
    top_.read(Field::as_of, log->as_of);
    return !names_member && top_.fits(document_shape);
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
    case Field::not_measured:
      return take_words<SignalId>(value, log.not_measured.emplace());
    case Field::profile:
      return read_profile(value, log.timeline);
    case Field::member:
      return read_member(value, log.member);
    default:
      return false;
  }
}

bool QuickDecoder::read_member(ondemand::object object, Member& member) {
  if (!take_scalars(object, inner_)) return false;
  inner_.read(Field::id, member.id);
  inner_.read(Field::name, member.name);
  inner_.read(Field::team, member.team);
  return inner_.fits(member_shape);
}

bool QuickDecoder::read_profile(ondemand::object object, Timeline& timeline) {
  Profile profile;
  const bool ok =
      take_fields(object, inner_, [&](Field field, ondemand::value& value, std::string_view token) {
        return field == Field::sections ? take_words<Section>(value, profile.sections)
                                        : inner_.take(field, value, token);
      });
  if (!ok) return false;
  read_counts(inner_, profile);
  timeline.add(profile);
  return inner_.fits(profile_shape);
}

bool QuickDecoder::read_activities(ondemand::array list, Timeline& timeline) {
  for (auto value : list) {
    ondemand::object object = value.get_object();
    if (!take_scalars(object, inner_) || !inner_.has(Field::type)) return false;
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
