#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "render/page.hpp"
#include "render/render.hpp"
#include "render/trend_parts.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

constexpr std::size_t plot_rows = 10;
constexpr std::size_t plot_columns = 62;  // with the line between past and forecast
constexpr std::size_t widest_step = 4;
constexpr std::size_t eighths = 8;
constexpr std::array<std::string_view, eighths + 1> blocks = {" ", "▁", "▂", "▃", "▄",
                                                              "▅", "▆", "▇", "█"};
constexpr std::string_view ascii_blocks = "_.:-=+*#";

/// The points of a plot, one a column.
using Columns = std::vector<const TrendPoint*>;

// So many columns of points evenly spread, the last among them.
Columns spread(const std::vector<TrendPoint>& points, std::size_t columns) {
  Columns result;
  for (std::size_t i = 1; i <= columns; ++i) {
    result.push_back(&points[(i * points.size() + columns - 1) / columns - 1]);
  }
  return result;
}

// How many of `most` an amount is of `whole`, rounded down.
std::size_t steps_of(Points amount, Points whole, std::size_t most) {
  return static_cast<std::size_t>(amount.hundredths) * most /
         static_cast<std::size_t>(whole.hundredths);
}

class TrendTextWriter {
 public:
  TrendTextWriter(std::string& out, const TrendReport& report, const Style& style)
      : page_{out, style}, report_{report}, style_{style} {
    const std::size_t past = report.points.size();
    const std::size_t all = past + report.forecast.size();
    const std::size_t room = plot_columns - (report.forecast.empty() ? 0 : 1);
    const std::size_t used =
        std::min(room, all * std::min(widest_step, std::max<std::size_t>(1, room / all)));
    const std::size_t past_used = std::max<std::size_t>(1, used * past / all);
    past_ = spread(report.points, past_used);
    if (!report.forecast.empty()) forecast_ = spread(report.forecast, used - past_used);
  }

  void write() {
    write_title();
    const TrendPoint& now = report_.points.back();
    if (now.total) {
      page_.total(*now.total, *now.band, report_.model);
      page_.end_line();
      for (std::size_t row = plot_rows; row > 0; --row) write_row(row);
    } else {
      page_.add(page_.colored("   no total: a pillar has nothing measured", bold) + "\n\n");
    }
    write_axis();
    for (const PillarInfo& pillar : pillar_catalog) write_pillar(pillar.id);
    write_numbers();
    page_.add('\n' + outlook(report_) + '\n');
  }

 private:
  void write_title() {
    const auto& label = report_.member.label();
    const std::string title = "Social Selling Index" + (label ? ": " + visible(*label) : "");
    const TrendSettings& settings = report_.settings;
    page_.title(title,
                fmt::format("{} to {}, ", to_string(settings.since), to_string(settings.until)),
                report_.model);
  }

  // One row of the plot of the total, the lowest of which is the first.
  void write_row(std::size_t row) {
    constexpr Points height{total_max.hundredths / static_cast<int>(plot_rows)};
    const Points top{height.hundredths * static_cast<int>(row)};
    const bool is_target = report_.settings.target > top - height && report_.settings.target <= top;
    std::string label = row == plot_rows || row == plot_rows / 2 ? short_points(top) : "";
    if (is_target) label = "target " + short_points(report_.settings.target);
    const auto cells = [&](const Columns& columns, auto glyph) {
      std::string text;
      for (const TrendPoint* point : columns) {
        const std::size_t filled = steps_of(*point->total, total_max, plot_rows * eighths);
        const std::size_t below = (row - 1) * eighths;
        const std::string_view cell = glyph(std::min(filled - std::min(filled, below), eighths));
        text += cell != " " || !is_target ? cell : style_.unicode ? "┄" : "-";
      }
      return text;
    };
    std::string past = cells(past_, [&](std::size_t filled) -> std::string_view {
      if (style_.unicode) return blocks[filled];
      return filled >= eighths / 2 ? "#" : " ";
    });
    std::string forecast = cells(forecast_, [&](std::size_t filled) -> std::string_view {
      return filled < eighths / 2 ? " " : style_.unicode ? "░" : ":";
    });
    write_columns(label, std::move(past), std::move(forecast),
                  Page::color_of_band(*report_.points.back().band, report_.model));
  }

