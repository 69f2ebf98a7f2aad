#include "cli/inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <system_error>

#include "cli/console.hpp"

namespace ssi {

std::vector<std::string> files_to_read(const Environment& environment,
                                       std::vector<std::string> files) {
  if (files.empty()) {
    if (environment.in_is_terminal) throw NothingToDo{};
    files.emplace_back("-");
  }
  if (std::ranges::count(files, "-") > 1) {
    throw CommandError{"'-' is named twice, but standard input can be read only once"};
  }
  if (std::ranges::find(files, "") != files.end()) throw CommandError{"'' is no file"};
  return files;
}

void read_file(const Environment& environment, const std::string& file, MemberReader& reader,
               Diagnostics& diagnostics) {
  if (file == "-") return reader.read(environment.in, "standard input");
  std::error_code ignored;
  errno = 0;
  // A folder can be opened like a file, and fails only when it is read.
  std::ifstream in;
  if (std::filesystem::is_directory(file, ignored)) {
    errno = EISDIR;
  } else {
    in.open(file, std::ios::binary);
  }
  if (in.is_open()) return reader.read(in, file);
  diagnostics.report(
      {.code = Code::io, .file = file, .message = std::generic_category().message(errno)});
  diagnostics.end_file(file);
}

void DiagnosticPrinter::print() {
  const auto& list = diagnostics_.list();
  for (; printed_ < list.size(); ++printed_) {
    const Diagnostic& d = list[printed_];
    if (only_errors_ && d.severity != Severity::error) continue;
    say(environment_, to_string(d));
  }
}

}  // namespace ssi
