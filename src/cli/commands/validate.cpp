#include <memory>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"

namespace ssi {
namespace {

ExitCode validate(const Environment& environment, const InputOptions& options) {
  LogInputs inputs{environment, options};
  std::uint64_t members = 0;
  std::uint64_t activities = 0;
  inputs.read([&](std::span<const MemberLog> logs, Diagnostics& /*diagnostics*/) -> Deliver {
    std::uint64_t sum = 0;
    for (const MemberLog& log : logs) {
      log.timeline.for_each_day([&](Day /*day*/, const DayRecord& record) {
        sum += static_cast<std::uint64_t>(record.activities());
      });
    }
    return [&members, &activities, sum, count = logs.size()] {
      members += count;
      activities += sum;
    };
  });
  if (inputs.are_bad()) return ExitCode::failure;
  if (options.quiet) return ExitCode::success;
  write_out(environment,
            fmt::format("valid: {}, {}, {}\n", counted(inputs.files().size(), "log", "logs"),
                        counted(members, "member", "members"),
                        counted(activities, "activity", "activities")));
  return ExitCode::success;
}

}  // namespace

void add_validate(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("validate", "Check logs and score nothing");
  command->footer("\nExamples:\n  ssi validate activity.json\n  ssi validate logs/*.json\n");
  auto options = std::make_shared<InputOptions>();
  add_files(*command, *options, "Logs to check; - is standard input");
  add_jobs(*command, *options);
  command->add_flag("-q,--quiet", options->quiet, "Print nothing but errors");
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return validate(environment, *options); };
  });
}

}  // namespace ssi
