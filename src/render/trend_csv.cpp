#include "render/csv_row.hpp"
#include "render/render.hpp"

namespace ssi {
namespace {

void write_rows(std::string& out, const std::vector<TrendPoint>& points, std::string_view kind,
                const TrendReport& report) {
  for (const TrendPoint& point : points) {
    CsvRow row{out};
    row.text(to_string(point.day));
    row.text(kind);
    row.text_or_empty(report.member.id);
    row.text_or_empty(report.member.name);
    row.text_or_empty(report.member.team);
    row.text(report.model.name);
    row.text_or_empty(report.model.sha256);
    row.points(point.total);
    row.text(point.band ? std::string_view{report.model.bands[*point.band].name} : "");
    for (const auto& pillar : point.pillars) row.points(pillar);
    row.end();
  }
}

}  // namespace

void csv_trend(std::string& out, const TrendReport& report,
               std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  CsvRow head{out};
  for (const std::string_view column :
       {"day", "kind", "id", "name", "team", "model", "model_sha256", "total", "band"}) {
    head.text(column);
  }
  for (const std::string_view pillar : names_of<PillarId>) head.text(pillar);
  head.end();
  write_rows(out, report.points, "score", report);
  write_rows(out, report.forecast, "forecast", report);
}

}  // namespace ssi
