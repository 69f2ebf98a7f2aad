#include "render/describe.hpp"
#include "render/render.hpp"

namespace ssi {

static void describe(Fields& out, const TrendPoint& point, const Model& model) {
  out.field("day", point.day);
  out.field("total", point.total);
  describe_range(out, point.range);
  out.field("band", band_name(point.band, model));
  describe_pillars(out, point.pillars);
}

void describe(Fields& out, const TrendReport& report) {
  const auto point = [&](Fields& fields, const TrendPoint& p) {
    describe(fields, p, report.model);
  };
  out.object("model", report.model);
  out.object("member", report.member);
  out.field("every", report.settings.every);
  out.field("since", report.settings.since);
  out.field("until", report.settings.until);
  out.field("target", report.settings.target);
  out.field("assessable", report.assessable);
  out.list("points", report.points, point, {.fewest = 1});
  out.list("forecast", report.forecast, point,
           {.about = "The scores to come without further activity."});
  out.object("falls_below", report.falls_below,
             [](Fields& fields, const TrendPoint& p) {
               fields.field("day", p.day);
               fields.field("total", p.total);
             },
             {.about = "The first day of the forecast below the target."});
  out.list("readings", report.readings, ByType{}, {.about = "What LinkedIn itself showed."});
}

/// A row of CSV: a point of the trend, or of its forecast.
struct TrendRow {
  TrendPoint point{};
  std::string_view kind{};
  std::optional<SideBySide> linkedin{};  ///< the last reading of the step
  const TrendReport* report = nullptr;   ///< null in the header
};

static void describe_cells(Fields& out, const TrendRow& row) {
  static const TrendReport nothing{};
  const TrendReport& report = row.report == nullptr ? nothing : *row.report;
  out.field("day", row.point.day);
  out.field("kind", row.kind);
  describe(out, report.member);
  describe_model(out, report.model);
  out.field("total", row.point.total);
  out.field("band", band_name(row.point.band, report.model));
  describe_pillars(out, row.point.pillars);
  out.object("linkedin", row.linkedin);
  out.field("assessable", report.assessable);
  describe_range(out, row.point.range);
}

std::string trend_schema() {
  return schema_of_members<TrendReport>("ssi trend report");
}

void csv_trends(std::string& out, const std::vector<TrendReport>& reports, Notes /*notes*/,
                const Style& /*style*/) {
  std::vector<TrendRow> rows;
  for (const TrendReport& report : reports) {
    const auto readings = readings_by_step(report);
    for (std::size_t i = 0; i < report.points.size(); ++i) {
      rows.push_back({report.points[i], "score", readings[i], &report});
    }
    for (const TrendPoint& point : report.forecast) {
      rows.push_back({point, "forecast", std::nullopt, &report});
    }
  }
  write_rows(out, rows, [](Fields& fields, const TrendRow& row) { describe_cells(fields, row); });
}

}  // namespace ssi
