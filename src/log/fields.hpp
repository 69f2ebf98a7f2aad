#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include <ssi/names.hpp>

namespace ssi {

/// Every key that the log format knows. Where two kinds of objects have a key of the same name, it
/// is one field.
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
  unknown_sections,
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
  total,
  brand,
  people,
  insights,
  relationships,
  industry_rank,
  network_rank,
  industry_average,
  network_average,
};
template <>
inline constexpr std::array<std::string_view, 43> names_of<Field> = {
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
    "unknown_sections",
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
    "total",
    "brand",
    "people",
    "insights",
    "relationships",
    "industry_rank",
    "network_rank",
    "industry_average",
    "network_average",
};
static_assert(is_named_to<Field>(Field::network_average));

/// A set of fields, one bit each. Readers check an object against its shape by two operations on
/// whole sets.
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
  [[nodiscard]] constexpr bool is_empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool overlaps(FieldSet others) const {
    return (bits_ & others.bits_) != 0;
  }
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

}  // namespace ssi
