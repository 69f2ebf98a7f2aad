// Comparisons: the terms add up to the change, and comparing the other way round negates them.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <ssi/diff.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

using std::chrono::days;

MemberLog log_of(const RandomLog& random) {
  return {.member = random.head.member,
          .as_of = random.head.as_of,
          .not_measured = random.head.not_measured,
          .timeline = timeline_of(random.activities, random.head.profile)};
}

DiffReport diff_of(const DiffSide& before, const DiffSide& after) {
  Diagnostics diagnostics;
  return make_diff(before, after, diagnostics);
}

DiffReport diff_of(const MemberLog& before, const MemberLog& after) {
  return diff_of({before, {}, model_v1()}, {after, {}, model_v1()});
}

// Two logs and two models to compare.
struct Pair {
  MemberLog before{};
  MemberLog after{};
  AsOf from{};
  AsOf to{};
  Model first = model_v1();
  Model second = model_v1();

  [[nodiscard]] DiffReport diff() const {
    return diff_of({before, from, first}, {after, to, second});
  }
  [[nodiscard]] DiffReport swapped() const {
    return diff_of({after, to, second}, {before, from, first});
  }
};

Model random_model(Random& random) {
  Model model = model_v1();
  model.window_days = static_cast<int>(random.between(1, 200));
  for (std::size_t pillar = 0; pillar < pillar_count; ++pillar) {
    for (int i = 0; i < 6; ++i) {  // points from one signal to another, some of which end at 0
      const std::size_t first = first_signal(static_cast<PillarId>(pillar));
      SignalRule& from = model.signals[first + random.below(signals_in[pillar])];
      SignalRule& to = model.signals[first + random.below(signals_in[pillar])];
      const Points moved{static_cast<std::int32_t>(
          random.chance(30) ? from.points.hundredths : random.between(0, from.points.hundredths))};
      from.points = from.points - moved;
      to.points += moved;
      to.curve = random.any<Curve>();
      to.target.numerator = random.below(99) + 1;
    }
  }
  return model;
}

// A log some time later: most of it is as it was, some was edited, some is new.
RandomLog later(const RandomLog& random, Random& dice) {
  RandomLog next = random;
  if (dice.chance(80)) *next.head.as_of += days{dice.between(1, 120)};
  for (int i = 0; i < 30; ++i) {
    const Day day = random.as_of() + days{dice.between(dice.chance(30) ? -100 : 0, 130)};
    next.activities.push_back(random_activity(dice, day, 5));
  }
  if (dice.chance(40)) {
    std::erase_if(next.activities, [&](const Activity&) { return dice.chance(10); });
  }
  if (dice.chance(30)) next.head.profile.connections = dice.between(0, 400);
  if (dice.chance(30)) next.head.profile.sections ^= Sections{dice.below(1U << 15U)};
  if (dice.chance(30)) next.head.profile.skills = dice.between(0, 9);
  if (dice.chance(30)) next.head.not_measured.flip(dice.below(signal_count));
  return next;
}

Pair random_pair(std::uint64_t seed) {
  Random dice{seed};
  const RandomLog random = random_log(seed);
  Pair pair{.before = log_of(random), .after = log_of(random)};
  switch (dice.below(4)) {
    case 0:
      pair.after = log_of(later(random, dice));
      break;
    case 1:
      pair.after = log_of(random_log(seed + 1'000'000));
      break;
    case 2:  // one log on two days
      pair.from = random.as_of() + days{dice.between(-200, 100)};
      pair.to = random.as_of() + days{dice.between(-200, 100)};
      break;
    default:
      pair.after = log_of(later(random, dice));
      pair.first = random_model(dice);
  }
  if (dice.chance(40)) pair.second = random_model(dice);
  if (dice.chance(50)) std::swap(pair.before, pair.after);
  return pair;
}

std::optional<Points> difference(std::optional<Points> before, std::optional<Points> after) {
  return before && after ? std::optional{*after - *before} : std::nullopt;
}

// The change by the two scores alone.
Change expected_change(const Score& before, const Score& after) {
  Change change{.total = difference(before.total, after.total)};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    change.pillars[i] = difference(before.pillars[i].score, after.pillars[i].score);
  }
  for (std::size_t i = 0; i < signal_count; ++i) {
    const auto id = static_cast<SignalId>(i);
    change.signals[i] = after.signal(id).points - before.signal(id).points;
  }
  return change;
}

