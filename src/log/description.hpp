#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include <ssi/activity.hpp>
#include <ssi/log.hpp>
#include <ssi/signal.hpp>

#include "base/name_index.hpp"
#include "log/fields.hpp"

namespace ssi {

/// Whether a field must be there: always, never, or unless another `one_of` the object is.
enum class Need { required, optional, one_of };

/// A field of an object in the log, and the member of the C++ struct that holds its value.
template <class Struct, class Value>
struct MemberField {
  Field field;
  Value Struct::*member;
  Need need;
};

/// A field that may be left out: its default is the value that `Struct{}` has.
template <class Struct, class Value>
constexpr auto optional(Field field, Value Struct::*member) {
  return MemberField<Struct, Value>{field, member, Need::optional};
}
template <class Struct, class Value>
constexpr auto required(Field field, Value Struct::*member) {
  return MemberField<Struct, Value>{field, member, Need::required};
}
/// A field of which an object must have one or more.
template <class Struct, class Value>
constexpr auto one_of(Field field, Value Struct::*member) {
  return MemberField<Struct, Value>{field, member, Need::one_of};
}

/// The one description of a struct that logs hold: its fields, in the order in which they are
/// written. Reading, checking and writing logs, their schema, `ssi add` and `--what-if` all follow
/// it, so that a new field is added here and nowhere else. The general case fits activities that
/// have nothing but a count.
template <class Struct>
inline constexpr auto fields_of = std::tuple{optional(Field::count, &Struct::count)};
template <>
inline constexpr auto fields_of<ProfileEdit> = std::tuple{
    required(Field::section, &ProfileEdit::section),
    optional(Field::action, &ProfileEdit::action),
    optional(Field::entries, &ProfileEdit::entries),
};
template <>
inline constexpr auto fields_of<Search> = std::tuple{
    optional(Field::scope, &Search::scope),
    optional(Field::filters, &Search::filters),
    optional(Field::count, &Search::count),
};
template <>
inline constexpr auto fields_of<Share> = std::tuple{
    optional(Field::kind, &Share::kind),
    optional(Field::reactions, &Share::reactions),
    optional(Field::comments, &Share::comments),
    optional(Field::reshares, &Share::reshares),
};
template <>
inline constexpr auto fields_of<Message> = std::tuple{
    optional(Field::replied, &Message::replied),
    optional(Field::count, &Message::count),
};
template <>
inline constexpr auto fields_of<Connection> = std::tuple{
    optional(Field::direction, &Connection::direction),
    optional(Field::status, &Connection::status),
    optional(Field::seniority, &Connection::seniority),
    optional(Field::coworker, &Connection::coworker),
};
template <>
inline constexpr auto fields_of<Reading> = std::tuple{
    one_of(Field::total, &Reading::total),
    one_of(Field::brand, &Reading::brand),
    one_of(Field::people, &Reading::people),
    one_of(Field::insights, &Reading::insights),
    one_of(Field::relationships, &Reading::relationships),
    one_of(Field::industry_rank, &Reading::industry_rank),
    one_of(Field::network_rank, &Reading::network_rank),
    one_of(Field::industry_average, &Reading::industry_average),
    one_of(Field::network_average, &Reading::network_average),
};
template <>
inline constexpr auto fields_of<Member> = std::tuple{
    optional(Field::id, &Member::id),
    optional(Field::name, &Member::name),
    optional(Field::team, &Member::team),
};
template <>
inline constexpr auto fields_of<Profile> = std::tuple{
    optional(Field::sections, &Profile::sections),
    optional(Field::unknown_sections, &Profile::unknown_sections),
    optional(Field::skills, &Profile::skills),
    optional(Field::endorsements, &Profile::endorsements),
    optional(Field::recommendations, &Profile::recommendations),
    optional(Field::connections, &Profile::connections),
    optional(Field::decision_makers, &Profile::decision_makers),
    optional(Field::coworkers, &Profile::coworkers),
};

/// Calls `visit` with each field of a struct, in the order of its description.
template <class Struct, class Visit>
constexpr void for_each_field(const Visit& visit) {
  std::apply([&](const auto&... fields) { (visit(fields), ...); }, fields_of<Struct>);
}

/// Reads all fields of a described struct. `Reader` has `read(Field, T&)`, which does not touch the
/// target if the field is absent.
template <class Reader, class Struct>
void read_fields(Reader& reader, Struct& target) {
  for_each_field<Struct>([&](const auto& f) { reader.read(f.field, target.*f.member); });
}

/// Calls `visit` with a default value of each alternative of `Action`, in their order.
template <class Visit>
constexpr void for_each_action(const Visit& visit) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit(std::variant_alternative_t<I, Action>{}), ...);
  }
  (std::make_index_sequence<activity_types.size()>{});
}

