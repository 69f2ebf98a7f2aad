#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

#include <ssi/explain.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/naive_model.hpp"
#include "support/random_log.hpp"
#include "timeline/actions_of.hpp"

namespace ssi::test {
namespace {

using Activities = std::vector<Activity>;

Contributions found_in(const RandomLog& random) {
  const MemberLog log{.member = random.head.member,
                      .as_of = random.head.as_of,
                      .not_measured = random.head.not_measured,
                      .timeline = timeline_of(random.activities, random.head.profile)};
  return contributions_of(log, {.model = model_v1()});
}

Score scored(const RandomLog& random, const Activities& activities) {
  return naive_score(random.head.profile, activities, random.head.not_measured, random.as_of());
}

template <class Keep>
Activities only(const Activities& activities, const Keep& keep) {
  Activities kept;
  std::ranges::copy_if(activities, std::back_inserter(kept), keep);
  return kept;
}

void require_lost(const Contribution& lost, const Score& now, const Score& then) {
  REQUIRE(lost.total.has_value() == now.total.has_value());
  if (now.total) REQUIRE(*lost.total == *now.total - *then.total);
  for (std::size_t p = 0; p < pillar_count; ++p) {
    REQUIRE(lost.pillars[p].has_value() == now.pillars[p].score.has_value());
    if (lost.pillars[p]) {
      REQUIRE(*lost.pillars[p] == *now.pillars[p].score - *then.pillars[p].score);
    }
  }
}

// What each of `types` adds to the pillar, summed over all orders of adding them.
std::vector<std::int64_t> sums_over_orders(const RandomLog& random, std::size_t pillar,
                                           const std::vector<std::size_t>& types) {
  std::map<std::size_t, Points> worth;  // by the set of types, a bit each
  for (std::size_t set = 0; set < std::size_t{1} << types.size(); ++set) {
    const auto is_in_set = [&](const Activity& activity) {
      const auto type = std::ranges::find(types, activity.action.index()) - types.begin();
      return (set >> static_cast<std::size_t>(type) & 1U) != 0;
    };
    worth[set] = *scored(random, only(random.activities, is_in_set)).pillars[pillar].score;
  }
  std::vector<std::int64_t> sums(types.size());
  std::vector<std::size_t> order(types.size());
  std::iota(order.begin(), order.end(), 0);
  do {
    std::size_t set = 0;
    for (const std::size_t type : order) {
      const std::size_t more = set | std::size_t{1} << type;
      sums[type] += (worth[more] - worth[set]).hundredths;
      set = more;
    }
  } while (std::ranges::next_permutation(order).found);
  return sums;
}

TEST_CASE("a type brings the mean of what it adds over all orders of adding the types") {
  constexpr std::int64_t orders = 120;
  int shared = 0;  // points that depend on the order
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    INFO("seed " << seed);
    RandomLog random = random_log(seed);
    std::vector<std::size_t> types(activity_types.size());
    std::iota(types.begin(), types.end(), 0);
    Random{seed}.shuffle(types);
    types.resize(5);
    random.activities = only(random.activities, [&](const Activity& activity) {
      return std::ranges::find(types, activity.action.index()) != types.end();
    });
    const Contributions found = found_in(random);
    const Score now = scored(random, random.activities);
    for (std::size_t p = 0; p < pillar_count; ++p) {
      if (!now.pillars[p].score) continue;
      REQUIRE(found.profile.pillars[p] == scored(random, {}).pillars[p].score);
      const auto sums = sums_over_orders(random, p, types);
      for (std::size_t type = 0; type < activity_types.size(); ++type) {
        const auto at = std::ranges::find(types, type);
        const std::int64_t sum =
            at == types.end() ? 0 : sums[static_cast<std::size_t>(at - types.begin())];
        const std::int64_t off = found.types[type].pillars[p]->hundredths * orders - sum;
        REQUIRE(std::abs(off) < orders);
        if (sum % orders == 0) {
          REQUIRE(off == 0);
        } else {
          ++shared;
        }
      }
    }
  }
  REQUIRE(shared > 20);
}

TEST_CASE("profile and types add up to the total and to each pillar, to the hundredth") {
  int without_total = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    INFO("seed " << seed);
    const RandomLog random = random_log(seed);
    const Contributions found = found_in(random);
    const Score now = scored(random, random.activities);
    if (!now.total) ++without_total;
    REQUIRE(found.profile.total.has_value() == now.total.has_value());
    Contribution all = found.profile;
    for (const Contribution& type : found.types) {
      REQUIRE(type.total.has_value() == now.total.has_value());
      if (now.total) *all.total += *type.total;
      for (std::size_t p = 0; p < pillar_count; ++p) {
        REQUIRE(type.pillars[p].has_value() == now.pillars[p].score.has_value());
        if (type.pillars[p]) *all.pillars[p] += *type.pillars[p];
      }
    }
    REQUIRE(all.total == now.total);
    for (std::size_t p = 0; p < pillar_count; ++p) {
      REQUIRE(all.pillars[p] == now.pillars[p].score);
    }
  }
  REQUIRE(without_total > 0);
}

