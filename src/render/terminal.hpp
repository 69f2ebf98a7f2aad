#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "page/page.hpp"

namespace ssi {

/// `text` in at most `width` columns; if it is longer, cut between graphemes and ended by `...`.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);

/// `text`, `times` times.
[[nodiscard]] std::string repeated(std::string_view text, std::size_t times);

/// Writes lines for a terminal, and keeps track of the column. `style` says whether the terminal
/// has colours and Unicode.
class Terminal {
 public:
  static constexpr std::string_view bold = "1";
  static constexpr std::string_view dim = "2";

  Terminal(std::string& out, const Style& style) : out_{out}, style_{style} {}

  [[nodiscard]] std::size_t width() const { return style_.width; }
  /// The column where text at the right ends, if there is room: on a wider terminal the eye could
  /// not follow a line from one end to the other.
  [[nodiscard]] std::size_t right() const { return std::min<std::size_t>(width(), 80); }
  [[nodiscard]] static std::string_view color_of(Tone tone);
  /// Text from a log, made safe for a terminal and, if the style asks for it, plain ASCII.
  [[nodiscard]] std::string shown(std::string_view text) const;
  /// The first if the terminal has Unicode, else the second.
  [[nodiscard]] std::string_view sign(std::string_view unicode, std::string_view ascii) const {
    return style_.unicode ? unicode : ascii;
  }
  /// The mark behind what is weakest.
  [[nodiscard]] std::string_view arrow() const { return sign("◀", "<"); }
  /// The columns left of the line, up to where text at the right ends.
  [[nodiscard]] std::size_t room() const { return right() - std::min(column_, right()); }
  /// A bar `cells` wide, filled to an eighth of a cell if the terminal has Unicode.
  void bar(std::uint64_t part, std::uint64_t whole, std::size_t cells, std::string_view color);

  /// Fills the line with blanks up to `column`, unless it is there already.
  void at(std::size_t column);
  void add(std::string_view text, std::string_view color = {});
  /// Adds text so that it ends before `column`.
  void add_before(std::size_t column, std::string_view text, std::string_view color = {});
  void end_line();
  /// Adds wrapped text and ends the line. Each line starts at `column`, or at the current one if
  /// that is further right.
  void add_wrapped(std::size_t column, std::string_view text, std::string_view color = {});

 private:
  std::string& out_;
  const Style& style_;
  std::size_t column_ = 0;
};

/// The larger blocks, in text_table.cpp and text_chart.cpp.
void write_block(Terminal& terminal, const Table& table);
void write_block(Terminal& terminal, const Chart& chart);

}  // namespace ssi
