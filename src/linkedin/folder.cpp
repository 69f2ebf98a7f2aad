#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/read_error.hpp"
#include "base/text.hpp"
#include "linkedin/archive.hpp"

namespace ssi::linkedin {
namespace {

namespace fs = std::filesystem;

// Reads a file of known size at once. One that grows or shrinks meanwhile is an error, as its rows
// may be cut.
std::string read_file(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) throw ReadError{Code::io, error.message()};
  if (size > export_file_size_limit) {
    throw ReadError{Code::limit, fmt::format("above {}, which no export has",
                                             byte_size(export_file_size_limit))};
  }
  errno = 0;
  std::ifstream in{path, std::ios::binary};
  std::string text(size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(size));
  if (!in || in.peek() != std::ifstream::traits_type::eof()) {
    throw ReadError{Code::io, errno == 0 ? "changed while it was read"
                                         : std::generic_category().message(errno)};
  }
  return text;
}

}  // namespace

std::vector<ArchiveFile> files_of_folder(const std::string& path) {
  std::vector<ArchiveFile> files;
  try {
    for (fs::recursive_directory_iterator at{path}, end; at != end; ++at) {
      const fs::directory_entry& entry = *at;
      if (static_cast<std::size_t>(at.depth()) > folder_depth_limit) {
        throw ReadError{Code::limit, fmt::format("more than {} folders deep", folder_depth_limit)};
      }
      std::error_code no_file;  // a link to itself, for example: not worth an error
      if (!entry.is_regular_file(no_file)) continue;
      files.push_back({entry.path().lexically_relative(path).generic_string(),
                       [file = entry.path()] { return read_file(file); }});
      if (files.size() > export_file_limit) {
        throw ReadError{Code::limit, fmt::format("more than {} files in it", export_file_limit)};
      }
    }
  } catch (const fs::filesystem_error& error) {
    throw ReadError{Code::io, error.code().message()};
  }
  return files;
}

}  // namespace ssi::linkedin
