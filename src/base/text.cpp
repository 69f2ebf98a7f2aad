// Text for people: what a terminal shows, how wide it is, and what a mistyped word may have meant.
// utf8proc knows the properties of characters; the rules here say which of them may be shown.

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utf8proc.h>

namespace ssi {
namespace {

using Character = utf8proc_int32_t;

struct Decoded {
  Character character;
  std::size_t length;  // bytes; 0 where the text does not start with UTF-8
};

Decoded decode_first(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  Character character = 0;
  const auto length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &character);
  return {character, length > 0 ? static_cast<std::size_t>(length) : 0};
}

// `\u00e9`, or `\xff` for a `byte` that is not UTF-8. Above U+FFFF it is `\U` and eight digits, as
// five behind `\u` could not be read back.
std::string escape_of(const Decoded& decoded, char byte) {
  const auto [character, length] = decoded;
  if (length == 0) return fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
  return character > 0xFFFF ? fmt::format("\\U{:08x}", character)
                            : fmt::format("\\u{:04x}", character);
}

constexpr Character emoji_presentation = 0xFE0F;  // variation selector 16: show as an emoji

bool is_printable_ascii(char c) {
  return c >= ' ' && c <= '~';
}

// True for characters that leave no trace on a screen, or steer it: controls, line and direction
// marks, joiners, fillers. Two names that differ only in such would look the same.
bool is_invisible(Character c) {
  constexpr Character blank_braille = 0x2800;  // a symbol by its category, but shown as a blank
  const utf8proc_property_t& property = *utf8proc_get_property(c);
  return property.ignorable != 0 || property.category == UTF8PROC_CATEGORY_CC ||
         property.category == UTF8PROC_CATEGORY_CF || property.category == UTF8PROC_CATEGORY_ZL ||
         property.category == UTF8PROC_CATEGORY_ZP || c == blank_braille;
}

bool is_pictograph(Character c) {
  return utf8proc_get_property(c)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

// The letters of the Arabic script, Persian and Urdu included.
bool is_letter_of_arabic(Character c) {
  return c >= 0x0620 && c <= 0x08C9 && utf8proc_category(c) == UTF8PROC_CATEGORY_LO;
}

// Whether an invisible character does its job here, and so may stay: it makes a sign an emoji,
// joins emoji, or shapes the letters around it. Arabic needs the non-joiner between letters, the
// scripts of India need both joiners behind a virama (the sign that drops a vowel).
bool is_needed(Character before, Character c, std::string_view rest) {
  const Character after = decode_first(rest).character;
  constexpr Character text_presentation = 0xFE0E;
  constexpr Character keycap = 0x20E3;
  if (c == text_presentation || c == emoji_presentation) {
    return is_pictograph(before) || after == keycap;
  }
  constexpr Character zero_width_non_joiner = 0x200C;
  constexpr Character zero_width_joiner = 0x200D;
  constexpr int virama = 9;  // Unicode's combining class of all viramas
  if (c != zero_width_joiner && c != zero_width_non_joiner) return false;
  if (utf8proc_get_property(before)->combining_class == virama) return true;
  if (c == zero_width_non_joiner) return is_letter_of_arabic(before) && is_letter_of_arabic(after);
  const bool is_skin_tone = before >= 0x1F3FB && before <= 0x1F3FF;
  return is_pictograph(after) &&
         (is_pictograph(before) || is_skin_tone || before == emoji_presentation);
}

// How many bytes at the start of `text` turn a black flag before it into that of England, Scotland
// or Wales; 0 if it starts with something else. These flags are spelled with invisible tag letters.
// Only the three that Unicode recommends are let through: tags could spell any hidden text.
std::size_t size_of_country(std::string_view text) {
  constexpr std::string_view countries[] = {
      "\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",  // gbeng
      "\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",  // gbsct
      "\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F",  // gbwls
  };
  const bool is_known = std::ranges::any_of(
      countries, [&](std::string_view country) { return text.starts_with(country); });
  return is_known ? countries[0].size() : 0;
}

// The optimal string alignment distance: how many inserts, deletes, replacements and swaps of
// neighbours turn `a` into `b`. Swaps count once, as they are a common typing error; d[i][j] is the
// distance between the first i and the first j characters.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  std::iota(d[0].begin(), d[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string lowered(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return result;
}

std::string visible(std::string_view text) {
  if (std::ranges::all_of(text, is_printable_ascii)) return std::string{text};
  constexpr Character black_flag = 0x1F3F4;
  std::string result;
  result.reserve(text.size());
  Character shown = 0;  // the character before; 0 if an escape took its place
  while (!text.empty()) {
    const auto [character, length] = decode_first(text);
    std::size_t size = std::max<std::size_t>(length, 1);
    const std::string_view rest = text.substr(size);
    if (length > 0 && (!is_invisible(character) || is_needed(shown, character, rest))) {
      if (character == black_flag) size += size_of_country(rest);
      result += text.substr(0, size);
      shown = character;
    } else {
      result += escape_of({character, length}, text[0]);
      shown = 0;
    }
    text.remove_prefix(size);
  }
  return result;
}

std::string in_ascii(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const Decoded next = decode_first(text);
    const bool is_ascii = static_cast<unsigned char>(text[0]) < 0x80;
    result += is_ascii ? std::string{text[0]} : escape_of(next, text[0]);
    text.remove_prefix(std::max<std::size_t>(next.length, 1));
  }
  return result;
}

