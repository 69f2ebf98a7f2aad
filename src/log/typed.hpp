#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/result.hpp>

#include "log/description.hpp"

namespace ssi {

/// A field of an activity as somebody typed it: its name in the log, and its value as text.
struct TypedField {
  std::string name;
  std::string value;
};

/// An activity that was typed. Nothing where it was not said.
struct TypedActivity {
  std::optional<std::string> member{};
  std::optional<Day> day{};
  Action action{};
  bool operator==(const TypedActivity&) const = default;
};

/// Reads an activity of a type and fields that are spelled as in a log, and checks them as the
/// reader of logs does. `shapes` say which fields there may be. The pointer of an error is that of
/// the field, `/filters`.
[[nodiscard]] Result<TypedActivity> read_typed(const std::string& type,
                                               const std::vector<TypedField>& fields,
                                               const ActivityShapes& shapes);

}  // namespace ssi
