#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <ssi/team.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

using Totals = std::vector<int>;

std::vector<Points> points(const Totals& hundredths) {
  std::vector<Points> all;
  for (const int n : hundredths) all.push_back({n});
  return all;
}

// The definition, taken literally: the least score that at least so many quarters of the members do
// not exceed; where it divides them evenly, the middle between it and the next higher score.
Points quantile_by_definition(const std::vector<Points>& all, std::size_t quarters) {
  std::vector<Points> sorted = all;
  std::ranges::sort(sorted);
  for (const Points p : sorted) {
    const auto upto =
        static_cast<std::size_t>(std::ranges::count_if(all, [p](Points q) { return q <= p; }));
    if (upto * 4 < all.size() * quarters) continue;
    if (upto * 4 > all.size() * quarters) return p;
    const auto next = std::ranges::find_if(sorted, [p](Points q) { return q > p; });
    return {(p.hundredths + next->hundredths) / 2};
  }
  FAIL("no quantile");
  return {};
}

// Every fifth has no team, every seventh nothing measured of the brand.
MemberLog random_member(std::uint64_t seed, std::string team) {
  RandomLog random = random_log(seed);
  std::string json = to_json(random);
  MemberLog log = member_of(json);
  log.member = {.id = "m" + std::to_string(seed), .team = std::move(team)};
  if (seed % 5 == 0) log.member.team.reset();
  if (seed % 7 == 0) {
    log.not_measured.emplace();
    for (std::size_t i = 0; i < signals_in[0]; ++i) log.not_measured->set(i);
  } else {
    log.not_measured.reset();
  }
  return log;
}

std::vector<MemberLog> cohort(std::uint64_t first, std::uint64_t count) {
  std::vector<MemberLog> logs;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    logs.push_back(random_member(seed, seed % 2 == 0 ? "even" : "odd"));
  }
  return logs;
}

TeamTally tally_of(const std::vector<MemberLog>& logs, const ReportSettings& settings) {
  TeamTally tally;
  Diagnostics diagnostics;
  for (const MemberLog& log : logs) tally.take(log, settings, diagnostics);
  return tally;
}

ReportSettings v1(std::vector<Gate> gates = {}) {
  return {.model = model_v1(), .gates = std::move(gates)};
}

TeamReport report_of(const std::vector<MemberLog>& logs, const TeamSettings& settings = {},
                     std::vector<Gate> gates = {}) {
  const ReportSettings scoring = v1(std::move(gates));
  TeamTally tally = tally_of(logs, scoring);
  return tally.report(scoring, settings);
}

// A tally cannot be filled with totals of one's own choice, but a profile can: each showcase
// section is worth 1.25 points, each field 0.71 and a bit.
MemberLog with_showcase(int sections, const std::string& name) {
  constexpr std::array all = {"cover", "headline", "featured", "custom_url"};
  std::string list;
  for (int i = 0; i < sections; ++i) {
    list += std::string{i == 0 ? "" : ", "} + '"' + all[static_cast<std::size_t>(i)] + '"';
  }
  return member_of(R"({"member": {"id": ")" + name + R"("}, "as_of": "2026-11-22", "profile": )" +
                   R"({"sections": [)" + list + R"(]}, "activities": []})");
}

std::vector<MemberLog> showcases(const std::vector<int>& sections) {
  std::vector<MemberLog> logs;
  char name = 'a';
  for (const int n : sections) logs.push_back(with_showcase(n, std::string(1, name++)));
  return logs;
}

// Name, rank and top per cent of each place.
std::vector<std::string> places_of(const TeamReport& report) {
  std::vector<std::string> places;
  for (const Place& place : report.leaderboard) {
    places.push_back(*report.members[place.member].member.id + " " + std::to_string(place.rank) +
                     " " + std::to_string(place.top_percent));
  }
  return places;
}

using Places = std::vector<std::string>;