void add(std::optional<Points>& sum, std::optional<Points> more) {
  REQUIRE(sum.has_value() == more.has_value());
  if (sum) *sum += *more;
}

// The terms added up, where there is a change to add up to.
Change sum_of(const DiffReport& report) {
  Change sum;
  if (report.change.total) sum.total = Points{};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (report.change.pillars[i]) sum.pillars[i] = Points{};
  }
  for (const DiffTerm& term : report.terms) {
    add(sum.total, term.change.total);
    for (std::size_t i = 0; i < pillar_count; ++i) add(sum.pillars[i], term.change.pillars[i]);
    for (std::size_t i = 0; i < signal_count; ++i) sum.signals[i] += term.change.signals[i];
  }
  return sum;
}

Change negated(const Change& change) {
  const auto negate = [](std::optional<Points> points) {
    return points ? std::optional{Points{} - *points} : std::nullopt;
  };
  Change result{.total = negate(change.total)};
  for (std::size_t i = 0; i < pillar_count; ++i) result.pillars[i] = negate(change.pillars[i]);
  for (std::size_t i = 0; i < signal_count; ++i) {
    result.signals[i] = Points{} - change.signals[i];
  }
  return result;
}

Cause opposite(Cause cause) {
  constexpr std::pair<Cause, Cause> opposites[] = {
      {Cause::measured, Cause::unmeasured},
      {Cause::profile_gained, Cause::profile_lost},
      {Cause::past_added, Cause::past_removed},
      {Cause::new_activities, Cause::undone_activities},
      {Cause::left_window, Cause::back_in_window},
      {Cause::model, Cause::model},
  };
  for (const auto& [one, other] : opposites) {
    if (cause == one) return other;
    if (cause == other) return one;
  }
  return cause;
}

std::vector<Cause> causes_of(const DiffReport& report) {
  std::vector<Cause> causes;
  for (const DiffTerm& term : report.terms) causes.push_back(term.cause);
  return causes;
}

using Causes = std::vector<Cause>;

constexpr std::uint64_t pairs = 3000;

TEST_CASE("the terms of a comparison add up to the change on thousands of random pairs") {
  std::vector<std::size_t> seen(names_of<Cause>.size());
  std::size_t without_total = 0;
  for (std::uint64_t seed = 1; seed <= pairs; ++seed) {
    INFO("seed " << seed);
    const Pair pair = random_pair(seed);
    const DiffReport report = pair.diff();
    REQUIRE(report.change == expected_change(report.before.score, report.after.score));
    REQUIRE(sum_of(report) == report.change);
    if (!report.change.total) ++without_total;
    for (const DiffTerm& term : report.terms) ++seen[static_cast<std::size_t>(term.cause)];
  }
  for (std::size_t i = 0; i < seen.size(); ++i) {
    INFO(names_of<Cause>[i]);
    CHECK(seen[i] > 50);
  }
  CHECK(without_total > 50);
}

TEST_CASE("comparing the other way round negates every term on thousands of random pairs") {
  for (std::uint64_t seed = 1; seed <= pairs; ++seed) {
    INFO("seed " << seed);
    const Pair pair = random_pair(seed);
    const DiffReport report = pair.diff();
    DiffReport swapped = pair.swapped();
    std::ranges::reverse(swapped.terms);
    REQUIRE(swapped.change == negated(report.change));
    REQUIRE(swapped.terms.size() == report.terms.size());
    for (std::size_t i = 0; i < report.terms.size(); ++i) {
      REQUIRE(swapped.terms[i].cause == opposite(report.terms[i].cause));
      REQUIRE(swapped.terms[i].activities == report.terms[i].activities);
      REQUIRE(swapped.terms[i].change == negated(report.terms[i].change));
    }
  }
}

