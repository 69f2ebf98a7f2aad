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

/// As many bytes behind a text must be readable where a function here says so (simdjson's padding).
inline constexpr std::size_t json_padding = 64;

enum class Part { value, key };

/// What a pointer names: a value or its key. Of values with equal keys it is the last; of equal
/// keys the one of that occurrence, counted from 0.
struct JsonPlace {
  std::string pointer{};
  Part part = Part::value;
  std::size_t occurrence = 0;
};

/// Where in `json` each of `places` starts, or else what should hold it. All are found in one pass.
/// The text must be valid JSON, with `json_padding` behind it.
[[nodiscard]] std::vector<std::size_t> locate(std::string_view json,
                                              std::span<const JsonPlace> places);

/// What makes simdjson refuse a text that is valid JSON.
struct Excess {
  std::string pointer;
  std::size_t offset;
  std::string message;
};

/// The first value nested too deeply, or number beyond 64 bits, in such a text, padded as above.
[[nodiscard]] std::optional<Excess> find_excess(std::string_view json);

/// The line and column of an offset into a text that begins at `first_line`.
[[nodiscard]] Position position_at(std::string_view text, std::size_t offset,
                                   std::uint64_t first_line);
/// The same of each offset, in one pass.
[[nodiscard]] std::vector<Position> positions_at(std::string_view text,
                                                 std::span<const std::size_t> offsets,
                                                 std::uint64_t first_line);

/// `key` as a token of a JSON Pointer (RFC 6901).
[[nodiscard]] std::string pointer_token(std::string_view key);

}  // namespace ssi
