#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ssi/day.hpp>

namespace ssi::linkedin {

/// A file of an export.
struct ArchiveFile {
  std::string path{};                 ///< within the archive or folder
  std::function<std::string()> read;  ///< all of it; throws ReadError
  std::optional<Day> packed_on{};     ///< when it was put into the ZIP
};

/// The files of a ZIP, as its central directory lists them. Throws ReadError for what is no whole
/// ZIP, and for one that declares more than any export holds: 100,000 entries, 1 GiB in one of
/// them, 4 GiB in all, or more than 200 times what it takes.
[[nodiscard]] std::vector<ArchiveFile> files_of_zip(std::unique_ptr<std::istream> stream);

/// The files in a folder and the folders below it. Throws ReadError if it cannot be read, and for
/// more than 100,000 files.
[[nodiscard]] std::vector<ArchiveFile> files_of_folder(const std::string& path);

}  // namespace ssi::linkedin
