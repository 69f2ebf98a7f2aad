#include "render/inert.hpp"

#include "base/text.hpp"

namespace ssi {

static void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

std::string inert(std::string_view text) {
  std::string result = without_hashes(visible(text));
  replace_all(result, "::", "\\u003a:");
  // U+FFFE and U+FFFF are not characters, and XML 1.0 does not allow them.
  replace_all(result, "\xef\xbf\xbe", "\\ufffe");
  replace_all(result, "\xef\xbf\xbf", "\\uffff");
  return result;
}

}  // namespace ssi
