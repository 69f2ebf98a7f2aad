#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/name_index.hpp"
#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/models.hpp"
#include "cli/one_member.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/scoring.hpp"

namespace ssi {
namespace {

struct ExplainOptions {
  ScoringOptions scoring{};
  std::optional<std::string> topic{};
  std::optional<std::string> member{};
};

Topic find_topic(const std::optional<std::string>& wanted) {
  if (!wanted) return Everything{};
  if (const auto pillar = named<PillarId>(*wanted)) return *pillar;
  if (const auto signal = named<SignalId>(*wanted)) return *signal;
  std::vector<std::string_view> names{names_of<PillarId>.begin(), names_of<PillarId>.end()};
  names.insert(names.end(), names_of<SignalId>.begin(), names_of<SignalId>.end());
  const std::string guess = suggestion(*wanted, names);
  throw CommandError{fmt::format("explain: no pillar or signal '{}'{}", visible(*wanted),
                                 guess.empty() ? "; 'ssi explain' names them all" : guess)};
}

ExitCode explain_topic(const Environment& environment, const ExplainOptions& options) {
  const ScoringOptions& scoring = options.scoring;
  const Topic topic = find_topic(options.topic);
  const auto& format = find_format(scoring, explain_formats());
  const Style style = find_style(scoring, environment);
  const ReportSettings settings = find_settings(scoring, environment);
  std::string text;
  if (scoring.input.files.empty()) {
    Output output{environment, scoring.output, {scoring.model}};
    format.write(text, explain(topic, settings.model), {}, style);
    output.write(std::move(text));
    output.commit();
    return ExitCode::success;
  }
  LogInputs inputs{environment, scoring.input};
  Output output{environment, scoring.output, files_read(inputs, scoring)};
  const auto log = read_one_member(inputs, options.member);
  if (!log) return ExitCode::failure;
  Diagnostics diagnostics;
  const Explanation explanation = explain(topic, *log, settings, diagnostics);
  inputs.add(std::move(diagnostics));
  inputs.finish();
  if (scoring.input.quiet) {
    inputs.tell_of_the_unsaid();
    return ExitCode::success;
  }
  format.write(text, explanation, inputs.diagnostics().list(), style);
  output.write(std::move(text));
  output.commit();
  return ExitCode::success;
}

void add_options(CLI::App& command, ExplainOptions& options) {
  ScoringOptions& scoring = options.scoring;
  command.add_option("TOPIC", options.topic, "A pillar or a signal (default: all of them)")
      ->type_name("");
  add_report_options(command, scoring, names_of_formats(explain_formats()),
                     "Logs of a member, to tell what they have of it");
  add_member(command, options.member);
  add_value(command, "--as-of", scoring.as_of,
            "The day to look at the log: a date, today or latest", "DAY");
}

}  // namespace

void add_explain(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("explain", "Explain a pillar or a signal, and what raises it");
  command->footer(
      "\nExamples:\n"
      "  ssi explain\n"
      "  ssi explain people\n"
      "  ssi explain filtered_searches\n"
      "  ssi explain people activity.json\n");
  auto options = std::make_shared<ExplainOptions>();
  add_options(*command, *options);
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return explain_topic(environment, *options); };
  });
}

}  // namespace ssi
