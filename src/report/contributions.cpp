// Where points come from. A pillar depends on a few activity types only. All others are dummies to
// it: their Shapley value is 0, and the values of the rest are the same without them. So the exact
// values take dozens of scores and not 2^11.

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include <ssi/explain.hpp>

#include "score/evaluate.hpp"
#include "signals/catalog.hpp"
#include "signals/facts.hpp"
#include "timeline/actions_of.hpp"

namespace ssi {
namespace {

/// A set of activity types, a bit each.
using TypeBits = std::size_t;

constexpr bool has_type(TypeBits set, std::size_t type) {
  return (set >> type & 1U) != 0;
}

std::vector<std::size_t> types_that_change(PillarId pillar) {
  std::vector<std::size_t> types;
  for (std::size_t type = 0; type < activity_types.size(); ++type) {
    const auto signals = signals_of(RecordType{type});
    const auto is_of_pillar = [pillar](SignalId id) { return pillar_of(id) == pillar; };
    if (std::ranges::any_of(signals, is_of_pillar)) types.push_back(type);
  }
  return types;
}

// `sums` are fractions with one denominator, and add up to the whole number `all`. Rounds them so
// that they still do: down, and those with the largest remainders up.
std::vector<Points> rounded(std::span<const std::int64_t> sums, std::int64_t denominator,
                            Points all) {
  std::vector<Points> parts(sums.size());
  std::vector<std::pair<std::int64_t, std::size_t>> remainders(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const std::int64_t rest = (sums[i] % denominator + denominator) % denominator;
    remainders[i] = {rest, i};
    parts[i] = {static_cast<std::int32_t>((sums[i] - rest) / denominator)};
    all = all - parts[i];
  }
  std::ranges::stable_sort(remainders, std::greater{}, &decltype(remainders)::value_type::first);
  for (std::size_t i = 0; i < static_cast<std::size_t>(all.hundredths); ++i) {
    parts[remainders[i].second] += {1};
  }
  return parts;
}

// The Shapley values of `count` players; `worth[set]` is what a set of them is worth.
std::vector<Points> shapley_values(std::span<const Points> worth, std::size_t count) {
  std::vector<std::int64_t> factorials(count + 1, 1);
  for (std::size_t i = 1; i <= count; ++i) {
    factorials[i] = factorials[i - 1] * static_cast<std::int64_t>(i);
  }
  std::vector<std::int64_t> sums(count);
  for (TypeBits set = 0; set < worth.size(); ++set) {
    const auto before = static_cast<std::size_t>(std::popcount(set));
    for (std::size_t i = 0; i < count; ++i) {
      if (has_type(set, i)) continue;
      const Points added = worth[set | TypeBits{1} << i] - worth[set];
      sums[i] += factorials[before] * factorials[count - 1 - before] * added.hundredths;
    }
  }
  return rounded(sums, factorials.back(), worth.back() - worth.front());
}

Count take_count(Action& action) {
  return std::visit(
      [](auto& a) {
        if constexpr (requires { a.count; }) return std::exchange(a.count, Count{1});
        return Count{1};
      },
      action);
}

// The single activities of a day, and how many there are of each.
std::map<Action, Count> singles_of(const DayRecord& record) {
  using enum Counter;
  const Counts& counts = record.counts;
  const Count shares = counts[posts] + counts[articles] + counts[reshares];
  std::map<Action, Count> singles;
  for (Action& action : actions_of(record)) {
    if (auto* share = std::get_if<Share>(&action)) {
      share->reactions = counts[reactions_received] / shares;
      share->comments = counts[comments_received] / shares;
      share->reshares = counts[reshares_received] / shares;
    }
    const Count times = take_count(action);
    singles[action] += times;
  }
  return singles;
}

// What is left of a day without one activity. What edits did to sections does not add up: it is
// gathered anew from all others.
DayRecord without_one(const DayRecord& record, const std::map<Action, Count>& singles,
                      const Action& gone) {
  DayRecord one;
  one.add(gone);
  DayRecord rest;
  for (const auto& [action, times] : singles) {
    if (action != gone || times > 1) rest.add(action);
  }
  rest.counts = record.counts;
  rest.counts -= one.counts;
  return rest;
}

Day first_of_month(Day day) {
  const std::chrono::year_month_day date{day};
  return date.year() / date.month() / 1;
}

class Contributor {
 public:
  Contributor(const MemberLog& log, const ReportSettings& settings)
      : profile_{log.timeline.profile()},
        model_{settings.model},
        not_measured_{log.not_measured.value_or(SignalSet{})} {
    const Day as_of = as_of_day(log, settings.as_of).value_or(Day{});
    window_start_ = as_of - std::chrono::days{model_.window_days - 1};
    log.timeline.for_each_day([&](Day day, const DayRecord& record) {
      if (day > as_of) return;
      Part& part = days_.emplace_back(Part{.day = day, .all = record});
      for (const Action& action : actions_of(record)) part.of[action.index()].add(action);
    });
    facts_ = facts_with([](const Part& day) { return day.all; });
    score_ = evaluate(facts_, not_measured_, model_);
  }

