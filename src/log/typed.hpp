#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/reading.hpp>
#include <ssi/result.hpp>

#include "log/description.hpp"

namespace ssi {

/// A field of a record as a user typed it on a command line: `filters` and `3`.
struct TypedField {
  std::string name;
  std::string value;
};

/// An activity or a reading that a user typed.
struct TypedRecord {
  std::optional<std::string> member{};  ///< nothing: not given
  std::optional<Day> day{};             ///< nothing: not given
  std::variant<Action, Reading> record{};
  bool operator==(const TypedRecord&) const = default;
};

/// What a field of a record may be, in words: `true or false`.
[[nodiscard]] std::string describe_values(Field field);

/// Reads a record from its type and fields, spelled as in a log. The reader of logs checks them,
/// so that `ssi add` writes nothing that `ssi score` would refuse. `shapes` says which fields each
/// type may have; a type of `record_types` that is beyond them is none. An error's pointer names
/// the field: `/filters`.
[[nodiscard]] Result<TypedRecord> read_typed(const std::string& type,
                                             const std::vector<TypedField>& fields,
                                             std::span<const Shape> shapes);

}  // namespace ssi
