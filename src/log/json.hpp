#pragma once

#include <string_view>

#include <simdjson.h>

#include "base/limits.hpp"

namespace ssi {

inline constexpr std::string_view white_space = " \t\r\n";

[[nodiscard]] inline bool is_blank(std::string_view text) {
  return text.find_first_not_of(white_space) == std::string_view::npos;
}

/// A line without the rest of its end, so that what is cut short is so at the end of its line.
[[nodiscard]] inline std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

[[nodiscard]] inline std::string_view first_line_of(std::string_view text) {
  return without_return(text.substr(0, text.find('\n')));
}

[[nodiscard]] inline simdjson::dom::parser make_parser() {
  simdjson::dom::parser parser;
  // A lack of memory shows again, and is told of, when the first text is parsed.
  [[maybe_unused]] const auto error = parser.allocate(0, depth_limit);
  return parser;
}

/// Parses `text`, behind which as many bytes may be read as simdjson looks ahead.
[[nodiscard]] inline simdjson::simdjson_result<simdjson::dom::element> parse(
    simdjson::dom::parser& parser, std::string_view text) {
  return parser.parse(text.data(), text.size(), false);
}

}  // namespace ssi