TEST_CASE("a distribution has the usual median and quartiles") {
  const struct {
    Totals totals;
    Distribution wanted;
  } table[] = {
      {{500}, {{500}, {500}, {500}, {500}, {500}, {500}}},
      {{100, 200}, {{150}, {100}, {100}, {150}, {200}, {200}}},
      {{300, 100, 200}, {{200}, {100}, {100}, {200}, {300}, {300}}},
      {{400, 300, 200, 100}, {{250}, {100}, {150}, {250}, {350}, {400}}},
      {{1, 2, 3, 4, 100}, {{22}, {1}, {2}, {3}, {4}, {100}}},
      {{0, 1}, {{0}, {0}, {0}, {0}, {1}, {1}}},  // halves are rounded down
      {{7, 7, 7, 8}, {{7}, {7}, {7}, {7}, {7}, {8}}},
  };
  for (const auto& [totals, wanted] : table) {
    CHECK(distribution_of(points(totals)) == wanted);
  }
}

TEST_CASE("quantiles are what their definition says") {
  Random random{20261123};
  for (int round = 0; round < 3000; ++round) {
    Totals totals(1 + random.below(30));
    for (int& total : totals) total = static_cast<int>(random.below(12));
    const std::vector<Points> all = points(totals);
    const Distribution got = distribution_of(all);
    REQUIRE(got.lower_quartile == quantile_by_definition(all, 1));
    REQUIRE(got.median == quantile_by_definition(all, 2));
    REQUIRE(got.upper_quartile == quantile_by_definition(all, 3));
    REQUIRE(got.least == *std::ranges::min_element(all));
    REQUIRE(got.greatest == *std::ranges::max_element(all));
    const int sum = std::accumulate(totals.begin(), totals.end(), 0);
    REQUIRE(got.mean.hundredths == sum / static_cast<int>(totals.size()));
  }
}

TEST_CASE("members with equal points share the better rank and stay in the order of the input") {
  const TeamReport report = report_of(showcases({1, 3, 3, 0, 4}));
  CHECK(places_of(report) == Places{"e 1 20", "b 2 40", "c 2 40", "a 4 80", "d 5 100"});
}

TEST_CASE("the top per cent are rounded up") {
  CHECK(places_of(report_of(showcases({2, 1, 0}))) == Places{"a 1 34", "b 2 67", "c 3 100"});
  CHECK(places_of(report_of(showcases({2}))) == Places{"a 1 100"});
}

TEST_CASE("a leaderboard by a pillar ranks by it, one by name ranks by total") {
  std::vector<MemberLog> logs = showcases({4, 2, 0});
  for (int i = 0; i < 30; ++i) REQUIRE(logs[2].timeline.add({today, Search{.count = 10}}));
  logs[0].member.name = "Zoe";
  logs[1].member.name = "Bob";
  CHECK(places_of(report_of(logs, {.sort_by = SortBy::brand})) ==
        Places{"a 1 34", "b 2 67", "c 3 100"});
  CHECK(places_of(report_of(logs, {.sort_by = SortBy::people})) ==
        Places{"c 1 34", "a 2 67", "b 2 67"});
  logs[2].member = {};
  const TeamReport by_name = report_of(logs, {.sort_by = SortBy::name});
  REQUIRE(by_name.leaderboard.size() == 3);
  CHECK(by_name.leaderboard[0].member == 1);
  CHECK(by_name.leaderboard[1].member == 0);
  CHECK(by_name.leaderboard[2].member == 2);  // no name, no id
  CHECK(by_name.leaderboard[2].rank == 1);
}

