#pragma once

#include <cstddef>
#include <string_view>

namespace ssi {

/// The names of an enum's values as logs, models and reports spell them, in the order of the
/// values. Each enum that is read or written has its table beside it, a specialisation of this.
template <class Enum>
inline constexpr int names_of = 0;

/// Whether the table of `Enum` ends where the enum does, and no name in it is missing.
template <class Enum>
consteval bool is_named_to(Enum last) {
  for (const std::string_view name : names_of<Enum>) {
    if (name.empty()) return false;
  }
  return names_of<Enum>.size() == static_cast<std::size_t>(last) + 1;
}

/// How `value` is spelled.
template <class Enum>
constexpr std::string_view name(Enum value) {
  return names_of<Enum>[static_cast<std::size_t>(value)];
}

}  // namespace ssi
