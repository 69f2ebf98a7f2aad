// Plots as SVG within the page: no script, and nothing to load. Coordinates are computed in
// integers (tenths of a unit), so that a report has the same bytes on every machine.

#include <fmt/format.h>

#include "page/value.hpp"
#include "render/html.hpp"

namespace ssi {
namespace {

constexpr std::size_t plot_width = 640;
constexpr std::size_t margin = 34;  // for the numbers at the left
constexpr int total_height = 190;
constexpr int pillar_height = 56;

// Points over time: the total in a large plot, each pillar in a small one below it.
class Plot {
 public:
  Plot(std::string& out, const Chart& chart) : out_{out}, chart_{chart} {}

  void write() {
    const std::size_t pillars = chart_.series.size() - 1;
    const int height = total_height + 36 + static_cast<int>(pillars) * (pillar_height + 8);
    put(out_,
        "<svg class=\"plot\" viewBox=\"0 0 {} {}\" role=\"img\"><title>{}</title><desc>{}</desc>\n",
        plot_width, height, html_text(chart_.title), html_text(chart_.about));
    write_total();
    write_days();
    for (std::size_t i = 1; i <= pillars; ++i) {
      const int top = total_height + 36 + static_cast<int>(i - 1) * (pillar_height + 8);
      write_line(chart_.series[i], top, pillar_height, fmt::format("p{}", i - 1));
      write_marks(chart_.series[i], top, pillar_height);
      put(out_, "<text x=\"{}\" y=\"{}\">{}</text>\n", margin + 4, top + 12,
          html_text(chart_.series[i].title));
    }
    out_ += "</svg>\n";
  }

 private:
  [[nodiscard]] std::size_t days() const {
    return chart_.past_days.size() + chart_.forecast_days.size();
  }

  // The x coordinate of the day with this index.
  [[nodiscard]] std::string x(std::size_t day) const {
    const std::size_t room = (plot_width - margin - 8) * 10;
    const std::size_t tenths = margin * 10 + (days() < 2 ? room / 2 : day * room / (days() - 1));
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
  }

  [[nodiscard]] static std::string y(Points points, Points most, int top, int height) {
    const int tenths = top * 10 + height * 10 - points.hundredths * height / (most.hundredths / 10);
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
  }

  void write_total() {
    const Series& total = chart_.series.front();
    const auto level = [&](Points points, std::string_view kind, std::string_view label) {
      const std::string at = y(points, total.most, 8, total_height);
      put(out_, "<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>", kind, margin,
          plot_width, at, at);
      put(out_, "<text class=\"end\" x=\"{}\" y=\"{}\" dy=\"4\">{}</text>\n", margin - 5, at,
          label);
    };
    for (const Points points : {Points{}, Points::whole(50), Points::whole(100)}) {
      level(points, "grid", short_points(points));
    }
    level(chart_.target, "target", short_points(chart_.target));
    write_line(total, 8, total_height, "total");
    write_marks(total, 8, total_height);
    if (chart_.marks.empty()) return;
    put(out_, "<circle class=\"mark\" cx=\"{}\" cy=\"14\" r=\"2.5\"/>", margin + 8);
    put(out_, "<text x=\"{}\" y=\"18\">{}</text>\n", margin + 16, html_text(chart_.marks));
  }

  void write_days() {
    const auto day = [&](std::size_t index, std::string_view kind, const std::string& text) {
      put(out_, "<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", kind, x(index),
          total_height + 24, text);
    };
    const std::size_t last = chart_.past_days.size() - 1;
    // Each only if it is a quarter of the width away from its neighbour: they must not overlap.
    if (last * 4 > days()) day(0, "", chart_.past_days.front());
    const bool at_end = last + 1 == days() || (last + 1) * 4 > days() * 3;
    if (last + 1 == days() || (days() - last) * 4 > days()) {
      day(last, at_end ? "end" : "middle", chart_.past_days.back());
    }
    if (!chart_.forecast_days.empty()) day(days() - 1, "end", chart_.forecast_days.back());
  }

  // The past as a line, and the forecast as a dashed one that starts where the past ends.
  void write_line(const Series& series, int top, int height, std::string_view kind) {
    put(out_, "<line class=\"grid\" x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\"/>\n", margin,
        plot_width, top + height);
    if (!series.past.back()) return;
    std::string past;
    const auto point = [&](std::size_t day, Points points) {
      return fmt::format("{},{} ", x(day), y(points, series.most, top, height));
    };
    for (std::size_t i = 0; i < series.past.size(); ++i) past += point(i, *series.past[i]);
    const std::size_t last = series.past.size() - 1;
    std::string forecast = point(last, *series.past.back());
    for (std::size_t i = 0; i < series.forecast.size(); ++i) {
      forecast += point(last + 1 + i, *series.forecast[i]);
    }
    put(out_, "<polyline class=\"{} forecast\" points=\"{}\"/>\n", kind, forecast);
    put(out_, "<polyline class=\"{}\" points=\"{}\"/>\n", kind, past);
    put(out_, "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"3\"/>\n", kind, x(last),
        y(*series.past.back(), series.most, top, height));
  }

  void write_marks(const Series& series, int top, int height) {
    for (std::size_t i = 0; i < series.marks.size(); ++i) {
      if (!series.marks[i]) continue;
      put(out_, "<circle class=\"mark\" cx=\"{}\" cy=\"{}\" r=\"2.5\"/>\n", x(i),
          y(*series.marks[i], series.most, top, height));
    }
  }

  std::string& out_;
  const Chart& chart_;
};

}  // namespace

// A ring of arcs, one for each part, and a mark at LinkedIn's own number. A radius of 15.9155 makes
// the circle 100 units long, so that a point is a unit, and amounts can be written as they are.
void write_ring(std::string& out, const Headline& sum, const Meters& parts) {
  std::string about;
  std::string arcs;
  Points start;
  for (std::size_t i = 0; i < parts.meters.size(); ++i) {
    const Meter& meter = parts.meters[i];
    about += fmt::format("{}{} {}", i == 0 ? "" : ", ", meter.label, meter.amount);
    if (meter.part > 0) {
      arcs += fmt::format(
          "<circle class=\"p{}\" cx=\"21\" cy=\"21\" r=\"15.9155\" stroke-dasharray=\"{} 100\" "
          "stroke-dashoffset=\"{}\"/>\n",
          i, meter.amount, to_string(Points{} - start));
    }
    start += Points{static_cast<std::int32_t>(meter.part)};
  }
  if (!sum.linkedin.empty()) {
    about += fmt::format("; LinkedIn showed {}", sum.linkedin);
    arcs += fmt::format(
        "<circle class=\"mark\" cx=\"21\" cy=\"21\" r=\"15.9155\" stroke-dasharray=\"0.8 100\" "
        "stroke-dashoffset=\"-{}\"/>\n",
        sum.linkedin);
  }
  put(out,
      "<svg class=\"ring\" viewBox=\"0 0 42 42\" role=\"img\"><title>{} of {} points</title>"
      "<desc>{}</desc>\n<circle class=\"track\" cx=\"21\" cy=\"21\" r=\"15.9155\"/>\n{}"
      "<text x=\"21\" y=\"23.5\">{}</text></svg>\n",
      html_text(sum.points), html_text(sum.of), html_text(about), arcs,
      html_text(sum.points.substr(0, sum.points.find('.'))));
}

void write_plot(std::string& out, const Chart& chart) {
  Plot{out, chart}.write();
}

}  // namespace ssi
