#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/result.hpp>

#include "log/description.hpp"

namespace ssi {

/// A field of an activity as a user typed it on a command line: `filters` and `3`.
struct TypedField {
  std::string name;
  std::string value;
};

/// An activity that a user typed.
struct TypedActivity {
  std::optional<std::string> member{};  ///< nothing: not given
  std::optional<Day> day{};             ///< nothing: not given
  Action action{};
  bool operator==(const TypedActivity&) const = default;
};

/// What a field of an activity may be, in words: `true or false`.
[[nodiscard]] std::string describe_values(Field field);

/// Reads an activity from its type and fields, spelled as in a log. The reader of logs checks them,
/// so that `ssi add` writes nothing that `ssi score` would refuse. `shapes` says which fields each
/// type may have. An error's pointer names the field: `/filters`.
[[nodiscard]] Result<TypedActivity> read_typed(const std::string& type,
                                               const std::vector<TypedField>& fields,
                                               const ActivityShapes& shapes);

}  // namespace ssi
