#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <ssi/names.hpp>

namespace ssi {

/// A perfect hash over a table of names, found at compile time. Reading a log looks up a name for
/// every key and every word in it.
template <std::size_t N>
class NameIndex {
 public:
  static_assert(N < 255);

  explicit consteval NameIndex(const std::array<std::string_view, N>& names) : names_{names} {
    while (!place_all()) ++seed_;
  }

  [[nodiscard]] constexpr std::optional<std::size_t> find(std::string_view name) const {
    const std::uint8_t index = slots_[slot(name)];
    if (index == none || !equal(names_[index], name)) return std::nullopt;
    return index;
  }

 private:
  static constexpr std::uint8_t none = 255;

  // Names are short: the call of memcmp behind == costs more than it compares.
  static constexpr bool equal(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }

  [[nodiscard]] constexpr std::size_t slot(std::string_view name) const {
    if (name.empty()) return 0;
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(name[i]); };
    const std::uint32_t mixed = static_cast<std::uint32_t>(name.size()) * 31U + at(0) * 257U +
                                at(name.size() / 2) * 1021U + at(name.size() - 1) * 8191U;
    return mixed * seed_ >> 24U;
  }

  constexpr bool place_all() {
    slots_.fill(none);
    for (std::size_t i = 0; i < N; ++i) {
      std::uint8_t& index = slots_[slot(names_[i])];
      if (index != none) return false;
      index = static_cast<std::uint8_t>(i);
    }
    return true;
  }

  std::array<std::string_view, N> names_;
  std::array<std::uint8_t, 256> slots_{};
  std::uint32_t seed_ = 2654435769U;  // the golden ratio: spreads well, so few seeds are tried
};

template <class Enum>
inline constexpr NameIndex<names_of<Enum>.size()> index_of{names_of<Enum>};

/// The value of `Enum` that is spelled `text`.
template <class Enum>
constexpr std::optional<Enum> named(std::string_view text) {
  const auto index = index_of<Enum>.find(text);
  return index ? std::optional{static_cast<Enum>(*index)} : std::nullopt;
}

}  // namespace ssi
