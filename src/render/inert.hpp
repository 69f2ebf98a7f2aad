#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

// What is done to text of a log in every format, before a format's own escaping.
namespace ssi {

/// `text` such that a build server takes no part of it for a command: `##[error]`, `##vso[`,
/// `##teamcity[`. The escape is one of JSON, too.
[[nodiscard]] std::string without_hashes(std::string text);

/// `text` as it can be shown (see `visible`), and the same of `::error::` at the start of a line.
[[nodiscard]] std::string inert(std::string_view text);

/// A character and what is written for it.
struct Escape {
  char of{};
  std::string_view text{};
};
[[nodiscard]] std::string escaped(std::string_view text, std::initializer_list<Escape> escapes);

}  // namespace ssi
