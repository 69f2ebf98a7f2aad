#include "log/encode.hpp"
#include "render/json_parts.hpp"
#include "render/render.hpp"

namespace ssi {
namespace {

void write_score(JsonWriter& json, std::string_view key, const Score& score) {
  json.key(key);
  json.open('{');
  json.key("total");
  json.points_or_null(score.total);
  for (const PillarScore& pillar : score.pillars) {
    json.key(name(pillar.id));
    json.points_or_null(pillar.score);
  }
  json.close('}');
}

void write_target(JsonWriter& json, const PlanTarget& target) {
  json.key("target");
  json.open('{');
  json.key("total");
  json.points_or_null(target.total);
  for (std::size_t i = 0; i < pillar_count; ++i) {
    json.key(names_of<PillarId>[i]);
    json.points_or_null(target.pillars[i]);
  }
  json.close('}');
}

void write_items(JsonWriter& json, const std::vector<PlanItem>& items) {
  json.key("items");
  json.open('[');
  for (const PlanItem& item : items) {
    json.open('{');
    json.key("task");
    json.plain(name(item.task));
    json.key("advice");
    json.plain(item.advice);
    json.number("times", item.times);
    json.number("times_a_week", item.times_a_week);
    json.number("days_a_week", item.days_a_week);
    json.number("minutes", item.minutes);
    json.close('}');
  }
  json.close(']');
}

void write_rates(JsonWriter& json, const std::vector<PlanRate>& rates) {
  json.key("rates");
  json.open('[');
  for (const PlanRate& rate : rates) {
    json.open('{');
    json.key("what");
    json.plain(name(rate.what));
    json.number("count", rate.count);
    json.number("of", rate.of);
    json.key("assumed");
    json.boolean(!rate.is_past);
    json.close('}');
  }
  json.close(']');
}

}  // namespace

void json_plan(std::string& out, const PlanReport& report, std::span<const Diagnostic> diagnostics,
               const Style& /*style*/) {
  JsonWriter json{out, true};
  open_document(json, report.settings.model);
  write_member(json, report.member);
  json.key("from");
  json.plain(to_string(report.settings.from));
  json.key("until");
  json.plain(to_string(report.until));
  json.number("minutes_per_day", report.settings.minutes_per_day);
  write_target(json, report.settings.target);
  json.key("reached");
  json.boolean(report.is_reached);
  write_score(json, "now", report.now);
  write_score(json, "without", report.without);
  write_score(json, "with", report.with);
  json.number("minutes", report.minutes);
  write_items(json, report.items);
  write_rates(json, report.rates);
  json.key("activities");
  json.open('[');
  for (const Activity& activity : report.activities) json.raw(encode(activity));
  json.close(']');
  json.key("diagnostics");
  write_diagnostics(json, diagnostics);
  json.close('}');
  out += '\n';
}

}  // namespace ssi
