#pragma once

#include <string>
#include <string_view>

#include <ssi/render.hpp>

namespace ssi {

inline constexpr std::string_view bold = "1";
inline constexpr std::string_view dim = "2";
inline constexpr std::string_view red = "31";
inline constexpr std::string_view bold_red = "1;31";
inline constexpr std::string_view green = "32";
inline constexpr std::string_view yellow = "33";

/// Columns of a page.
inline constexpr std::size_t page_width = 80;

/// `text` filled up to `width` columns; what is longer stays so.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

/// `text` in `width` columns exactly, cut where it is longer.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);

/// Text of 80 columns for people, coloured or not.
class Page {
 public:
  Page(std::string& out, const Style& style) : out_{out}, style_{style} {}

  void add(std::string_view text) { out_ += text; }
  void end_line() { out_ += '\n'; }
  /// `text` in a colour, or as it is where that is empty or none are wanted.
  [[nodiscard]] std::string colored(std::string_view text, std::string_view color) const;
  /// `left` and `right` on one line if they fit, else on two.
  void ends(std::string_view left, std::string_view left_color, std::string_view right);
  /// The title of a report: what it is of, and how it came about.
  void title(std::string_view left, std::string_view right, const Model& model);
  /// A total with its band, and how far it is to the next.
  void total(Points total, std::size_t band, const Model& model);
  /// A pillar's title and score with a bar, and whether it is weak.
  void pillar(PillarId id, Points score, bool weak, bool weakest);
  /// A bar of so many cells, `part` of `whole` of which are filled: by eighths where the terminal
  /// has them.
  [[nodiscard]] std::string bar(std::uint64_t part, std::uint64_t whole, std::size_t cells,
                                std::string_view color) const;
  /// Points at what is weak.
  [[nodiscard]] std::string arrow() const { return style_.unicode ? "◀" : "<"; }
  [[nodiscard]] static std::string_view color_of_band(std::size_t band, const Model& model) {
    return band + 1 == model.bands.size() ? green : band == 0 ? red : yellow;
  }

 private:
  std::string& out_;
  const Style& style_;
};

}  // namespace ssi
