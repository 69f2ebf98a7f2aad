#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ssi::linkedin {

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `text` without the white space around it, Unicode's no-break spaces included.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// `text` as names and words are compared: in small letters, with one blank for each run of white
/// space and none around it.
[[nodiscard]] std::string folded(std::string_view text);

/// The same with the accents taken off: `Gründer` as `grunder`, `Założyciel` as `zalozyciel`.
[[nodiscard]] std::string without_accents(std::string_view text);

/// How a text was encoded.
enum class Encoding { utf8, utf16, latin1 };

/// Turns a text into UTF-8 without a byte order mark, and tells what it was: what is neither UTF-8
/// nor marked as UTF-16 is taken for Latin-1, of which every byte is a character.
Encoding to_utf8(std::string& text);

/// `%3A` as `:`, and so on.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// The address of a profile in the one spelling by which profiles are told apart: `in/jane-doe`.
/// Empty where it names nobody, such as `https://www.linkedin.com/in`.
[[nodiscard]] std::string profile_key(std::string_view url);

/// The number of the share, or of its activity, that a link leads to; 0 where there is none.
[[nodiscard]] std::uint64_t share_key(std::string_view link);

}  // namespace ssi::linkedin
