#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <ssi/diagnostic.hpp>

namespace ssi {

/// How deep values may nest in a log.
inline constexpr std::size_t depth_limit = 64;

/// As many bytes behind a text must be readable where a function here says so (simdjson's padding).
inline constexpr std::size_t json_padding = 64;

enum class Part { value, key };

/// Where in `json` the value stands that `pointer` names, or its key. Of values with equal keys it
/// is the last; of equal keys the one of that `occurrence`, counted from 0. The text must be valid
/// JSON, with `json_padding` behind it.
[[nodiscard]] std::size_t locate(std::string_view json, std::string_view pointer, Part part,
                                 std::size_t occurrence = 0);

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

/// `key` as a token of a JSON Pointer (RFC 6901).
[[nodiscard]] std::string pointer_token(std::string_view key);

}  // namespace ssi
