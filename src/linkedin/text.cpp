#include "linkedin/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <simdjson.h>

#include "base/text.hpp"
#include "base/wide_text.hpp"

namespace ssi::linkedin {
namespace {

// Spreadsheets and web pages leave these in texts: two no-break spaces and a byte order mark.
constexpr std::array<std::string_view, 3> wide_spaces = {"\u00A0", "\u202F", "\uFEFF"};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | c >> 6U);
  } else {
    if (c < 0x10000) {
      put(0xE0U | c >> 12U);
    } else {
      put(0xF0U | c >> 18U);
      put(0x80U | (c >> 12U & 0x3FU));
    }
    put(0x80U | (c >> 6U & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

// The letters from U+00C0 to U+017F as small letters without accents. A table, as Unicode has no
// decomposition for letters such as ø and ł.
constexpr std::string_view base_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuyts"              // À to ß
    "aaaaaaaceeeeiiiidnooooo ouuuuyty"              // à to ÿ
    "aaaaaaccccccccddddeeeeeeeeeegggg"              // U+0100
    "gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn"  // U+0120
    "oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(base_letters.size() == 0x180 - 0xC0);

// A Latin, Greek or Cyrillic letter as a small one. In U+0100 to U+017E capitals and small letters
// alternate; in two ranges the capitals are odd.
constexpr char32_t small_letter(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
  if (within(0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (c == 0x178) return 0xFF;
  const char32_t capital = within(0x139, 0x148) || within(0x179, 0x17E) ? 1 : 0;
  if (within(0x100, 0x17E) && c != 0x130 && c != 0x138) return c + ((c & 1U) == capital ? 1 : 0);
  if (within(0x391, 0x3A9) || within(0x410, 0x42F)) return c + 32;
  return within(0x400, 0x40F) ? c + 80 : c;
}

// How many bytes of white space, one character at most, a text starts with.
std::size_t space_ahead(std::string_view text) {
  if (text.empty() || is_ascii(text.front())) {
    return !text.empty() && is_ascii_space(text.front()) ? 1 : 0;
  }
  const auto* space =
      std::ranges::find_if(wide_spaces, [&](auto each) { return text.starts_with(each); });
  return space == wide_spaces.end() ? 0 : space->size();
}

// The same at the end.
std::size_t space_behind(std::string_view text) {
  if (text.empty() || is_ascii(text.back())) {
    return !text.empty() && is_ascii_space(text.back()) ? 1 : 0;
  }
  const auto* space =
      std::ranges::find_if(wide_spaces, [&](auto each) { return text.ends_with(each); });
  return space == wide_spaces.end() ? 0 : space->size();
}

// True for printable ASCII in which no blank follows another.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; }) &&
         text.find("  ") == text.npos;
}

// `text` in small letters, each passed through `change`, with single blanks between words.
template <class Change>
std::string fold(std::string_view text, const Change& change) {
  text = trimmed(text);
  if (is_plain(text)) return lowered(text);  // the usual case
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x80) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      ++i;
    } else if (const std::size_t size = space_ahead(text.substr(i)); size > 0) {
      if (!out.ends_with(' ')) out += ' ';
      i += size;
    } else if (byte >= 0xC3 && byte < 0xE0 && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[i + 1]);
      append_utf8(out, change(small_letter((byte & 0x1FU) << 6U | (next & 0x3FU))));
      i += 2;
    } else {
      out += c;
      ++i;
    }
  }
  return out;
}

// Decodes UTF-16 or UTF-32 behind its byte order mark. Half a character comes out as U+FFFD, and so
// does what is none.
std::string from_wide(std::string_view text, const WideText& form) {
  const auto unit = [&](std::size_t i) -> char32_t {
    if (i + form.width > text.size()) return 0;
    char32_t value = 0;
    for (std::size_t n = 0; n < form.width; ++n) {
      const std::size_t place = form.low == 0 ? form.width - 1 - n : n;
      value = value << 8U | static_cast<unsigned char>(text[i + place]);
    }
    return value;
  };
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); i += form.width) {
    char32_t c = unit(i);
    const char32_t next = unit(i + form.width);
    if (c >= 0xD800 && c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (next - 0xDC00);
      i += form.width;
    } else if ((c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) {
      c = 0xFFFD;
    }
    append_utf8(out, c);
  }
  return out;
}

// `text` with its percent escapes decoded. `storage` holds it if there were any.
std::string_view decoded(std::string_view text, std::string& storage) {
  if (text.find('%') == text.npos) return text;
  storage = percent_decoded(text);
  return storage;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t size = space_ahead(text)) text.remove_prefix(size);
  while (const std::size_t size = space_behind(text)) text.remove_suffix(size);
  return text;
}

std::string folded(std::string_view text) {
  return fold(text, [](char32_t c) { return c; });
}

std::string without_accents(std::string_view text) {
  return fold(text, [](char32_t c) -> char32_t {
    return c >= 0xC0 && c < 0x180 ? static_cast<unsigned char>(base_letters[c - 0xC0]) : c;
  });
}

Encoding to_utf8(std::string& text) {
  if (const auto wide = wide_text(text)) {
    text = from_wide(std::string_view{text}.substr(wide->mark.size()), *wide);
    return Encoding::wide;
  }
  if (simdjson::validate_utf8(text)) {
    if (text.starts_with("\uFEFF")) text.erase(0, 3);
    return Encoding::utf8;
  }
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) append_utf8(out, static_cast<unsigned char>(c));
  text = std::move(out);
  return Encoding::latin1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('%'), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    unsigned byte = 0;
    if (text.size() > 2 &&
        std::from_chars(text.data() + 1, text.data() + 3, byte, 16).ptr == text.data() + 3) {
      out += static_cast<char>(byte);
      text.remove_prefix(3);
    } else if (!text.empty()) {
      out += '%';
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string profile_key(std::string_view url) {
  std::string storage;
  std::string key = folded(decoded(url, storage));
  key.resize(std::min({key.find('?'), key.find('#'), key.size()}));
  if (const std::size_t path = key.find("/in/"); path != key.npos) {
    key.erase(0, path + 1);
    key.resize(std::min(key.find('/', 3), key.size()));  // `in/jane-doe/details`
  }
  while (key.ends_with('/')) key.pop_back();
  const bool is_nobody =
      key == "in" || key.ends_with("linkedin.com/in") || key.ends_with("linkedin.com");
  return is_nobody ? "" : key;
}

// The longest number in the link: the words of a post may have shorter ones, and so may the suffix.
std::uint64_t share_key(std::string_view link) {
  std::string storage;
  std::string_view path = decoded(link, storage);
  path = path.substr(0, path.find('?'));
  std::string_view number;
  while (!path.empty()) {
    const auto end = std::ranges::find_if_not(path, is_digit);
    const auto digits = static_cast<std::size_t>(end - path.begin());
    if (digits > 0 && digits >= number.size()) number = path.substr(0, digits);
    path.remove_prefix(std::min(digits + 1, path.size()));
  }
  std::uint64_t key = 0;
  std::from_chars(number.data(), number.data() + number.size(), key);
  return key;
}

}  // namespace ssi::linkedin
