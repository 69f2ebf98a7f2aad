// A command line, a line an argument, then an empty line, then what stands on standard input. The
// program ends with one of its exit codes, and writes nothing that could steer a terminal.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include <unistd.h>

#include "cli/app.hpp"
#include "fuzz/fuzz.hpp"

namespace ssi::fuzz {
namespace {

namespace fs = std::filesystem;

// All files that a run may write lie in one empty folder, and no argument leads out of it.
void enter_empty_folder() {
  static const bool is_there = [] {
    std::string name = (fs::temp_directory_path() / "ssi-fuzz.XXXXXX").string();
    return mkdtemp(name.data()) != nullptr && chdir(name.c_str()) == 0;
  }();
  hold(is_there);
  for (const auto& entry : fs::directory_iterator{"."}) fs::remove_all(entry);
}

std::vector<std::string> take_arguments(std::string_view& rest) {
  std::string_view lines = take_until(rest, "\n\n");
  std::vector<std::string> arguments;
  while (!lines.empty()) {
    std::string argument{take_until(lines, "\n")};
    std::erase(argument, '/');
    if (argument.find("..") == argument.npos) arguments.push_back(std::move(argument));
  }
  return arguments;
}

bool is_harmless(std::string_view text) {
  return std::ranges::none_of(
      text, [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\r') || c == '\x7F'; });
}

}  // namespace
}  // namespace ssi::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ssi;
  fuzz::enter_empty_folder();
  const std::string text = fuzz::text_of(data, size);
  std::string_view rest = text;
  const std::vector<std::string> arguments = fuzz::take_arguments(rest);
  const auto in = fuzz::stream_of(std::string{rest});
  std::ostringstream out;
  std::ostringstream err;
  const int code =
      run(arguments, {.in = *in,
                      .out = out,
                      .err = err,
                      .variable = [](const char*) { return std::optional<std::string>{}; },
                      .today = [] { return Day{}; },
                      .now = [] { return std::chrono::steady_clock::time_point{}; }});
  fuzz::hold(code >= 0 && code <= 2);
  const bool is_colored = std::ranges::any_of(
      arguments, [](const std::string& argument) { return argument.find("-c") != argument.npos; });
  fuzz::hold(is_colored || (fuzz::is_harmless(out.str()) && fuzz::is_harmless(err.str())));
  return 0;
}
