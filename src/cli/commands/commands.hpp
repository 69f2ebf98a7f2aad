#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <ssi/render.hpp>

#include "cli/app.hpp"
#include "cli/exit_code.hpp"

// To add a command: a file in this folder, a row in this table, and its options in cli/options.hpp.
namespace ssi {

class Arguments;

/// A format to choose, and what help says of it.
struct FormatName {
  std::string_view name;
  std::string_view summary;
};

/// The formats of a table in ssi/render.hpp.
template <auto& table>
std::vector<FormatName> format_names() {
  std::vector<FormatName> names;
  for (const auto& format : table()) names.push_back({format.name, format.summary});
  return names;
}

/// Each does what its command says, with arguments that only the parser has checked so far. Throws
/// CommandError or NothingToDo (cli/console.hpp).
ExitCode run_score(const Environment& environment, const Arguments& arguments);
ExitCode run_explain(const Environment& environment, const Arguments& arguments);
ExitCode run_plan(const Environment& environment, const Arguments& arguments);
ExitCode run_trend(const Environment& environment, const Arguments& arguments);
ExitCode run_diff(const Environment& environment, const Arguments& arguments);
ExitCode run_team(const Environment& environment, const Arguments& arguments);
ExitCode run_calibrate(const Environment& environment, const Arguments& arguments);
ExitCode run_report(const Environment& environment, const Arguments& arguments);
ExitCode run_init(const Environment& environment, const Arguments& arguments);
ExitCode run_add(const Environment& environment, const Arguments& arguments);
ExitCode run_merge(const Environment& environment, const Arguments& arguments);
ExitCode run_import(const Environment& environment, const Arguments& arguments);
ExitCode run_validate(const Environment& environment, const Arguments& arguments);
ExitCode run_model(const Environment& environment, const Arguments& arguments);
ExitCode run_schema(const Environment& environment, const Arguments& arguments);
ExitCode run_completions(const Environment& environment, const Arguments& arguments);
ExitCode run_help(const Environment& environment, const Arguments& arguments);

struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view examples;  ///< one a line
  /// Null of the program itself, `no_command`.
  ExitCode (*run)(const Environment& environment, const Arguments& arguments);
  /// What `--format` may be, the default first; null where there is no such option.
  std::vector<FormatName> (*formats)() = nullptr;
};

