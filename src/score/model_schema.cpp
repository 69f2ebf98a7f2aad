// States what a schema can. That points sum to 25, bands ascend and each signal stands once, only
// `parse_model` checks.

#include <nlohmann/json.hpp>

#include <ssi/model.hpp>

#include "score/model_limits.hpp"

namespace ssi {

using nlohmann::ordered_json;

namespace {

ordered_json effort() {
  ordered_json minutes = ordered_json::object();
  for (const std::string_view task : names_of<Task>) {
    minutes[std::string{task}] = {{"type", "integer"}, {"minimum", 1}, {"maximum", longest_task}};
  }
  return {{"description", "Minutes that each task takes in plans; those of v1 where left out."},
          {"type", "object"},
          {"properties", minutes},
          {"additionalProperties", false}};
}

ordered_json ceilings() {
  const ordered_json times = {{"type", "integer"}, {"minimum", 0}, {"maximum", highest_ceiling}};
  const ordered_json ceiling = {{"type", "object"},
                                {"properties", {{"day", times}, {"week", times}}},
                                {"required", ceiling_keys},
                                {"additionalProperties", false}};
  ordered_json all = ordered_json::object();
  for (const std::string_view what : names_of<Capped>) all[std::string{what}] = ceiling;
  return {{"description", "The most that a plan asks for per task; those of v1 where left out."},
          {"type", "object"},
          {"properties", all},
          {"additionalProperties", false}};
}

}  // namespace

std::string model_schema() {
  const ordered_json name = {{"type", "string"}, {"minLength", 1}};
  const auto points = [](Points most, std::string_view description) {
    return ordered_json{{"description", description},
                        {"type", "number"},
                        {"minimum", 0},
                        {"maximum", most.hundredths / 100}};
  };
  const ordered_json band = {
      {"type", "object"},
      {"properties",
       {{"name", name}, {"from", points(total_max, "The lowest total of the band.")}}},
      {"required", band_keys},
      {"additionalProperties", false}};
  const ordered_json signal = {
      {"type", "object"},
      {"properties",
       {{"id", {{"enum", names_of<SignalId>}}},
        {"points", points(pillar_max, "Earned at the target. Those of a pillar sum to 25.")},
        {"curve", {{"enum", names_of<Curve>}}},
        {"target",
         {{"description", "In the signal's unit, with at most four decimals."},
          {"type", "number"},
          {"exclusiveMinimum", 0},
          {"maximum", largest_target}}}}},
      {"required", signal_keys},
      {"additionalProperties", false}};
  const ordered_json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "ssi scoring model"},
      {"type", "object"},
      {"properties",
       {{"name", name},
        {"source",
         {{"description", "What the numbers were taken from, in words."},
          {"type", "string"},
          {"minLength", 1}}},
        {"window_days",
         {{"description", "How many days most signals count; the last is the as-of day."},
          {"type", "integer"},
          {"minimum", 1},
          {"maximum", longest_window}}},
        {"weak_below", points(pillar_max, "A pillar below this is weak.")},
        {"bands",
         {{"description", "Ascending; the first starts at 0."},
          {"type", "array"},
          {"minItems", 1},
          {"items", band}}},
        {"signals",
         {{"description", "Every signal once."},
          {"type", "array"},
          {"minItems", signal_count},
          {"maxItems", signal_count},
          {"items", signal}}},
        {"effort", effort()},
        {"ceilings", ceilings()}}},
      {"required", model_keys},
      {"additionalProperties", false}};
  return schema.dump(2) + '\n';
}

}  // namespace ssi