TEST_CASE("a leaderboard shows its top and its bottom, and counts what it leaves out") {
  const std::vector<MemberLog> logs = showcases({4, 3, 2, 1, 0});
  const auto cut = [&](std::optional<std::size_t> top, std::optional<std::size_t> bottom) {
    const TeamReport report = report_of(logs, {.top = top, .bottom = bottom});
    std::string text;
    for (std::size_t i = 0; i < report.leaderboard.size(); ++i) {
      if (i == report.top_count) text += "|";
      text += *report.members[report.leaderboard[i].member].member.id;
    }
    return text + " " + std::to_string(report.left_out());
  };
  CHECK(cut({}, {}) == "abcde 0");
  CHECK(cut(2, {}) == "ab 3");
  CHECK(cut({}, 2) == "|de 3");
  CHECK(cut(1, 1) == "a|e 3");
  CHECK(cut(3, 2) == "abc|de 0");
  CHECK(cut(4, 4) == "abcd|e 0");
  CHECK(cut(9, 9) == "abcde 0");
  CHECK(cut(0, {}) == " 5");
}

TEST_CASE("a cohort taken in parts is the cohort as a whole") {
  const ReportSettings scoring = v1({{.on = GateOn::mean, .wanted = {4000}}});
  const std::vector<MemberLog> logs = cohort(1, 60);
  TeamTally whole = tally_of(logs, scoring);
  Random random{7};
  TeamTally parts;
  for (std::size_t start = 0; start < logs.size();) {
    const std::size_t size = std::min<std::size_t>(1 + random.below(9), logs.size() - start);
    const auto first = logs.begin() + static_cast<std::ptrdiff_t>(start);
    parts.append(tally_of({first, first + static_cast<std::ptrdiff_t>(size)}, scoring));
    start += size;
  }
  const TeamReport a = whole.report(scoring, {.by_team = true});
  const TeamReport b = parts.report(scoring, {.by_team = true});
  CHECK(places_of(a) == places_of(b));
  CHECK(a.all.total == b.all.total);
  CHECK(a.teams.size() == b.teams.size());
  REQUIRE(a.next_steps.size() == b.next_steps.size());
  for (std::size_t i = 0; i < a.next_steps.size(); ++i) {
    CHECK(a.next_steps[i].advice == b.next_steps[i].advice);
    CHECK(a.next_steps[i].gain == b.next_steps[i].gain);
    CHECK(a.next_steps[i].members == b.next_steps[i].members);
  }
}

TEST_CASE("members without a total count in no statistic, and are all there") {
  const std::vector<MemberLog> logs = cohort(1, 40);
  const TeamReport report = report_of(logs);
  CHECK(report.members.size() == 40);
  CHECK(report.all.unscored == 5);  // every seventh
  CHECK(report.all.members == 35);
  CHECK(report.leaderboard.size() == 35);
  std::uint64_t in_bands = 0;
  for (const std::uint64_t n : report.all.bands) in_bands += n;
  CHECK(in_bands == 35);
}

TEST_CASE("a cohort of which nobody has a total has no statistics") {
  const std::vector<MemberLog> logs = {random_member(7, "odd"), random_member(14, "even")};
  const TeamReport report = report_of(logs, {.by_team = true}, {{.on = GateOn::mean}});
  CHECK_FALSE(report.all.total);
  CHECK(report.all.pillars.empty());
  CHECK(report.leaderboard.empty());
  CHECK(report.next_steps.empty());
  CHECK(report.teams.size() == 2);
  CHECK_FALSE(report.gates.at(0).got);
  CHECK_FALSE(report.gates.at(0).passed);
}

TEST_CASE("each team has the statistics of a cohort of its own") {
  const std::vector<MemberLog> logs = cohort(1, 50);
  const TeamReport report = report_of(logs, {.by_team = true});
  std::vector<std::optional<std::string>> names;
  for (const Group& group : report.teams) {
    names.push_back(group.team);
    std::vector<MemberLog> own;
    std::ranges::copy_if(logs, std::back_inserter(own),
                         [&](const MemberLog& log) { return log.member.team == group.team; });
    const Group alone = report_of(own).all;
    CHECK(group.total == alone.total);
    CHECK(group.members == alone.members);
    CHECK(group.unscored == alone.unscored);
    CHECK(group.bands == alone.bands);
    for (std::size_t i = 0; i < pillar_count; ++i) {
      CHECK(group.pillars[i].scores == alone.pillars[i].scores);
      CHECK(group.pillars[i].weakest_for == alone.pillars[i].weakest_for);
    }
  }
  CHECK(names == std::vector<std::optional<std::string>>{"even", "odd", std::nullopt});
}

