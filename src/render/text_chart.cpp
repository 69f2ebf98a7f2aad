#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/value.hpp"
#include "render/terminal.hpp"

namespace ssi {
namespace {

constexpr std::size_t plot_rows = 10;
constexpr std::size_t label_width = 14;
constexpr std::size_t widest_step = 4;  // columns for each day of the series
constexpr std::size_t eighths = 8;      // levels that a cell can show
constexpr std::array<std::string_view, eighths + 1> blocks = {" ", "▁", "▂", "▃", "▄",
                                                              "▅", "▆", "▇", "█"};
constexpr std::string_view ascii_blocks = "_.:-=+*#";

/// The values of a plot, one for each column of the terminal.
using Columns = std::vector<Points>;

// Stretches or thins out a series to `columns` values, evenly. The last value is always kept: it is
// the score of today, or the end of the forecast.
Columns spread(const std::vector<std::optional<Points>>& values, std::size_t columns) {
  Columns result;
  for (std::size_t i = 1; i <= columns; ++i) {
    result.push_back(*values[(i * values.size() + columns - 1) / columns - 1]);
  }
  return result;
}

// `amount` on a scale on which `whole` is `most`, rounded down.
std::size_t steps_of(Points amount, Points whole, std::size_t most) {
  return static_cast<std::size_t>(amount.hundredths) * most /
         static_cast<std::size_t>(whole.hundredths);
}

// A chart on a terminal: the first series as a plot, and a line of blocks for each of the others.
class TextChart {
 public:
  TextChart(Terminal& terminal, const Chart& chart) : t_{terminal}, chart_{chart} {
    const std::size_t past = chart.past_days.size();
    const std::size_t all = past + chart.forecast_days.size();
    const std::size_t room = t_.width() - label_width - 4 - (has_forecast() ? 1 : 0);
    const std::size_t used =
        std::min(room, all * std::min(widest_step, std::max<std::size_t>(1, room / all)));
    past_ = std::max<std::size_t>(1, used * past / all);
    forecast_ = has_forecast() ? used - past_ : 0;
  }

  void write() {
    t_.end_line();
    const Series& total = chart_.series.front();
    for (std::size_t row = has_total() ? plot_rows : 0; row > 0; --row) write_row(total, row);
    write_axis();
    for (std::size_t i = 1; i < chart_.series.size(); ++i) write_line(chart_.series[i]);
    if (chart_.marks.empty() || !has_total()) return;
    t_.add_before(label_width, mark());
    t_.add("  " + chart_.marks);
    t_.end_line();
  }

 private:
  [[nodiscard]] std::string_view mark() const { return t_.sign("●", "o"); }
  [[nodiscard]] bool has_total() const { return chart_.series.front().past.back().has_value(); }
  [[nodiscard]] bool has_forecast() const { return !chart_.forecast_days.empty(); }

  // Writes a row of the plot; row 1 is the lowest. Empty cells at the height of the target show its
  // line.
  void write_row(const Series& series, std::size_t row) {
    const Points height{series.most.hundredths / static_cast<int>(plot_rows)};
    const Points top{height.hundredths * static_cast<int>(row)};
    const bool is_target = chart_.target > top - height && chart_.target <= top;
    std::string label = row == plot_rows || row == plot_rows / 2 ? short_points(top) : "";
    if (is_target) label = "target " + short_points(chart_.target);
    const auto cells = [&](const Columns& columns, auto glyph) {
      std::vector<std::string_view> texts;
      texts.reserve(columns.size());
      for (const Points points : columns) {
        const std::size_t filled = steps_of(points, series.most, plot_rows * eighths);
        const std::size_t below = (row - 1) * eighths;
        const std::string_view cell = glyph(std::min(filled - std::min(filled, below), eighths));
        texts.push_back(cell != " " || !is_target ? cell : t_.sign("┄", "-"));
      }
      return texts;
    };
    std::vector<std::string_view> past = cells(spread(series.past, past_), [&](std::size_t filled) {
      return t_.sign(blocks[filled], filled >= eighths / 2 ? "#" : " ");
    });
    for (const std::size_t column : marks_in(series, row)) past[column] = mark();
    const auto forecast = cells(spread(series.forecast, forecast_), [&](std::size_t filled) {
      return filled < eighths / 2 ? " " : t_.sign("░", ":");
    });
    write_columns(label, fmt::format("{}", fmt::join(past, "")),
                  fmt::format("{}", fmt::join(forecast, "")), Terminal::color_of(chart_.tone));
  }

