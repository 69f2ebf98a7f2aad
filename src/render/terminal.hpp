#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "page/page.hpp"

namespace ssi {

/// `text` in `width` columns at most, cut where it is longer.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);

/// `text` so many times.
[[nodiscard]] std::string repeated(std::string_view text, std::size_t times);

/// Writes lines for a terminal as `style` has it: with or without colours and Unicode.
class Terminal {
 public:
  static constexpr std::string_view bold = "1";
  static constexpr std::string_view dim = "2";

  Terminal(std::string& out, const Style& style) : out_{out}, style_{style} {}

  [[nodiscard]] std::size_t width() const { return style_.width; }
  /// Where what stands at the right ends, if it fits: no eye follows a line further than that.
  [[nodiscard]] std::size_t right() const { return std::min<std::size_t>(width(), 80); }
  [[nodiscard]] static std::string_view color_of(Tone tone);
  /// Text of a log as it can be shown: it steers no terminal.
  [[nodiscard]] std::string shown(std::string_view text) const;
  /// One or the other, as the terminal can.
  [[nodiscard]] std::string_view sign(std::string_view unicode, std::string_view ascii) const {
    return style_.unicode ? unicode : ascii;
  }
  /// Points at what is weak.
  [[nodiscard]] std::string_view arrow() const { return sign("◀", "<"); }
  /// A bar of so many cells, by eighths where the terminal has them.
  void bar(std::uint64_t part, std::uint64_t whole, std::size_t cells, std::string_view color);

  /// Goes on at `column` of the line, or where it is if that is further.
  void at(std::size_t column);
  void add(std::string_view text, std::string_view color = {});
  /// Such that it ends before `column`.
  void add_before(std::size_t column, std::string_view text, std::string_view color = {});
  void end_line();
  /// Text in lines of its own, each from `column` on, or from where this one ends.
  void add_wrapped(std::size_t column, std::string_view text, std::string_view color = {});

 private:
  std::string& out_;
  const Style& style_;
  std::size_t column_ = 0;
};

/// The larger blocks: text_table.cpp, text_chart.cpp.
void write_block(Terminal& terminal, const Table& table);
void write_block(Terminal& terminal, const Chart& chart);

}  // namespace ssi