TEST_CASE("both ends of a comparison are the scores of their days") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed " << seed);
    const Pair pair = random_pair(seed);
    const DiffReport report = pair.diff();
    REQUIRE(report.before.score == score(pair.before.timeline, *pair.before.not_measured,
                                         report.before.as_of.value(), pair.first));
    REQUIRE(report.after.score == score(pair.after.timeline, *pair.after.not_measured,
                                        report.after.as_of.value(), pair.second));
    REQUIRE(report.before.model == pair.first);
    REQUIRE(report.after.member == pair.after.member);
  }
}

TEST_CASE("a log compared with itself has not changed") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const MemberLog log = log_of(random_log(seed));
    REQUIRE(diff_of(log, log).terms.empty());
  }
}

TEST_CASE("between two days the new counts before the old leaves the window") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const MemberLog log = log_of(random_log(seed));
    const Day to = *log.as_of;
    for (const int between : {1, 30, 89}) {
      const Day from = to - days{between};
      const DiffReport report = diff_of({log, from, model_v1()}, {log, to, model_v1()});
      // Both windows together are a longer one.
      Model longer = model_v1();
      longer.window_days += between;
      const Score both = score(log.timeline, *log.not_measured, to, longer);
      const Change gained = expected_change(report.before.score, both);
      const Change lost = expected_change(both, report.after.score);
      for (const DiffTerm& term : report.terms) {
        REQUIRE(term.change == (term.cause == Cause::new_activities ? gained : lost));
        if (term.cause != Cause::new_activities) REQUIRE(term.cause == Cause::left_window);
      }
    }
  }
}

MemberLog log_with(const std::string& fields, const std::string& activities) {
  return member_of(R"({"as_of": "2026-11-22", )" + fields + R"("activities": [)" + activities +
                   "]}");
}

TEST_CASE("each cause is told by its name") {
  const std::string search = R"({"at": "2026-11-20", "type": "search", "count": 20})";
  const std::string old_search = R"({"at": "2026-08-25", "type": "search", "count": 9})";
  const std::string share = R"({"at": "2026-11-20", "type": "share", "reactions": )";
  const std::string late = R"({"at": "2026-11-25", "type": "search", "count": 30})";
  const struct {
    std::string what;
    MemberLog before;
    MemberLog after;
    Causes causes;
    Count activities;  // of the first
  } table[] = {
      {"nothing", log_with("", search), log_with("", search), {}, 0},
      {"an activity of the past was added",
       log_with("", ""),
       log_with("", search),
       {Cause::past_added},
       20},
      {"one was removed", log_with("", search), log_with("", ""), {Cause::past_removed}, 20},
      {"one was changed",
       log_with("", share + "5}"),
       log_with("", R"({"at": "2026-11-20", "type": "share", "kind": "article"})"),
       {Cause::past_added, Cause::past_removed},
       1},
      {"a share received more",
       log_with("", share + "5}"),
       log_with("", share + "50}"),
       {Cause::past_added},
       0},
      {"the profile gained",
       log_with(R"("profile": {"connections": 5}, )", search),
       log_with(R"("profile": {"connections": 50}, )", search),
       {Cause::profile_gained},
       0},
      {"the profile lost",
       log_with(R"("profile": {"sections": ["photo"]}, )", search),
       log_with(R"("profile": {"sections": []}, )", search),
       {Cause::profile_lost},
       0},
      {"a signal is measured now",
       log_with(R"("not_measured": ["searches"], )", search),
       log_with("", search),
       {Cause::measured},
       0},
      {"one is not measured any more, and earned nothing",
       log_with("", ""),
       log_with(R"("not_measured": ["shares"], )", ""),
       {Cause::unmeasured},
       0},
      {"a later log has one more activity",
       log_with("", search),
       member_of("[" + search + "," + late + "]"),
       {Cause::new_activities},
       30},
      {"in a later log one has left the window",
       log_with("", old_search + "," + search),
       member_of(R"({"as_of": "2026-11-23", "activities": [)" + old_search + "," + search + "]}"),
       {Cause::left_window},
       9},
      {"a log without a day is taken as of the other's",
       member_of("[]"),
       log_with("", search),
       {Cause::past_added},
       20},
  };
  for (const auto& [what, before, after, causes, activities] : table) {
    INFO(what);
    const DiffReport report = diff_of(before, after);
    CHECK(causes_of(report) == causes);
    if (!report.terms.empty()) CHECK(report.terms.front().activities == activities);
    Causes opposites;
    for (const Cause cause : causes) opposites.insert(opposites.begin(), opposite(cause));
    CHECK(causes_of(diff_of(after, before)) == opposites);
  }
}

