#include "linkedin/text.hpp"

#include <algorithm>
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

// `text` without its escapes; what has to be written anew for that is kept in `storage`.
std::string_view decoded(std::string_view text, std::string& storage) {
  if (text.find('%') == text.npos) return text;
  storage = percent_decoded(text);
  return storage;
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
  std::string storage;
  std::string key = lowered(decoded(trimmed(url), storage));
  key.resize(std::min(std::min(key.find('?'), key.find('#')), key.size()));
  while (key.ends_with('/')) key.pop_back();
  const std::size_t path = key.rfind("/in/");
  if (path != std::string::npos) key.erase(0, path + 1);
  return key;
}

std::uint64_t share_key(std::string_view link) {
  std::string storage;
  std::string_view path = decoded(link, storage);
  path = path.substr(0, path.find('?'));
  const auto last = std::find_if(path.rbegin(), path.rend(), is_digit);
  const auto before = std::find_if_not(last, path.rend(), is_digit);
  std::uint64_t key = 0;
  std::from_chars(before.base(), last.base(), key);
  return key;
}

}  // namespace ssi::linkedin
