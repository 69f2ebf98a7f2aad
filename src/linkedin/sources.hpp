#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <ssi/linkedin.hpp>

#include "linkedin/kinds.hpp"
#include "linkedin/table.hpp"

namespace ssi::linkedin {

/// A table of an export, from a ZIP, a folder, a single file or the API.
struct Source {
  Kind kind{};
  std::string name{};     ///< of the file, for diagnostics
  std::string account{};  ///< under which its rows are counted: articles of a folder share one
  /// Calls `receive` with each of its rows. Throws ReadError or TableError; may warn.
  std::function<void(const ReceiveRow& receive, Diagnostics& diagnostics)> read;
};

/// What is known of a part of an export, beside its tables.
struct PartFacts {
  std::optional<Day> named{};   ///< the day it was made, by its name or those of its folders
  std::optional<Day> packed{};  ///< the day of the newest entry, if it is a ZIP
  bool is_whole = false;        ///< nobody has taken files out: what is absent LinkedIn left out
};

/// Adds the tables in a part of an export to `sources`. Throws ReadError if it is not an export;
/// warns in `diagnostics` of copies that are not read.
PartFacts add_sources(ExportPart& part, std::vector<Source>& sources, Diagnostics& diagnostics);

}  // namespace ssi::linkedin
