#include <algorithm>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/member_logs.hpp"
#include "cli/models.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

constexpr int longest_plan = 3650;  // days
constexpr int minutes_of_day = 24 * 60;

PlanTarget parse_target(const Arguments& arguments) {
  PlanTarget target;
  if (const auto total = arguments.value("--target")) {
    target.total = parse_number("--target", *total, total_max);
  }
  for (const std::string& text : arguments.values("--target-pillar")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
      throw CommandError{fmt::format("--target-pillar: write PILLAR=N, not '{}'", visible(text))};
    }
    const std::size_t pillar =
        parse_choice("--target-pillar", text.substr(0, equals), names_of<PillarId>);
    target.pillars[pillar] = parse_number("--target-pillar", text.substr(equals + 1), pillar_max);
  }
  return target;
}

TaskSet parse_left_out(const Arguments& arguments) {
  TaskSet tasks;
  for (const std::string& text : arguments.values("--without")) {
    tasks.set(parse_choice("--without", text, names_of<Task>));
  }
  return tasks;
}

// Where the band after that of a total begins; of the highest band, its own beginning, to stay
// there.
Points next_goal(Points total, const std::vector<Band>& bands) {
  const auto next =
      std::ranges::find_if(bands, [&](const Band& band) { return band.from > total; });
  return next == bands.end() ? bands.back().from : next->from;
}

// Nothing can be planned for what no action changes.
std::optional<std::string> why_no_plan(const PlanTarget& target, const Score& score) {
  if (target.total && !score.total) {
    return "there is no total to plan for: a pillar is not measured at all";
  }
  for (const PillarScore& pillar : score.pillars) {
    if (!target.pillars[static_cast<std::size_t>(pillar.id)] || pillar.score) continue;
    return fmt::format("there is no score for {} to plan for: none of it is measured",
                       name(pillar.id));
  }
  return std::nullopt;
}

// `settings` without a target are for the next band.
Result<PlanReport> plan_for(const MemberLog& log, const AsOf& as_of, PlanSettings settings) {
  const std::optional<Day> from = as_of_day(log, as_of);
  if (!from) {
    return no_report(log, "the log names no day; name one, such as --as-of today");
  }
  if (*from == last_calendar_day) {
    return no_report(log, "there is no day left to plan for: 9999-12-31 is the last");
  }
  settings.from = *from;
  const Score now =
      score(log.timeline, log.not_measured.value_or(SignalSet{}), *from, settings.model);
  PlanTarget& target = settings.target;
  const bool is_for_next_band = target == PlanTarget{};
  if (is_for_next_band) target.total = Points{};
  if (const auto why = why_no_plan(target, now)) return no_report(log, *why);
  if (is_for_next_band) target.total = next_goal(*now.total, settings.model.bands);
  return make_plan(log, settings);
}

ExitCode judge(const Environment& environment, const std::vector<PlanReport>& reports) {
  ExitCode code = ExitCode::success;
  for (const PlanReport& report : reports) {
    if (report.is_reached) continue;
    const std::string who = reports.size() > 1 ? member_prefix(report.member) : "";
    const auto minutes = static_cast<std::uint64_t>(report.settings.minutes_per_day);
    say_error(environment,
              fmt::format("{}out of reach by {} with {} a day", who, to_string(report.until),
                          counted(minutes, "minute", "minutes")));
    code = ExitCode::gate_missed;
  }
  return code;
}

}  // namespace

ExitCode run_plan(const Environment& environment, const Arguments& arguments) {
  const auto wanted = parse_formats(environment, arguments, plan_formats());
  PlanSettings settings{
      .target = parse_target(arguments),
      .days = parse_whole("--days", *arguments.value("--days"), longest_plan),
      .minutes_per_day =
          parse_whole("--minutes-per-day", *arguments.value("--minutes-per-day"), minutes_of_day),
      .left_out = parse_left_out(arguments),
      .account = parse_choice<Account>("--account", *arguments.value("--account"))};
  const AsOf as_of = parse_as_of("--as-of", arguments.value("--as-of"), environment);
  settings.model = load_model(*arguments.value("--model"));
  LogInputs inputs{environment, input_options(arguments)};
  const auto sinks = open_sinks(environment, wanted, files_read(inputs, arguments));
  const auto reports = make_reports<PlanReport>(
      inputs, arguments.value("--member"),
      [&](MemberLog& log, Diagnostics&) { return plan_for(log, as_of, settings); });
  if (!reports) return ExitCode::failure;
  inputs.finish();
  inputs.mention_dropped();
  write_report(sinks, *reports, inputs.diagnostics());
  return judge(environment, *reports);
}

}  // namespace ssi
