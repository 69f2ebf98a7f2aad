#include "base/wide_text.hpp"

#include <algorithm>
#include <array>

namespace ssi {
namespace {

// UTF-32 first: its little-endian mark starts with that of UTF-16.
constexpr auto forms = std::to_array<WideText>({
    {"UTF-32", std::string_view{"\xFF\xFE\0\0", 4}, 4, 0},
    {"UTF-32", std::string_view{"\0\0\xFE\xFF", 4}, 4, 3},
    {"UTF-16", "\xFF\xFE", 2, 0},
    {"UTF-16", "\xFE\xFF", 2, 1},
});

// Whether the first characters are ASCII: two of UTF-32 or four of UTF-16, as one could be chance.
bool starts_in_ascii(std::string_view start, const WideText& form) {
  start = start.substr(0, std::min<std::size_t>(start.size(), 8));
  for (std::size_t i = 0; i < start.size(); ++i) {
    const bool is_zero = start[i] == '\0';
    const bool is_high = i % form.width != form.low;
    if (is_zero != is_high || static_cast<unsigned char>(start[i]) >= 0x80) return false;
  }
  return start.size() >= 4;
}

}  // namespace

std::optional<WideText> wide_text(std::string_view start) {
  for (const WideText& form : forms) {
    if (start.starts_with(form.mark)) return form;
  }
  for (WideText form : forms) {
    form.mark = "";
    if (starts_in_ascii(start, form)) return form;
  }
  return std::nullopt;
}

}  // namespace ssi
