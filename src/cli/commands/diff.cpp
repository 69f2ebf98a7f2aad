#include <array>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/models.hpp"
#include "cli/one_member.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

// The options of reading the log of one side, which is the first or the last file.
InputOptions side_options(const Arguments& arguments, bool is_after) {
  InputOptions input = input_options(arguments);
  const auto& files = input.files;
  if (files.size() > 2) {
    throw CommandError{fmt::format("{} files, where two are compared", files.size())};
  }
  if (files.size() < 2) {
    if (!arguments.has("--from") && !arguments.has("--to") && !arguments.has("--to-model")) {
      throw CommandError{
          "nothing to compare a log with: name a second one, or --from, --to or --to-model"};
    }
    return input;
  }
  if (files[0] == "-" && files[1] == "-") {
    throw CommandError{"'-' is named twice, but standard input can be read only once"};
  }
  input.files = {is_after ? files[1] : files[0]};
  return input;
}

// The files that are read, which the output must not be.
std::vector<std::string> all_files(const LogInputs& before, const LogInputs& after,
                                   const Arguments& arguments) {
  std::vector<std::string> files = files_read(before, arguments);
  const std::vector<std::string> later = after.files();
  files.insert(files.end(), later.begin(), later.end());
  if (const auto model = arguments.value("--to-model")) files.push_back(*model);
  return files;
}

std::optional<Points> parse_drop(const Arguments& arguments) {
  const auto text = arguments.value("--fail-on-drop");
  if (!text) return std::nullopt;
  return parse_number("--fail-on-drop", *text, total_max);
}

ExitCode judge(const Environment& environment, const DiffReport& report, bool quiet) {
  GateTally gates;
  for (const GateVerdict& verdict : report.gates) gates.take(verdict, "");
  return gates.verdict(environment, quiet);
}

}  // namespace

ExitCode run_diff(const Environment& environment, const Arguments& arguments) {
  const auto wanted = parse_formats(environment, arguments, diff_formats());
  const AsOf from = parse_as_of("--from", arguments.value("--from"), environment);
  const AsOf to = parse_as_of("--to", arguments.value("--to"), environment);
  const std::string model = *arguments.value("--model");
  const Model from_model = load_model(model);
  const Model to_model = load_model(arguments.value("--to-model").value_or(model));
  LogInputs before{environment, side_options(arguments, false)};
  LogInputs after{environment, side_options(arguments, true)};  // not read where there is one log
  const auto sinks = open_sinks(environment, wanted, all_files(before, after, arguments));
  const std::optional<Points> allowed_drop = parse_drop(arguments);

  const auto member = arguments.value("--member");
  const auto first = read_one_member(before, member);
  const bool are_two = arguments.values("FILE").size() == 2;
  const auto second = are_two ? read_one_member(after, member) : std::nullopt;
  if (!first || (are_two && !second)) return ExitCode::failure;
  if (second && !first->timeline.can_add(second->timeline)) {
    throw CommandError{"the logs hold more than 2^62 of something together"};
  }
  Diagnostics found;
  DiffReport report =
      make_diff({*first, from, from_model}, {second ? *second : *first, to, to_model}, found);
  if (allowed_drop) report.gates.push_back(judge_drop(*allowed_drop, report.change));
  LogInputs& last = are_two ? after : before;
  last.add(std::move(found));
  last.finish();
  before.mention_dropped();
  after.mention_dropped();
  Diagnostics diagnostics = before.diagnostics();
  diagnostics.append(Diagnostics{after.diagnostics()});
  write_report(sinks, report, diagnostics);
  return judge(environment, report, arguments.has("--quiet"));
}

}  // namespace ssi
