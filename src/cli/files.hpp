#pragma once

#include <filesystem>
#include <string>

// What commands do with files, beside reading them.
namespace ssi {

/// What `path` names once links are followed, so that a link stays one.
[[nodiscard]] std::filesystem::path follow_links(std::filesystem::path path);

/// `; did you mean 'logs/amina.json'?`, if that is a file beside `path`, which is not there, and
/// its name is almost the same; else nothing.
[[nodiscard]] std::string file_hint(const std::filesystem::path& path);

}  // namespace ssi
