#pragma once

#include <string>
#include <vector>

#include <ssi/timeline.hpp>

#include "cli/app.hpp"

namespace ssi {

/// The files that a command is to read. `-` is standard input, and so is no file at all unless
/// standard input is a terminal. Throws NothingToDo where there is nothing to read, and
/// CommandError where standard input is named twice or a name is empty.
[[nodiscard]] std::vector<std::string> files_to_read(const Environment& environment,
                                                     std::vector<std::string> files);

/// Reads `file` with `reader`; what is wrong with it is said in `diagnostics`.
void read_file(const Environment& environment, const std::string& file, MemberReader& reader,
               Diagnostics& diagnostics);

/// Writes to standard error what has come into `diagnostics` since the last call: all of it, or
/// only errors.
class DiagnosticPrinter {
 public:
  DiagnosticPrinter(const Environment& environment, const Diagnostics& diagnostics,
                    bool only_errors)
      : environment_{environment}, diagnostics_{diagnostics}, only_errors_{only_errors} {}
  void print();

 private:
  const Environment& environment_;
  const Diagnostics& diagnostics_;
  bool only_errors_;
  std::size_t printed_ = 0;
};

}  // namespace ssi
