#include "render/inert.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {

static void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

std::string without_hashes(std::string text) {
  replace_all(text, "##", "\\u0023#");
  return text;
}

std::string inert(std::string_view text) {
  std::string result = without_hashes(visible(text));
  replace_all(result, "::", "\\u003a:");
  replace_all(result, "\xef\xbf\xbe", "\\ufffe");  // no characters, and no XML may hold them
  replace_all(result, "\xef\xbf\xbf", "\\uffff");
  return result;
}

std::string in_ascii(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      result += text[i];
      continue;
    }
    const int more = lead < 0xE0   ? 1
                     : lead < 0xF0 ? 2
                                   : 3;  // of UTF-8, for `visible` left no other
    char32_t character = lead & (0x3FU >> static_cast<unsigned>(more));
    for (int j = 0; j < more; ++j)
      character = character << 6U | (static_cast<unsigned char>(text[++i]) & 0x3FU);
    fmt::format_to(std::back_inserter(result), "\\u{:04x}", static_cast<std::uint32_t>(character));
  }
  return result;
}

}  // namespace ssi