std::string month_of_day(Day day) {
  return to_string(day).substr(0, 7);
}

TEST_CASE("a month brings what the score loses without its activities") {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    INFO("seed " << seed);
    const RandomLog random = random_log(seed);
    const Contributions found = found_in(random);
    const Score now = scored(random, random.activities);
    std::map<std::string, Contribution> lost;
    for (const MonthLost& month : found.months) lost[month_of_day(month.first)] = month.lost;
    REQUIRE(lost.size() == found.months.size());
    for (const Activity& activity : random.activities) {
      const std::string month = month_of_day(activity.day);
      const Score then = scored(random, only(random.activities, [&](const Activity& each) {
                                  return month_of_day(each.day) != month;
                                }));
      if (lost.contains(month)) {
        require_lost(lost[month], now, then);
      } else {
        for (std::size_t p = 0; p < pillar_count; ++p) {
          REQUIRE(now.pillars[p].score == then.pillars[p].score);
        }
      }
      if (random.activities.size() > 200) break;  // one month of a large log is enough
    }
  }
}

// One of many alike, where the type has a count.
Action one_of(Action action) {
  std::visit(
      [](auto& each) {
        if constexpr (requires { each.count; }) each.count = 1;
      },
      action);
  return action;
}

TEST_CASE("a single activity brings what the score loses without it") {
  std::map<std::size_t, int> seen;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    RandomLog random = random_log(seed);
    // As few activities as make the same sums.
    Activities activities;
    for (const auto& [day, record] : timeline_of(random.activities).days()) {
      for (const Action& action : actions_of(record)) activities.push_back({day, action});
    }
    const Contributions found = found_in(random);
    const Score now = scored(random, activities);
    REQUIRE(found.activities.size() <= most_activities_lost);
    REQUIRE(std::ranges::is_sorted(found.activities, std::greater{},
                                   [](const ActivityLost& a) { return a.lost.sum(); }));
    for (const ActivityLost& single : found.activities) {
      REQUIRE(single.activity.day <= random.as_of());
      Activities rest = activities;
      const auto gone = std::ranges::find_if(rest, [&](const Activity& each) {
        return each.day == single.activity.day && one_of(each.action) == single.activity.action;
      });
      if (gone == rest.end()) continue;  // one of several shares of a day
      ++seen[gone->action.index()];
      const bool was_one = std::visit(
          [](auto& each) {
            if constexpr (requires { each.count; }) return --each.count == 0;
            return true;
          },
          gone->action);
      if (was_one) rest.erase(gone);
      require_lost(single.lost, now, scored(random, rest));
    }
  }
  REQUIRE(seen.size() >= 8);
}

TEST_CASE("shares of a day have equal parts of what they received") {
  const MemberLog log = member_of(R"([{"at": "2026-11-20", "type": "share", "reactions": 9},
    {"at": "2026-11-20", "type": "share", "comments": 4},
    {"at": "2026-11-21", "type": "comment", "count": 3}])");
  const auto found = contributions_of(log, {.model = model_v1()}).activities;
  REQUIRE(found.size() == 2);
  CHECK(found[0].activity.action == Action{Share{.reactions = 4, .comments = 2}});
  CHECK(found[0].times == 2);
  CHECK(found[1].activity.action == Action{Comment{}});
  CHECK(found[1].times == 3);
}

TEST_CASE("an empty log has the points of its profile") {
  const Contributions found = contributions_of(
      member_of(R"({"profile": {"connections": 500}, "activities": []})"), {.model = model_v1()});
  CHECK(found.profile.total == Points::whole(5));
  for (const Contribution& type : found.types) CHECK(type.total == Points{});
  CHECK(found.months.empty());
  CHECK(found.activities.empty());
}

}  // namespace
}  // namespace ssi::test
