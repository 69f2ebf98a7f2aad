#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

// What is done to text of a log in every format, before a format's own escaping.
namespace ssi {

/// `text` as it can be shown (see `visible`), of which no build server takes a part for a command:
/// not `##[error]`, nor `::error::` at the start of a line.
[[nodiscard]] std::string inert(std::string_view text);

/// A character and what is written for it.
struct Escape {
  char of{};
  std::string_view text{};
};
[[nodiscard]] std::string escaped(std::string_view text, std::initializer_list<Escape> escapes);

}  // namespace ssi
