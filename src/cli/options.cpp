#include "cli/options.hpp"

#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/console.hpp"

namespace ssi {

int parse_whole(std::string_view option, const std::string& text, int most) {
  int n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error == std::errc{} && end == text.data() + text.size() && n >= 1 && n <= most) return n;
  throw CommandError{
      fmt::format("{}: '{}' is not a number from 1 to {}", option, visible(text), most)};
}

}  // namespace ssi
