#include "render/inert.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {

std::string inert(std::string_view text) {
  std::string result = visible(text);
  for (const auto& [command, harmless] :
       {std::pair{"::", "\\u003a:"}, std::pair{"##", "\\u0023#"}}) {
    for (std::size_t at = result.find(command); at != result.npos; at = result.find(command, at)) {
      result.replace(at, 2, harmless);
    }
  }
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
