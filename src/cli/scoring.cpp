#include "cli/scoring.hpp"

#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/models.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace ssi {
namespace {}  // namespace

void add_report_options(CLI::App& command, ReportOptions& options,
                        std::span<const FormatName> formats, const std::string& files) {
  add_files(command, options.input, files);
  options.format = formats.front().name;
  std::string format_help = "One of";
  for (const FormatName& format : formats) {
    format_help += fmt::format("\n{}: {}", format.name, format.summary);
  }
  add_value(command, "-f,--format", options.format, format_help, "FORMAT");
  add_output(command, options.output);
  add_value(command, "--model", options.model, "A built-in model or a model file (default: v1)",
            "MODEL");
  add_value(command, "--color", options.color, "auto, always or never", "WHEN");
  add_lenient(command, options.input);
  add_merge(command, options.input);
  add_jobs(command, options.input);
  add_quiet(command, options.input);
}

void add_scoring_options(CLI::App& command, ScoringOptions& options,
                         std::span<const Format* const> formats) {
  std::vector<FormatName> names;
  for (const Format* format : formats) names.push_back({format->name, format->summary});
  add_report_options(command, options, names, "Logs to score; - is standard input");
  add_value(command, "--as-of", options.as_of,
            "Score at the end of this day: a date, today, or latest,\nthe day of a log's "
            "last activity (default: the day that\nthe log names, else latest)",
            "DAY");
  add_values(command, "--fail-under", options.fail_under,
             "Exit with 1 if a total is under N, or a pillar\nunder PILLAR=N; repeatable",
             "[PILLAR=]N");
  command.add_flag("--require-complete", options.require_complete,
                   "Exit with 1 if a signal was not measured");
}

std::size_t find_choice(std::string_view option, const std::string& wanted,
                        std::span<const std::string_view> choices) {
  const auto found = std::ranges::find(choices, wanted);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  throw CommandError{fmt::format("{}: {}", option, not_one_of(visible(wanted), choices))};
}

const Format& find_format(const ScoringOptions& options, std::span<const Format* const> formats) {
  std::vector<std::string_view> names;
  for (const Format* format : formats) names.push_back(format->name);
  return *formats[find_choice("--format", options.format, names)];
}

AsOf find_as_of(std::string_view option, const std::optional<std::string>& wanted,
                const Environment& environment) {
  if (!wanted) return AsOfLog{};
  if (*wanted == "latest") return AsOfLatest{};
  if (*wanted == "today") return environment.today();
  if (const auto day = parse_date(*wanted)) return *day;
  throw CommandError{fmt::format("{}: '{}' is not a date such as 2026-11-22, nor today or latest",
                                 option, visible(*wanted))};
}

ReportSettings find_settings(const ScoringOptions& options, const Environment& environment) {
  ReportSettings settings{.as_of = find_as_of("--as-of", options.as_of, environment),
                          .gates = parse_gates(options.fail_under, options.require_complete)};
  settings.model = load_model(options.model);
  return settings;
}

Style find_style(const ReportOptions& options, const Environment& environment) {
  constexpr std::array<std::string_view, 3> colors = {"auto", "always", "never"};
  (void)find_choice("--color", options.color, colors);
  const bool to_file = options.output && *options.output != "-";
  const bool to_terminal = environment.out_is_terminal && !to_file;
  const bool color = !to_file && wants_color(environment, options.color, to_terminal);
  const std::string term = environment.variable("TERM").value_or("");
  return {.color = color, .unicode = color || (to_terminal && term != "" && term != "dumb")};
}

std::vector<std::string> files_read(const LogInputs& inputs, const ReportOptions& options) {
  std::vector<std::string> files = inputs.files();
  files.push_back(options.model);
  return files;
}

}  // namespace ssi
