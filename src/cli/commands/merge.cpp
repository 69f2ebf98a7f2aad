#include <algorithm>
#include <memory>

#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "log/encode.hpp"

namespace ssi {
namespace {

/// A member's log as a line.
struct MergedLog {
  std::optional<std::string> id{};
  std::string line{};
};

}  // namespace

ExitCode run_merge(const Environment& environment, const Arguments& arguments) {
  InputOptions options = input_options(arguments);
  options.merge = true;
  options.names = false;  // a log says what it says
  LogInputs inputs{environment, options};
  Output output{environment, arguments.value("--output"), inputs.files()};
  std::vector<MergedLog> all;
  inputs.read([&all](std::span<const MemberLog> logs, Diagnostics& /*diagnostics*/) -> Deliver {
    auto part = std::make_shared<std::vector<MergedLog>>();
    for (const MemberLog& log : logs) part->push_back({log.member.id, encode(log) + '\n'});
    return [&all, part] { std::ranges::move(*part, std::back_inserter(all)); };
  });
  inputs.mention_dropped();
  if (inputs.are_bad()) return ExitCode::failure;
  if (all.empty()) {
    say_error(environment, "nothing to merge: no activity or document can be read");
    return ExitCode::failure;
  }
  // By id, so that it makes no difference in what order the logs came.
  std::ranges::sort(all, {}, &MergedLog::id);
  for (MergedLog& merged : all) output.write(std::move(merged.line));
  output.commit();
  return ExitCode::success;
}

}  // namespace ssi
