#pragma once

#include <array>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include <nlohmann/json.hpp>

#include <ssi/report.hpp>

#include "render/field.hpp"

namespace ssi {

/// Writes what objects look like as JSON Schema, field by field: see field.hpp.
class SchemaWriter {
 public:
  using Json = nlohmann::ordered_json;

  template <class T>
  void field(std::string_view name, const T& /*value*/, const Rule& rule = {}) {
    add(name, schema_of<T>(rule), rule);
  }
  template <class T>
  void field_if_any(std::string_view name, const std::optional<T>& /*value*/,
                    const Rule& rule = {}) {
    add(name, schema_of<T>(rule), rule, false);
  }
  template <class Items>
  void values(std::string_view name, const Items& /*items*/, const Rule& rule = {}) {
    add(name, list_of<Items>(schema_of<std::ranges::range_value_t<Items>>(rule), rule), rule);
  }
  template <class Describe>
  void object(std::string_view name, const Describe& describe, const Rule& rule = {}) {
    add(name, object_of(describe), rule);
  }
  template <class T, class Describe>
  void object_or_null(std::string_view name, const std::optional<T>& /*value*/,
                      const Describe& describe, const Rule& rule = {}) {
    add(name, nullable(object_of([&](auto& out) { describe(out, T{}); })), rule);
  }
  template <class T, class Describe>
  void object_if_any(std::string_view name, const std::optional<T>& /*value*/,
                     const Describe& describe, const Rule& rule = {}) {
    add(name, object_of([&](auto& out) { describe(out, T{}); }), rule, false);
  }
  template <class Items, class Describe>
  void list(std::string_view name, const Items& /*items*/, const Describe& describe,
            const Rule& rule = {}) {
    using Each = std::ranges::range_value_t<Items>;
    add(name, list_of<Items>(object_of([&](auto& out) { describe(out, Each{}); }), rule), rule);
  }

  /// The schema of an object with the fields that `describe` names, and no other.
  template <class Describe>
  [[nodiscard]] static Json object_of(const Describe& describe) {
    SchemaWriter fields;
    describe(fields);
    return fields.object();
  }

 private:
  [[nodiscard]] Json object() const;
  void add(std::string_view name, Json schema, const Rule& rule, bool is_required = true);

  [[nodiscard]] static Json nullable(Json schema);
  [[nodiscard]] static Json text();
  [[nodiscard]] static Json one_of(std::span<const std::string_view> names);
  [[nodiscard]] static Json points(const Rule& rule);
  [[nodiscard]] static Json day();
  /// Of an activity of a log.
  [[nodiscard]] static Json activity();

  // As many items as a list of a fixed size has, or the rule says.
  template <class Items>
  [[nodiscard]] static Json list_of(const Json& item, Rule rule) {
    if constexpr (requires { std::tuple_size<Items>::value; }) {
      rule.fewest = rule.most_items = std::tuple_size_v<Items>;
    }
    Json schema = {{"type", "array"}, {"items", item}};
    if (rule.fewest > 0) schema["minItems"] = rule.fewest;
    if (rule.most_items > 0) schema["maxItems"] = rule.most_items;
    return schema;
  }

  template <class T>
  [[nodiscard]] static Json schema_of(const Rule& rule) {
    if constexpr (requires(T value) { value.has_value(); }) {
      return nullable(schema_of<typename T::value_type>(rule));
    } else if constexpr (std::is_same_v<T, bool>) {
      return {{"type", "boolean"}};
    } else if constexpr (std::is_enum_v<T>) {
      return one_of(names_of<T>);
    } else if constexpr (std::is_integral_v<T>) {
      return {{"type", "integer"}, {"minimum", rule.least}};
    } else if constexpr (std::is_same_v<T, Points>) {
      return points(rule);
    } else if constexpr (std::is_same_v<T, Ratio>) {
      return {{"type", "number"}, {"minimum", 0}};
    } else if constexpr (std::is_same_v<T, Day>) {
      return day();
    } else if constexpr (std::is_same_v<T, Action> || std::is_same_v<T, Activity> ||
                         std::is_same_v<T, Supposed>) {
      return activity();
    } else {
      return text();
    }
  }

  Json properties_ = Json::object();
  Json required_ = Json::array();
};

/// The schema of a document, and of the lines of another format of the same report.
[[nodiscard]] std::string document_schema(std::string_view title, std::string_view description,
                                          const SchemaWriter::Json& document);
/// The same where lines are of several kinds, none of which has the property `mark`.
[[nodiscard]] std::string document_or_line_schema(std::string_view title,
                                                  std::string_view description,
                                                  std::string_view mark,
                                                  const SchemaWriter::Json& document,
                                                  const std::vector<SchemaWriter::Json>& lines);

}  // namespace ssi
