#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ssi/diagnostic.hpp>
#include <ssi/linkedin.hpp>
#include <ssi/members.hpp>

#include "cli/app.hpp"

namespace ssi {

/// What to call a file in messages: `-` is standard input.
[[nodiscard]] std::string name_of(const std::string& file);

/// What became of the rows of all exports of a run.
struct ExportTally {
  std::uint64_t exports = 0;
  std::uint64_t rows = 0;
  std::uint64_t counted = 0;
  std::uint64_t unreadable = 0;

  /// All of it in a line for people.
  [[nodiscard]] std::string summary() const;
};

/// Opens a log, or makes one of an export of LinkedIn and adds that to `tally`. A null stream, and
/// an error in `diagnostics`, if it cannot be opened.
[[nodiscard]] OpenedLog open_log(const Environment& environment, const std::string& file,
                                 Diagnostics& diagnostics, ExportTally& tally);

/// The same of the parts of one export.
[[nodiscard]] OpenedLog open_exports(const Environment& environment,
                                     const std::vector<std::string>& files,
                                     Diagnostics& diagnostics, ExportTally& tally);

/// Whether a file or folder is, or might be, an export of LinkedIn. Standard input is never taken
/// for one: it can be looked at only once.
[[nodiscard]] bool is_export_file(const std::string& file);

/// Opens a part of an export. Nothing, and an error in `diagnostics`, if it cannot be opened.
[[nodiscard]] std::optional<ExportPart> open_part(const Environment& environment,
                                                  const std::string& file,
                                                  Diagnostics& diagnostics);

}  // namespace ssi
