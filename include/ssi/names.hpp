#pragma once

#include <cstddef>
#include <string_view>

namespace ssi {

/// The names of an enum's values as logs, models and reports spell them, in the order of the
/// values. Each enum that is read or written has a specialisation of this right below it, so that
/// reader, writer and schema cannot disagree on a name.
template <class Enum>
inline constexpr int names_of = 0;

/// Whether the table of `Enum` has a name for each value up to `last`, for a static_assert below
/// the table: it fails if somebody adds a value and forgets its name.
template <class Enum>
consteval bool is_named_to(Enum last) {
  for (const std::string_view name : names_of<Enum>) {
    if (name.empty()) return false;
  }
  return names_of<Enum>.size() == static_cast<std::size_t>(last) + 1;
}

/// The name of `value` in logs, models and reports.
template <class Enum>
constexpr std::string_view name(Enum value) {
  return names_of<Enum>[static_cast<std::size_t>(value)];
}

}  // namespace ssi
