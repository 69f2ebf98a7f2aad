#pragma once

#include <cstddef>
#include <string_view>

namespace ssi {

/// The names of an enum's values as logs, models and reports spell them, in the order of the
/// values. Each enum that is read or written has its table beside it, a specialisation of this.
template <class Enum>
inline constexpr int names_of = 0;

/// How `value` is spelled.
template <class Enum>
constexpr std::string_view name(Enum value) {
  return names_of<Enum>[static_cast<std::size_t>(value)];
}

}  // namespace ssi
