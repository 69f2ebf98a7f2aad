#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/diagnostic.hpp>

namespace ssi {

/// How many bytes behind a text must be readable where a function asks for padding: simdjson reads
/// in blocks. Checked against simdjson's own number in the .cpp, to keep its header out of here.
inline constexpr std::size_t json_padding = 64;

/// What a diagnostic points at: a value, or the key in front of it.
enum class Part { value, key };

/// What a JSON Pointer names. Where an object has the same key several times, the pointer means the
/// last value, as the reader does; `occurrence` says which of the keys, counted from 0.
struct JsonPlace {
  std::string pointer{};
  Part part = Part::value;
  std::size_t occurrence = 0;  ///< only where `part` is `key`
};

/// The offset into `json` where each of `places` starts; of a place that is not there, where the
/// value that should hold it starts. All are found in one pass. The text must be valid JSON, with
/// `json_padding` behind it.
[[nodiscard]] std::vector<std::size_t> locate(std::string_view json,
                                              std::span<const JsonPlace> places);

/// Why simdjson refuses a text that is valid JSON: it nests too deep, or has a number that 64 bits
/// cannot hold.
struct Excess {
  std::string pointer;
  std::size_t offset;
  std::string message;
};

/// The first such place in a text, which must be valid JSON with `json_padding` behind it.
[[nodiscard]] std::optional<Excess> find_excess(std::string_view json);

/// A key that its object has had before, and where it stands.
struct RepeatedKey {
  std::string key;
  std::size_t offset;
  bool operator==(const RepeatedKey&) const = default;
};

/// All such keys in a text, which must be valid JSON with `json_padding` behind it.
[[nodiscard]] std::vector<RepeatedKey> repeated_keys(std::string_view json);

/// The line and column of an offset into a text whose first line is `first_line` of its file.
[[nodiscard]] Position position_at(std::string_view text, std::size_t offset,
                                   std::uint64_t first_line);
/// The same for several offsets, in any order, in one pass.
[[nodiscard]] std::vector<Position> positions_at(std::string_view text,
                                                 std::span<const std::size_t> offsets,
                                                 std::uint64_t first_line);

/// `key` as a token of a JSON Pointer, with `~` and `/` escaped (RFC 6901, section 3).
[[nodiscard]] std::string pointer_token(std::string_view key);

}  // namespace ssi
