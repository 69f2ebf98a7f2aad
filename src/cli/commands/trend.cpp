#include <fmt/format.h>

#include <ssi/render.hpp>

#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/member_logs.hpp"
#include "cli/models.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

std::optional<std::string> why_no_trend(Day since, Day until) {
  if (since <= until) return std::nullopt;
  return fmt::format("--since: {} is after the last day, {}", to_string(since), to_string(until));
}

/// What was asked for, from which the settings of each member follow.
struct TrendWish {
  TrendSettings settings{};
  std::optional<Day> since{};
  AsOf until{};
  Model model{};
};

TrendWish parse_wish(const Environment& environment, const Arguments& arguments) {
  TrendWish wish{
      .settings = {.every = parse_choice<Step>("--every", *arguments.value("--every")),
                   .target = parse_number("--target", *arguments.value("--target"), total_max)},
      .since = parse_date_option("--since", arguments.value("--since")),
      .until = parse_as_of("--until", arguments.value("--until"), environment),
      .model = load_model(*arguments.value("--model"))};
  const Day* day = std::get_if<Day>(&wish.until);
  const auto why = wish.since && day != nullptr ? why_no_trend(*wish.since, *day) : std::nullopt;
  if (why) throw CommandError{*why};
  return wish;
}

Result<TrendReport> trend_of(const MemberLog& log, const TrendWish& wish,
                             Diagnostics& diagnostics) {
  const std::optional<Day> until = as_of_day(log, wish.until);
  if (!until) {
    return no_report(log, "the log names no day; name one, such as --as-of today");
  }
  TrendSettings settings = wish.settings;
  settings.until = *until;
  settings.since = wish.since.value_or(default_since(log, *until));
  if (const auto why = why_no_trend(settings.since, settings.until)) return no_report(log, *why);
  // Who asked for a day is not warned of activities after it.
  Diagnostics later;
  const bool was_asked_for = std::holds_alternative<Day>(wish.until);
  return make_trend(log, wish.model, settings, was_asked_for ? later : diagnostics);
}

}  // namespace

ExitCode run_trend(const Environment& environment, const Arguments& arguments) {
  const auto wanted = parse_formats(environment, arguments, trend_formats());
  const TrendWish wish = parse_wish(environment, arguments);
  LogInputs inputs{environment, input_options(arguments)};
  const auto sinks = open_sinks(environment, wanted, files_read(inputs, arguments));
  const auto reports = make_reports<TrendReport>(
      inputs, arguments.value("--member"),
      [&](MemberLog& log, Diagnostics& diagnostics) { return trend_of(log, wish, diagnostics); });
  if (!reports) return ExitCode::failure;
  inputs.finish();
  inputs.mention_dropped();
  write_report(sinks, *reports, inputs.diagnostics());
  return ExitCode::success;
}

}  // namespace ssi
