#include "report/planner.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <map>

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

/// Tasks, what they take, and what that is worth in hundredths.
struct Way {
  std::int64_t minutes = 0;
  std::int64_t value = 0;
  Workload load{};
};
/// Each takes longer than those before, and is worth more.
using Ways = std::vector<Way>;

Way sum_of(const Way& a, const Way& b) {
  Way sum{.minutes = a.minutes + b.minutes, .value = a.value + b.value, .load = a.load};
  for (std::size_t i = 0; i < task_count; ++i) sum.load[i] += b.load[i];
  return sum;
}

// The cheapest sums of a way of each.
Ways sums_of(const Ways& a, const Ways& b) {
  struct Pair {
    std::int64_t minutes = std::numeric_limits<std::int64_t>::max();
    std::size_t first = 0;
    std::size_t second = 0;
  };
  std::vector<Pair> by_value(static_cast<std::size_t>(a.back().value + b.back().value + 1));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::int64_t minutes = a[i].minutes + b[j].minutes;
      Pair& cheapest = by_value[static_cast<std::size_t>(a[i].value + b[j].value)];
      if (minutes < cheapest.minutes) cheapest = {minutes, i, j};
    }
  }
  Ways sums;
  sums.reserve(by_value.size());
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  std::ranges::reverse(by_value);
  for (const auto& [minutes, first, second] : by_value) {
    if (minutes >= least) continue;
    least = minutes;
    sums.push_back(sum_of(a[first], b[second]));
  }
  std::ranges::reverse(sums);
  return sums;
}

// Of the sums of a way of each that take no more than `budget` minutes, the cheapest that is worth
// `wanted`; else the one that is worth most.
Way best_sum(const Ways& a, const Ways& b, std::int64_t wanted, std::int64_t budget) {
  std::optional<std::pair<const Way*, const Way*>> best;
  const auto key = [&](const Way& x, const Way& y) {
    return std::pair{std::max<std::int64_t>(0, wanted - x.value - y.value), x.minutes + y.minutes};
  };
  for (const Way& way : a) {
    const auto too_long = std::ranges::upper_bound(b, budget - way.minutes, {}, &Way::minutes);
    const auto enough = std::ranges::lower_bound(b, wanted - way.value, {}, &Way::value);
    if (too_long == b.begin()) break;
    const Way& other = *std::min(enough, std::prev(too_long));
    if (!best || key(way, other) < key(*best->first, *best->second)) best.emplace(&way, &other);
  }
  assert(best);
  return sum_of(*best->first, *best->second);
}

class Planner {
 public:
  Planner(const PlanningBase& base, const PlanSettings& settings)
      : base_{base}, settings_{settings} {}

  // Articles count for two pillars, and so are tried apart from all other tasks.
  [[nodiscard]] Workload plan() const {
    constexpr Workload nothing{};
    const Ways people = ways_of(PillarId::people, nothing, base_.minutes);
    const Ways relationships = ways_of(PillarId::relationships, nothing, base_.minutes);
    std::optional<Plan> best;
    Workload given{};
    Points before{-1};
    for (std::int64_t minutes = 0; minutes <= base_.minutes; minutes += effort(Task::article)) {
      const Points brand = points_of(PillarId::brand, given);
      if (brand == before || (best && best->missing == 0 && best->minutes <= minutes)) break;
      before = brand;
      const std::int64_t budget = base_.minutes - minutes;
      const Plan plan = plan_with(given,
                                  {ways_of(PillarId::brand, given, budget), people,
                                   ways_of(PillarId::insights, given, budget), relationships},
                                  budget);
      if (!best || plan.is_better_than(*best)) best = plan;
      if (room_for(Task::article, given) == 0) break;
      ++given[static_cast<std::size_t>(Task::article)];
    }
    while (exchange(*best)) {
    }
    mix_engagement(*best);
    return best->load;
  }

 private:
  using WaysOfPillars = std::array<Ways, pillar_count>;

  struct Plan {
    Workload load{};
    std::int64_t minutes = 0;
    PillarPoints pillars{};
    std::int64_t missing = 0;

