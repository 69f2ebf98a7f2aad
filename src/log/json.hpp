#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include <ssi/diagnostic.hpp>

#include "base/limits.hpp"

namespace ssi {

/// White space as JSON has it (RFC 8259, section 2).
inline constexpr std::string_view white_space = " \t\r\n";

[[nodiscard]] inline bool is_blank(std::string_view text) {
  return text.find_first_not_of(white_space) == std::string_view::npos;
}

/// A line without the carriage return that Windows programs leave at its end: an error at the end
/// of a line is then reported there, and not a column further.
[[nodiscard]] inline std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

[[nodiscard]] inline std::string_view first_line_of(std::string_view text) {
  return without_return(text.substr(0, text.find('\n')));
}

/// A parser with our limit on nesting.
[[nodiscard]] inline simdjson::dom::parser make_parser() {
  simdjson::dom::parser parser;
  // If memory is short, the first parse fails as well, and there it is reported.
  [[maybe_unused]] const auto error = parser.allocate(0, depth_limit);
  return parser;
}

/// Parses `text` where it stands, without a copy: simdjson's padding must follow it.
[[nodiscard]] inline simdjson::simdjson_result<simdjson::dom::element> parse(
    simdjson::dom::parser& parser, std::string_view text) {
  return parser.parse(text.data(), text.size(), false);
}

/// Why a text cannot be read.
struct Refusal {
  Code code = Code::limit;
  std::size_t offset = 0;
  std::string pointer{};
  std::string message{};
};

/// Nothing if `text` is valid JSON within our limits. simdjson's padding must follow it.
[[nodiscard]] std::optional<Refusal> find_refusal(simdjson::dom::parser& parser,
                                                  std::string_view text);

}  // namespace ssi
