#include "render/schema_writer.hpp"

namespace ssi {

using Json = SchemaWriter::Json;

static constexpr std::string_view draft = "https://json-schema.org/draft/2020-12/schema";

Json SchemaWriter::object() const {
  return {{"type", "object"},
          {"properties", properties_},
          {"required", required_},
          {"additionalProperties", false}};
}

void SchemaWriter::add(std::string_view name, Json schema, const Rule& rule, bool is_required) {
  if (!rule.about.empty()) schema["description"] = rule.about;
  properties_[std::string{name}] = std::move(schema);
  if (is_required) required_.push_back(name);
}

Json SchemaWriter::nullable(Json schema) {
  if (schema.contains("enum")) {
    schema["enum"].push_back(nullptr);
  } else {
    schema["type"] = {schema["type"], "null"};
  }
  return schema;
}

Json SchemaWriter::text() {
  return {{"type", "string"}};
}

Json SchemaWriter::one_of(std::span<const std::string_view> names) {
  return {{"enum", Json(names)}};
}

Json SchemaWriter::points(const Rule& rule) {
  const std::int32_t most = rule.most.hundredths / 100;
  return {{"type", "number"}, {"minimum", rule.may_be_less ? -most : 0}, {"maximum", most}};
}

Json SchemaWriter::day() {
  return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
}

Json SchemaWriter::activity() {
  return {{"description", "An activity of the log, without its day where that is not told."},
          {"type", "object"},
          {"properties", {{"type", one_of(activity_types)}}},
          {"required", Json::array({"type"})}};
}

std::string document_schema(std::string_view title, std::string_view description,
                            const Json& document) {
  Json schema = {{"$schema", draft}, {"title", title}, {"description", description}};
  schema.update(document);
  return schema.dump(2) + '\n';
}

std::string document_or_line_schema(std::string_view title, std::string_view description,
                                    std::string_view mark, const Json& document,
                                    const std::vector<Json>& lines) {
  return document_schema(title, description,
                         {{"if", {{"required", Json::array({mark})}}},
                          {"then", document},
                          {"else", lines.size() == 1 ? lines.front() : Json{{"anyOf", lines}}}});
}

}  // namespace ssi