TEST_CASE("what a group is advised adds as much as if each member had done it") {
  const std::vector<MemberLog> logs = cohort(1, 60);
  const TeamReport report = report_of(logs);
  REQUIRE_FALSE(report.next_steps.empty());
  Diagnostics diagnostics;
  for (const GroupStep& step : report.next_steps) {
    std::int64_t sum = 0;
    std::uint64_t gaining = 0;
    for (MemberLog log : logs) {
      const Report before = make_report(log, v1(), diagnostics);
      if (!before.score.total) continue;
      const Day day = before.as_of.value_or(Day{});
      log.as_of = day;
      for (int i = 0; i < step.times; ++i) REQUIRE(log.timeline.add({day, step.action}));
      const Report after = make_report(log, v1(), diagnostics);
      const Points gain =
          *after.score.pillar(step.pillar).score - *before.score.pillar(step.pillar).score;
      sum += gain.hundredths;
      if (gain > Points{}) ++gaining;
    }
    CHECK(step.members == gaining);
    CHECK(2 * step.members > report.all.members);
    CHECK(step.gain.hundredths == sum / static_cast<std::int64_t>(report.all.members));
  }
  CHECK(std::ranges::is_sorted(report.next_steps, std::greater{}, &GroupStep::gain));
}

TEST_CASE("what helps only half of a cohort is not advised to it") {
  const MemberLog perfect = member_of(read_file("data/everything-at-target.json"));
  const MemberLog newcomer = member_of(read_file("data/newcomer.json"));
  CHECK(report_of({perfect, newcomer}).next_steps.empty());
  CHECK_FALSE(report_of({perfect, newcomer, newcomer}).next_steps.empty());
}

TEST_CASE("a group's pillar is weak by its mean, and weakest as a member's is") {
  const TeamReport report = report_of(cohort(1, 60));
  Points lowest = pillar_max;
  for (const GroupPillar& pillar : report.all.pillars) {
    lowest = std::min(lowest, pillar.scores.mean);
    CHECK(pillar.weak == (pillar.scores.mean < model_v1().weak_below));
  }
  for (const GroupPillar& pillar : report.all.pillars) {
    CHECK(pillar.weakest == (pillar.weak && pillar.scores.mean == lowest));
  }
  std::map<std::size_t, std::uint64_t> weakest_for;
  for (const TeamMember& member : report.members) {
    for (std::size_t i = 0; i < pillar_count; ++i) {
      if (member.is_scored() && member.weakest_pillars[i]) ++weakest_for[i];
    }
  }
  for (std::size_t i = 0; i < pillar_count; ++i) {
    CHECK(report.all.pillars[i].weakest_for == weakest_for[i]);
  }
}

TEST_CASE("gates on a cohort are met exactly at what is wanted") {
  // 5.00, 3.75, 2.50, 1.25 and 0.00: the mean is 2.50.
  const std::vector<MemberLog> logs = showcases({4, 3, 2, 1, 0});
  const auto passes = [&](const Gate& gate) {
    return report_of(logs, {}, {gate}).gates.at(0).passed;
  };
  CHECK(passes({.on = GateOn::mean, .wanted = {250}}));
  CHECK_FALSE(passes({.on = GateOn::mean, .wanted = {251}}));
  CHECK(passes({.on = GateOn::share, .wanted = {4000}, .from = {375}}));
  CHECK_FALSE(passes({.on = GateOn::share, .wanted = {4001}, .from = {375}}));
  CHECK_FALSE(passes({.on = GateOn::share, .wanted = {4000}, .from = {376}}));
  CHECK(passes({.on = GateOn::share, .wanted = {0}, .from = {9999}}));
  CHECK(passes({.on = GateOn::share, .wanted = {10000}, .from = {0}}));
  CHECK(passes({.on = GateOn::total, .wanted = {0}}));
  CHECK_FALSE(passes({.on = GateOn::total, .wanted = {1}}));
  CHECK(report_of(logs, {}, {{.on = GateOn::total, .wanted = {1}}}).gates.at(0).got == Points{0});
}

