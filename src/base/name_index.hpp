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
    const std::size_t place = find(print_of(name));
    return place < names_.size() && names_[place] != name ? names_.size() : place;
  }
  /// The same for a token of JSON, which may be a name in quotes. From its start 16 bytes can be
  /// read, whatever its size: it is loaded without a copy, and one comparison checks the quotes
  /// too.
  [[nodiscard, gnu::always_inline]] std::size_t find_token(std::string_view token) const {
    if (token.size() > print_size) [[unlikely]]
      return find_long(token);
    const char* mask = &masks[print_size - token.size()];
    return find(
        {load(token.data()) & load(mask), load(token.data() + 8) & load(mask + 8), token.size()});
  }

 private:
  static constexpr std::size_t print_size = 16;
  static constexpr std::size_t no_name = std::string_view::npos;  // size in an empty slot
  static constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15U;

  /// The first 16 bytes of a name in quotes, filled up with zeros, and the size of both. For up to
  /// 16 bytes, as nearly all names have, equal prints mean equal names.
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
    std::array<char, print_size> bytes{'"'};
    const std::size_t size = std::min(name.size(), print_size - 1);
    std::copy_n(name.begin(), size, &bytes[1]);
    if (size + 1 < print_size) bytes[size + 1] = '"';
    return {load(bytes.data()), load(bytes.data() + 8), name.size() + 2};
  }

  [[nodiscard, gnu::always_inline]] constexpr std::size_t find(const Print& print) const {
    const Slot& slot = slots_[slot_of(print)];
    return slot.print == print ? slot.index : names_.size();
  }

  [[nodiscard]] std::size_t find_long(std::string_view token) const {
    const bool is_quoted = token.front() == '"' && token.back() == '"';
    return is_quoted ? find(token.substr(1, token.size() - 2)) : names_.size();
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
