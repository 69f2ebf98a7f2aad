#include "report/planner.hpp"

#include <algorithm>

#include "score/evaluate.hpp"

namespace ssi {
namespace {

using PillarPoints = std::array<Points, pillar_count>;

std::int64_t shortfall(const PillarPoints& pillars, const PlanTarget& target) {
  std::int64_t missing = 0;
  const auto compare = [&missing](Points got, const std::optional<Points>& wanted) {
    if (wanted && *wanted > got) missing += (*wanted - got).hundredths;
  };
  Points total{};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    compare(pillars[i], target.pillars[i]);
    total += pillars[i];
  }
  compare(total, target.total);
  return missing;
}

class Planner {
 public:
  Planner(const PlanningBase& base, const PlanSettings& settings)
      : base_{base},
        settings_{settings},
        budget_{std::int64_t{settings.days} * settings.minutes_per_day} {}

  [[nodiscard]] Workload plan() const {
    State best;
    for (std::size_t i = 0; i < pillar_count; ++i) score(best, static_cast<PillarId>(i));
    best.missing = shortfall(best.pillars, settings_.target);
    fill(best, std::nullopt);
    while (improve(best)) {
    }
    return best.load;
  }

 private:
  /// A workload, what it takes, and what it comes to.
  struct State {
    Workload load{};
    std::int64_t minutes = 0;
    PillarPoints pillars{};
    std::int64_t missing = 0;

    [[nodiscard]] bool is_better_than(const State& other) const {
      return std::pair{missing, minutes} < std::pair{other.missing, other.minutes};
    }
  };

  void score(State& state, PillarId pillar) const {
    const Facts facts = facts_after(base_.facts, state.load, base_.rates, base_.free_days);
    state.pillars[static_cast<std::size_t>(pillar)] =
        evaluate(pillar, facts, base_.not_measured, settings_.model).score.value_or(Points{});
  }

  // How often a task can be done to any use.
  [[nodiscard]] Count limit(Task task) const {
    if (task == Task::profile_edit)
      return base_.free_days[static_cast<std::size_t>(DayKind::editing)];
    if (const auto section = section_added(task)) {
      return has(base_.facts.stock, *section) ? 0 : 1;
    }
    return budget_;
  }

  // The same with a task done more often, or less.
  [[nodiscard]] State changed(const State& state, Task task, Count times) const {
    const auto index = static_cast<std::size_t>(task);
    State next = state;
    next.load[index] += times;
    next.minutes += times * settings_.model.effort[index];
    score(next, info(task).pillar);
    if (task == Task::article) score(next, PillarId::insights);  // it is a share, too
    next.missing = shortfall(next.pillars, settings_.target);
    return next;
  }

  // Adds what brings most for a minute, as long as something is missing and something helps.
  // Several at once are looked at, for one alone may bring nothing.
  void fill(State& state, std::optional<Task> without) const {
    constexpr std::array<Count, 7> amounts = {1, 2, 3, 4, 6, 9, 14};
    while (state.missing > 0) {
      State best = state;
      for (std::size_t i = 0; i < task_count; ++i) {
        const auto task = static_cast<Task>(i);
        if (task == without) continue;
        for (const Count amount : amounts) {
          const std::int64_t minutes = state.minutes + amount * settings_.model.effort[i];
          if (minutes > budget_ || state.load[i] + amount > limit(task)) break;
          State next = changed(state, task, amount);
          if (pays_more(next, best, state)) best = std::move(next);
        }
      }
      if (best.missing == state.missing) return;
      state = std::move(best);
    }
  }

  // Whether `a` brings more for a minute than `b`, both beyond `start`.
  static bool pays_more(const State& a, const State& b, const State& start) {
    const std::int64_t gain_a = start.missing - a.missing;
    const std::int64_t gain_b = start.missing - b.missing;
    if (gain_a <= 0 || gain_b <= 0) return gain_a > gain_b && gain_a > 0;
    return gain_a * (b.minutes - start.minutes) > gain_b * (a.minutes - start.minutes);
  }

  // Takes some of a task out, fills the gap with others, and keeps that if it is better.
  bool improve(State& best) const {
    bool improved = false;
    for (std::size_t i = 0; i < task_count; ++i) {
      const auto task = static_cast<Task>(i);
      for (const Count some : {Count{1}, Count{2}, Count{3}, Count{5}, Count{10}, best.load[i]}) {
        if (some == 0 || some > best.load[i]) continue;
        State other = changed(best, task, -some);
        fill(other, task);
        if (!other.is_better_than(best)) continue;
        best = std::move(other);
        improved = true;
      }
    }
    return improved;
  }

  const PlanningBase& base_;
  const PlanSettings& settings_;
  std::int64_t budget_;
};

}  // namespace

std::int64_t shortfall(const Score& score, const PlanTarget& target) {
  PillarPoints pillars{};
  for (const PillarScore& pillar : score.pillars) {
    pillars[static_cast<std::size_t>(pillar.id)] = pillar.score.value_or(Points{});
  }
  return shortfall(pillars, target);
}

Workload find_workload(const PlanningBase& base, const PlanSettings& settings) {
  return Planner{base, settings}.plan();
}

}  // namespace ssi
