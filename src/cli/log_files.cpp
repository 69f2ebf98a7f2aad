#include "cli/log_files.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <vector>

#include <ssi/linkedin.hpp>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ssi {
namespace {

namespace fs = std::filesystem;

// `file` without the extension of a log, packed or not. All of it where it has none.
fs::path without_extension(fs::path file) {
  if (lowered(file.extension().string()) == ".gz") file.replace_extension();
  constexpr auto extensions =
      std::to_array<std::string_view>({".json", ".jsonl", ".ndjson", ".csv", ".zip"});
  const bool is_known =
      std::ranges::find(extensions, lowered(file.extension().string())) != extensions.end();
  return is_known ? file.replace_extension() : file;
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// What a system puts into folders for itself.
bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name == "__MACOSX";
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    if (!is_hidden(at->path())) entries.push_back(at->path().lexically_normal());
  }
  std::ranges::sort(entries);
  return entries;
}

// The parts of one member's export, as LinkedIn sends them: ZIPs in a folder of their own.
bool holds_zip(const fs::path& folder) {
  return std::ranges::any_of(entries_of(folder), [](const fs::path& entry) {
    return lowered(entry.extension().string()) == ".zip";
  });
}

// `around` holds the folders that `folder` is in. A link back to one of them is passed over.
void add_folder(LogFiles& logs, const fs::path& folder, std::vector<fs::path>& around) {
  std::error_code ignored;
  around.push_back(fs::canonical(folder, ignored));
  for (const fs::path& entry : entries_of(folder)) {
    const std::string name = entry.string();
    if (is_folder(entry)) {
      const auto end = around.end();
      const bool is_new = std::ranges::find(around, fs::canonical(entry, ignored)) == end;
      if (is_new && (is_export_folder(name) || holds_zip(entry))) {
        logs.files.push_back(name);
      } else if (is_new && around.size() <= folder_depth_limit) {
        add_folder(logs, entry, around);
      } else {
        logs.passed_over.push_back(name);
      }
    } else if (without_extension(entry) != entry) {
      logs.files.push_back(name);
    } else {
      logs.passed_over.push_back(name);
    }
  }
  around.pop_back();
}

bool is_named(const fs::path& path, const std::vector<std::string>& named) {
  return std::ranges::any_of(named, [&](const std::string& each) {
    return fs::path{each}.lexically_normal() / "" == path.lexically_normal() / "";
  });
}

}  // namespace

LogFiles log_files(const std::vector<std::string>& named) {
  LogFiles logs;
  for (const std::string& name : named) {
    LogFiles in_folder;
    std::vector<fs::path> around;
    if (is_folder(name) && !is_export_folder(name)) add_folder(in_folder, name, around);
    // A file, an export, or a folder without logs: reading it says what is wrong with that.
    if (in_folder.files.empty()) in_folder = {.files = {name}};
    std::ranges::move(in_folder.files, std::back_inserter(logs.files));
    std::ranges::move(in_folder.passed_over, std::back_inserter(logs.passed_over));
  }
  return logs;
}

std::string member_name_of(const std::string& file, const std::vector<std::string>& named) {
  fs::path path = fs::path{file}.lexically_normal();
  if (!path.has_filename()) path = path.parent_path();  // a folder named with a slash
  std::string stem = without_extension(path).filename().string();
  const fs::path around = path.parent_path();
  const bool says_nothing = stem.find("LinkedInDataExport") != stem.npos;
  if (!says_nothing || !around.has_filename()) return stem;
  const bool was_found = !is_named(path, named) && !is_named(around, named);
  return was_found ? around.filename().string() : stem;
}

}  // namespace ssi
