#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"

namespace ssi {

ExitCode run_validate(const Environment& environment, const Arguments& arguments) {
  LogInputs inputs{environment, input_options(arguments)};
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
  if (environment.is_quiet) return ExitCode::success;
  write_out(environment,
            fmt::format("valid: {}, {}, {}\n", counted(inputs.log_count(), "log", "logs"),
                        counted(members, "member", "members"),
                        counted(activities, "activity", "activities")));
  return ExitCode::success;
}

}  // namespace ssi
