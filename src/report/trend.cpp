#include <algorithm>
#include <cassert>

#include <ssi/trend.hpp>

#include "report/assess.hpp"
#include "report/readings.hpp"
#include "score/evaluate.hpp"

namespace ssi {
namespace {

using std::chrono::days;

bool ends_step(Day day, Step every) {
  if (every == Step::week) return std::chrono::weekday{day} == std::chrono::Sunday;
  if (every == Step::month)
    return std::chrono::year_month_day{day + days{1}}.day() == std::chrono::day{1};
  return true;
}

TrendPoint point_of(Day day, const Score& score) {
  TrendPoint point{.day = day, .total = score.total, .range = score.range(), .band = score.band};
  for (std::size_t i = 0; i < pillar_count; ++i) point.pillars[i] = score.pillars[i].score;
  return point;
}

}  // namespace

Day default_since(const MemberLog& log, Day until) {
  constexpr days year{365};
  return std::clamp(log.timeline.first_day().value_or(until), until - year + days{1}, until);
}

std::vector<std::optional<SideBySide>> readings_by_step(const TrendReport& report) {
  std::vector<std::optional<SideBySide>> last(report.points.size());
  std::size_t step = 0;
  for (const SideBySide& reading : report.readings) {
    while (report.points[step].day < reading.day) ++step;
    last[step] = reading;
  }
  return last;
}

TrendReport make_trend(const MemberLog& log, const Model& model, const TrendSettings& settings,
                       Diagnostics& diagnostics) {
  assert(settings.since <= settings.until);
  const SignalSet not_measured = log.not_measured.value_or(SignalSet{});
  DayWalk walk{log.timeline, settings.since, settings.until, model.window_days};
  warn_of_later(log, AsOfLog{}, settings.until, walk.later(), diagnostics);
  TrendReport report{.member = log.member, .model = model, .settings = settings};
  report.readings = readings_of(log, settings.since, settings.until, model);
  const auto now = [&] { return evaluate(walk.facts(), not_measured, model); };
  for (;; walk.step()) {
    if (walk.day() != settings.until && !ends_step(walk.day(), settings.every)) continue;
    const Score score = now();
    report.assessable = score.assessable;
    report.points.push_back(point_of(walk.day(), score));
    if (walk.day() == settings.until) break;
  }
  // What is below the target already cannot fall below it, even if it rises for a while. No total
  // is below any target.
  const bool can_fall = report.points.back().total >= settings.target;
  while (!walk.is_over() && walk.day() < last_calendar_day) {
    walk.step();
    const TrendPoint point = point_of(walk.day(), now());
    const bool is_below = point.total < settings.target;
    if (can_fall && is_below && !report.falls_below) report.falls_below = point;
    const bool is_last = walk.is_over() || walk.day() == last_calendar_day;
    if (is_last || ends_step(walk.day(), settings.every)) report.forecast.push_back(point);
  }
  return report;
}

}  // namespace ssi
