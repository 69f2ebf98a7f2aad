#include <algorithm>

#include <nlohmann/json.hpp>

#include <ssi/render.hpp>

namespace ssi {
namespace {

using nlohmann::ordered_json;

ordered_json reference(std::string_view definition) {
  return ordered_json{{"$ref", "#/$defs/" + std::string{definition}}};
}

ordered_json of_type(const ordered_json& type) {
  return ordered_json{{"type", type}};
}

ordered_json nullable(std::string_view type) {
  return of_type({type, "null"});
}

ordered_json list_of(const ordered_json& items) {
  return ordered_json{{"type", "array"}, {"items", items}};
}

ordered_json points(Points most) {
  return ordered_json{{"type", "number"}, {"minimum", 0}, {"maximum", most.hundredths / 100}};
}

ordered_json points_or_null(Points most) {
  ordered_json schema = points(most);
  schema["type"] = {"number", "null"};
  return schema;
}

ordered_json one_of(auto names) {
  return ordered_json{{"enum", names}};
}

// An object with just these properties, all of them required but those in `optional`.
ordered_json object(const ordered_json& properties, const std::vector<std::string>& optional = {}) {
  ordered_json required = ordered_json::array();
  for (const auto& [key, schema] : properties.items()) {
    if (std::ranges::find(optional, key) == optional.end()) required.push_back(key);
  }
  return ordered_json{{"type", "object"},
                      {"properties", properties},
                      {"required", required},
                      {"additionalProperties", false}};
}

ordered_json model() {
  return object({{"name", of_type("string")},
                 {"sha256",
                  {{"description", "Of the file, for a model that is not built in."},
                   {"type", "string"},
                   {"pattern", "^[0-9a-f]{64}$"}}}},
                {"sha256"});
}

ordered_json signal() {
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

ordered_json pillar() {
  ordered_json signals = list_of(reference("signal"));
  signals["minItems"] = signals_per_pillar;
  signals["maxItems"] = signals_per_pillar;
  return object({{"id", one_of(names_of<PillarId>)},
                 {"title", of_type("string")},
                 {"score", points_or_null(pillar_max)},
                 {"earned", points(pillar_max)},
                 {"assessable", points(pillar_max)},
                 {"weak", of_type("boolean")},
                 {"weakest", of_type("boolean")},
                 {"signals", signals}});
}

ordered_json next_step() {
  return object({{"pillar", one_of(names_of<PillarId>)},
                 {"advice", of_type("string")},
                 {"activity",
                  {{"description", "An activity of the log, without its day."},
                   {"type", "object"},
                   {"properties", {{"type", one_of(activity_types)}}},
                   {"required", ordered_json::array({"type"})}}},
                 {"times", {{"type", "integer"}, {"minimum", 1}}},
                 {"gain", points(pillar_max)}});
}

ordered_json gate() {
  ordered_json on = ordered_json::array({"total"});
  for (const std::string_view pillar : names_of<PillarId>) on.push_back(pillar);
  on.push_back("complete");
  return object({{"on", one_of(on)},
                 {"wanted", points(total_max)},
                 {"got", points_or_null(total_max)},
                 {"passed", of_type("boolean")}});
}

ordered_json diagnostic() {
  return object({{"severity", one_of(names_of<Severity>)},
                 {"code", one_of(names_of<Code>)},
                 {"file", nullable("string")},
                 {"line", {{"type", {"integer", "null"}}, {"minimum", 1}}},
                 {"column", {{"type", {"integer", "null"}}, {"minimum", 1}}},
                 {"pointer", of_type("string")},
                 {"message", of_type("string")}});
}

ordered_json member_properties() {
  ordered_json pillars = list_of(reference("pillar"));
  pillars["minItems"] = pillar_count;
  pillars["maxItems"] = pillar_count;
  return {{"id", nullable("string")},
          {"name", nullable("string")},
          {"team", nullable("string")},
          {"as_of", {{"type", {"string", "null"}}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}},
          {"total", points_or_null(total_max)},
          {"band", nullable("string")},
          {"assessable", points(total_max)},
          {"weakest", list_of(one_of(names_of<PillarId>))},
          {"pillars", pillars},
          {"next_steps", list_of(reference("next_step"))},
          {"gates", list_of(reference("gate"))}};
}

}  // namespace

std::string report_schema() {
  const ordered_json version_one = {{"const", 1}};
  ordered_json line = {{"schema_version", version_one}, {"model", reference("model")}};
  line.update(member_properties());
  const ordered_json document = {
      {"schema_version", version_one},
      {"tool", object({{"name", {{"const", "ssi"}}}, {"version", of_type("string")}})},
      {"model", reference("model")},
      {"members", list_of(reference("member"))},
      {"diagnostics", list_of(reference("diagnostic"))}};
  const ordered_json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "ssi report"},
      {"description", "The document of the json format, or a line of the jsonl format."},
      {"if", {{"required", ordered_json::array({"members"})}}},
      {"then", reference("document")},
      {"else", reference("line")},
      {"$defs",
       {{"document", object(document)},
        {"line", object(line)},
        {"member", object(member_properties())},
        {"pillar", pillar()},
        {"signal", signal()},
        {"next_step", next_step()},
        {"gate", gate()},
        {"model", model()},
        {"diagnostic", diagnostic()}}}};
  return schema.dump(2) + '\n';
}

}  // namespace ssi
