#pragma once

#include <filesystem>
#include <string>

// What commands do with files, beside reading them.
namespace ssi {

/// Creates an empty file beside `target`, with the rights and the owner that `target` has or would
/// get, and returns its path; an empty one if that cannot be done, and `errno` says why.
[[nodiscard]] std::filesystem::path create_beside(const std::filesystem::path& target);

/// What `path` names once links are followed, so that a link stays one.
[[nodiscard]] std::filesystem::path follow_links(std::filesystem::path path);

/// `; did you mean 'logs/amina.json'?`, if that is a file beside `path`, which is not there, and
/// its name is almost the same; else nothing.
[[nodiscard]] std::string file_hint(const std::filesystem::path& path);

}  // namespace ssi
