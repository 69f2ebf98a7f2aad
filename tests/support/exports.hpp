#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/linkedin.hpp>

namespace ssi::test {

/// A file in a ZIP, and what the ZIP lies of it.
struct ZipFile {
  std::string path{};
  std::string text{};
  bool is_encrypted = false;
  std::uint32_t crc_error = 0;              ///< put upon the right checksum
  std::optional<std::uint32_t> declared{};  ///< instead of its size
};

/// A ZIP as LinkedIn writes it: sizes stand behind the data and in the central directory only.
/// Nothing in it is packed.
[[nodiscard]] std::string zip_of(const std::vector<ZipFile>& files);

/// What came of an import.
struct Imported {
  std::optional<ImportedLog> result{};
  std::vector<std::string> said{};  ///< the diagnostics, a line each

  [[nodiscard]] const ActivityLog& log() const;
  /// The activities, such as `2024-03-20, connection, status: pending`.
  [[nodiscard]] std::vector<std::string> activities() const;
  /// What became of the rows of a file, such as `3 rows: 1 counted, 1 not sent, 1 unreadable`.
  [[nodiscard]] std::string rows_of(std::string_view file) const;
  [[nodiscard]] bool measures(SignalId signal) const;
};

/// Imports ZIPs or JSON texts as the parts of one export.
[[nodiscard]] Imported import_parts(const std::vector<std::string>& parts,
                                    Strictness strictness = Strictness::lenient);
/// Imports an export that holds these files.
[[nodiscard]] Imported import_export(const std::vector<ZipFile>& files,
                                     Strictness strictness = Strictness::lenient);

}  // namespace ssi::test
