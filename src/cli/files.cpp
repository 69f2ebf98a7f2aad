#include "cli/files.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {

namespace fs = std::filesystem;

fs::path follow_links(fs::path path) {
  constexpr int most_links = 40;
  std::error_code error;
  for (int i = 0; i < most_links && fs::is_symlink(path, error); ++i) {
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return path;
}

std::string file_hint(const fs::path& path) {
  constexpr std::size_t most_edits = 2;
  constexpr std::size_t most_files = 10'000;  // of a larger folder not all are looked at
  std::vector<std::string> names;
  std::error_code error;
  const fs::path target = fs::read_symlink(path, error);
  if (!error) return fmt::format("; it is a link to '{}'", visible(target.string()));
  error.clear();
  const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
  for (fs::directory_iterator at{folder, error}, end;
       !error && at != end && names.size() < most_files; at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  std::ranges::sort(names);
  const std::vector<std::string_view> candidates{names.begin(), names.end()};
  const std::string name = path.filename().string();
  const std::string_view meant = nearest(name, candidates, most_edits);
  if (meant.empty()) return "";
  return fmt::format("; did you mean '{}'?", visible((path.parent_path() / meant).string()));
}

}  // namespace ssi