  // The columns with a mark in a row of the plot. The column of a step is the last that `spread`
  // gives it.
  [[nodiscard]] std::vector<std::size_t> marks_in(const Series& series, std::size_t row) const {
    std::vector<std::size_t> columns;
    columns.reserve(series.marks.size());
    for (std::size_t i = 0; i < series.marks.size(); ++i) {
      if (!series.marks[i]) continue;
      const std::size_t at = steps_of(*series.marks[i], series.most, plot_rows * eighths);
      const std::size_t own_row = std::max<std::size_t>(1, (at + eighths - 1) / eighths);
      const std::size_t column = (i + 1) * past_ / series.marks.size();
      if (own_row == row) columns.push_back(std::max<std::size_t>(1, column) - 1);
    }
    return columns;
  }

  void write_columns(std::string_view label, std::string past, std::string forecast,
                     std::string_view color) {
    const auto trim = [](std::string& text) { text.erase(text.find_last_not_of(' ') + 1); };
    trim(forecast);
    if (!has_forecast()) trim(past);
    t_.add_before(label_width, label);
    t_.at(label_width + 1);
    t_.add(t_.sign("│", "|"), Terminal::dim);
    t_.add(past, color);
    if (has_forecast()) t_.add(fmt::format("{}{}", t_.sign("│", "|"), forecast), Terminal::dim);
    t_.end_line();
  }

  void write_axis() {
    const auto line = [&](std::size_t columns) {
      return fmt::format("{}{}", t_.sign("┴", "+"), repeated(t_.sign("─", "-"), columns));
    };
    t_.add_before(label_width, has_total() ? "0" : "");
    t_.at(label_width + 1);
    t_.add(line(past_) + (has_forecast() ? line(forecast_) : ""), Terminal::dim);
    t_.end_line();
    // The last day of the past stands under its column; the others only if there is room.
    constexpr std::size_t start = label_width + 2;
    constexpr std::size_t width_of_day = 10;
    t_.add_before(label_width, "by " + chart_.step);
    const std::size_t past_end = std::max(past_, width_of_day);
    if (past_end > 2 * width_of_day) {
      t_.at(start);
      t_.add(chart_.past_days.front());
    }
    t_.at(start + past_end - width_of_day);
    t_.add(chart_.past_days.back());
    if (has_forecast()) {
      const std::size_t end = past_ + 1 + forecast_;
      t_.at(start + std::max(past_end + 2, end - std::min(end, width_of_day)));
      t_.add(chart_.forecast_days.back());
    }
    t_.end_line();
    t_.end_line();
  }

  void write_line(const Series& series) {
    if (!series.past.back()) {
      t_.add_before(label_width, series.title);
      t_.add("  ");
      t_.add("not measured", Terminal::dim);
      t_.end_line();
      return;
    }
    const auto cells = [&](const Columns& columns) {
      std::string text;
      for (const Points points : columns) {
        const std::size_t level = std::min(steps_of(points, series.most, eighths), eighths - 1);
        text += t_.sign(blocks[level + 1], ascii_blocks.substr(level, 1));
      }
      return text;
    };
    write_columns(series.title, cells(spread(series.past, past_)),
                  cells(spread(series.forecast, forecast_)), "");
  }

  Terminal& t_;
  const Chart& chart_;
  std::size_t past_ = 0;  // columns
  std::size_t forecast_ = 0;
};

}  // namespace

void write_block(Terminal& terminal, const Chart& chart) {
  TextChart{terminal, chart}.write();
}

}  // namespace ssi