    [[nodiscard]] bool is_better_than(const Plan& other) const {
      return std::pair{missing, minutes} < std::pair{other.missing, other.minutes};
    }
  };

  [[nodiscard]] std::int64_t effort(Task task) const {
    return settings_.model.effort[static_cast<std::size_t>(task)];
  }

  [[nodiscard]] Points points_of(PillarId pillar, const Workload& load) const {
    const Facts facts = facts_after(base_.facts, load, base_.rates, base_.room);
    return evaluate(pillar, facts, base_.not_measured, settings_.model).score.value_or(Points{});
  }

  // How many more of a task have room beside a load.
  [[nodiscard]] Count room_for(Task task, const Workload& load) const {
    const Facts& facts = base_.facts;
    if (settings_.left_out.test(static_cast<std::size_t>(task))) return 0;
    if (const auto section = section_added(task)) {
      const bool is_there = has(facts.stock, *section) || !counts(facts, *section);
      return is_there || load[static_cast<std::size_t>(task)] > 0 ? 0 : 1;
    }
    const auto& ceiling = info(task).ceiling;
    Count room = base_.room.ceilings[static_cast<std::size_t>(*ceiling)];
    for (const TaskInfo& other : task_catalog) {
      if (other.ceiling == ceiling) room -= load[static_cast<std::size_t>(other.task)];
    }
    return room;
  }

  // The ways to raise a pillar with tasks of its own, beside those that are `given`.
  [[nodiscard]] Ways ways_of(PillarId pillar, const Workload& given, std::int64_t budget) const {
    // Several at once are looked at, for one alone may bring nothing.
    constexpr std::array<Count, 7> amounts = {1, 2, 3, 5, 10, 30, 100};
    std::map<std::int64_t, Way> ways;  // by their minutes
    const auto keep = [&ways](Way way) {
      auto next = ways.upper_bound(way.minutes);
      if (next != ways.begin() && std::prev(next)->second.value >= way.value) return;
      while (next != ways.end() && next->second.value <= way.value) next = ways.erase(next);
      ways.insert_or_assign(way.minutes, std::move(way));
    };
    keep({.value = points_of(pillar, given).hundredths, .load = given});
    for (const auto& [minutes, way] : ways) {  // and those that are added on the way
      for (const TaskInfo& task : task_catalog) {
        if (task.pillar != pillar || task.task == Task::article) continue;
        const Count room = room_for(task.task, way.load);
        for (const Count amount : amounts) {
          Way longer = way;
          longer.minutes += amount * effort(task.task);
          longer.load[static_cast<std::size_t>(task.task)] += amount;
          if (longer.minutes > budget || amount > room) break;
          longer.value = points_of(pillar, longer.load).hundredths;
          keep(std::move(longer));
        }
      }
    }
    Ways result;
    result.reserve(ways.size());
    for (auto& [minutes, way] : ways) {
      for (std::size_t i = 0; i < task_count; ++i) way.load[i] -= given[i];
      result.push_back(std::move(way));
    }
    return result;
  }

  [[nodiscard]] Plan plan_with(const Workload& given, WaysOfPillars ways,
                               std::int64_t budget) const {
    const PlanTarget& target = settings_.target;
    keep_targets_of_pillars(given, ways, budget);
    const Way way = best_sum(sums_of(ways[0], ways[1]), sums_of(ways[2], ways[3]),
                             target.total.value_or(Points{}).hundredths, budget);
    Plan plan{.load = given, .minutes = base_.minutes - budget + way.minutes};
    for (std::size_t i = 0; i < task_count; ++i) plan.load[i] += way.load[i];
    plan.pillars = pillars_of(plan.load);
    plan.missing = shortfall(plan.pillars, target);
    return plan;
  }

  // The same with a task done more often, or less.
  [[nodiscard]] Plan changed(const Plan& plan, Task task, Count times) const {
    Plan next = plan;
    next.load[static_cast<std::size_t>(task)] += times;
    next.minutes += times * effort(task);
    const auto rescore = [&](PillarId pillar) {
      next.pillars[static_cast<std::size_t>(pillar)] = points_of(pillar, next.load);
    };
    rescore(info(task).pillar);
    if (task == Task::article) rescore(PillarId::insights);  // it is a share, too
    next.missing = shortfall(next.pillars, settings_.target);
    return next;
  }

