#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/models.hpp"
#include "cli/one_member.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/scoring.hpp"
#include "report/assess.hpp"

namespace ssi {
namespace {

struct TrendOptions : ReportOptions {
  std::optional<std::string> member{};
  std::string every{name(Step::week)};
  std::optional<std::string> since{};
  std::optional<std::string> until{};
  std::string target = "70";
};

std::optional<Day> find_since(const TrendOptions& options) {
  if (!options.since) return std::nullopt;
  if (const auto day = parse_date(*options.since)) return day;
  throw CommandError{
      fmt::format("--since: '{}' is not a date such as 2026-11-22", visible(*options.since))};
}

void check_days(Day since, Day until) {
  if (since <= until) return;
  throw CommandError{
      fmt::format("--since: {} is after the last day, {}", to_string(since), to_string(until))};
}

/// One run: a member comes in, the trend of their score goes out.
class TrendRun {
 public:
  TrendRun(const Environment& environment, const TrendOptions& options)
      : options_{options},
        format_{find_format(options, trend_formats())},
        style_{find_style(options, environment)},
        settings_{.every = static_cast<Step>(find_choice("--every", options.every, names_of<Step>)),
                  .target = parse_number("--target", options.target, total_max)},
        since_{find_since(options)},
        until_{find_as_of("--until", options.until, environment)},
        model_{load_model(options.model)},
        inputs_{environment, options.input},
        output_{environment, options.output, files_read(inputs_, options)} {
    const Day* until = std::get_if<Day>(&until_);
    if (since_ && until != nullptr) check_days(*since_, *until);
  }

  ExitCode run() {
    const std::optional<MemberLog> log = read_one_member(inputs_, options_.member);
    if (!log) return ExitCode::failure;
    find_days(*log);
    Diagnostics diagnostics;
    const TrendReport report = make_trend(*log, model_, settings_, diagnostics);
    inputs_.add(std::move(diagnostics));
    inputs_.finish();
    if (options_.input.quiet) {
      inputs_.tell_of_the_unsaid();
      return ExitCode::success;
    }
    std::string text;
    format_.write(text, report, inputs_.diagnostics().list(), style_);
    output_.write(std::move(text));
    output_.commit();
    return ExitCode::success;
  }

 private:
  void find_days(const MemberLog& log) {
    const std::optional<Day> until = as_of_day(log, until_);
    if (!until) {
      throw CommandError{"the log has no activities and no as_of: name the last day with --until"};
    }
    settings_.until = *until;
    settings_.since = since_.value_or(default_since(log, *until));
    check_days(settings_.since, settings_.until);
  }

  const TrendOptions& options_;
  const FormatOf<TrendReport>& format_;
  Style style_;
  TrendSettings settings_;
  std::optional<Day> since_;
  AsOf until_;
  Model model_;
  LogInputs inputs_;
  Output output_;
};

}  // namespace

void add_trend(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("trend", "Show the score over time, and where it goes from here");
  command->footer(
      "\nExamples:\n"
      "  ssi trend activity.json\n"
      "  ssi trend --every month --since 2026-01-01 activity.json\n"
      "  ssi trend --member zoe --target 60 team.jsonl\n"
      "  ssi trend --every day -f csv -o trend.csv activity.json\n");
  auto options = std::make_shared<TrendOptions>();
  TrendOptions& o = *options;
  add_report_options(*command, o, names_of_formats(trend_formats()),
                     "Log of a member; - is standard input");
  add_member(*command, o.member);
  add_value(*command, "--every", o.every, "A score each day, week or month (default: week)",
            "STEP");
  add_value(*command, "--since", o.since,
            "First day (default: a year before the last, or the\nfirst activity)", "DATE");
  add_value(*command, "--until", o.until,
            "Last day before the forecast: a date, today or latest\n(default: the day that the log "
            "names, else latest)",
            "DAY");
  add_value(*command, "--target", o.target, "Tell when the total falls below this (default: 70)",
            "N");
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return TrendRun{environment, *options}.run(); };
  });
}

}  // namespace ssi
