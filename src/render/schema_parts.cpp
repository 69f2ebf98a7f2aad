#include "render/schema_parts.hpp"

#include <algorithm>

#include "render/json_parts.hpp"

namespace ssi::schema {

static constexpr std::string_view draft = "https://json-schema.org/draft/2020-12/schema";

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

ordered_json count() {
  return ordered_json{{"type", "integer"}, {"minimum", 0}};
}

ordered_json day() {
  return ordered_json{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
}

ordered_json day_or_null() {
  ordered_json schema = day();
  schema["type"] = {"string", "null"};
  return schema;
}

ordered_json points(Points most) {
  return ordered_json{{"type", "number"}, {"minimum", 0}, {"maximum", most.hundredths / 100}};
}

ordered_json points_or_null(Points most) {
  ordered_json schema = points(most);
  schema["type"] = {"number", "null"};
  return schema;
}

ordered_json difference(Points most) {
  ordered_json schema = points(most);
  schema["minimum"] = -(most.hundredths / 100);
  return schema;
}

ordered_json difference_or_null(Points most) {
  ordered_json schema = difference(most);
  schema["type"] = {"number", "null"};
  return schema;
}

// An object with just these properties, all of them required but those in `optional`.
ordered_json object(const ordered_json& properties, const std::vector<std::string>& optional) {
  ordered_json required = ordered_json::array();
  for (const auto& [key, schema] : properties.items()) {
    if (std::ranges::find(optional, key) == optional.end()) required.push_back(key);
  }
  return ordered_json{{"type", "object"},
                      {"properties", properties},
                      {"required", required},
                      {"additionalProperties", false}};
}

static ordered_json tool() {
  return object({{"name", {{"const", "ssi"}}}, {"version", of_type("string")}});
}

ordered_json model() {
  return object({{"name", of_type("string")},
                 {"sha256",
                  {{"description", "Of the file, for a model that is not built in."},
                   {"type", "string"},
                   {"pattern", "^[0-9a-f]{64}$"}}}},
                {"sha256"});
}

ordered_json member() {
  return object(
      {{"id", nullable("string")}, {"name", nullable("string")}, {"team", nullable("string")}});
}

ordered_json activity() {
  return {{"description", "An activity of the log, without its day where that is not told."},
          {"type", "object"},
          {"properties", {{"type", one_of(activity_types)}}},
          {"required", ordered_json::array({"type"})}};
}

ordered_json action_properties() {
  return {{"pillar", one_of(names_of<PillarId>)},
          {"advice", of_type("string")},
          {"activity", activity()},
          {"times", {{"type", "integer"}, {"minimum", 1}}}};
}

ordered_json gate(std::initializer_list<GateOn> gates) {
  ordered_json on = ordered_json::array();
  ordered_json properties = {{"on", {}}, {"wanted", points(total_max)}};
  for (const GateOn gate : gates) {
    if (gate == GateOn::pillar) {
      for (const std::string_view pillar : names_of<PillarId>) on.push_back(pillar);
    } else {
      on.push_back(name(Gate{.on = gate}));
    }
    if (gate == GateOn::share) {
      properties["from"] = points(total_max);
      properties["from"]["description"] = "Of a share: the total that members must have.";
    }
  }
  properties["on"] = one_of(on);
  properties["got"] = points_or_null(total_max);
  properties["passed"] = of_type("boolean");
  return object(properties, {"from"});
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

ordered_json document_with(const ordered_json& properties) {
  ordered_json document = {{"schema_version", {{"const", schema_version}}}, {"tool", tool()}};
  document.update(properties);
  return object(document);
}

ordered_json document_of(const ordered_json& properties) {
  ordered_json document = {{"model", reference("model")}};
  document.update(properties);
  return document_with(document);
}

ordered_json line_of(const ordered_json& properties, const std::vector<std::string>& optional) {
  ordered_json line = {{"schema_version", {{"const", schema_version}}},
                       {"model", reference("model")}};
  line.update(properties);
  return object(line, optional);
}

std::string of_document(std::string_view title, std::string_view description,
                        const ordered_json& document, const ordered_json& definitions) {
  ordered_json schema = {{"$schema", draft}, {"title", title}, {"description", description}};
  schema.update(document);
  schema["$defs"] = definitions;
  return schema.dump(2) + '\n';
}

std::string of_document_or_line(std::string_view title, std::string_view description,
                                std::string_view mark, const ordered_json& definitions) {
  const ordered_json schema = {{"$schema", draft},
                               {"title", title},
                               {"description", description},
                               {"if", {{"required", ordered_json::array({mark})}}},
                               {"then", reference("document")},
                               {"else", reference("line")},
                               {"$defs", definitions}};
  return schema.dump(2) + '\n';
}

}  // namespace ssi::schema
