#include <algorithm>

#include <fmt/format.h>

#include "render/render.hpp"
#include "render/terminal.hpp"

namespace ssi {
namespace {

constexpr std::string_view bold = Terminal::bold;
constexpr std::string_view dim = Terminal::dim;

void write_title(Terminal& t, std::string_view title) {
  t.end_line();
  t.add_wrapped(0, t.shown(title), bold);
}

// Writes `left` and `right` at the two ends of a line, or below each other if there is no room.
void write_ends(Terminal& t, std::string_view left, std::string_view right) {
  const std::size_t width = width_of(left) + 2 + width_of(right);
  if (width > t.width()) {
    t.add_wrapped(0, left, bold);
    t.add_wrapped(2, right, dim);
    return;
  }
  t.add(left, bold);
  t.add_before(std::max(t.right(), width), right, dim);
  t.end_line();
}

void write_headline(Terminal& t, const Headline& headline) {
  constexpr std::size_t end_of_points = 8;
  t.end_line();
  if (headline.verdict.empty()) {
    t.add_wrapped(3, headline.points, bold);
    return;
  }
  t.at(3);
  t.add_before(end_of_points, headline.points, bold);
  t.add(headline.range);
  if (!headline.of.empty()) t.add(" / " + headline.of);
  for (const Cell& cell : headline.verdict) {
    t.add("  ");
    t.add(t.shown(cell.text), Terminal::color_of(cell.tone));
  }
  if (!headline.rest.empty()) {
    if (t.room() < 1 + width_of(t.shown(headline.rest))) t.end_line();
    t.add(" ");
    t.add_before(t.right(), t.shown(headline.rest), dim);
  }
  t.end_line();
  t.add_wrapped(end_of_points + 3, headline.note);
}

void write_block(Terminal& t, const Meters& meters) {
  constexpr std::size_t widest_bar = 25;
  constexpr std::size_t narrowest_bar = 10;
  write_title(t, meters.title);
  std::size_t amounts = std::string_view{"25.00"}.size();
  std::size_t labels = 0;
  std::size_t marks = 0;
  for (const Meter& meter : meters.meters) {
    amounts = std::max(amounts, meter.amount.size());
    labels = std::max(labels, width_of(t.shown(meter.label)));
    if (!meter.mark.empty()) {
      marks = std::max({marks, std::string_view{"weakest"}.size(), meter.mark.size()});
    }
  }
  // On a narrow terminal bars are made shorter first; labels are cut only when that is not enough.
  if (marks > 0) marks += std::string_view{"  < "}.size();
  const std::size_t room = t.width() - (2 + 2 + amounts + 2 + marks);
  labels = std::min(labels, room - narrowest_bar);
  const std::size_t cells = std::min(room - labels, widest_bar);
  for (const Meter& meter : meters.meters) {
    const std::string_view color = Terminal::color_of(meter.tone);
    t.add("  ");
    t.add(cut(t.shown(meter.label), labels), meter.tone == Tone::weakest ? bold : "");
    t.add_before(2 + labels + 2 + amounts, meter.amount, color);
    t.add("  ");
    if (meter.whole > 0) t.bar(meter.part, meter.whole, cells, color);
    if (meter.whole > 0 && !meter.mark.empty()) t.add("  ");
    const std::string arrow = meter.whole > 0 ? fmt::format("{} ", t.arrow()) : "";
    if (!meter.mark.empty()) t.add(arrow + meter.mark, color);
    t.end_line();
    t.add_wrapped(4, meter.note, dim);
  }
}

void write_block(Terminal& t, const Paragraph& paragraph) {
  write_title(t, paragraph.title);
  t.add_wrapped(2, t.shown(paragraph.text), Terminal::color_of(paragraph.tone));
}

void write_block(Terminal& t, const List& list) {
  write_title(t, list.title);
  std::size_t labels = 0;
  for (const Item& item : list.items) labels = std::max(labels, width_of(item.label));
  for (const Item& item : list.items) {
    t.add(labels == 0 ? "  - " : "  " + item.label);
    t.add_wrapped(labels == 0 ? 4 : 2 + labels + 2, t.shown(item.text));
  }
}

}  // namespace

void write_text(std::string& out, const Page& page, const Style& style) {
  Terminal t{out, style};
  write_ends(t, t.shown(page.title), t.shown(page.context));
  for (const std::string& line : page.small_print) t.add_wrapped(2, t.shown(line), dim);
  if (page.headline) write_headline(t, *page.headline);
  for (const Block& block : page.blocks) {
    std::visit([&](const auto& each) { write_block(t, each); }, block);
  }
}

}  // namespace ssi