/// The types of records with a day that a log holds: first those of activities, in the order of
/// `Action`, then the one that is none, `Reading`.
inline constexpr std::string_view reading_type = "linkedin_ssi";
inline constexpr auto record_types = [] {
  std::array<std::string_view, activity_types.size() + 1> types{};
  std::ranges::copy(activity_types, types.begin());
  types.back() = reading_type;
  return types;
}();

/// Reads a record whose type is known by its index in `record_types`, and passes it to `take` as
/// its own type. Not as an `Action`: a log holds millions, and to put each into a variant only to
/// visit it right away is slow.
template <class Reader, class Take>
void read_record(std::size_t type, Reader& reader, const Take& take) {
  const auto read_as = [&]<class R>(R record) {
    read_fields(reader, record);
    take(std::as_const(record));
  };
  if (type == activity_types.size()) return read_as(Reading{});
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (void)((type == I && (read_as(std::variant_alternative_t<I, Action>{}), true)) || ...);
  }
  (std::make_index_sequence<activity_types.size()>{});
}

/// Adds a record to a log. False, and nothing added, if the log would hold too much of something.
template <class R>
[[nodiscard]] bool add_record(MemberLog& log, Day day, const R& record) {
  if constexpr (std::is_same_v<R, Reading>) {
    log.readings.insert_or_assign(day, record);
    return true;
  } else {
    return log.timeline.add(day, record);
  }
}

/// Makes `entry` the line with a record.
template <class R>
void set_line(Entry& entry, Position position, std::optional<std::string> member, Day day,
              const R& record) {
  if constexpr (std::is_same_v<R, Reading>) {
    entry = ReadingLine{std::move(member), day, record};
  } else {
    auto& line = entry.emplace<ActivityLine>();  // filled in place: a log holds millions
    line.position = position;
    line.member = std::move(member);
    line.activity.day = day;
    line.activity.action = record;
  }
}

/// The kinds of values that fields have. `word`: one of a fixed list; `words`: a list of those.
enum class Kind { text, date, date_or_time, whole, decimal, flag, word, words, object, list };

/// Which values a field may have.
struct FieldRule {
  Kind kind = Kind::whole;
  Count least = 0;                   ///< of a `whole` or a `decimal`
  Count most = count_max;            ///< the same
  const NameIndex* words = nullptr;  ///< for `word` and `words`: those allowed
};

/// The rule for a field, by the C++ type of the member that holds its value.
template <class Enum>
inline constexpr FieldRule rule_of_type = {.kind = Kind::word, .words = &index_of<Enum>};
template <>
inline constexpr FieldRule rule_of_type<Sections> = {.kind = Kind::words,
                                                     .words = &index_of<Section>};
template <>
inline constexpr FieldRule rule_of_type<SignalSet> = {.kind = Kind::words,
                                                      .words = &index_of<SignalId>};
template <>
inline constexpr FieldRule rule_of_type<Count> = {.kind = Kind::whole};
template <>
inline constexpr FieldRule rule_of_type<Thousandths> = {.kind = Kind::decimal, .most = 25};
template <>
inline constexpr FieldRule rule_of_type<bool> = {.kind = Kind::flag};
template <>
inline constexpr FieldRule rule_of_type<std::string> = {.kind = Kind::text};
template <class T>
inline constexpr FieldRule rule_of_type<std::optional<T>> = rule_of_type<T>;

