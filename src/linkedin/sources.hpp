#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <ssi/linkedin.hpp>

#include "linkedin/kinds.hpp"
#include "linkedin/table.hpp"

namespace ssi::linkedin {

/// A table of an export, whatever it comes from.
struct Source {
  Kind kind{};
  std::string name{};
  std::string account{};  ///< under which its rows are counted: pages of one folder have one
  /// Passes on its rows. Throws ReadError, or TableError; may warn in `diagnostics`.
  std::function<void(const ReceiveRow& receive, Diagnostics& diagnostics)> read;
};

/// What tells of when a part of an export was made.
struct PartDate {
  std::optional<Day> named{};   ///< in its name, or in those of its folders
  std::optional<Day> packed{};  ///< of the newest entry, if it is a ZIP
};

/// Adds the tables that a part of an export holds. Throws ReadError for what is no export.
PartDate add_sources(ExportPart& part, std::vector<Source>& sources);

}  // namespace ssi::linkedin
