#include <ssi/render.hpp>

#include "render/schema_parts.hpp"

namespace ssi {

using namespace schema;  // NOLINT(google-build-using-namespace)

namespace {

ordered_json distribution_properties(Points most) {
  ordered_json properties;
  for (const std::string_view key :
       {"mean", "least", "lower_quartile", "median", "upper_quartile", "greatest"}) {
    properties[std::string{key}] = points(most);
  }
  return properties;
}

ordered_json group_properties() {
  ordered_json total = object(distribution_properties(total_max));
  total["type"] = {"object", "null"};
  return {{"members", count()},
          {"unscored", count()},
          {"total", total},
          {"band", nullable("string")},
          {"bands",
           list_of(object(
               {{"name", of_type("string")}, {"from", points(total_max)}, {"members", count()}}))},
          {"pillars", list_of(reference("pillar"))}};
}

ordered_json team_pillar() {
  ordered_json properties = {{"id", one_of(names_of<PillarId>)}, {"title", of_type("string")}};
  properties.update(distribution_properties(pillar_max));
  properties.update(ordered_json{
      {"weak", of_type("boolean")}, {"weakest", of_type("boolean")}, {"weakest_for", count()}});
  return object(properties);
}

ordered_json team_member_properties() {
  return {{"id", nullable("string")}, {"name", nullable("string")}, {"team", nullable("string")}};
}

ordered_json place_properties() {
  ordered_json properties = {
      {"rank", {{"type", "integer"}, {"minimum", 1}}},
      {"top_percent", {{"type", "integer"}, {"minimum", 1}, {"maximum", 100}}}};
  properties.update(team_member_properties());
  properties["total"] = points(total_max);
  properties["band"] = of_type("string");
  for (const std::string_view pillar : names_of<PillarId>) {
    properties[std::string{pillar}] = points(pillar_max);
  }
  properties["weakest"] = list_of(one_of(names_of<PillarId>));
  return properties;
}

}  // namespace

std::string team_schema() {
  ordered_json team = {{"team", nullable("string")}};
  team.update(group_properties());
  ordered_json next_step = action_properties();
  next_step["members"] = count();
  next_step["mean_gain"] = points(pillar_max);
  const ordered_json document = {{"cohort", object(group_properties())},
                                 {"teams", list_of(object(team))},
                                 {"next_steps", list_of(object(next_step))},
                                 {"sort", one_of(names_of<SortBy>)},
                                 {"leaderboard", list_of(object(place_properties()))},
                                 {"unscored", list_of(object(team_member_properties()))},
                                 {"gates", list_of(reference("gate"))},
                                 {"diagnostics", list_of(reference("diagnostic"))}};
  return of_document_or_line(
      "ssi team report",
      "The document of the json format; or a line of the jsonl format: a place of the "
      "leaderboard, or a team.",
      "cohort",
      {{"document", document_of(document)},
       {"line", {{"anyOf", {line_of(place_properties()), line_of(team)}}}},
       {"pillar", team_pillar()},
       {"gate",
        gate({GateOn::total, GateOn::pillar, GateOn::complete, GateOn::mean, GateOn::share})},
       {"model", model()},
       {"diagnostic", diagnostic()}});
}

}  // namespace ssi