  void write_columns(std::string_view label, std::string past, std::string forecast,
                     std::string_view color) {
    const auto trim = [](std::string& text) { text.erase(text.find_last_not_of(' ') + 1); };
    trim(forecast);
    if (forecast_.empty()) trim(past);
    page_.add(fmt::format("{:>14} ", label) + page_.colored(bar(), dim));
    if (!past.empty()) page_.add(page_.colored(past, color));
    if (!forecast_.empty()) page_.add(page_.colored(bar() + forecast, dim));
    page_.end_line();
  }

  void write_axis() {
    const auto line = [&](std::size_t columns) {
      std::string text{style_.unicode ? "┴" : "+"};
      for (std::size_t i = 0; i < columns; ++i) text += style_.unicode ? "─" : "-";
      return text;
    };
    const std::string axis = line(past_.size()) + (forecast_.empty() ? "" : line(forecast_.size()));
    const bool has_total = report_.points.back().total.has_value();
    page_.add(fmt::format("{:>14} ", has_total ? "0" : "") + page_.colored(axis, dim) + '\n');
    // The last day of the past under its column, the others where there is room.
    constexpr std::size_t width_of_day = 10;
    const std::size_t past_end = std::max(past_.size(), width_of_day);
    std::string days(past_end - width_of_day, ' ');
    const std::string first = to_string(report_.points.front().day);
    if (days.size() > width_of_day) days.replace(0, width_of_day, first);
    days += to_string(report_.points.back().day);
    if (!forecast_.empty()) {
      const std::size_t end = past_.size() + 1 + forecast_.size();
      days.resize(std::max(past_end + 2, end - width_of_day), ' ');
      days += to_string(report_.forecast.back().day);
    }
    const std::string step = fmt::format("by {}", name(report_.settings.every));
    page_.add(fmt::format("{:>14}  {}\n\n", step, days));
  }

  void write_pillar(PillarId id) {
    const auto cells = [&](const Columns& columns) {
      std::string text;
      for (const TrendPoint* point : columns) {
        const Points score = *point->pillars[static_cast<std::size_t>(id)];
        const std::size_t level = std::min(steps_of(score, pillar_max, eighths), eighths - 1);
        text += style_.unicode ? blocks[level + 1] : ascii_blocks.substr(level, 1);
      }
      return text;
    };
    if (!report_.points.back().pillars[static_cast<std::size_t>(id)]) {
      page_.add(fmt::format("{:>14}  ", name(id)) + page_.colored("not measured", dim) + '\n');
      return;
    }
    write_columns(name(id), cells(past_), cells(forecast_), "");
  }

  void write_numbers() {
    Columns points = {&report_.points.front()};
    if (report_.points.size() > 1) points.push_back(&report_.points.back());
    if (!report_.forecast.empty()) points.push_back(&report_.forecast.back());
    page_.end_line();
    write_cells("Points at the end of", bold, points,
                [](auto& point) { return to_string(point.day); });
    write_cells("  total", "", points, [](auto& point) { return points_or_dash(point.total); });
    for (const PillarInfo& pillar : pillar_catalog) {
      write_cells(fmt::format("  {}", pillar.title), "", points, [&](auto& point) {
        return points_or_dash(point.pillars[static_cast<std::size_t>(pillar.id)]);
      });
    }
  }

  void write_cells(std::string_view title, std::string_view color, const Columns& points,
                   auto cell) {
    constexpr std::size_t width = 12;
    page_.add(page_.colored(padded(title, page_width - width * points.size()), color));
    for (const TrendPoint* point : points) page_.add(fmt::format("{:>{}}", cell(*point), width));
    page_.end_line();
  }

  [[nodiscard]] std::string bar() const { return style_.unicode ? "│" : "|"; }

  Page page_;
  const TrendReport& report_;
  const Style& style_;
  Columns past_;
  Columns forecast_;
};

}  // namespace

void text_trend(std::string& out, const TrendReport& report,
                std::span<const Diagnostic> /*diagnostics*/, const Style& style) {
  TrendTextWriter{out, report, style}.write();
}

}  // namespace ssi