  [[nodiscard]] Contributions find() const {
    Contributions found;
    for (const PillarInfo& pillar : pillar_catalog) add_pillar(found, pillar.id);
    if (score_.total) {
      found.profile.total = found.profile.sum();
      for (Contribution& type : found.types) type.total = type.sum();
    }
    add_months(found);
    add_activities(found);
    return found;
  }

 private:
  /// A day, in all and by activity type.
  struct Part {
    Day day{};
    DayRecord all{};
    std::array<DayRecord, activity_types.size()> of{};
  };

  // The facts if each day were what `record_of` makes of it.
  [[nodiscard]] Facts facts_with(const std::function<DayRecord(const Part&)>& record_of) const {
    Observer observer{profile_};
    for (const Part& day : days_) {
      const DayRecord record = record_of(day);
      observer.observe(record);
      if (day.day < window_start_) observer.leave(record);
    }
    return observer.facts();
  }

  void add_pillar(Contributions& found, PillarId id) const {
    const auto p = static_cast<std::size_t>(id);
    if (!score_.pillars[p].score) return;
    const auto types = types_that_change(id);
    std::vector<Points> worth(std::size_t{1} << types.size());
    for (TypeBits set = 0; set < worth.size(); ++set) {
      const Facts facts = facts_with([&](const Part& day) {
        DayRecord record;
        for (std::size_t i = 0; i < types.size(); ++i) {
          if (has_type(set, i)) record += day.of[types[i]];
        }
        return record;
      });
      worth[set] = *evaluate(id, facts, not_measured_, model_).score;
    }
    assert(worth.back() == score_.pillars[p].score);
    found.profile.pillars[p] = worth.front();
    for (Contribution& type : found.types) type.pillars[p] = Points{};
    const auto values = shapley_values(worth, types.size());
    for (std::size_t i = 0; i < types.size(); ++i) found.types[types[i]].pillars[p] = values[i];
  }

  [[nodiscard]] Contribution lost_with(const Facts& facts) const {
    const Score rest = evaluate(facts, not_measured_, model_);
    const Change lost = change_between(rest, score_);
    return {.total = lost.total, .pillars = lost.pillars};
  }

  void add_months(Contributions& found) const {
    std::optional<Day> last;
    for (const Part& day : days_) {
      const Day month = first_of_month(day.day);
      if (last == month) continue;
      last = month;
      const Contribution lost = lost_with(facts_with([month](const Part& each) {
        return first_of_month(each.day) == month ? DayRecord{} : each.all;
      }));
      const auto counts = [](std::optional<Points> points) {
        return points.value_or(Points{}) != Points{};
      };
      if (std::ranges::any_of(lost.pillars, counts)) found.months.push_back({month, lost});
    }
  }

  void add_activities(Contributions& found) const {
    std::vector<ActivityLost>& all = found.activities;
    for (const Part& day : days_) {
      const auto singles = singles_of(day.all);
      for (const auto& [action, times] : singles) {
        const Contribution lost =
            lost_with(facts_without(day, without_one(day.all, singles, action)));
        if (lost.sum() > Points{}) all.push_back({{day.day, action}, times, lost});
      }
    }
    std::ranges::stable_sort(all, std::greater{},
                             [](const ActivityLost& a) { return a.lost.sum(); });
    if (all.size() > most_activities_lost) all.resize(most_activities_lost);
  }

  // The facts if `rest` were all of a day. A long log has many days with many activities: walk
  // through all of it only for edits, whose order counts. All other facts are sums over the days.
  [[nodiscard]] Facts facts_without(const Part& day, const DayRecord& rest) const {
    if (rest.present != day.all.present || rest.removed != day.all.removed ||
        rest.skills != day.all.skills) {
      return facts_with([&](const Part& each) { return &each == &day ? rest : each.all; });
    }
    const Facts before = facts_alone(day.day, day.all);
    const Facts after = facts_alone(day.day, rest);
    Facts facts = facts_;
    facts.stock.counts += after.stock.counts;
    facts.stock.counts -= before.stock.counts;
    facts.window += after.window;
    facts.window -= before.window;
    facts.editing_days += after.editing_days - before.editing_days;
    facts.prospecting_days += after.prospecting_days - before.prospecting_days;
    facts.insight_days += after.insight_days - before.insight_days;
    return facts;
  }

  [[nodiscard]] Facts facts_alone(Day day, const DayRecord& record) const {
    Observer observer{Profile{}};
    observer.observe(record);
    if (day < window_start_) observer.leave(record);
    return observer.facts();
  }

  const Profile& profile_;
  const Model& model_;
  SignalSet not_measured_;
  Day window_start_{};
  std::vector<Part> days_;
  Facts facts_;  // of all
  Score score_;  // the same
};

}  // namespace

Points Contribution::sum() const {
  Points sum{};
  for (const std::optional<Points> pillar : pillars) sum += pillar.value_or(Points{});
  return sum;
}

Contributions contributions_of(const MemberLog& log, const ReportSettings& settings) {
  return Contributor{log, settings}.find();
}

}  // namespace ssi
