#pragma once

#include <filesystem>

// What it takes to put a new file in the place of an old one.
namespace ssi {

/// Creates an empty file beside `target`, with the rights and the owner that `target` has or would
/// get, and returns its path; an empty one if that cannot be done, and `errno` says why.
[[nodiscard]] std::filesystem::path create_beside(const std::filesystem::path& target);

/// What `path` names once links are followed, so that a link stays one.
[[nodiscard]] std::filesystem::path follow_links(std::filesystem::path path);

}  // namespace ssi