TEST_CASE("another model is one cause, its window included, and counts no activities") {
  const MemberLog log = member_of(read_file("data/steady-weekly-poster.json"));
  Model other = model_v1();
  other.window_days = 30;
  const DiffReport report = diff_of({log, {}, model_v1()}, {log, {}, other});
  REQUIRE(causes_of(report) == Causes{Cause::model});
  CHECK(report.terms[0].activities == 0);
  CHECK(report.terms[0].change == report.change);
  CHECK(*report.change.total < Points{});
}

TEST_CASE("activities between two windows count for stocks and are new and gone in none") {
  const std::string between =
      R"([{"at": "2026-06-01", "type": "endorsement", "count": 20}, {"at": "2026-06-01", "type": "search"}])";
  const MemberLog log = member_of(between);
  const DiffReport report = diff_of({log, today - days{300}, model_v1()}, {log, today, model_v1()});
  REQUIRE(causes_of(report) == Causes{Cause::new_activities});
  CHECK(report.terms[0].activities == 21);
  CHECK(report.terms[0].change.pillars[1] == Points{});
  CHECK(*report.terms[0].change.pillars[0] > Points{});
}

TEST_CASE("a pillar that one side cannot score has no change, the others have theirs") {
  MemberLog before = member_of(read_file("data/steady-weekly-poster.json"));
  MemberLog after = before;
  before.not_measured = SignalSet{0b11111};
  const DiffReport report = diff_of(before, after);
  CHECK_FALSE(report.change.total);
  CHECK_FALSE(report.change.pillars[0]);
  CHECK(report.change.pillars[1] == Points{});
  REQUIRE(causes_of(report) == Causes{Cause::measured});
  CHECK(report.terms[0].change.signals[0] == report.after.score.pillars[0].signals[0].points);
}

TEST_CASE("activities that count on neither side are warned of") {
  const MemberLog log = member_of(
      R"({"member": {"id": "a"}, "activities": [{"at": "2026-11-20", "type": "search", "count": 3},
          {"at": "2026-11-25", "type": "comment", "count": 2}]})");
  const auto said = [](const DiffSide& before, const DiffSide& after) {
    Diagnostics diagnostics;
    (void)make_diff(before, after, diagnostics);
    std::vector<std::string> lines;
    for (const Diagnostic& d : diagnostics.list()) lines.push_back(d.message);
    return lines;
  };
  const Model& v1 = model_v1();
  const Day first = today - days{10};
  using Lines = std::vector<std::string>;
  CHECK(said({log, first, v1}, {log, {}, v1}).empty());
  CHECK(said({log, {}, v1}, {log, first, v1}).empty());
  const Lines late = {"2 activities of member 'a' after 2026-11-22, not counted"};
  MemberLog dated = log;
  dated.as_of = today;
  CHECK(said({dated, first, v1}, {dated, {}, v1}) == late);
  CHECK(said({dated, {}, v1}, {dated, first, v1}) == late);
  CHECK(said({dated, {}, v1}, {log, {}, v1}) == late);
  const MemberLog copy = dated;
  CHECK(said({dated, {}, v1}, {copy, {}, v1}).size() == 2);
  CHECK(said({dated, today, v1}, {copy, today, v1}).empty());  // asked for
}

TEST_CASE("a drop is judged by the hundredth, a rise is no drop") {
  const auto judged = [](int change, int allowed) {
    return judge_drop(Points{allowed}, {.total = Points{change}});
  };
  CHECK(judged(-251, 251).passed);
  CHECK_FALSE(judged(-251, 250).passed);
  CHECK_FALSE(judged(-1, 0).passed);
  CHECK(judged(0, 0).passed);
  CHECK(judged(500, 0).passed);
  CHECK(judged(-251, 250).got == Points{251});
  CHECK(judged(500, 0).got == Points{});
  const GateVerdict unjudged = judge_drop(Points{100}, {});
  CHECK_FALSE(unjudged.got);
  CHECK_FALSE(unjudged.passed);
}

}  // namespace
}  // namespace ssi::test
