#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "render/fields.hpp"

// JSON Schemas of described objects, from values made by default. They allow no other fields, so
// that a test against them finds any that a description lacks.
namespace ssi {

/// Names the fields of an object.
using Description = std::function<void(Fields&)>;

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
