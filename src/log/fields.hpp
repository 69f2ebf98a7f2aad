#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/names.hpp>
#include <ssi/signal.hpp>

namespace ssi {

/// Every key that the log format knows.
enum class Field {
  version,
  member,
  as_of,
  profile,
  not_measured,
  activities,
  id,
  name,
  team,
  sections,
  skills,
  endorsements,
  recommendations,
  connections,
  decision_makers,
  coworkers,
  at,
  type,
  count,
  section,
  action,
  entries,
  scope,
  filters,
  kind,
  reactions,
  comments,
  reshares,
  replied,
  direction,
  status,
  seniority,
  coworker,
};
template <>
inline constexpr std::array<std::string_view, 33> names_of<Field> = {
    "version",
    "member",
    "as_of",
    "profile",
    "not_measured",
    "activities",
    "id",
    "name",
    "team",
    "sections",
    "skills",
    "endorsements",
    "recommendations",
    "connections",
    "decision_makers",
    "coworkers",
    "at",
    "type",
    "count",
    "section",
    "action",
    "entries",
    "scope",
    "filters",
    "kind",
    "reactions",
    "comments",
    "reshares",
    "replied",
    "direction",
    "status",
    "seniority",
    "coworker",
};
static_assert(names_of<Field>.size() == static_cast<std::size_t>(Field::coworker) + 1);

/// What a field holds.
enum class Kind { text, date, date_or_time, whole, flag, word, words, object, list };

/// What a field may hold, for the reader and for the schema.
struct FieldRule {
  Kind kind = Kind::whole;
  Count least = 0;
  Count most = count_max;
  std::span<const std::string_view> words{};
};

/// The rule of `field`. In a line `member` is the id alone, a string.
[[nodiscard]] constexpr FieldRule make_rule(Field field) {
  switch (field) {
    case Field::version:
      return {.kind = Kind::whole, .least = 1, .most = 1};
    case Field::id:
    case Field::name:
    case Field::team:
    case Field::type:
      return {.kind = Kind::text};
    case Field::as_of:
      return {.kind = Kind::date};
    case Field::at:
      return {.kind = Kind::date_or_time};
    case Field::member:
    case Field::profile:
      return {.kind = Kind::object};
    case Field::activities:
      return {.kind = Kind::list};
    case Field::not_measured:
      return {.kind = Kind::words, .words = names_of<SignalId>};
    case Field::sections:
      return {.kind = Kind::words, .words = names_of<Section>};
    case Field::section:
      return {.kind = Kind::word, .words = names_of<Section>};
    case Field::action:
      return {.kind = Kind::word, .words = names_of<EditAction>};
    case Field::scope:
      return {.kind = Kind::word, .words = names_of<Scope>};
    case Field::kind:
      return {.kind = Kind::word, .words = names_of<ShareKind>};
    case Field::direction:
      return {.kind = Kind::word, .words = names_of<Direction>};
    case Field::status:
      return {.kind = Kind::word, .words = names_of<Status>};
    case Field::seniority:
      return {.kind = Kind::word, .words = names_of<Seniority>};
    case Field::replied:
    case Field::coworker:
      return {.kind = Kind::flag};
    case Field::count:
      return {.kind = Kind::whole, .least = 1, .most = 1'000'000};
    default:
      return {.kind = Kind::whole};
  }
}

/// The rules of all fields, made once.
inline constexpr auto field_rules = [] {
  std::array<FieldRule, names_of<Field>.size()> rules{};
  for (std::size_t i = 0; i < rules.size(); ++i) rules[i] = make_rule(static_cast<Field>(i));
  return rules;
}();
[[nodiscard]] constexpr const FieldRule& rule_of(Field field) {
  return field_rules[static_cast<std::size_t>(field)];
}

/// A set of fields, one bit each.
class FieldSet {
 public:
  constexpr FieldSet(std::initializer_list<Field> fields) {
    for (const Field field : fields) insert(field);
  }
  static constexpr FieldSet all() {
    FieldSet set{};
    set.bits_ = ~std::uint64_t{0};
    return set;
  }
  constexpr void insert(Field field) { bits_ |= bit(field); }
  constexpr void erase(Field field) { bits_ &= ~bit(field); }
  [[nodiscard]] constexpr bool contains(Field field) const { return (bits_ & bit(field)) != 0; }
  [[nodiscard]] constexpr bool contains_all(FieldSet others) const {
    return (others.bits_ & ~bits_) == 0;
  }
  friend constexpr FieldSet operator|(FieldSet a, FieldSet b) {
    a.bits_ |= b.bits_;
    return a;
  }

 private:
  static constexpr std::uint64_t bit(Field field) {
    return std::uint64_t{1} << static_cast<unsigned>(field);
  }
  std::uint64_t bits_ = 0;
};

/// The names of the fields in a set.
[[nodiscard]] inline std::vector<std::string_view> names_in(FieldSet fields) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < names_of<Field>.size(); ++i) {
    if (fields.contains(static_cast<Field>(i))) names.push_back(names_of<Field>[i]);
  }
  return names;
}

/// What an object of the log may and must hold.
struct Shape {
  FieldSet required;
  FieldSet allowed;  ///< the required ones included
};

inline constexpr Shape document_shape = {
    .required = {Field::activities},
    .allowed = {Field::version, Field::member, Field::as_of, Field::profile, Field::not_measured,
                Field::activities},
};
inline constexpr Shape member_shape = {.required = {},
                                       .allowed = {Field::id, Field::name, Field::team}};
inline constexpr Shape profile_shape = {
    .required = {},
    .allowed = {Field::sections, Field::skills, Field::endorsements, Field::recommendations,
                Field::connections, Field::decision_makers, Field::coworkers},
};
inline constexpr Shape profile_line_shape = {
    .required = {Field::type},
    .allowed = profile_shape.allowed | FieldSet{Field::type, Field::member, Field::name,
                                                Field::team, Field::as_of, Field::not_measured},
};

/// The `type` of a profile line.
inline constexpr std::string_view profile_type = "profile";

/// What each activity type has beside `at` and `type`, in the order of `activity_types`.
inline constexpr std::array<Shape, activity_types.size()> activity_shapes = {{
    {.required = {Field::section}, .allowed = {Field::section, Field::action, Field::entries}},
    {.required = {}, .allowed = {Field::count}},
    {.required = {}, .allowed = {Field::count}},
    {.required = {}, .allowed = {Field::scope, Field::filters, Field::count}},
    {.required = {}, .allowed = {Field::count}},
    {.required = {}, .allowed = {Field::count}},
    {.required = {}, .allowed = {Field::kind, Field::reactions, Field::comments, Field::reshares}},
    {.required = {}, .allowed = {Field::count}},
    {.required = {}, .allowed = {Field::count}},
    {.required = {}, .allowed = {Field::replied, Field::count}},
    {.required = {},
     .allowed = {Field::direction, Field::status, Field::seniority, Field::coworker}},
}};

/// The whole shape of an activity of that type in a document.
constexpr Shape document_activity_shape(std::size_t type) {
  constexpr FieldSet always = {Field::at, Field::type};
  const Shape& own = activity_shapes[type];
  return {.required = always | own.required, .allowed = always | own.allowed};
}

/// The same as a line of its own, which may say whose it is.
constexpr Shape line_activity_shape(std::size_t type) {
  const Shape shape = document_activity_shape(type);
  return {.required = shape.required, .allowed = shape.allowed | FieldSet{Field::member}};
}

}  // namespace ssi
