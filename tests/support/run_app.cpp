#include "support/run_app.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

#include <unistd.h>

namespace ssi::test {
namespace {

namespace fs = std::filesystem;

// A string to read from that notices when it is looked at.
class WatchedText final : public std::stringbuf {
 public:
  explicit WatchedText(const std::string& text) : std::stringbuf{text, std::ios::in} {
    setg(eback(), egptr(), egptr());  // nothing left: the first look calls underflow
  }
  [[nodiscard]] bool was_read() const { return was_read_; }

 private:
  int_type underflow() override {
    if (!was_read_) setg(eback(), eback(), egptr());
    was_read_ = true;
    return std::stringbuf::underflow();
  }

  bool was_read_ = false;
};

}  // namespace

Outcome run_app(const std::vector<std::string>& args, const World& world) {
  WatchedText text{world.in};
  std::istream in{&text};
  std::ostringstream out;
  std::ostringstream err;
  const auto variable = [&](const char* name) {
    const auto found = world.variables.find(name);
    return found == world.variables.end() ? std::nullopt : std::optional{found->second};
  };
  std::chrono::steady_clock::time_point clock{};
  const int code = run(args, {.in = in,
                              .out = out,
                              .err = err,
                              .in_is_terminal = world.in_is_terminal,
                              .out_is_terminal = world.out_is_terminal,
                              .err_is_terminal = world.err_is_terminal,
                              .variable = variable,
                              .today = [&] { return world.today; },
                              .now = [&] { return clock += world.tick; }});
  return {.code = code, .out = out.str(), .err = err.str(), .has_read_in = text.was_read()};
}

Outcome run_app_on(const std::string& in, const std::vector<std::string>& args) {
  return run_app(args, {.in = in});
}

std::string persona(std::string_view file) {
  return std::string{SSI_SOURCE_DIR "/data/"}.append(file);
}

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "ssi-test.XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string Folder::path(std::string_view name) const {
  return (path_ / name).string();
}

std::string Folder::write(std::string_view name, std::string_view text) const {
  std::ofstream{path(name), std::ios::binary} << text;
  return path(name);
}

std::string Folder::read(std::string_view name) const {
  std::ostringstream text;
  text << std::ifstream{path(name), std::ios::binary}.rdbuf();
  return text.str();
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{path_}) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool ends_in_one_newline(std::string_view text) {
  return text.ends_with('\n') && !text.ends_with("\n\n") && !text.ends_with("\n\r\n");
}

std::string without_sources(const std::string& json) {
  static const std::regex source{R"re(\s*"source": ?("[^"]*"|null),?)re"};
  static const std::regex stand_in{R"re(("id": ?null,\s*"name": ?)"[^"]*")re"};
  return std::regex_replace(std::regex_replace(json, source, ""), stand_in, "$1null");
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace ssi::test
