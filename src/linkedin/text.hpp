#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ssi::linkedin {

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `text` without the white space around it, including Unicode's no-break spaces.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// `text` in one spelling, to compare names and words: in small letters, with one blank for each
/// run of white space and none around it. The same name differs in these between files.
[[nodiscard]] std::string folded(std::string_view text);

/// The same without accents: `grunder` for `Gründer`, `zalozyciel` for `Założyciel`.
[[nodiscard]] std::string without_accents(std::string_view text);

/// How a text was encoded.
enum class Encoding { utf8, wide, latin1 };

/// Turns a text into UTF-8 without a byte order mark, and returns what it was. What is neither
/// UTF-8 nor shows that it is UTF-16 or UTF-32 is taken for Latin-1, in which every byte is a
/// character.
Encoding to_utf8(std::string& text);

/// `text` with its percent escapes decoded (RFC 3986, section 2.1): `:` for `%3A`.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// The address of a profile in one spelling, to compare profiles: `in/jane-doe`. Empty if it names
/// nobody, such as `https://www.linkedin.com/in`, which real exports have for everybody.
[[nodiscard]] std::string profile_key(std::string_view url);

/// The number of the share, or of its activity, in a link; 0 if there is none.
[[nodiscard]] std::uint64_t share_key(std::string_view link);

}  // namespace ssi::linkedin
