#include "render/schema_writer.hpp"

#include <nlohmann/json.hpp>

namespace ssi {
namespace {

using Json = nlohmann::ordered_json;

Json schema_of(const Value& value, const Rule& rule) {
  const std::int32_t most = rule.most.hundredths / 100;
  switch (value.type()) {
    case Value::Type::boolean:
      return {{"type", "boolean"}};
    case Value::Type::integer:
      return {{"type", "integer"}, {"minimum", rule.least}};
    case Value::Type::number:
      return {{"type", "number"}, {"minimum", 0}};
    case Value::Type::points:
      return {{"type", "number"}, {"minimum", rule.may_be_less ? -most : 0}, {"maximum", most}};
    case Value::Type::day:
      return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    case Value::Type::activity:
      return {{"description", "An activity as in a log. It may lack the day."},
              {"type", "object"},
              {"properties", {{"type", {{"enum", Json(activity_types)}}}}},
              {"required", Json::array({"type"})}};
    case Value::Type::word:
    case Value::Type::text:
      break;
  }
  if (!value.choices().empty()) return {{"enum", Json(value.choices())}};
  return {{"type", "string"}};
}

Json nullable(Json schema) {
  if (schema.contains("enum")) {
    schema["enum"].push_back(nullptr);
  } else {
    schema["type"] = {schema["type"], "null"};
  }
  return schema;
}

class SchemaWriter final : public Fields {
 public:
  /// The schema of an object with the fields that `describe` names.
  static Json object_of(const Description& describe) {
    SchemaWriter writer;
    writer.open({}, '{');
    describe(writer);
    return std::move(writer.open_.front().schema);
  }

 private:
  /// An object or a list that has begun and not ended.
  struct Open {
    FieldPlace field{};
    Json schema{};
  };

  void add(const FieldPlace& field, const Value& value) override {
    put(field, schema_of(value, *field.rule));
  }

  bool open(const FieldPlace& field, char bracket) override {
    Json schema;
    if (bracket == '[') {
      schema = {{"type", "array"}, {"items", nullptr}};
      if (field.rule->fewest > 0) schema["minItems"] = field.rule->fewest;
      if (field.rule->most_items > 0) schema["maxItems"] = field.rule->most_items;
    } else {
      schema = {{"type", "object"},
                {"properties", Json::object()},
                {"required", Json::array()},
                {"additionalProperties", false}};
    }
    open_.push_back({field, std::move(schema)});
    return true;
  }

  void close(char /*bracket*/) override {
    Open closed = std::move(open_.back());
    open_.pop_back();
    put(closed.field, std::move(closed.schema));
  }

  [[nodiscard]] bool wants_types() const override { return true; }

  // Adds a schema to the innermost object or list. An absent field is null unless the rule lets it
  // be left out, and so is required otherwise.
  void put(const FieldPlace& field, Json schema) {
    if (field.may_be_absent && !field.rule->may_be_left_out) schema = nullable(std::move(schema));
    if (!field.rule->about.empty()) schema["description"] = field.rule->about;
    Json& around = open_.back().schema;
    if (around.contains("items")) {
      around["items"] = std::move(schema);
      return;
    }
    around["properties"][std::string{field.name}] = std::move(schema);
    if (!field.rule->may_be_left_out) around["required"].push_back(field.name);
  }

  std::vector<Open> open_;
};

std::string to_text(std::string_view title, std::string_view description, const Json& rules) {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", title},
                 {"description", description}};
  schema.update(rules);
  return schema.dump(2) + '\n';
}

}  // namespace

std::string document_schema(std::string_view title, std::string_view description,
                            const Description& document) {
  return to_text(title, description, SchemaWriter::object_of(document));
}

std::string document_or_line_schema(std::string_view title, std::string_view description,
                                    std::string_view mark, const Description& document,
                                    const std::vector<Description>& lines) {
  Json any = Json::array();
  for (const Description& line : lines) any.push_back(SchemaWriter::object_of(line));
  return to_text(title, description,
                 {{"if", {{"required", Json::array({mark})}}},
                  {"then", SchemaWriter::object_of(document)},
                  {"else", any.size() == 1 ? any.front() : Json{{"anyOf", any}}}});
}

}  // namespace ssi
