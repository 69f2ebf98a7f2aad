#include "render/terminal.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "render/inert.hpp"

namespace ssi {
std::string cut(std::string_view text, std::size_t width) {
  if (width_of(text) <= width) return std::string{text};
  constexpr std::string_view ellipsis = "...";
  std::string result;
  std::size_t columns = ellipsis.size();
  for (Grapheme next = first_grapheme(text); columns + next.width <= width;
       next = first_grapheme(text)) {
    result += next.text;
    columns += next.width;
    text.remove_prefix(next.text.size());
  }
  return result.append(ellipsis);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string_view Terminal::color_of(Tone tone) {
  constexpr std::array<std::string_view, 7> colors = {"", bold, dim, "32", "33", "31", "1;31"};
  return colors[static_cast<std::size_t>(tone)];
}

std::string Terminal::shown(std::string_view text) const {
  return style_.ascii ? in_ascii(inert(text)) : inert(text);
}

void Terminal::bar(std::uint64_t part, std::uint64_t whole, std::size_t cells,
                   std::string_view color) {
  constexpr std::array<std::string_view, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto filled = static_cast<std::size_t>(part * cells * eighths.size() / whole);
  const std::size_t full = filled / eighths.size();
  const std::string_view rest = sign(eighths[filled % eighths.size()], "");
  add(repeated(sign("█", "#"), full).append(rest), color);
  add(repeated(sign("·", "."), cells - full - (rest.empty() ? 0 : 1)), dim);
}

void Terminal::at(std::size_t column) {
  if (column > column_) add(std::string(column - column_, ' '));
}

void Terminal::add(std::string_view text, std::string_view color) {
  column_ += width_of(text);
  if (style_.color && !color.empty() && !text.empty()) {
    fmt::format_to(std::back_inserter(out_), "\033[{}m{}\033[0m", color, text);
  } else {
    out_ += text;
  }
}

void Terminal::add_before(std::size_t column, std::string_view text, std::string_view color) {
  const std::size_t width = width_of(text);
  at(column > width ? column - width : 0);
  add(text, color);
}

void Terminal::end_line() {
  out_ += '\n';
  column_ = 0;
}

void Terminal::add_wrapped(std::size_t column, std::string_view text, std::string_view color) {
  const std::size_t start = std::max(column, column_);
  const std::string lines = wrapped(text, width() - start);
  for (std::string_view rest = lines; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    at(start);
    add(rest.substr(0, end), color);
    end_line();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

}  // namespace ssi
