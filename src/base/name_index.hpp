#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <ssi/names.hpp>

namespace ssi {

/// A perfect hash over a table of names, found at compile time. Reading a log looks up a name for
/// every key and every word in it, so a name is compared as two words of eight bytes, without the
/// loop whose end a processor cannot foresee.
template <std::size_t N>
class NameIndex {
 public:
  static_assert(N < 255);

  explicit consteval NameIndex(const std::array<std::string_view, N>& names) : names_{names} {
    while (!place_all()) ++seed_;
  }

  [[nodiscard]] constexpr std::optional<std::size_t> find(std::string_view name) const {
    const Print print = print_of(name);
    const Slot& slot = slots_[slot_of(print)];
    if (slot.print != print || slot.index == none) return std::nullopt;
    // A print tells all of a name up to 16 bytes.
    if (name.size() > 16 && names_[slot.index] != name) return std::nullopt;
    return slot.index;
  }

 private:
  static constexpr std::uint8_t none = 255;

  /// The first and the last bytes of a name, which overlap in a short one.
  struct Print {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::size_t size = 0;
    bool operator==(const Print&) const = default;
  };
  struct Slot {
    Print print{};
    std::uint8_t index = none;
  };

  template <class Word>
  static constexpr Word load(const char* bytes) {
    std::array<char, sizeof(Word)> word{};
    std::copy_n(bytes, sizeof(Word), word.begin());
    return std::bit_cast<Word>(word);
  }

  static constexpr Print print_of(std::string_view name) {
    const std::size_t size = name.size();
    const char* start = name.data();
    const char* end = start + size;
    if (size >= 8) return {load<std::uint64_t>(start), load<std::uint64_t>(end - 8), size};
    if (size >= 4) return {load<std::uint32_t>(start), load<std::uint32_t>(end - 4), size};
    if (size >= 2) return {load<std::uint16_t>(start), load<std::uint16_t>(end - 2), size};
    return {size == 1 ? load<std::uint8_t>(start) : std::uint64_t{0}, 0, size};
  }

  [[nodiscard]] constexpr std::size_t slot_of(const Print& print) const {
    return (print.head + std::rotl(print.tail, 32) + print.size) * seed_ >> 56U;
  }

  constexpr bool place_all() {
    slots_.fill({});
    for (std::size_t i = 0; i < N; ++i) {
      const Print print = print_of(names_[i]);
      Slot& slot = slots_[slot_of(print)];
      if (slot.index != none) return false;
      slot = {print, static_cast<std::uint8_t>(i)};
    }
    return true;
  }

  std::array<std::string_view, N> names_;
  std::array<Slot, 256> slots_{};
  std::uint64_t seed_ = 0x9E3779B97F4A7C15U;  // the golden ratio: spreads well, so few are tried
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
