#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace ssi {

/// `text` with A to Z as a to z; nothing else changes, whatever the locale.
[[nodiscard]] std::string lowered(std::string_view text);

/// `text` fit to be shown: what cannot be seen comes out as an escape. Controls, line and direction
/// marks, fillers and other invisible characters become `\u001b` and the like, except where they
/// make an emoji or shape a script. Bytes that are not UTF-8 become `\xff`. So nothing in the
/// result can steer a terminal, and no two texts look alike because one hides something.
[[nodiscard]] std::string visible(std::string_view text);

/// `text` with everything beyond ASCII as such escapes.
[[nodiscard]] std::string in_ascii(std::string_view text);

/// `text` without two hashes in a row, which start a command to some build servers (`##[error]` and
/// `##vso[` on Azure, `##teamcity[`). The first becomes `\u0023`, which in JSON reads the same.
[[nodiscard]] std::string without_hashes(std::string_view text);

/// A character, and what to write in its place.
struct Escape {
  char of{};
  std::string_view text{};
};
/// `text` with each character of `escapes` replaced.
[[nodiscard]] std::string escaped(std::string_view text, std::initializer_list<Escape> escapes);

/// What a reader sees as one character: a letter with its accents, a flag, a joined emoji (UAX
/// #29).
struct Grapheme {
  std::string_view text;
  std::size_t width = 0;  ///< columns on a terminal: 0 to 2 for most
};

/// The first grapheme of `text`, which must not be empty. A byte that is not UTF-8 is one by
/// itself.
[[nodiscard]] Grapheme first_grapheme(std::string_view text);

/// How many columns `text` takes on a terminal.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// `text` if it has at most 60 bytes, else the whole graphemes of its first 60 and `...`: as much
/// as a message should quote.
[[nodiscard]] std::string shortened(std::string_view text);

/// The candidate that `word` most likely meant: the nearest by typing errors, at most `most`, in
/// any case, else the only one that it starts. Empty if there is none.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> candidates,
                                       std::size_t most = std::string_view::npos);

/// `; did you mean 'search'?`, or nothing if no candidate is near.
[[nodiscard]] std::string suggestion(std::string_view word,
                                     std::span<const std::string_view> candidates);

/// The error for a word that is not in a list: `'x' is not one of a, b`, and the suggestion.
[[nodiscard]] std::string not_one_of(std::string_view word,
                                     std::span<const std::string_view> candidates);

/// `text` in lines of at most `width` columns, broken between words.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

/// So many parts, each 10 to the power of minus `decimals`, without trailing zeros: 2050 with two
/// decimals is `20.5`.
[[nodiscard]] std::string decimal(std::uint64_t parts, int decimals);

/// A number of bytes in the largest unit of which it is a whole number: `64 KiB`, `1 GiB`.
[[nodiscard]] std::string byte_size(std::size_t bytes);

/// `1 member`, `2 members`.
[[nodiscard]] std::string counted(std::uint64_t n, std::string_view one, std::string_view many);

}  // namespace ssi
