#include <algorithm>
#include <set>

#include <ssi/plan.hpp>

#include "report/planner.hpp"
#include "report/tasks.hpp"

namespace ssi {
namespace {

using std::chrono::days;
using FreeDays = std::array<std::vector<Day>, task_field_count>;

// The days to plan for: the last of them that the window holds.
std::vector<Day> days_of(const PlanSettings& settings) {
  std::vector<Day> all;
  const int count = std::min(settings.days, settings.model.window_days);
  for (int i = settings.days - count + 1; i <= settings.days; ++i) {
    all.push_back(settings.from + days{i});
  }
  return all;
}

// Those of them that hold nothing of a field yet.
FreeDays free_days_of(const Timeline& timeline, const std::vector<Day>& all) {
  std::array<std::set<Day>, task_field_count> taken;
  timeline.for_each_day_from(all.front(), [&](Day day, const DayRecord& record) {
    Observer observer{Timeline{}, day};
    observer.observe(record);
    const Facts& facts = observer.facts();
    const std::array counts = {facts.editing_days, facts.prospecting_days, facts.insight_days,
                               Count{0}};
    for (std::size_t i = 0; i < task_field_count; ++i) {
      if (counts[i] > 0) taken[i].insert(day);
    }
  });
  FreeDays free;
  for (std::size_t i = 0; i < task_field_count; ++i) {
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

std::vector<PlanRate> rates_of(const Workload& load, const Rates& rates) {
  using Of = PlanRate::Of;
  const auto does = [&](std::initializer_list<Task> tasks) {
    return std::ranges::any_of(tasks,
                               [&](Task task) { return load[static_cast<std::size_t>(task)] > 0; });
  };
  std::vector<PlanRate> used;
  const auto add = [&](bool is_used, std::initializer_list<Of> what) {
    for (const Of of : what) {
      if (is_used) used.push_back(rates.rate(of));
    }
  };
  add(does({Task::invitation, Task::decision_maker_invitation, Task::coworker_invitation}),
      {Of::invitations});
  add(does({Task::message}), {Of::messages});
  add(does({Task::post, Task::article, Task::reshare}),
      {Of::reactions, Of::comments, Of::reshares});
  add(does({Task::endorsement_request}), {Of::endorsements});
  add(does({Task::recommendation_request}), {Of::recommendations});
  return used;
}

// The facts at the end of a day.
Facts facts_on(const Timeline& timeline, Day day, const Model& model) {
  Eve eve = observe_eve(timeline, day, model.window_days);
  eve.observer.observe(eve.day);
  return eve.observer.facts();
}

}  // namespace

PlanReport make_plan(const MemberLog& log, const PlanSettings& settings) {
  const Model& model = settings.model;
  const SignalSet not_measured = log.not_measured.value_or(SignalSet{});
  PlanReport report{
      .member = log.member, .settings = settings, .until = settings.from + days{settings.days}};
  report.now = score(log.timeline, not_measured, settings.from, model);
  report.without = score(log.timeline, not_measured, report.until, model);

  const std::vector<Day> all_days = days_of(settings);
  const FreeDays free_days = free_days_of(log.timeline, all_days);
  PlanningBase base{.facts = facts_on(log.timeline, report.until, model),
                    .not_measured = not_measured,
                    .rates = Rates{facts_on(log.timeline, settings.from, model)}};
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
