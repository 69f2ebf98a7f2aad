#include <algorithm>
#include <cassert>
#include <set>

#include <ssi/plan.hpp>

#include "report/planner.hpp"
#include "report/tasks.hpp"

namespace ssi {
namespace {

using std::chrono::days;
using FreeDays = std::array<std::vector<Day>, day_kind_count>;

// The days to plan for: the last of them that the window holds.
std::vector<Day> days_of(const PlanSettings& settings) {
  std::vector<Day> all;
  const int count = std::min(settings.days, settings.model.window_days);
  for (int i = settings.days - count + 1; i <= settings.days; ++i) {
    all.push_back(settings.from + days{i});
  }
  return all;
}

// Those of them that are not of a kind yet.
FreeDays free_days_of(const Timeline& timeline, const std::vector<Day>& all) {
  std::array<std::set<Day>, day_kind_count> taken;
  timeline.for_each_day_from(all.front(), [&](Day day, const DayRecord& record) {
    const auto kinds = day_kinds(record);
    for (std::size_t i = 0; i < day_kind_count; ++i) {
      if (kinds[i]) taken[i].insert(day);
    }
  });
  FreeDays free;
  for (std::size_t i = 0; i < day_kind_count; ++i) {
    std::ranges::copy_if(all, std::back_inserter(free[i]),
                         [&](Day day) { return !taken[i].contains(day); });
  }
  return free;
}

// `amount` in all the days as so much a week, rounded up: who does that is in time.
Count a_week(Count amount, int all_days) {
  constexpr Count week = 7;
  return (amount * week + all_days - 1) / all_days;
}

std::vector<PlanItem> items_of(const Workload& load, const PlanSettings& settings) {
  std::vector<PlanItem> items;
  for (std::size_t i = 0; i < task_count; ++i) {
    if (load[i] == 0) continue;
    const auto task = static_cast<Task>(i);
    const bool is_weekly = load[i] * 7 >= settings.days && load[i] > 1;
    const Count weekly = is_weekly ? a_week(load[i], settings.days) : 0;
    items.push_back({.task = task,
                     .advice = advice(task, is_weekly ? weekly : load[i]),
                     .times = load[i],
                     .times_a_week = weekly,
                     .days_a_week = std::min<Count>(weekly, 7),
                     .minutes = load[i] * settings.model.effort[i]});
  }
  return items;
}

// The rates that a workload counts on.
std::vector<PlanRate> rates_of(const Workload& load, const Rates& rates) {
  using Of = PlanRate::Of;
  std::set<Of> used;
  for (const TaskInfo& task : task_catalog) {
    if (load[static_cast<std::size_t>(task.task)] == 0) continue;
    if (task.rate) used.insert(*task.rate);
    if (std::holds_alternative<Share>(task.action)) {
      used.insert({Of::reactions, Of::comments, Of::reshares});
    }
  }
  std::vector<PlanRate> all;
  all.reserve(used.size());
  for (const Of of : used) all.push_back(rates.rate(of));
  return all;
}

// The facts at the end of a day.
Facts facts_at_end_of(const Timeline& timeline, Day day, const Model& model) {
  AsOfState state = observe_as_of(timeline, day, model.window_days);
  state.before.observe(state.day);
  return state.before.facts();
}

}  // namespace

PlanReport make_plan(const MemberLog& log, const PlanSettings& wanted) {
  assert(wanted.from < last_calendar_day);
  PlanSettings settings = wanted;
  settings.days = static_cast<int>(
      std::min<std::int64_t>(wanted.days, (last_calendar_day - wanted.from).count()));
  const Model& model = settings.model;
  const SignalSet not_measured = log.not_measured.value_or(SignalSet{});
  PlanReport report{
      .member = log.member, .settings = settings, .until = settings.from + days{settings.days}};
  report.now = score(log.timeline, not_measured, settings.from, model);
  report.without = score(log.timeline, not_measured, report.until, model);

  const std::vector<Day> all_days = days_of(settings);
  const FreeDays free_days = free_days_of(log.timeline, all_days);
  PlanningBase base{.facts = facts_at_end_of(log.timeline, report.until, model),
                    .not_measured = not_measured,
                    .rates = Rates{facts_at_end_of(log.timeline, settings.from, model)}};
  std::ranges::transform(free_days, base.free_days.begin(),
                         [](const auto& free) { return static_cast<Count>(free.size()); });
  const Workload load = find_workload(base, settings);

  report.activities = schedule(load, base.rates, free_days, all_days);
  Timeline done = log.timeline;
  for (const Activity& activity : report.activities) (void)done.add(activity);
  report.with = score(done, not_measured, report.until, model);
  report.is_reached = shortfall(report.with, settings.target) == 0;
  report.items = items_of(load, settings);
  for (const PlanItem& item : report.items) report.minutes += item.minutes;
  report.rates = rates_of(load, base.rates);
  return report;
}

}  // namespace ssi
