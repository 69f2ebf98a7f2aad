#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/app.hpp"

namespace ssi::test {

/// What a run of the program finds around it.
struct World {
  std::string in{};
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::map<std::string, std::string> variables{};
  Day today{};
  std::chrono::milliseconds tick{0};  ///< by which the clock moves on each time it is read
};

/// What a run leaves behind.
struct Outcome {
  int code = 0;
  std::string out{};
  std::string err{};
  bool has_read_in = false;  ///< whether it looked at standard input
};

/// Runs the whole program in process.
[[nodiscard]] Outcome run_app(const std::vector<std::string>& args, const World& world = {});

/// The same with `in` on standard input.
[[nodiscard]] Outcome run_app_on(const std::string& in, const std::vector<std::string>& args);

/// The path of one of the personas in data/.
[[nodiscard]] std::string persona(std::string_view file);

/// A folder for one test, removed with all that is in it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string path(std::string_view name) const;
  /// Writes a file and returns its path.
  std::string write(std::string_view name, std::string_view text) const;
  [[nodiscard]] std::string read(std::string_view name) const;
  /// The names of all that is in it, sorted.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

/// `text`, line by line, without the ends of the lines.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

/// Whether `text` ends in one newline, and not in more.
[[nodiscard]] bool ends_in_one_newline(std::string_view text);

/// JSON of reports without what the names of files put into it: sources, and the names of members
/// who have neither an id nor a name.
[[nodiscard]] std::string without_sources(const std::string& json);

/// Whether `part` is somewhere in `text`.
[[nodiscard]] bool contains(std::string_view text, std::string_view part);

}  // namespace ssi::test
