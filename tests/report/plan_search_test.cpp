// The search for plans, held against a long random search: no cheaper plan is found by luck.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include <ssi/plan.hpp>

#include "report/calendar.hpp"
#include "report/planner.hpp"
#include "score/evaluate.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

/// Walks from plan to plan at random, at first to any that is not much worse, in the end only to
/// better ones (simulated annealing).
class RandomSearch {
 public:
  RandomSearch(const MemberLog& log, const PlanSettings& settings, std::uint64_t seed)
      : settings_{settings},
        not_measured_{log.not_measured.value_or(SignalSet{})},
        rates_{log.timeline, settings.from, not_measured_},
        room_{Calendar{log.timeline, settings}.room()},
        random_{seed} {
    AsOfState state = observe_as_of(log.timeline, settings.from + std::chrono::days{settings.days},
                                    settings.model.window_days);
    state.before.observe(state.day);
    facts_ = state.before.facts();
  }

  /// The least minutes that so many steps find for the target, starting from scratch; nothing if
  /// they do not reach it within the minutes there are.
  std::optional<std::int64_t> least_minutes(int steps) {
    State now = scored({});
    std::optional<std::int64_t> least;
    for (int step = 0; step < steps; ++step) {
      const State next = scored(neighbour(now.load));
      const double heat = 20.0 * (steps - step) / steps + 0.01;
      const double worse = static_cast<double>(next.cost - now.cost);
      if (worse > 0 &&
          static_cast<double>(random_.below(1'000'000)) > 1e6 * std::exp(-worse / heat)) {
        continue;
      }
      now = next;
      if (now.missing == 0 && now.minutes <= budget())
        least = std::min(now.minutes, least.value_or(now.minutes));
    }
    return least;
  }

 private:
  struct State {
    Workload load{};
    std::int64_t minutes = 0;
    std::int64_t missing = 0;
    std::int64_t cost = 0;
  };

  [[nodiscard]] std::int64_t budget() const {
    return std::int64_t{settings_.days} * settings_.minutes_per_day;
  }

  [[nodiscard]] State scored(const Workload& load) const {
    State state{.load = load};
    for (std::size_t i = 0; i < task_count; ++i)
      state.minutes += load[i] * settings_.model.effort[i];
    state.missing = shortfall(
        evaluate(facts_after(facts_, load, rates_, room_), not_measured_, settings_.model),
        settings_.target);
    state.cost =
        state.minutes + state.missing + 10 * std::max<std::int64_t>(0, state.minutes - budget());
    return state;
  }

  // The same with some of one task more or less, or with some of one in place of another.
  Workload neighbour(const Workload& load) {
    for (;;) {
      Workload other = load;
      change(other);
      if (random_.chance(50)) change(other);
      if (is_possible(other)) return other;
    }
  }

  void change(Workload& load) {
    Count& times = load[random_.below(task_count)];
    const Count some = random_.between(1, random_.chance(70) ? 1 : 5);
    times = random_.chance(50) ? times + some : std::max<Count>(0, times - some);
  }

  [[nodiscard]] bool is_possible(const Workload& load) const {
    std::array<Count, names_of<Capped>.size()> left = room_.ceilings;
    for (const TaskInfo& task : task_catalog) {
      const Count times = load[static_cast<std::size_t>(task.task)];
      if (task.ceiling) left[static_cast<std::size_t>(*task.ceiling)] -= times;
      const auto section = section_added(task.task);
      if (section && times > 0 &&
          (times > 1 || has(facts_.stock, *section) || !counts(facts_, *section)))
        return false;
    }
    return std::ranges::min(left) >= 0;
  }

  const PlanSettings& settings_;
  SignalSet not_measured_;
  Rates rates_;
  Room room_;
  Facts facts_{};
  Random random_;
};

TEST_CASE("no plan takes more than 5 in a hundred longer than the best that chance finds") {
  constexpr std::uint64_t logs = 24;
  constexpr int steps = 4000;
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= logs; ++seed) {
    const RandomLog random_part = random_log(seed);
    const MemberLog log{.as_of = random_part.head.as_of,
                        .not_measured = random_part.head.not_measured,
                        .timeline = timeline_of(random_part.activities, random_part.head.profile)};
    Random random{seed};
    PlanSettings settings{.model = model_v1(),
                          .from = random_part.as_of(),
                          .days = static_cast<int>(random.between(1, 20)),
                          .minutes_per_day = static_cast<int>(random.between(5, 60))};
    const Day until = settings.from + std::chrono::days{settings.days};
    const Score without =
        score(log.timeline, log.not_measured.value_or(SignalSet{}), until, settings.model);
    if (!without.total) continue;
    settings.target.total =
        std::min(total_max, *without.total + Points{static_cast<int>(random.between(50, 2000))});
    const PlanReport plan = make_plan(log, settings);
    const auto least = RandomSearch{log, settings, seed}.least_minutes(steps);
    INFO("seed " << seed << ", " << plan.minutes << " minutes; by chance " << least.value_or(-1));
    CHECK(plan.is_reached >= least.has_value());
    if (!least) continue;
    CHECK(plan.minutes * 100 <= *least * 105);
    ++compared;
  }
  CHECK(compared > logs / 2);
}

}  // namespace
}  // namespace ssi::test
