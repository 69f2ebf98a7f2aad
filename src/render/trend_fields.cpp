#include "render/describe.hpp"
#include "render/render.hpp"

namespace ssi {

static void describe(Fields& out, const TrendPoint& point, const Model& model) {
  out.field("day", point.day);
  out.field("total", point.total);
  out.field("band", band_name(point.band, model));
  describe_pillars(out, point.pillars);
}

void describe(Fields& out, const TrendReport& report) {
  const auto point = [&](Fields& fields, const TrendPoint& p) {
    describe(fields, p, report.model);
  };
  describe_tool(out, report.model);
  out.object("member", report.member);
  out.field("every", report.settings.every);
  out.field("since", report.settings.since);
  out.field("until", report.settings.until);
  out.field("target", report.settings.target);
  out.field("assessable", report.assessable);
  out.list("points", report.points, point, {.fewest = 1});
  out.list("forecast", report.forecast, point,
           {.about = "What follows if nothing further happens."});
  out.object("falls_below", report.falls_below,
             [](Fields& fields, const TrendPoint& p) {
               fields.field("day", p.day);
               fields.field("total", p.total);
             },
             {.about = "The first day of the forecast below the target."});
}

/// A row of CSV: a point of the trend, or of its forecast.
struct TrendRow {
  const TrendPoint* point = nullptr;  ///< null in the header
  std::string_view kind{};
};

static void describe_cells(Fields& out, const TrendRow& row, const TrendReport& report) {
  const TrendPoint point = row.point == nullptr ? TrendPoint{} : *row.point;
  out.field("day", point.day);
  out.field("kind", row.kind);
  describe(out, report.member);
  out.field("model", report.model.name);
  out.field("model_sha256", report.model.sha256);
  out.field("total", point.total);
  out.field("band", band_name(point.band, report.model));
  describe_pillars(out, point.pillars);
}

std::string trend_schema() {
  return schema_of<TrendReport>("ssi trend report");
}

void csv_trend(std::string& out, const TrendReport& report, Notes /*notes*/,
               const Style& /*style*/) {
  std::vector<TrendRow> rows;
  for (const TrendPoint& point : report.points) rows.push_back({&point, "score"});
  for (const TrendPoint& point : report.forecast) rows.push_back({&point, "forecast"});
  write_rows(out, rows,
             [&](Fields& fields, const TrendRow& row) { describe_cells(fields, row, report); });
}

}  // namespace ssi
