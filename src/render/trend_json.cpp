#include "render/json_parts.hpp"
#include "render/render.hpp"

namespace ssi {
namespace {

void write_day(JsonWriter& json, std::string_view key, Day day) {
  json.key(key);
  json.plain(to_string(day));
}

void write_points(JsonWriter& json, std::string_view key, const std::vector<TrendPoint>& points,
                  const Model& model) {
  json.key(key);
  json.open('[');
  for (const TrendPoint& point : points) {
    json.open('{');
    write_day(json, "day", point.day);
    json.key("total");
    json.points_or_null(point.total);
    json.key("band");
    json.text_or_null(point.band ? std::optional{model.bands[*point.band].name} : std::nullopt);
    for (std::size_t i = 0; i < pillar_count; ++i) {
      json.key(names_of<PillarId>[i]);
      json.points_or_null(point.pillars[i]);
    }
    json.close('}');
  }
  json.close(']');
}

void write_fall(JsonWriter& json, const std::optional<TrendPoint>& falls_below) {
  json.key("falls_below");
  if (!falls_below) {
    json.raw("null");
    return;
  }
  json.open('{');
  write_day(json, "day", falls_below->day);
  json.key("total");
  json.points_or_null(falls_below->total);
  json.close('}');
}

}  // namespace

void json_trend(std::string& out, const TrendReport& report,
                std::span<const Diagnostic> diagnostics, const Style& /*style*/) {
  JsonWriter json{out, true};
  open_document(json, report.model);
  write_member(json, report.member);
  json.key("every");
  json.plain(name(report.settings.every));
  write_day(json, "since", report.settings.since);
  write_day(json, "until", report.settings.until);
  json.key("target");
  json.points(report.settings.target);
  json.key("assessable");
  json.points(report.assessable);
  write_points(json, "points", report.points, report.model);
  write_points(json, "forecast", report.forecast, report.model);
  write_fall(json, report.falls_below);
  json.key("diagnostics");
  write_diagnostics(json, diagnostics);
  json.close('}');
  out += '\n';
}

}  // namespace ssi
