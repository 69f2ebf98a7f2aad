#include <algorithm>

#include <ssi/render.hpp>

#include "render/schema_parts.hpp"

namespace ssi {

using namespace schema;  // NOLINT(google-build-using-namespace)

namespace {

ordered_json report_signal() {
  return object({{"id", one_of(names_of<SignalId>)},
                 {"value",
                  {{"description", "Null where not measured."},
                   {"type", {"number", "null"}},
                   {"minimum", 0}}},
                 {"target", {{"type", "number"}, {"exclusiveMinimum", 0}}},
                 {"unit", of_type("string")},
                 {"points", points(pillar_max)},
                 {"max", points(pillar_max)}});
}

ordered_json report_pillar() {
  ordered_json signals = list_of(reference("signal"));
  signals["minItems"] = std::ranges::min(signals_in);
  signals["maxItems"] = std::ranges::max(signals_in);
  return object({{"id", one_of(names_of<PillarId>)},
                 {"title", of_type("string")},
                 {"score", points_or_null(pillar_max)},
                 {"earned", points(pillar_max)},
                 {"assessable", points(pillar_max)},
                 {"weak", of_type("boolean")},
                 {"weakest", of_type("boolean")},
                 {"signals", signals}});
}

// What a score has, of a log as it is or as it is supposed to be.
ordered_json score_properties() {
  ordered_json pillars = list_of(reference("pillar"));
  pillars["minItems"] = pillar_count;
  pillars["maxItems"] = pillar_count;
  return {{"as_of", day_or_null()},
          {"total", points_or_null(total_max)},
          {"band", nullable("string")},
          {"assessable", points(total_max)},
          {"weakest", list_of(one_of(names_of<PillarId>))},
          {"pillars", pillars}};
}

ordered_json report_member_properties() {
  ordered_json properties = {
      {"id", nullable("string")}, {"name", nullable("string")}, {"team", nullable("string")}};
  properties.update(score_properties());
  properties["next_steps"] = list_of(reference("next_step"));
  properties["gates"] = list_of(reference("gate"));
  properties["what_if"] = reference("what_if");
  return properties;
}

ordered_json what_if() {
  ordered_json properties = {{"activities", list_of(activity())}};
  properties.update(score_properties());
  properties["change"] = {{"description", "Of the total."},
                          {"type", {"number", "null"}},
                          {"minimum", -total_max.hundredths / 100},
                          {"maximum", total_max.hundredths / 100}};
  ordered_json schema = object(properties);
  schema["description"] = "Of ssi score --what-if: the score of the log with the activities added.";
  return schema;
}

}  // namespace

std::string report_schema() {
  const ordered_json document = {{"members", list_of(reference("member"))},
                                 {"diagnostics", list_of(reference("diagnostic"))}};
  ordered_json next_step = action_properties();
  next_step["gain"] = points(pillar_max);
  return of_document_or_line(
      "ssi report", "The document of the json format, or a line of the jsonl format.", "members",
      {{"document", document_of(document)},
       {"line", line_of(report_member_properties(), {"what_if"})},
       {"member", object(report_member_properties(), {"what_if"})},
       {"what_if", what_if()},
       {"pillar", report_pillar()},
       {"signal", report_signal()},
       {"next_step", object(next_step)},
       {"gate", gate({GateOn::total, GateOn::pillar, GateOn::complete})},
       {"model", model()},
       {"diagnostic", diagnostic()}});
}

}  // namespace ssi
