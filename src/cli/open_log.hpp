#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ssi/diagnostic.hpp>
#include <ssi/linkedin.hpp>

#include "cli/app.hpp"

namespace ssi {

/// What to call a file in messages: `-` is standard input.
[[nodiscard]] std::string name_of(const std::string& file);

/// Opens a log; of an export of LinkedIn, the log that is made of it. Null, and an error in
/// `diagnostics`, if it cannot be opened.
[[nodiscard]] std::unique_ptr<std::istream> open_log(const Environment& environment,
                                                     const std::string& file,
                                                     Diagnostics& diagnostics);

/// The same of the parts of one export.
[[nodiscard]] std::unique_ptr<std::istream> open_exports(const Environment& environment,
                                                         const std::vector<std::string>& files,
                                                         Diagnostics& diagnostics);

/// Whether a file or folder is, or might be, an export of LinkedIn. Standard input is never taken
/// for one: it can be looked at only once.
[[nodiscard]] bool is_export_file(const std::string& file);

/// Opens a part of an export. Nothing, and an error in `diagnostics`, if it cannot be opened.
[[nodiscard]] std::optional<ExportPart> open_part(const Environment& environment,
                                                  const std::string& file,
                                                  Diagnostics& diagnostics);

}  // namespace ssi
