#include <memory>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"

namespace ssi {
namespace {

struct ValidateOptions {
  std::vector<std::string> files;
  bool quiet = false;
};

ExitCode validate(const Environment& environment, const ValidateOptions& options) {
  const auto files = files_to_read(environment, options.files);
  Diagnostics diagnostics;
  DiagnosticPrinter printer{environment, diagnostics, options.quiet};
  std::uint64_t members = 0;
  std::uint64_t activities = 0;
  MemberReader reader{Strictness::strict, diagnostics, [&](MemberLog&& log) {
                        ++members;
                        log.timeline.for_each_day([&](Day /*day*/, const DayRecord& record) {
                          activities += static_cast<std::uint64_t>(record.activities());
                        });
                      }};
  for (const std::string& file : files) {
    read_file(environment, file, reader, diagnostics);
    printer.print();
  }
  reader.finish();
  if (diagnostics.total(Severity::error) > 0) return ExitCode::failure;
  if (options.quiet) return ExitCode::success;
  write_out(environment, fmt::format("valid: {}, {}, {}\n", counted(files.size(), "log", "logs"),
                                     counted(members, "member", "members"),
                                     counted(activities, "activity", "activities")));
  return ExitCode::success;
}

}  // namespace

void add_validate(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("validate", "Check logs and score nothing");
  command->footer("\nExamples:\n  ssi validate activity.json\n  ssi validate logs/*.json\n");
  auto options = std::make_shared<ValidateOptions>();
  command->add_option("FILE", options->files, "Logs to check; - is standard input")->type_name("");
  command->add_flag("-q,--quiet", options->quiet, "Print nothing but errors");
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return validate(environment, *options); };
  });
}

}  // namespace ssi
