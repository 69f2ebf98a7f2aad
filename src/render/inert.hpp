#pragma once

#include <string>
#include <string_view>

// What every format does to text from a log, before its own escaping.
namespace ssi {

/// `text` made harmless: `visible`, so that it steers no terminal, and without the commands that
/// build servers look for in the output of a step, `##[error]` and `::error::`.
[[nodiscard]] std::string inert(std::string_view text);

}  // namespace ssi
