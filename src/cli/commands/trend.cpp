#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/models.hpp"
#include "cli/one_member.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

std::optional<Day> parse_since(const Arguments& arguments) {
  const auto text = arguments.value("--since");
  if (!text) return std::nullopt;
  if (const auto day = parse_date(*text)) return day;
  throw CommandError{fmt::format("--since: '{}' is not a date such as 2026-11-22", visible(*text))};
}

void check_days(Day since, Day until) {
  if (since <= until) return;
  throw CommandError{
      fmt::format("--since: {} is after the last day, {}", to_string(since), to_string(until))};
}

}  // namespace

ExitCode run_trend(const Environment& environment, const Arguments& arguments) {
  const auto wanted = parse_formats(environment, arguments, trend_formats());
  TrendSettings settings{
      .every = parse_choice<Step>("--every", *arguments.value("--every")),
      .target = parse_number("--target", *arguments.value("--target"), total_max)};
  const std::optional<Day> since = parse_since(arguments);
  const AsOf as_of = parse_as_of("--until", arguments.value("--until"), environment);
  const Model model = load_model(*arguments.value("--model"));
  LogInputs inputs{environment, input_options(arguments)};
  const auto sinks = open_sinks(environment, wanted, files_read(inputs, arguments));
  if (const Day* day = std::get_if<Day>(&as_of); since && day != nullptr) check_days(*since, *day);

  const auto log = read_one_member(inputs, arguments.value("--member"));
  if (!log) return ExitCode::failure;
  const std::optional<Day> until = as_of_day(*log, as_of);
  if (!until) {
    throw CommandError{"the log has no activities and no as_of: name the last day with --until"};
  }
  settings.until = *until;
  settings.since = since.value_or(default_since(*log, *until));
  check_days(settings.since, settings.until);
  Diagnostics diagnostics;
  const TrendReport report = make_trend(*log, model, settings, diagnostics);
  const bool was_asked_for = std::holds_alternative<Day>(as_of);
  if (!was_asked_for) inputs.add(std::move(diagnostics));  // that activities come after that day
  inputs.finish();
  inputs.mention_dropped();
  write_report(sinks, report, inputs.diagnostics());
  return ExitCode::success;
}

}  // namespace ssi
