#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ssi/members.hpp>

#include "cli/app.hpp"
#include "cli/arguments.hpp"
#include "cli/open_log.hpp"
#include "cli/progress.hpp"

namespace ssi {

/// What commands that read logs have in common on the command line.
struct InputOptions {
  std::vector<std::string> files{};
  std::optional<std::string> jobs{};  ///< nothing: as many as there are cores
  bool lenient = false;
  bool merge = false;
  bool names = true;  ///< whether a file's name stands in for that of a member without one
};

[[nodiscard]] InputOptions input_options(const Arguments& arguments);

/// The files that were named; `-` is standard input, and so is no file at all unless standard input
/// is a terminal. Throws NothingToDo where there is nothing to read.
[[nodiscard]] std::vector<std::string> files_to_read(const Environment& environment,
                                                     std::vector<std::string> files);

/// The logs of one run.
class LogInputs {
 public:
  /// Throws NothingToDo where there is nothing to read, and CommandError for options that are
  /// wrong.
  LogInputs(const Environment& environment, const InputOptions& options);

  /// Reads all logs, and writes to standard error what is wrong with them as soon as a log is
  /// through; in a quiet run, only errors.
  void read(const Work& work);
  /// Says something about the logs as a whole; `finish` prints it.
  void warn(Code code, std::string message);
  /// The same for what was found out about them after they were read.
  void add(Diagnostics&& found) { diagnostics_.append(std::move(found)); }
  void finish();
  /// Reports in `diagnostics` why a log cannot be used. In a lenient run that sets it aside.
  void refuse(std::vector<Diagnostic> errors, Diagnostics& diagnostics) const;
  /// In a quiet run, which hides the reasons, says that activities were dropped, if any were.
  void mention_dropped() const;
  /// Takes what shows the progress off the screen, for something else to be written.
  void hide_progress() { progress_.hide(); }
  /// The files that are read and the folders that hold them, which no output may replace.
  [[nodiscard]] std::vector<std::string> files() const;
  /// How many logs are read; an export is one.
  [[nodiscard]] std::size_t log_count() const { return files_.size(); }
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }
  /// Whether there is an error, and so no trustworthy result.
  [[nodiscard]] bool are_bad() const { return diagnostics_.total(Severity::error) > 0; }

 private:
  void print_diagnostics();

  const Environment& environment_;
  std::vector<std::string> named_;  // on the command line
  std::vector<std::string> files_;  // that folders among them come to
  ReadOptions options_;
  Diagnostics diagnostics_;
  std::size_t printed_ = 0;  // of the diagnostics
  ExportTally exports_;
  Progress progress_;
};

}  // namespace ssi
