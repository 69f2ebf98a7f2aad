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

constexpr int longest_plan = 3650;  // days
constexpr int minutes_of_day = 24 * 60;

struct PlanOptions : ReportOptions {
  std::optional<std::string> member{};
  std::optional<std::string> as_of{};
  std::optional<std::string> target{};
  std::vector<std::string> target_pillar{};
  std::string days = "30";
  std::string minutes_per_day = "30";
};

PlanTarget find_target(const PlanOptions& options) {
  PlanTarget target;
  if (options.target) target.total = parse_number("--target", *options.target, total_max);
  for (const std::string& text : options.target_pillar) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
      throw CommandError{fmt::format("--target-pillar: write PILLAR=N, not '{}'", visible(text))};
    }
    const std::size_t pillar =
        find_choice("--target-pillar", text.substr(0, equals), names_of<PillarId>);
    target.pillars[pillar] = parse_number("--target-pillar", text.substr(equals + 1), pillar_max);
  }
  if (!options.target && options.target_pillar.empty()) {
    throw CommandError{"say what to plan for: --target 70, or --target-pillar people=20"};
  }
  return target;
}

// Nothing can be planned for what no action changes.
void check_target(const PlanTarget& target, const Score& score) {
  if (target.total && !score.total) {
    throw CommandError{"there is no total to plan for: a pillar has nothing measured"};
  }
  for (const PillarScore& pillar : score.pillars) {
    if (!target.pillars[static_cast<std::size_t>(pillar.id)] || pillar.score) continue;
    throw CommandError{fmt::format("there is no score of {} to plan for: nothing of it is measured",
                                   name(pillar.id))};
  }
}

/// One run: a member comes in, a plan goes out.
class PlanRun {
 public:
  PlanRun(const Environment& environment, const PlanOptions& options)
      : environment_{environment},
        options_{options},
        format_{find_format(options, plan_formats())},
        style_{find_style(options, environment)},
        settings_{.target = find_target(options),
                  .days = parse_whole("--days", options.days, longest_plan),
                  .minutes_per_day =
                      parse_whole("--minutes-per-day", options.minutes_per_day, minutes_of_day)},
        as_of_{find_as_of("--as-of", options.as_of, environment)},
        inputs_{environment, options.input},
        output_{environment, options.output, files_read(inputs_, options)} {
    settings_.model = load_model(options.model);
  }

  ExitCode run() {
    const std::optional<MemberLog> log = read_one_member(inputs_, options_.member);
    if (!log) return ExitCode::failure;
    const std::optional<Day> from = as_of_day(*log, as_of_);
    if (!from) {
      throw CommandError{"the log has no activities and no as_of: name the day with --as-of"};
    }
    settings_.from = *from;
    check_target(settings_.target, score(log->timeline, log->not_measured.value_or(SignalSet{}),
                                         *from, settings_.model));
    const PlanReport report = make_plan(*log, settings_);
    inputs_.finish();
    if (options_.input.quiet) {
      inputs_.tell_of_the_unsaid();
    } else {
      std::string text;
      format_.write(text, report, inputs_.diagnostics().list(), style_);
      output_.write(std::move(text));
      output_.commit();
    }
    if (report.is_reached) return ExitCode::success;
    say(environment_, fmt::format("out of reach by {} with {} minutes a day",
                                  to_string(report.until), settings_.minutes_per_day));
    return ExitCode::gate_missed;
  }

 private:
  const Environment& environment_;
  const PlanOptions& options_;
  const FormatOf<PlanReport>& format_;
  Style style_;
  PlanSettings settings_;
  AsOf as_of_;
  LogInputs inputs_;
  Output output_;
};

}  // namespace

void add_plan(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("plan", "Find the cheapest actions that reach a score, in minutes");
  command->footer(
      "\nExamples:\n"
      "  ssi plan --target 70 activity.json\n"
      "  ssi plan --target 60 --days 14 --minutes-per-day 20 activity.json\n"
      "  ssi plan --target-pillar people=20 --target-pillar insights=15 activity.json\n");
  auto options = std::make_shared<PlanOptions>();
  PlanOptions& o = *options;
  add_report_options(*command, o, names_of_formats(plan_formats()),
                     "Log of a member; - is standard input");
  add_member(*command, o.member);
  add_value(*command, "--target", o.target, "The total to reach", "N");
  add_values(*command, "--target-pillar", o.target_pillar, "A pillar's score to reach; repeatable",
             "PILLAR=N");
  add_value(*command, "--days", o.days,
            "Days from the as-of day to the day planned for\n(default: 30)", "N");
  add_value(*command, "--minutes-per-day", o.minutes_per_day,
            "Time there is, on the average (default: 30)", "N");
  add_value(
      *command, "--as-of", o.as_of,
      "Plan from this day on: a date, today or latest\n(default: the day that the log names, else "
      "latest)",
      "DAY");
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return PlanRun{environment, *options}.run(); };
  });
}

}  // namespace ssi
