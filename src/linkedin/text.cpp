#include "linkedin/text.hpp"

#include <array>
#include <charconv>

#include <simdjson.h>

#include "base/text.hpp"

namespace ssi::linkedin {
namespace {

constexpr std::array<std::string_view, 7> spaces = {" ",      "\t",     "\r",    "\n",
                                                    "\u00A0", "\u202F", "\uFEFF"};

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

// `text` behind its byte order mark; `low` is the place of the lower byte of each two. What is no
// whole character comes out as U+FFFD.
std::string from_utf16(std::string_view text, std::size_t low) {
  const auto unit = [&](std::size_t i) -> char32_t {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    return i + 1 < text.size() ? byte(i + low) | char32_t{byte(i + 1 - low)} << 8U : 0;
  };
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); i += 2) {
    char32_t c = unit(i);
    const bool is_lead = c >= 0xD800 && c < 0xDC00;
    const bool is_pair = is_lead && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000;
    if (is_pair) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto is_visible = [](char c) { return c > ' ' && c < '\x7F'; };
  if (!text.empty() && is_visible(text.front()) && is_visible(text.back())) return text;
  bool changed = true;
  while (changed && !text.empty()) {
    changed = false;
    for (const std::string_view space : spaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
        changed = true;
      }
      if (text.ends_with(space)) {
        text.remove_suffix(space.size());
        changed = true;
      }
    }
  }
  return text;
}

Encoding to_utf8(std::string& text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    text = from_utf16(std::string_view{text}.substr(2), text[0] == '\xFF' ? 0 : 1);
    return Encoding::utf16;
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
  if (text.find('%') == text.npos) return std::string{text};
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const char* const at = text.data() + i;
    if (*at == '%' && i + 2 < text.size() &&
        std::from_chars(at + 1, at + 3, byte, 16).ptr == at + 3) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string profile_key(std::string_view url) {
  std::string key = lowered(percent_decoded(trimmed(url)));
  key.resize(std::min(key.find_first_of("?#"), key.size()));
  while (key.ends_with('/')) key.pop_back();
  const std::size_t path = key.rfind("/in/");
  return path == std::string::npos ? key : key.substr(path + 1);
}

std::string share_key(std::string_view link) {
  const std::string decoded = percent_decoded(link);
  const std::string_view path = std::string_view{decoded}.substr(0, decoded.find('?'));
  constexpr std::string_view digits = "0123456789";
  const std::size_t last = path.find_last_of(digits);
  if (last == path.npos) return "";
  const std::size_t before = path.find_last_not_of(digits, last);
  return std::string{path.substr(before + 1, last - before)};
}

}  // namespace ssi::linkedin