TEST_CASE("a cohort that is measured in part has the mean of its ranges, judged strictly or not") {
  // 5.00 with 4 of 4; and 0.00 to 5.00 where showcase is not measured.
  std::vector<MemberLog> logs = showcases({4, 0});
  CHECK_FALSE(report_of(logs).all.range);
  logs[1].not_measured.emplace().set(static_cast<std::size_t>(SignalId::showcase));
  const TeamReport report = report_of(logs);
  CHECK(report.all.total->mean == Points{250});
  CHECK(report.all.range == PointsRange{{250}, {500}});
  CHECK_FALSE(ranked_range(report.members[0], SortBy::total));
  CHECK(ranked_range(report.members[1], SortBy::brand) == PointsRange{{0}, {500}});

  logs = showcases({4, 4});
  logs[1].not_measured.emplace().set(static_cast<std::size_t>(SignalId::completeness));
  const auto passes = [&](Gate gate, bool strictly) {
    gate.strictly = strictly;
    return report_of(logs, {}, {gate}).gates.at(0).passed;
  };
  for (const bool strictly : {false, true}) {
    // The second has 6.25, scaled up from 5.00.
    CHECK(passes({.on = GateOn::mean, .wanted = {562}}, strictly) == !strictly);
    CHECK(passes({.on = GateOn::mean, .wanted = {500}}, strictly));
    CHECK(passes({.on = GateOn::share, .wanted = {5000}, .from = {625}}, strictly) == !strictly);
    CHECK(passes({.on = GateOn::share, .wanted = {10000}, .from = {500}}, strictly));
    CHECK(passes({.on = GateOn::pillar, .pillar = PillarId::brand, .wanted = {500}}, strictly));
  }
}

TEST_CASE("a group's pillar is thin if it is so for more than half of the members") {
  SignalSet gaps;
  for (const SignalId id : {SignalId::showcase, SignalId::articles, SignalId::upkeep}) {
    gaps.set(static_cast<std::size_t>(id));
  }
  std::vector<MemberLog> logs = showcases({0, 0, 0});
  logs[0].not_measured = gaps;
  CHECK_FALSE(report_of(logs).all.pillars[0].thin);
  logs[1].not_measured = gaps;
  CHECK(report_of(logs).all.pillars[0].thin);
  CHECK_FALSE(report_of(logs).all.pillars[1].thin);
  logs.pop_back();
  logs[1].not_measured.reset();
  CHECK_FALSE(report_of(logs).all.pillars[0].thin);
}

TEST_CASE("a share is rounded down to be shown, and judged exactly") {
  const std::vector<MemberLog> logs = showcases({4, 4, 0});  // 66.666... per cent
  const auto verdict = [&](int wanted) {
    return report_of(logs, {}, {{.on = GateOn::share, .wanted = {wanted}, .from = {500}}})
        .gates.at(0);
  };
  CHECK(verdict(6666).passed);
  CHECK_FALSE(verdict(6667).passed);
  CHECK(verdict(6667).got == Points{6666});
}

TEST_CASE("a gate on a cohort with a member that has no total has nothing to judge") {
  std::vector<MemberLog> logs = showcases({4, 4, 4});
  logs.push_back(random_member(7, "odd"));
  for (const GateOn on : {GateOn::mean, GateOn::share, GateOn::total}) {
    const GateVerdict verdict = report_of(logs, {}, {{.on = on}}).gates.at(0);
    CHECK_FALSE(verdict.got);
    CHECK_FALSE(verdict.passed);
  }
}

}  // namespace
}  // namespace ssi::test
