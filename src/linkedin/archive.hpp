#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ssi/day.hpp>

namespace ssi::linkedin {

/// A file of an export, in a ZIP or in a folder.
struct ArchiveFile {
  std::string path{};                 ///< within the archive or folder
  std::function<std::string()> read;  ///< reads all of it when called; throws ReadError
  std::optional<Day> packed_on{};     ///< the date of its entry in a ZIP
};

/// The files of a ZIP, as its central directory lists them. Throws ReadError if it is not a whole
/// ZIP, or if it declares more than any export holds: 100,000 entries, 1 GiB in one of them, 4 GiB
/// in all, or more than 200 times the size it has in the ZIP.
[[nodiscard]] std::vector<ArchiveFile> files_of_zip(std::unique_ptr<std::istream> stream);

/// The files in a folder and the folders below it, except links that lead nowhere. Throws ReadError
/// if the folder cannot be read or holds more than 100,000 files.
[[nodiscard]] std::vector<ArchiveFile> files_of_folder(const std::string& path);

}  // namespace ssi::linkedin
