#include "cli/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <span>
#include <system_error>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/log_files.hpp"
#include "cli/open_log.hpp"
#include "cli/values.hpp"

namespace ssi {
namespace {

constexpr int most_jobs = 1024;

unsigned jobs_of(const std::optional<std::string>& option) {
  if (option) return static_cast<unsigned>(parse_whole("--jobs", *option, most_jobs));
  return std::clamp(std::thread::hardware_concurrency(), 1U, unsigned{most_jobs});
}

// The bytes of all files; 0 where they are not known beforehand.
std::uint64_t size_of(const std::vector<std::string>& files) {
  std::uint64_t size = 0;
  for (const std::string& file : files) {
    std::error_code error;
    const std::uint64_t bytes = std::filesystem::file_size(file, error);
    if (error) return 0;
    size += bytes;
  }
  return size;
}

// `ignored 4 files that are not logs: a.txt, b.pdf, c.docx, ...`
std::string passed_over(std::span<const std::string> files) {
  constexpr std::size_t most = 3;
  const auto shown = files.first(std::min(files.size(), most));
  return fmt::format("ignored {}: {}{}",
                     counted(files.size(), "file that is not a log", "files that are not logs"),
                     fmt::join(shown, ", "), files.size() > most ? ", ..." : "");
}

}  // namespace

std::vector<std::string> files_to_read(const Environment& environment,
                                       std::vector<std::string> files) {
  if (files.empty()) {
    if (environment.in_is_terminal) throw NothingToDo{};
    files.emplace_back("-");
  }
  if (std::ranges::count(files, "-") > 1) {
    throw CommandError{"'-' is named twice, but standard input can be read only once"};
  }
  if (std::ranges::find(files, "") != files.end()) throw CommandError{"'' is not a file name"};
  return files;
}

InputOptions input_options(const Arguments& arguments) {
  return {.files = arguments.values("FILE"),
          .jobs = arguments.value("--jobs"),
          .lenient = arguments.has("--lenient"),
          .merge = arguments.has("--merge")};
}

LogInputs::LogInputs(const Environment& environment, const InputOptions& options)
    : environment_{environment},
      named_{files_to_read(environment, options.files)},
      options_{.strictness = options.lenient ? Strictness::lenient : Strictness::strict,
               .repeats = options.merge ? Repeats::merged : Repeats::separate,
               .jobs = jobs_of(options.jobs)},
      progress_{environment} {
  LogFiles logs = log_files(named_);
  files_ = std::move(logs.files);
  if (!logs.passed_over.empty()) warn(Code::passed_over, passed_over(logs.passed_over));
  if (options.names) {
    options_.name_of = [this](const std::string& file) { return member_name_of(file, named_); };
  }
  // Errors and warnings appear while a long run reads on, not at its end.
  options_.progress = [this](std::uint64_t bytes, std::uint64_t members) {
    if (printed_ < diagnostics_.closed().size()) print_diagnostics();
    progress_.show(bytes, members);
  };
}

void LogInputs::read(const Work& work) {
  std::vector<Input> inputs;
  inputs.reserve(files_.size());
  // Exports to be merged are read as one: what two parts of an export both hold counts once.
  std::vector<std::string> exports;
  for (const std::string& file : files_) {
    if (options_.repeats == Repeats::merged && is_export_file(file)) {
      exports.push_back(file);
    } else {
      inputs.push_back({name_of(file),
                        [this, file](Diagnostics& diagnostics) {
                          return open_log(environment_, file, diagnostics, exports_);
                        },
                        // A pipe of the shell, /dev/fd/63, is no name for a member.
                        file != "-" && !file.starts_with("/dev/")});
    }
  }
  if (!exports.empty()) {
    inputs.push_back({fmt::format("{}", fmt::join(exports, ", ")),
                      [this, exports](Diagnostics& diagnostics) {
                        return open_exports(environment_, exports, diagnostics, exports_);
                      },
                      exports.size() == 1});
  }
  progress_.start(size_of(files_));
  read_members(inputs, options_, diagnostics_, work);
  print_diagnostics();
  if (exports_.exports > 0 && environment_.err_is_terminal && !environment_.is_quiet) {
    say(environment_, exports_.summary());
  }
}

void LogInputs::warn(Code code, std::string message) {
  diagnostics_.report({.severity = Severity::warning, .code = code, .message = std::move(message)});
}

void LogInputs::refuse(std::vector<Diagnostic> errors, Diagnostics& diagnostics) const {
  for (Diagnostic& error : errors) {
    if (options_.strictness == Strictness::lenient) error.severity = Severity::set_aside;
    diagnostics.report(std::move(error));
  }
}

void LogInputs::finish() {
  diagnostics_.end_file("");
  print_diagnostics();
}

void LogInputs::print_diagnostics() {
  progress_.hide();
  const auto closed = diagnostics_.closed();
  for (; printed_ < closed.size(); ++printed_) {
    const Diagnostic& d = closed[printed_];
    if (!environment_.is_quiet || must_be_said(d)) say(environment_, d);
  }
}

// With the folders as they were named: no result may be written into one.
std::vector<std::string> LogInputs::files() const {
  std::vector<std::string> all = files_;
  if (named_ != files_) all.insert(all.end(), named_.begin(), named_.end());
  return all;
}

void LogInputs::mention_dropped() const {
  if (!environment_.is_quiet) return;
  const bool dropped = std::ranges::any_of(diagnostics_.list(), [](const Diagnostic& d) {
    return d.severity == Severity::skipped || d.code == Code::unknown_type ||
           d.code == Code::after_as_of;
  });
  if (dropped)
    say(environment_, "some activities were not counted; run without --quiet to see which");
}

}  // namespace ssi
