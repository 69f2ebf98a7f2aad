#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <ssi/report.hpp>

// What the schemas of reports are put together from.
namespace ssi::schema {

using nlohmann::ordered_json;

[[nodiscard]] ordered_json reference(std::string_view definition);
[[nodiscard]] ordered_json of_type(const ordered_json& type);
[[nodiscard]] ordered_json nullable(std::string_view type);
[[nodiscard]] ordered_json list_of(const ordered_json& items);
[[nodiscard]] ordered_json count();
[[nodiscard]] ordered_json day();
[[nodiscard]] ordered_json day_or_null();
[[nodiscard]] ordered_json points(Points most);
[[nodiscard]] ordered_json points_or_null(Points most);
[[nodiscard]] ordered_json difference(Points most);
[[nodiscard]] ordered_json difference_or_null(Points most);
[[nodiscard]] ordered_json one_of(auto names) {
  return ordered_json{{"enum", names}};
}

/// An object with just these properties, all of them required but those in `optional`.
[[nodiscard]] ordered_json object(const ordered_json& properties,
                                  const std::vector<std::string>& optional = {});

[[nodiscard]] ordered_json model();
[[nodiscard]] ordered_json member();
/// An activity as a log has it.
[[nodiscard]] ordered_json activity();
/// What is to be done, as the properties of an object.
[[nodiscard]] ordered_json action_properties();
/// A verdict of a gate on one of these.
[[nodiscard]] ordered_json gate(std::initializer_list<GateOn> gates);
[[nodiscard]] ordered_json diagnostic();

/// A document without a model of all that follows.
[[nodiscard]] ordered_json document_with(const ordered_json& properties);

/// A document, and a line, with these properties behind what all begin with.
[[nodiscard]] ordered_json document_of(const ordered_json& properties);
[[nodiscard]] ordered_json line_of(const ordered_json& properties,
                                   const std::vector<std::string>& optional = {});

/// The schema of a document.
[[nodiscard]] std::string of_document(std::string_view title, std::string_view description,
                                      const ordered_json& document,
                                      const ordered_json& definitions);

/// The schema of a document, which has the property `mark`, or of a line.
[[nodiscard]] std::string of_document_or_line(std::string_view title, std::string_view description,
                                              std::string_view mark,
                                              const ordered_json& definitions);

}  // namespace ssi::schema