// Escapes each hash that another follows, so that of any number in a row only the last stays.
std::string without_hashes(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("##")) {
      result += "\\u0023";
    } else {
      result += text[at];
    }
  }
  return result;
}

Grapheme first_grapheme(std::string_view text) {
  if (is_printable_ascii(text[0]) && (text.size() == 1 || is_printable_ascii(text[1]))) {
    return {text.substr(0, 1), 1};  // the usual case; the rules below are slow
  }
  Decoded next = decode_first(text);
  if (next.length == 0) return {text.substr(0, 1), 1};
  constexpr int wide = 2;
  std::size_t size = 0;
  int width = 0;
  bool is_wide = false;
  utf8proc_int32_t state = 0;
  Character last = 0;
  do {
    last = next.character;
    size += next.length;
    const int own_width = utf8proc_charwidth(last);
    width += own_width;
    // With a wide character in it, the whole grapheme takes two columns: the others join it in
    // place. Emoji presentation makes what it follows wide. Otherwise widths add up, as accents
    // have none.
    is_wide = is_wide || own_width == wide || last == emoji_presentation;
    next = decode_first(text.substr(size));
  } while (next.length > 0 && !utf8proc_grapheme_break_stateful(last, next.character, &state));
  return {text.substr(0, size), static_cast<std::size_t>(is_wide ? wide : width)};
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Grapheme grapheme = first_grapheme(text);
    width += grapheme.width;
    text.remove_prefix(grapheme.text.size());
  }
  return width;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return std::string{text};
  std::size_t end = 0;
  for (std::size_t next = 0; next <= longest;
       next += first_grapheme(text.substr(next)).text.size()) {
    end = next;
  }
  return std::string{text.substr(0, end)} + "...";
}

namespace {

// The only candidate that starts with `word`, as a user may cut one short. Empty if there is none
// or several.
std::string_view continued(std::string_view word, std::span<const std::string_view> candidates) {
  std::string_view only;
  for (const std::string_view candidate : candidates) {
    if (word.size() < 3 || !candidate.starts_with(word) || candidate == only) continue;
    if (!only.empty()) return {};
    only = candidate;
  }
  return only;
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates,
                         std::size_t most) {
  constexpr std::size_t longest_word = 64;  // the work grows with the word, which may be hostile
  if (word.size() > longest_word) return {};
  const std::string meant = lowered(word);
  std::string_view best;
  // Up to a third of the word may be wrong, but at least one letter. Two letters say too little for
  // a guess: only a difference of case is forgiven. Of two that are equally near, the one that
  // starts like the word is meant: by `band`, `bands` and not `brand`.
  most = std::min(most, word.size() < 3 ? 0 : std::max<std::size_t>(1, word.size() / 3));
  std::pair best_miss{most + 1, std::size_t{0}};
  for (const std::string_view candidate : candidates) {
    const std::string lowered_candidate = lowered(candidate);
    const auto differs = std::ranges::mismatch(meant, lowered_candidate).in1;
    const std::pair miss{edit_distance(meant, lowered_candidate),
                         static_cast<std::size_t>(meant.end() - differs)};
    if (miss >= best_miss) continue;
    best = candidate;
    best_miss = miss;
  }
  return best.empty() ? continued(meant, candidates) : best;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string_view near = nearest(word, candidates);
  return near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
}

std::string not_one_of(std::string_view word, std::span<const std::string_view> candidates) {
  return fmt::format("'{}' is not one of {}{}", shortened(word), fmt::join(candidates, ", "),
                     suggestion(word, candidates));
}

// Fills each line with as many words as fit. A word that is wider than a line gets one of its own.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string result;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::size_t columns = width_of(word);
    const bool goes_on = column > 0 && column + 1 + columns <= width;
    if (!result.empty()) result += goes_on ? ' ' : '\n';
    column = columns + (goes_on ? column + 1 : 0);
    result += word;
  }
  return result;
}

std::string byte_size(std::size_t bytes) {
  constexpr std::array units = {"bytes", "KiB", "MiB", "GiB"};
  const auto* unit = units.begin();
  for (; bytes != 0 && bytes % 1024 == 0 && unit + 1 != units.end(); ++unit) bytes /= 1024;
  return fmt::format("{} {}", bytes, *unit);
}

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string decimal(std::uint64_t parts, int decimals) {
  std::uint64_t whole = 1;
  for (int i = 0; i < decimals; ++i) whole *= 10;
  std::string text = fmt::format("{}.{:0{}}", parts / whole, parts % whole, decimals);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string escaped(std::string_view text, std::initializer_list<Escape> escapes) {
  std::string result;
  for (const char c : text) {
    const auto* const escape = std::ranges::find(escapes, c, &Escape::of);
    if (escape == escapes.end()) {
      result += c;
    } else {
      result += escape->text;
    }
  }
  return result;
}

}  // namespace ssi
