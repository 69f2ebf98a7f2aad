#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "log/encode.hpp"

namespace ssi {
namespace {

struct MergeOptions {
  InputOptions input{};
  std::optional<std::string> output{};
};

/// A member's log as it is written.
struct Written {
  std::optional<std::string> id{};
  std::string line{};
};

ExitCode merge_logs(const Environment& environment, const MergeOptions& options) {
  LogInputs inputs{environment, options.input};
  Output output{environment, options.output, inputs.files()};
  std::vector<Written> all;
  inputs.read([&all](std::span<const MemberLog> logs, Diagnostics& /*diagnostics*/) -> Deliver {
    auto part = std::make_shared<std::vector<Written>>();
    for (const MemberLog& log : logs) part->push_back({log.member.id, encode(log) + '\n'});
    return [&all, part] { std::ranges::move(*part, std::back_inserter(all)); };
  });
  if (inputs.are_bad()) return ExitCode::failure;
  if (all.empty()) {
    say(environment, "nothing to merge: no good activity or document is left");
    return ExitCode::failure;
  }
  // By id, so that it makes no difference in what order the logs came.
  std::ranges::sort(all, {}, &Written::id);
  for (Written& written : all) output.write(std::move(written.line));
  output.commit();
  return ExitCode::success;
}

}  // namespace

void add_merge(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("merge", "Add up the logs of each member, a document a line");
  command->footer(
      "\nExamples:\n"
      "  ssi merge january.jsonl february.jsonl > all.jsonl\n"
      "  ssi merge shard-*.jsonl | ssi score -f jsonl -\n");
  auto options = std::make_shared<MergeOptions>();
  options->input.merge = true;
  add_files(*command, options->input, "Logs to merge; - is standard input");
  add_output(*command, options->output);
  add_lenient(*command, options->input);
  add_jobs(*command, options->input);
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return merge_logs(environment, *options); };
  });
}

}  // namespace ssi
