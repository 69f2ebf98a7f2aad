#pragma once

#include <string>
#include <string_view>

// What is done to text of a log in every format, before a format's own escaping.
namespace ssi {

/// `text` such that a build server takes no part of it for a command: `##[error]`, `##vso[`,
/// `##teamcity[`. The escape is one of JSON, too.
[[nodiscard]] std::string without_hashes(std::string text);

/// `text` as it can be shown (see `visible`), and the same of `::error::` at the start of a line.
[[nodiscard]] std::string inert(std::string_view text);

/// `text` with all beyond ASCII as escapes, `\u00e9`.
[[nodiscard]] std::string in_ascii(std::string_view text);

}  // namespace ssi