/// Finds the type of a record by its name.
inline constexpr NameIndex type_index{record_types};

/// The rules of all fields. Those of described structs follow from their types; the others, and
/// narrower ranges, are set by hand. `member` is the id, as in a line; in a document it is an
/// object, which is read without this rule.
inline constexpr auto field_rules = [] {
  std::array<FieldRule, names_of<Field>.size()> rules{};
  const auto set = [&](Field field, const FieldRule& rule) {
    rules[static_cast<std::size_t>(field)] = rule;
  };
  const auto set_by_type = [&]<class Struct, class Value>(const MemberField<Struct, Value>& f) {
    set(f.field, rule_of_type<Value>);
  };
  for_each_action(
      [&]<class Described>(const Described&) { for_each_field<Described>(set_by_type); });
  for_each_field<Reading>(set_by_type);
  for_each_field<Profile>(set_by_type);
  for_each_field<Member>(set_by_type);
  set(Field::version, {.least = 1, .most = 1});
  set(Field::member, {.kind = Kind::text});
  set(Field::as_of, {.kind = Kind::date});
  set(Field::profile, {.kind = Kind::object});
  set(Field::not_measured, rule_of_type<SignalSet>);
  set(Field::activities, {.kind = Kind::list});
  set(Field::at, {.kind = Kind::date_or_time});
  set(Field::type, {.kind = Kind::word, .words = &type_index});
  set(Field::count, {.least = 1, .most = 1'000'000});
  for (const Field of_total : {Field::total, Field::industry_average, Field::network_average}) {
    set(of_total, {.kind = Kind::decimal, .most = 100});
  }
  for (const Field rank : {Field::industry_rank, Field::network_rank}) {
    set(rank, {.least = 1, .most = 100});
  }
  return rules;
}();
[[nodiscard]] constexpr const FieldRule& rule_of(Field field) {
  return field_rules[static_cast<std::size_t>(field)];
}

/// Which fields an object of the log must and may have.
struct Shape {
  FieldSet required{};
  FieldSet allowed{};  ///< including the required ones
  FieldSet one_of{};   ///< if not empty, one or more of these must be there
};

/// The shape of a described struct. `always`: further fields that are required.
template <class Struct>
constexpr Shape shape_of(FieldSet always = {}) {
  Shape shape{.required = always, .allowed = always};
  for_each_field<Struct>([&](const auto& f) {
    shape.allowed.insert(f.field);
    if (f.need == Need::required) shape.required.insert(f.field);
    if (f.need == Need::one_of) shape.one_of.insert(f.field);
  });
  return shape;
}

inline constexpr Shape document_shape = {
    .required = {Field::activities},
    .allowed = {Field::version, Field::member, Field::as_of, Field::profile, Field::not_measured,
                Field::activities},
};
inline constexpr Shape profile_line_shape = {
    .required = {Field::type},
    .allowed =
        shape_of<Profile>().allowed | FieldSet{Field::type, Field::member, Field::name, Field::team,
                                               Field::as_of, Field::not_measured},
};

/// The `type` that marks a profile line.
inline constexpr std::string_view profile_type = "profile";

/// The shape of each type of record, in the order of `record_types`.
using RecordShapes = std::array<Shape, record_types.size()>;

/// The shapes of records in a document.
inline constexpr RecordShapes shapes_in_document = [] {
  RecordShapes shapes{};
  std::size_t type = 0;
  for_each_action([&]<class Described>(const Described&) {
    shapes[type++] = shape_of<Described>({Field::at, Field::type});
  });
  shapes[type] = shape_of<Reading>({Field::at, Field::type});
  return shapes;
}();

/// The shapes of records as lines of JSON Lines, which may name their member.
inline constexpr RecordShapes shapes_of_line = [] {
  RecordShapes shapes = shapes_in_document;
  for (Shape& shape : shapes) shape.allowed.insert(Field::member);
  return shapes;
}();

}  // namespace ssi