/// All commands, in the order of help.
inline constexpr auto command_table = std::to_array<Command>({
    {"score", "Score activity logs and say what to do next",
     "ssi score activity.json\n"
     "ssi score -f total activity.json\n"
     "ssi score --fail-under 70 --fail-under insights=15 activity.json\n"
     "ssi score --what-if 'search filters=1 count=10' activity.json\n"
     "ssi score -f csv -o scores.csv logs/*.json\n"
     "ssi score -f text -f html:report.html -f junit:junit.xml activity.json\n"
     "jq -c . logs/*.json | ssi score -f jsonl -",
     run_score, format_names<formats>},
    {"explain", "Explain the score, a part of it or an activity",
     "ssi explain\n"
     "ssi explain people\n"
     "ssi explain filtered_searches\n"
     "ssi explain comment\n"
     "ssi explain people activity.json\n"
     "ssi explain activity.json",
     run_explain, format_names<explain_formats>},
    {"plan", "Find the quickest way to a score",
     "ssi plan --target 70 activity.json\n"
     "ssi plan --target 60 --days 14 --minutes-per-day 20 activity.json\n"
     "ssi plan --target-pillar people=20 --target-pillar insights=15 activity.json",
     run_plan, format_names<plan_formats>},
    {"trend", "Show the score over time, and where it goes from here",
     "ssi trend activity.json\n"
     "ssi trend --every month --since 2026-01-01 activity.json\n"
     "ssi trend --member zoe --target 60 team.jsonl\n"
     "ssi trend --every day -f csv -o trend.csv activity.json",
     run_trend, format_names<trend_formats>},
    {"diff", "Show what changed between two scores, and what caused it",
     "ssi diff before.json after.json\n"
     "ssi diff --from 2026-10-01 --to 2026-11-22 activity.json\n"
     "ssi diff last-month logs\n"
     "ssi diff --model v1 --to-model ours.json activity.json\n"
     "ssi diff --fail-on-drop 2.5 before.json after.json",
     run_diff, format_names<diff_formats>},
    {"team", "Score a group: averages, leaderboard, weak pillars",
     "ssi team logs/*.json\n"
     "ssi team --by team --top 5 --bottom 5 class.jsonl\n"
     "ssi team --sort people class.jsonl\n"
     "ssi team --since 2026-10-01 logs\n"
     "ssi team --before last-month logs\n"
     "ssi team --fail-under-mean 60 --fail-under-share 80%=70 class.jsonl\n"
     "ssi team -f csv -o class.csv logs/",
     run_team, format_names<team_formats>},
    {"calibrate", "Fit a model to LinkedIn's own numbers",
     "ssi calibrate activity.json\n"
     "ssi calibrate -o mine.json activity.json\n"
     "ssi score --model mine.json activity.json\n"
     "ssi calibrate -f json -o ours.json logs/",
     run_calibrate, format_names<calibrate_formats>},
    {"report", "Put everything on one HTML page",
     "ssi report activity.json -o report.html\n"
     "ssi report logs/*.json -o class.html",
     run_report},
    {"init", "Start a log, with a profile to fill in",
     "ssi init\n"
     "ssi init mine.jsonl",
     run_init},
    {"add", "Add an activity to a log",
     "ssi add search --filters 3 --count 2 log.jsonl\n"
     "ssi add comment count=4 log.jsonl\n"
     "ssi add profile_edit --section about log.jsonl\n"
     "ssi add message --replied true --at 2026-11-20 --member amina log.jsonl\n"
     "ssi add linkedin_ssi --total 53 --industry_rank 10 log.jsonl",
     run_add},
    {"merge", "Combine logs into one document per member",
     "ssi merge january.jsonl february.jsonl > all.jsonl\n"
     "ssi merge shard-*.jsonl | ssi score -f jsonl -",
     run_merge},
    {"import", "Turn a LinkedIn data export into an activity log",
     "ssi import Complete_LinkedInDataExport_11-22-2026.zip > activity.json\n"
     "ssi import --member-id amina -o amina.json unpacked-export/",
     run_import},
    {"validate", "Check logs without scoring them",
     "ssi validate activity.json\n"
     "ssi validate logs/*.json",
     run_validate},
    {"model", "Print a scoring model, or check one of your own",
     "ssi model v1 > my-model.json\n"
     "ssi model my-model.json\n"
     "ssi score --model my-model.json activity.json",
     run_model},
    {"schema", "Print the JSON Schema of a format",
     "ssi schema log\n"
     "ssi schema report > report.schema.json",
     run_schema},
    {"help", "Show how to use a command",
     "ssi help\n"
     "ssi help score\n"
     "ssi help --man",
     run_help},
    {"completions", "Print the tab completions for a shell",
     "ssi completions bash > ~/.local/share/bash-completion/completions/ssi\n"
     "ssi completions zsh > ~/.zsh/_ssi\n"
     "ssi completions fish > ~/.config/fish/completions/ssi.fish",
     run_completions},
});

/// The names of all commands.
inline constexpr auto command_names = [] {
  std::array<std::string_view, command_table.size()> names{};
  std::ranges::transform(command_table, names.begin(), &Command::name);
  return names;
}();

/// What `ssi schema` prints the schemas of.
[[nodiscard]] std::vector<std::string_view> schema_names();

/// The program itself, where no command is named: it can only say how it is used.
inline constexpr Command no_command = {"",
                                       "Computes a Social Selling Index from a log of what you did "
                                       "on LinkedIn, and\nexplains every point. Unofficial.",
                                       "ssi init log.jsonl\n"
                                       "ssi score activity.json\n"
                                       "ssi score Complete_LinkedInDataExport_11-22-2026.zip\n"
                                       "ssi plan --target 70 activity.json",
                                       nullptr};

/// The place of a command in the table; the table's size where it has none of that name.
constexpr std::size_t command_index(std::string_view name) {
  std::size_t i = 0;
  while (i < command_table.size() && command_table[i].name != name) ++i;
  return i;
}

}  // namespace ssi
