#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ssi {

/// `text` with the capitals of ASCII as small letters.
[[nodiscard]] std::string lowered(std::string_view text);

/// `text` fit to be shown: what cannot be seen comes out as an escape. That is `\u001b` for
/// controls, line and direction marks, fillers and all other invisible characters, but for those
/// that make an emoji or shape a script at their place; and `\xff` for bytes that are not UTF-8.
/// Nothing in it can steer a terminal, and no two texts look alike for what is hidden in one.
[[nodiscard]] std::string visible(std::string_view text);

/// `text` with all beyond ASCII as such escapes.
[[nodiscard]] std::string in_ascii(std::string_view text);

/// `text` such that a build server takes no part of it for a command: `##[error]`, `##vso[`,
/// `##teamcity[`. The escape is one of JSON, too.
[[nodiscard]] std::string without_hashes(std::string text);

/// What a reader takes for one character: a letter with its accents, a flag, a joined emoji.
struct Grapheme {
  std::string_view text;
  std::size_t width = 0;  ///< columns on a terminal: 0 to 2 for most
};

/// The first grapheme of `text`, which is not empty. A byte that is not UTF-8 is one by itself.
[[nodiscard]] Grapheme first_grapheme(std::string_view text);

/// Columns that `text` takes on a terminal.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// `text`, or the graphemes of its first 60 bytes and `...`: as much as a message should quote.
[[nodiscard]] std::string shortened(std::string_view text);

/// The candidate that `word` most likely meant: few edits away, case aside; empty if none is near.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> candidates);

/// `; did you mean 'search'?`, or nothing where no candidate is near.
[[nodiscard]] std::string suggestion(std::string_view word,
                                     std::span<const std::string_view> candidates);

/// What to say of a word that is not in a list: `'x' is not one of a, b`, and the suggestion.
[[nodiscard]] std::string not_one_of(std::string_view word,
                                     std::span<const std::string_view> candidates);

/// `text` in lines of at most `width` columns, broken between words.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

/// `1 member`, `2 members`.
[[nodiscard]] std::string counted(std::uint64_t n, std::string_view one, std::string_view many);

}  // namespace ssi
