#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

// What every format does to text from a log, before its own escaping.
namespace ssi {

/// `text` made harmless: `visible`, so that it steers no terminal, and without the commands that
/// build servers look for in the output of a step, `##[error]` and `::error::`.
[[nodiscard]] std::string inert(std::string_view text);

/// A character, and what to write in its place.
struct Escape {
  char of{};
  std::string_view text{};
};
/// `text` with each character of `escapes` replaced.
[[nodiscard]] std::string escaped(std::string_view text, std::initializer_list<Escape> escapes);

}  // namespace ssi
