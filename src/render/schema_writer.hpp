#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "render/fields.hpp"

namespace ssi {

/// Names the fields of an object.
using Description = std::function<void(Fields&)>;

/// Makes the JSON Schema of described objects from values made by default. It allows no other
/// fields, so that a test against it finds any that a description lacks.
class SchemaWriter final : public Fields {
 public:
  using Json = nlohmann::ordered_json;

  /// The schema of an object with the fields that `describe` names.
  [[nodiscard]] static Json object_of(const Description& describe);

 private:
  /// An object or a list that has begun and not ended.
  struct Open {
    FieldPlace field{};
    Json schema{};
  };

  void add(const FieldPlace& field, const Value& value) override;
  bool open(const FieldPlace& field, char bracket) override;
  void close(char bracket) override;
  [[nodiscard]] bool wants_types() const override { return true; }
  void put(const FieldPlace& field, Json schema);

  std::vector<Open> open_;
};

/// The schema of the documents that `document` describes.
[[nodiscard]] std::string document_schema(std::string_view title, std::string_view description,
                                          const Description& document);
/// The same for documents and several kinds of lines. Only documents have the property `mark`.
[[nodiscard]] std::string document_or_line_schema(std::string_view title,
                                                  std::string_view description,
                                                  std::string_view mark,
                                                  const Description& document,
                                                  const std::vector<Description>& lines);

}  // namespace ssi
