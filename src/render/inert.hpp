#pragma once

#include <string>
#include <string_view>

// What is done to text of a log in every format, before a format's own escaping.
namespace ssi {

/// `text` as it can be shown (see `visible`), such that a build server takes no part of a line for
/// one of its commands: `::error::`, `##[error]`, `##vso[`, `##teamcity[`.
[[nodiscard]] std::string inert(std::string_view text);

/// `text` with all beyond ASCII as escapes, `\u00e9`.
[[nodiscard]] std::string in_ascii(std::string_view text);

}  // namespace ssi