  // Takes some of a task out and puts as much of another in as is needed, or as fits, wherever that
  // makes the plan better.
  [[nodiscard]] bool exchange(Plan& best) const {
    const Plan before = best;
    for (const TaskInfo& out : task_catalog) {
      for (const Count some : {1, 2, 3, 5, 10, 30}) {
        if (some > best.load[static_cast<std::size_t>(out.task)]) break;
        const Plan less = changed(best, out.task, -some);
        if (less.is_better_than(best)) best = less;
        for (const TaskInfo& in : task_catalog) {
          if (in.task == out.task || in.task == Task::article) continue;
          Plan other = filled(less, in.task, best);
          if (other.is_better_than(best)) best = std::move(other);
        }
      }
    }
    return best.is_better_than(before);
  }

  // Puts comments in place of reactions, up to as many points of engagement, where that makes the
  // plan no worse: who only reacts is not heard.
  void mix_engagement(Plan& plan) const {
    constexpr auto weight = static_cast<Count>(comment_weight);
    const auto times = [&](Task task) { return plan.load[static_cast<std::size_t>(task)]; };
    while (times(Task::reaction) >= weight * (times(Task::comment) + 2) &&
           room_for(Task::comment, plan.load) > 0) {
      Plan other = changed(changed(plan, Task::reaction, -weight), Task::comment, 1);
      if (plan.is_better_than(other)) return;
      plan = std::move(other);
    }
  }

  // With the fewest of a task that reach the targets, or else as many as may make it better than
  // `best`.
  [[nodiscard]] Plan filled(const Plan& plan, Task task, const Plan& best) const {
    const std::int64_t minutes = best.missing == 0 ? best.minutes - 1 : base_.minutes;
    Count most = std::max<std::int64_t>(0, minutes - plan.minutes) / effort(task);
    most = std::min(most, room_for(task, plan.load));
    Count least = 0;  // that are too few
    Plan full = changed(plan, task, most);
    while (full.missing == 0 && most - least > 1) {
      const Count half = (least + most) / 2;
      Plan fewer = changed(plan, task, half);
      if (fewer.missing == 0) {
        most = half;
        full = std::move(fewer);
      } else {
        least = half;
      }
    }
    return full;
  }

  [[nodiscard]] PillarPoints pillars_of(const Workload& load) const {
    PillarPoints points{};
    for (std::size_t i = 0; i < pillar_count; ++i) {
      points[i] = points_of(static_cast<PillarId>(i), load);
    }
    return points;
  }

  // Leaves the ways that take the pillars to their targets, or as near as can be.
  void keep_targets_of_pillars(const Workload& given, WaysOfPillars& ways,
                               std::int64_t budget) const {
    WaysOfPillars useful = ways;
    std::int64_t wanted = 0;
    for (std::size_t i = 0; i < pillar_count; ++i) {
      const std::int64_t most = settings_.target.pillars[i].value_or(Points{}).hundredths;
      wanted += most;
      for (Way& way : useful[i]) way.value = std::min(way.value, most);
      const auto enough = std::ranges::lower_bound(useful[i], most, {}, &Way::value);
      if (enough != useful[i].end()) useful[i].erase(enough + 1, useful[i].end());
    }
    if (wanted == 0) return;
    Workload load =
        best_sum(sums_of(useful[0], useful[1]), sums_of(useful[2], useful[3]), wanted, budget).load;
    for (std::size_t i = 0; i < task_count; ++i) load[i] += given[i];
    const PillarPoints nearest = pillars_of(load);
    for (std::size_t i = 0; i < pillar_count; ++i) {
      if (!settings_.target.pillars[i]) continue;
      const Points least = std::min(nearest[i], *settings_.target.pillars[i]);
      std::erase_if(ways[i], [&](const Way& way) { return way.value < least.hundredths; });
    }
  }

  const PlanningBase& base_;
  const PlanSettings& settings_;
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
