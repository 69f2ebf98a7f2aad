#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <ssi/names.hpp>

namespace ssi {

/// A perfect hash over a table of names, found at compile time: each name has its own slot. Reading
/// a log looks up every key and every word in it. So a name is loaded as two words of eight bytes,
/// hashed with one multiplication and compared once, without loops over its characters and without
/// branches that the processor cannot predict.
class NameIndex {
 public:
  /// `names` must outlive the index.
  explicit consteval NameIndex(std::span<const std::string_view> names) : names_{names} {
    while (!place_all()) seed_ *= golden_ratio;
  }

  [[nodiscard]] constexpr std::span<const std::string_view> names() const { return names_; }
  /// The place of `name` in the table, or the size of the table if it is not there. Not an
  /// optional: compilers build one in memory, and reading it back right away stalls the processor.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const {
    return find(name, print_of(name));
  }
  /// The same for a name from whose start 16 bytes can be read, whatever its size: it is loaded
  /// without a copy.
  [[nodiscard, gnu::always_inline]] std::size_t find_in_padded(std::string_view name) const {
    const char* mask = &masks[print_size - std::min(name.size(), print_size)];
    return find(name, {load(name.data()) & load(mask), load(name.data() + 8) & load(mask + 8),
                       name.size()});
  }

 private:
  static constexpr std::size_t print_size = 16;
  static constexpr std::size_t no_name = std::string_view::npos;  // size in an empty slot
  static constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15U;

  /// The first 16 bytes of a name, filled up with zeros, and its size. For names of up to 16 bytes,
  /// nearly all, equal prints mean equal names.
  struct Print {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::size_t size = 0;
    bool operator==(const Print&) const = default;
  };
  struct Slot {
    Print print{.size = no_name};
    std::uint8_t index = 0;
  };

  using Bytes = std::array<char, 8>;

  // 16 bytes of ones, then 16 of zeros. The 16 bytes that start at `16 - n` are a mask that keeps
  // the first n bytes of a print.
  static constexpr auto masks = [] {
    std::array<char, 2 * print_size> bytes{};
    std::fill_n(bytes.begin(), print_size, '\xFF');
    return bytes;
  }();

  static constexpr std::uint64_t load(const char* bytes) {
    Bytes word{};
    std::copy_n(bytes, word.size(), word.begin());
    return std::bit_cast<std::uint64_t>(word);
  }

  static constexpr Print print_of(std::string_view name) {
    std::array<char, print_size> bytes{};
    std::copy_n(name.begin(), std::min(name.size(), bytes.size()), bytes.begin());
    return {load(bytes.data()), load(bytes.data() + 8), name.size()};
  }

  [[nodiscard, gnu::always_inline]] constexpr std::size_t find(std::string_view name,
                                                               const Print& print) const {
    const Slot& slot = slots_[slot_of(print)];
    if (slot.print != print) return names_.size();
    if (name.size() > print_size && names_[slot.index] != name) return names_.size();
    return slot.index;
  }

  // The upper eight bits of a product depend on all bits of the print: a slot out of 256.
  [[nodiscard]] constexpr std::size_t slot_of(const Print& print) const {
    return (print.head + std::rotl(print.tail, 32) + print.size) * seed_ >> 56U;
  }

  // Gives each name a slot. False if two names collide under this seed.
  constexpr bool place_all() {
    slots_.fill({});
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const Print print = print_of(names_[i]);
      Slot& slot = slots_[slot_of(print)];
      if (slot.print.size != no_name) return false;
      slot = {print, static_cast<std::uint8_t>(i)};
    }
    return true;
  }

  std::span<const std::string_view> names_;
  // The golden ratio spreads well, and so do its powers, which differ in all bits. Seeds that
  // differ in a few bits would separate two short names only after millions of tries.
  std::uint64_t seed_ = golden_ratio;
  std::array<Slot, 256> slots_{};
};

/// The index of the names of `Enum`.
template <class Enum>
inline constexpr NameIndex index_of{names_of<Enum>};

/// The value of `Enum` with the name `text`; nothing if there is none.
template <class Enum>
constexpr std::optional<Enum> named(std::string_view text) {
  const std::size_t index = index_of<Enum>.find(text);
  if (index == names_of<Enum>.size()) return std::nullopt;
  return static_cast<Enum>(index);
}

}  // namespace ssi
