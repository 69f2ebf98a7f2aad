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

/// What a part of an export is.
struct PartFacts {
  std::optional<Day> named{};   ///< when it was made, by its name or those of its folders
  std::optional<Day> packed{};  ///< the same by the newest entry, if it is a ZIP
  bool is_whole = false;        ///< holds all that LinkedIn had to put into it
};

/// Adds the tables that a part of an export holds. Throws ReadError for what is no export; warns in
/// `diagnostics` of copies that are not read.
PartFacts add_sources(ExportPart& part, std::vector<Source>& sources, Diagnostics& diagnostics);

}  // namespace ssi::linkedin
