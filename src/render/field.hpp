#pragma once

#include <string_view>

#include <ssi/points.hpp>

// How reports are described to programs, each object once: a function `describe` names the fields
// to whoever visits it. `JsonWriter` writes their values, `SchemaWriter` what may be in them,
// `CsvRow` a row or its header. To all of them say
//
//   out.field("total", score.total);                  // a value; null where it is nothing
//   out.field_if_any("sha256", model.sha256);         // no field where it is nothing
//   out.values("weakest", pillars);                   // a list of values
//   out.object("model", [&](auto& out) { ... });      // an object of more fields
//   out.object_or_null("total", distribution, [&](auto& out, const Distribution& d) { ... });
//   out.object_if_any("what_if", what_if, ...);
//   out.list("signals", signals, [&](auto& out, const SignalScore& signal) { ... });
//
// each with a rule at the end where the type does not tell all. The schema is that of an object
// made by default: a description must cope with one.
namespace ssi {

/// What a schema says of a field beyond its type.
struct Rule {
  Points most = total_max;     ///< of points
  bool may_be_less = false;    ///< than 0
  std::int64_t least = 0;      ///< of whole numbers
  std::size_t fewest = 0;      ///< items of a list
  std::size_t most_items = 0;  ///< 0: any number
  std::string_view about{};    ///< a sentence
};

inline constexpr Rule of_pillar{.most = pillar_max};
inline constexpr Rule change_of_total{.may_be_less = true};
inline constexpr Rule change_of_pillar{.most = pillar_max, .may_be_less = true};

/// Text that needs no escape in JSON, such as a unit.
struct Word {
  std::string_view text{};
};

}  // namespace ssi
