#include "render/page.hpp"

#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t taken = width_of(text);
  return std::string{text} + std::string(width > taken ? width - taken : 0, ' ');
}

std::string fitted(std::string_view text, std::size_t width) {
  if (width_of(text) <= width) return padded(text, width);
  constexpr std::string_view ellipsis = "...";
  std::size_t end = 0;
  for (std::size_t taken = ellipsis.size();;) {
    const Grapheme next = first_grapheme(text.substr(end));
    taken += next.width;
    if (taken > width) break;
    end += next.text.size();
  }
  return padded(std::string{text.substr(0, end)}.append(ellipsis), width);
}

std::string Page::colored(std::string_view text, std::string_view color) const {
  return style_.color && !color.empty() ? fmt::format("\033[{}m{}\033[0m", color, text)
                                        : std::string{text};
}

void Page::ends(std::string_view left, std::string_view left_color, std::string_view right) {
  const std::size_t left_width = width_of(left);
  const std::size_t right_width = width_of(right);
  out_ += colored(left, left_color);
  if (left_width + 2 + right_width <= page_width) {
    out_ += std::string(page_width - left_width - right_width, ' ');
  } else {
    out_ += "\n  ";
  }
  out_ += colored(right, dim) + '\n';
}

void Page::title(std::string_view left, std::string_view right, const Model& model) {
  ends(left, bold, fmt::format("{}model {}", right, visible(model.name)));
  if (model.sha256) out_ += colored(fmt::format("  model sha256 {}", *model.sha256), dim) + '\n';
  out_ += '\n';
}

void Page::total(Points total, std::size_t band, const Model& model) {
  const std::string points = fmt::format("{:>8}", to_string(total));
  const std::string name = visible(model.bands[band].name);
  const std::string rest = visible(to_go(total, band, model));
  const std::string left = fmt::format(" / {}  ", total_max.hundredths / 100);
  const std::size_t taken = points.size() + left.size() + width_of(name) + width_of(rest);
  out_ += colored(points, bold) + left + colored(name, color_of_band(band, model));
  if (!rest.empty())
    out_ += std::string(taken < page_width ? page_width - taken : 1, ' ') + colored(rest, dim);
  out_ += '\n';
}

std::string Page::bar(std::uint64_t part, std::uint64_t whole, std::size_t cells,
                      std::string_view color) const {
  constexpr std::array<std::string_view, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const std::uint64_t filled_eighths = whole == 0 ? 0 : part * cells * eighths.size() / whole;
  const auto full = static_cast<std::size_t>(filled_eighths / eighths.size());
  const auto rest = static_cast<std::size_t>(filled_eighths % eighths.size());
  std::string filled;
  for (std::size_t i = 0; i < full; ++i) filled += style_.unicode ? "█" : "#";
  const bool has_rest = style_.unicode && rest > 0;
  if (has_rest) filled += eighths[rest];
  std::string empty;
  for (std::size_t i = full + (has_rest ? 1 : 0); i < cells; ++i)
    empty += style_.unicode ? "·" : ".";
  return (filled.empty() ? "" : colored(filled, color)) +
         (empty.empty() ? "" : colored(empty, dim));
}

void Page::pillar(PillarId id, Points score, bool weak, bool weakest) {
  const std::string_view color = weakest ? bold_red : weak ? yellow : green;
  const std::string title = padded(info(id).title, 33);
  out_ += "  " + (weakest ? colored(title, bold) : title) + "  ";
  out_ += colored(fmt::format("{:>5}", to_string(score)), color) + "  ";
  // A cell a point.
  const auto most = static_cast<std::uint64_t>(pillar_max.hundredths);
  out_ += bar(static_cast<std::uint64_t>(score.hundredths), most, most / 100, color);
  if (weak) {
    out_ += "  " + colored(fmt::format("{} {}", arrow(), weakest ? "weakest" : "weak"), color);
  }
  out_ += '\n';
}

}  // namespace ssi
