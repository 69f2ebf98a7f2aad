#include <algorithm>
#include <cassert>
#include <set>

#include <ssi/plan.hpp>

#include "report/calendar.hpp"
#include "report/planner.hpp"
#include "report/tasks.hpp"

namespace ssi {
namespace {

using std::chrono::days;

constexpr Count least_weekly = 14;  // days; a shorter plan is given day by day

// How often a task is done in whole weeks of the plan, and on how many days of one at most.
struct Weeks {
  Count least = 0;
  Count most = 0;
  Count days = 0;
};

Weeks weeks_of(Task task, const PlanReport& report, Day first) {
  constexpr days week{7};
  const Day start = report.settings.from + days{1};
  const auto index_of = [&](Day day) { return (day - start) / week; };
  const auto first_whole = index_of(first + week - days{1});
  std::vector<Weeks> all(static_cast<std::size_t>(index_of(report.until + days{1}) - first_whole));
  for (const PlannedTask& planned : report.calendar) {
    const auto index = static_cast<std::size_t>(index_of(planned.day) - first_whole);
    if (planned.task != task || index >= all.size()) continue;
    all[index].most += planned.times;
    ++all[index].days;
  }
  const auto [least, most] = std::ranges::minmax(all, {}, &Weeks::most);
  return {
      .least = least.most, .most = most.most, .days = std::ranges::max(all, {}, &Weeks::days).days};
}

PlanItem item_of(Task task, Count times, const PlanReport& report, const std::vector<Day>& all) {
  PlanItem item{.task = task,
                .advice = advice(task, times),
                .times = times,
                .minutes = times * report.settings.model.effort[static_cast<std::size_t>(task)]};
  const auto count = static_cast<Count>(all.size());
  const bool is_weekly = count >= least_weekly && times > 1 && times * 7 >= count;
  if (!is_weekly) return item;
  const Weeks weeks = weeks_of(task, report, all.front());
  if (weeks.most == 0) return item;
  item.times_a_week = weeks.most;
  item.days_a_week = weeks.days;
  item.advice = advice(task, weeks.least, weeks.most);
  return item;
}

std::vector<PlannedTask> calendar_of(const std::vector<Appointment>& appointments) {
  std::vector<PlannedTask> planned;
  for (const auto& [day, task] : appointments) {
    if (planned.empty() || planned.back().day != day || planned.back().task != task) {
      planned.push_back({.day = day, .task = task});
    }
    planned.back().advice = advice(task, ++planned.back().times);
  }
  return planned;
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
  for (const Of of : used) {
    if (rates.rate(of).rate.numerator > 0) all.push_back(rates.rate(of));
  }
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
  for (const TaskInfo& task : task_catalog) {
    if (settings.account != Account::free || !needs_sales_navigator(task.task)) continue;
    settings.left_out.set(static_cast<std::size_t>(task.task));
  }
  const Model& model = settings.model;
  const SignalSet not_measured = log.not_measured.value_or(SignalSet{});
  PlanReport report{
      .member = log.member, .settings = settings, .until = settings.from + days{settings.days}};
  report.now = score(log.timeline, not_measured, settings.from, model);
  report.without = score(log.timeline, not_measured, report.until, model);

  const Calendar calendar{log.timeline, settings};
  const std::vector<Day>& all = calendar.days();
  const PlanningBase base{.facts = facts_at_end_of(log.timeline, report.until, model),
                          .not_measured = not_measured,
                          .rates = Rates{log.timeline, settings.from, not_measured},
                          .room = calendar.room(),
                          .minutes = std::ssize(all) * settings.minutes_per_day};
  const Workload load = find_workload(base, settings);

  const std::vector<Appointment> appointments = calendar.schedule(load);
  report.calendar = calendar_of(appointments);
  report.activities = activities_of(appointments, base.rates);
  Timeline done = log.timeline;
  // A log that holds as much as it may takes no more, and would be refused with it.
  std::erase_if(report.activities, [&](const Activity& activity) { return !done.add(activity); });
  report.with = score(done, not_measured, report.until, model);
  const Facts with = facts_at_end_of(done, report.until, model);
  report.editing_days = with.editing_days - base.facts.editing_days;
  report.prospecting_days = with.prospecting_days - base.facts.prospecting_days;
  report.insight_days = with.insight_days - base.facts.insight_days;
  report.is_reached = shortfall(report.with, settings.target) == 0;
  for (std::size_t i = 0; i < task_count; ++i) {
    if (load[i] == 0) continue;
    report.items.push_back(item_of(static_cast<Task>(i), load[i], report, all));
    report.minutes += report.items.back().minutes;
  }
  report.rates = rates_of(load, base.rates);
  return report;
}

}  // namespace ssi
