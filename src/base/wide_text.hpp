#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ssi {

/// How a text with two or four bytes a character is encoded, as some Windows programs save it.
struct WideText {
  std::string_view name{};  ///< `UTF-16` or `UTF-32`
  std::string_view mark{};  ///< its byte order mark; empty if the text has none
  std::size_t width = 0;    ///< bytes of a unit, 2 or 4
  std::size_t low = 0;      ///< which of them is the lowest: the first or the last
};

/// What the first bytes of a text show: a byte order mark, or the zero bytes beside ASCII
/// characters, as every log and table starts with some (RFC 4627, section 3). Nothing for a text
/// that is in UTF-8 or in nothing known.
[[nodiscard]] std::optional<WideText> wide_text(std::string_view start);

}  // namespace ssi
