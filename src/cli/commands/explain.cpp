#include <algorithm>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/hint.hpp"
#include "cli/one_member.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

Topic parse_topic(const std::optional<std::string>& wanted) {
  if (!wanted) return Everything{};
  std::vector<std::string_view> names{names_of<PillarId>.begin(), names_of<PillarId>.end()};
  names.insert(names.end(), names_of<SignalId>.begin(), names_of<SignalId>.end());
  const auto place = static_cast<std::size_t>(std::ranges::find(names, *wanted) - names.begin());
  if (place < pillar_count) return static_cast<PillarId>(place);
  if (place < names.size()) return static_cast<SignalId>(place - pillar_count);
  const std::string guess = hint(*wanted, names);
  throw CommandError{fmt::format("explain: no pillar or signal '{}'{}", visible(*wanted),
                                 guess.empty() ? "; 'ssi explain' names them all" : guess)};
}

}  // namespace

ExitCode run_explain(const Environment& environment, const Arguments& arguments) {
  const Topic topic = parse_topic(arguments.value("TOPIC"));
  const auto wanted = parse_formats(environment, arguments, explain_formats());
  const ReportSettings settings = parse_settings(environment, arguments);
  if (!arguments.has("FILE")) {
    const auto sinks = open_sinks(environment, wanted, {*arguments.value("--model")});
    write_report(sinks, explain(topic, settings.model), {});
    return ExitCode::success;
  }
  LogInputs inputs{environment, input_options(arguments)};
  const auto sinks = open_sinks(environment, wanted, files_read(inputs, arguments));
  const auto log = read_one_member(inputs, arguments.value("--member"));
  if (!log) return ExitCode::failure;
  Diagnostics diagnostics;
  const Explanation explanation = explain(topic, *log, settings, diagnostics);
  inputs.add(std::move(diagnostics));
  inputs.finish();
  inputs.mention_dropped();
  write_report(sinks, explanation, inputs.diagnostics());
  return ExitCode::success;
}

}  // namespace ssi
