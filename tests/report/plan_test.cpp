// Plans: what they promise comes true when scored, and little time is wasted.

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ssi/plan.hpp>

#include "base/name_index.hpp"
#include "report/calendar.hpp"
#include "report/planner.hpp"
#include "score/evaluate.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

MemberLog log_of(std::uint64_t seed) {
  RandomLog random = random_log(seed);
  return {.member = random.head.member,
          .as_of = random.head.as_of,
          .timeline = timeline_of(random.activities, random.head.profile)};
}

// The score of the log in which the plan was carried out.
Score score_with(const MemberLog& log, const PlanReport& plan) {
  Timeline timeline = log.timeline;
  for (const Activity& activity : plan.activities) REQUIRE(timeline.add(activity));
  return score(timeline, log.not_measured.value_or(SignalSet{}), plan.until, plan.settings.model);
}

// Model v1, in which all tasks but these take longer than there is time.
Model only(std::initializer_list<Task> tasks) {
  Model model = model_v1();
  for (std::size_t i = 0; i < task_count; ++i) {
    if (std::ranges::find(tasks, static_cast<Task>(i)) == tasks.end()) model.effort[i] = 10'000;
  }
  return model;
}

PlanSettings settings_for(const MemberLog& log, PlanTarget target) {
  return {.model = model_v1(), .from = *log.as_of, .target = std::move(target)};
}

// The points of a pillar, `more` above what they come to without activity.
PlanTarget above(const MemberLog& log, const PlanSettings& settings, PillarId pillar, Points more) {
  const Day until = settings.from + std::chrono::days{settings.days};
  const Points base = *score(log.timeline, {}, until, settings.model).pillar(pillar).score;
  PlanTarget target;
  target.pillars[static_cast<std::size_t>(pillar)] = std::min(base + more, pillar_max);
  return target;
}

// Whether there is room for so much.
bool keeps(const Room& room, const Workload& load) {
  std::array<Count, names_of<Capped>.size()> left = room.ceilings;
  for (std::size_t i = 0; i < task_count; ++i) {
    if (const auto& of = task_catalog[i].ceiling) left[static_cast<std::size_t>(*of)] -= load[i];
  }
  return std::ranges::min(left) >= 0;
}

// The fewest minutes in which up to so many of each task reach the target; nothing if none do.
std::optional<std::int64_t> least_minutes(const MemberLog& log, const PlanSettings& settings,
                                          const std::vector<Task>& tasks,
                                          const std::vector<Count>& most) {
  const Day until = settings.from + std::chrono::days{settings.days};
  const auto facts_on = [&](Day day) {
    AsOfState state = observe_as_of(log.timeline, day, settings.model.window_days);
    state.before.observe(state.day);
    return state.before.facts();
  };
  const Facts base = facts_on(until);
  const Rates rates{log.timeline, settings.from, {}};
  const Room room = Calendar{log.timeline, settings}.room();
  std::optional<std::int64_t> least;
  Workload load{};
  const auto try_all = [&](const auto& self, std::size_t at) -> void {
    if (at < tasks.size()) {
      Count& times = load[static_cast<std::size_t>(tasks[at])];
      for (times = 0; times <= most[at]; ++times) self(self, at + 1);
      times = 0;
      return;
    }
    std::int64_t minutes = 0;
    for (std::size_t i = 0; i < task_count; ++i) minutes += load[i] * settings.model.effort[i];
    if ((least && minutes >= *least) || !keeps(room, load)) return;
    const Score reached = evaluate(facts_after(base, load, rates, room), {}, settings.model);
    if (shortfall(reached, settings.target) == 0) least = minutes;
  };
  try_all(try_all, 0);
  return least;
}

// A log without activities after its as-of day, on which the brute force counts days by itself.
MemberLog past_log(std::uint64_t seed) {
  RandomLog random = random_log(seed);
  std::erase_if(random.activities,
                [&](const Activity& activity) { return activity.day > random.as_of(); });
  return {.as_of = random.head.as_of,
          .timeline = timeline_of(random.activities, random.head.profile)};
}

// No day and no seven days in a row hold more than they may.
void require_ceilings(const PlanReport& plan) {
  std::array<std::map<Day, Count>, names_of<Capped>.size()> done;
  for (const PlannedTask& planned : plan.calendar) {
    const auto& of = info(planned.task).ceiling;
    if (of) done[static_cast<std::size_t>(*of)][planned.day] += planned.times;
  }
  for (std::size_t i = 0; i < done.size(); ++i) {
    const auto& [a_day, a_week] = plan.settings.model.ceilings[i];
    INFO(names_of<Capped>[i]);
    for (const auto& [day, times] : done[i]) {
      REQUIRE(times <= a_day);
      Count week = 0;
      for (int n = 0; n < 7; ++n) {
        const auto found = done[i].find(day + std::chrono::days{n});
        if (found != done[i].end()) week += found->second;
      }
      REQUIRE(week <= a_week);
    }
  }
}

TEST_CASE("a plan carried out scores what it promises, and so reaches its target") {
  std::size_t reached = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Random random{seed};
    const MemberLog log = log_of(seed);
    PlanSettings settings = settings_for(log, {});
    settings.days = static_cast<int>(random.between(1, 120));
    settings.minutes_per_day = static_cast<int>(random.between(1, 60));
    const PillarId pillar = random.any<PillarId>();
    if (random.chance(50))
      settings.target.total = Points::whole(static_cast<int>(random.between(0, 100)));
    if (!settings.target.total || random.chance(30)) {
      settings.target = above(log, settings, pillar, {static_cast<int>(random.between(1, 900))});
    }
    const PlanReport plan = make_plan(log, settings);
    INFO("seed " << seed);
    const Score with = score_with(log, plan);
    REQUIRE(with == plan.with);
    REQUIRE(plan.is_reached == (shortfall(with, settings.target) == 0));
    REQUIRE(plan.now == score(log.timeline, {}, settings.from, settings.model));
    REQUIRE(plan.without == score(log.timeline, {}, plan.until, settings.model));
    REQUIRE(plan.minutes <= std::int64_t{settings.days} * settings.minutes_per_day);
    reached += plan.is_reached ? 1 : 0;
    for (const Activity& activity : plan.activities) {
      REQUIRE(activity.day > settings.from);
      REQUIRE(activity.day <= plan.until);
    }
    std::int64_t minutes = 0;
    Workload done{};
    for (const PlannedTask& planned : plan.calendar) {
      REQUIRE(planned.day > settings.from);
      REQUIRE(planned.day <= plan.until);
      done[static_cast<std::size_t>(planned.task)] += planned.times;
    }
    for (const PlanItem& item : plan.items) {
      const auto task = static_cast<std::size_t>(item.task);
      REQUIRE(item.minutes == item.times * settings.model.effort[task]);
      REQUIRE(item.times == std::exchange(done[task], 0));
      minutes += item.minutes;
    }
    REQUIRE(minutes == plan.minutes);
    REQUIRE(done == Workload{});
    require_ceilings(plan);
  }
  CHECK(reached > 20);
  CHECK(reached < 40);
}

TEST_CASE("with three kinds of tasks no cheaper plan exists") {
  struct Row {
    PillarId pillar;
    std::vector<Task> tasks;
    Model model;
  };
  using enum Task;
  const Row rows[] = {
      {PillarId::people,
       {lead, profile_view, filtered_search},
       only({lead, profile_view, filtered_search})},
      {PillarId::insights, {post, comment, reaction}, only({post, comment, reaction})},
      {PillarId::brand, {profile_edit, article, featured}, only({profile_edit, article, featured})},
  };
  std::size_t compared = 0;
  for (const Row& row : rows) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const MemberLog log = past_log(seed);
      PlanSettings settings = settings_for(log, {});
      settings.model = row.model;
      settings.days = 10;
      settings.minutes_per_day = 60;
      settings.target = above(log, settings, row.pillar, {static_cast<int>(50 + 15 * seed)});
      const auto least = least_minutes(log, settings, row.tasks, {11, 11, 11});
      const PlanReport plan = make_plan(log, settings);
      INFO(name(row.pillar) << ", seed " << seed);
      if (!least || *least > 600) continue;
      ++compared;
      REQUIRE(plan.is_reached);
      REQUIRE(plan.minutes <= *least);  // less where it does something more than 11 times
    }
  }
  CHECK(compared > 30);
}

// With all the tasks of a pillar the search is no longer sure to find the cheapest plan.
TEST_CASE(
    "with more kinds of tasks a plan takes at most a tenth or two minutes longer than need be") {
  using enum Task;
  std::int64_t found = 0;
  std::int64_t cheapest = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const MemberLog log = past_log(seed);
    PlanSettings settings = settings_for(log, {});
    settings.model = only({lead, profile_view, filtered_search, search});
    settings.model.effort[static_cast<std::size_t>(lead)] = 2;
    settings.days = 8;
    settings.minutes_per_day = 60;
    settings.target = above(log, settings, PillarId::people, {static_cast<int>(100 + 20 * seed)});
    const auto least = least_minutes(log, settings, {lead, profile_view, filtered_search, search},
                                     {12, 14, 10, 8});
    const PlanReport plan = make_plan(log, settings);
    if (!least || !plan.is_reached) continue;
    INFO("seed " << seed << ": " << plan.minutes << " minutes, " << *least << " are enough");
    CHECK(plan.minutes <= std::max(*least * 11 / 10, *least + 2));
    found += plan.minutes;
    cheapest += *least;
  }
  REQUIRE(cheapest > 0);
  INFO(found << " minutes in all, " << cheapest << " are enough");
  CHECK(found * 100 <= cheapest * 103);  // 3 in a hundred on the average
}

TEST_CASE("what is met already needs no plan") {
  const MemberLog log = past_log(3);
  const PlanReport plan = make_plan(log, settings_for(log, {.total = Points{}}));
  CHECK(plan.is_reached);
  CHECK(plan.minutes == 0);
  CHECK(plan.items.empty());
  CHECK(plan.activities.empty());
  CHECK(plan.rates.empty());
}

TEST_CASE("out of reach, the plan comes nearer the more time there is") {
  const MemberLog log = past_log(5);
  Points before{-1};
  for (const int minutes : {1, 3, 10, 30}) {
    PlanSettings settings = settings_for(log, {.total = total_max});
    settings.days = 10;
    settings.minutes_per_day = minutes;
    const PlanReport plan = make_plan(log, settings);
    CHECK_FALSE(plan.is_reached);
    CHECK(*plan.with.total > before);
    CHECK(plan.minutes <= std::int64_t{10} * minutes);
    before = *plan.with.total;
  }
}

using Of = PlanRate::Of;

Rates rates_of(const std::vector<Activity>& activities, const SignalSet& not_measured = {}) {
  return {timeline_of(activities, {}), today, not_measured};
}

// The same activity, so often and so many days ago.
void add(std::vector<Activity>& activities, int times, int days_ago, const Action& action) {
  activities.insert(activities.end(), static_cast<std::size_t>(times),
                    {today - std::chrono::days{days_ago}, action});
}

TEST_CASE("what others do is planned at past rates, filled up to ten occasions with assumed ones") {
  const Rates assumed = rates_of({});
  CHECK(assumed.rate(Of::invitations).of == 0);
  CHECK(assumed.expected(Of::invitations, 3) == 1);
  CHECK(assumed.expected(Of::messages, 4) == 1);
  CHECK(assumed.expected(Of::reactions, 2) == 10);
  CHECK(assumed.expected(Of::comments, 2) == 2);
  CHECK(assumed.expected(Of::reshares, 2) == 0);
  CHECK(assumed.expected(Of::endorsements, 3) == 1);
  CHECK(assumed.expected(Of::recommendations, 3) == 1);

  std::vector<Activity> past;
  add(past, 5, 30, Connection{.status = Status::accepted});
  add(past, 5, 40, Connection{.status = Status::declined});
  add(past, 1, 1, Message{.replied = true, .count = 5});
  add(past, 1, 2, Message{.count = 7});
  add(past, 9, 3, Share{.reactions = 10});
  const Rates rates = rates_of(past);
  CHECK(rates.rate(Of::invitations).assumed == 0);
  CHECK(rates.expected(Of::invitations, 10) == 5);
  CHECK(rates.expected(Of::messages, 12) == 5);
  CHECK(rates.expected(Of::messages, 11) == 4);
  CHECK(rates.rate(Of::reactions).assumed == 1);
  CHECK(rates.expected(Of::reactions, 10) == 95);  // 90 of the past, 5 of the one assumed
  add(past, 1, 3, Share{.reactions = 10});
  CHECK(rates_of(past).expected(Of::reactions, 10) == 100);
}

TEST_CASE("one lucky share and one pending invitation are no rates") {
  std::vector<Activity> past;
  add(past, 1, 30, Share{.reactions = 400});
  CHECK(rates_of(past).expected(Of::reactions, 10) == 445);
  past.clear();
  add(past, 1, 30, Connection{.status = Status::pending});
  CHECK(rates_of(past).expected(Of::invitations, 10) == 3);
  CHECK(rates_of(past).rate(Of::invitations).of == 1);
}

TEST_CASE("invitations of the last three weeks are left aside, for many are still to be answered") {
  for (const Status status : {Status::pending, Status::accepted}) {
    std::vector<Activity> past;
    add(past, 20, 20, Connection{.status = status});
    CHECK(rates_of(past).rate(Of::invitations).of == 0);
    add(past, 20, 21, Connection{.status = status});
    CHECK(rates_of(past).rate(Of::invitations).of == 20);
  }
}

TEST_CASE("what is not measured is planned at the assumed rate") {
  std::vector<Activity> past;
  add(past, 20, 30, Share{});
  add(past, 20, 30, Message{});
  add(past, 20, 30, Connection{.status = Status::pending});
  SignalSet not_measured;
  for (const SignalId id :
       {SignalId::engagement_received, SignalId::conversations, SignalId::acceptance}) {
    not_measured.set(static_cast<std::size_t>(id));
  }
  for (const Of what : {Of::reactions, Of::comments, Of::messages, Of::invitations}) {
    CHECK(rates_of(past).expected(what, 12) == 0);
    CHECK(rates_of(past, not_measured).expected(what, 12) == rates_of({}).expected(what, 12));
  }
}

TEST_CASE("each task, done as often as you like, is in the schedule what it is in the search") {
  const MemberLog log = past_log(7);
  PlanSettings settings = settings_for(log, {});
  settings.days = 20;
  const Rates rates{log.timeline, settings.from, {}};
  const Calendar calendar{log.timeline, settings};
  const Room room = calendar.room();
  const Day until = calendar.days().back();
  AsOfState state = observe_as_of(log.timeline, until, settings.model.window_days);
  state.before.observe(state.day);
  for (std::size_t i = 0; i < task_count; ++i) {
    for (const Count times : {Count{1}, Count{7}, Count{33}}) {
      const auto task = static_cast<Task>(i);
      Workload load{};
      load[i] = times;
      if ((section_added(task) && times > 1) || !keeps(room, load)) continue;
      Timeline timeline = log.timeline;
      for (const Activity& activity : activities_of(calendar.schedule(load), rates)) {
        REQUIRE(timeline.add(activity));
      }
      INFO(name(task) << " " << times);
      const Facts facts = facts_after(state.before.facts(), load, rates, room);
      CHECK(evaluate(facts, {}, settings.model) == score(timeline, {}, until, settings.model));
    }
  }
}

TEST_CASE("a model's minutes decide what is cheap") {
  const MemberLog log = past_log(9);
  PlanSettings settings = settings_for(log, {});
  settings.target = above(log, settings, PillarId::people, {150});
  const auto does = [](const PlanReport& plan, Task task) {
    return std::ranges::find(plan.items, task, &PlanItem::task) != plan.items.end();
  };
  settings.model.effort[static_cast<std::size_t>(Task::lead)] = 1000;
  settings.model.effort[static_cast<std::size_t>(Task::profile_view)] = 1000;
  const PlanReport dear = make_plan(log, settings);
  CHECK_FALSE(does(dear, Task::lead));
  CHECK_FALSE(does(dear, Task::profile_view));
  settings.model.effort[static_cast<std::size_t>(Task::profile_view)] = 1;
  CHECK(make_plan(log, settings).minutes <= dear.minutes);
}

TEST_CASE("the README has the rates that are assumed") {
  std::string readme = read_file("src/signals/README.md");
  std::ranges::replace(readme, '\n', ' ');
  const Rates rates = rates_of({});
  const auto one_of = [&](Of what) {
    const Ratio& rate = rates.rate(what).rate;
    CHECK(rate.denominator % rate.numerator == 0);
    return "one of " + std::to_string(static_cast<int>(rate.denominator / rate.numerator));
  };
  CHECK(contains(readme, one_of(Of::invitations) + " invitations"));
  CHECK(contains(readme, one_of(Of::messages) + " messages"));
  CHECK(contains(readme, one_of(Of::endorsements) + " endorses"));
  CHECK(contains(readme, one_of(Of::recommendations) + " recommends"));
  CHECK(contains(readme, "receive " + std::to_string(rates.expected(Of::reactions, 1)) +
                             " reactions and a comment"));
  CHECK(rates.expected(Of::comments, 10) == 10);
}

TEST_CASE("the README has every ceiling") {
  std::size_t told = 0;
  for (const std::string& line : lines_of(read_file("src/signals/README.md"))) {
    Ceiling ceiling;
    if (std::sscanf(line.c_str(), "| %d | %d | `", &ceiling.day, &ceiling.week) != 2) continue;
    for (const std::string_view what : names_of<Capped>) {
      if (!contains(line, "`" + std::string{what} + "`")) continue;
      INFO(what);
      CHECK(model_v1().ceiling(*named<Capped>(what)) == ceiling);
      ++told;
    }
  }
  CHECK(told == names_of<Capped>.size());
}

TEST_CASE("the README has the minutes of every task") {
  std::size_t told = 0;
  for (const std::string& line : lines_of(read_file("src/signals/README.md"))) {
    int minutes = 0;
    if (std::sscanf(line.c_str(), "| %d | `", &minutes) != 1) continue;
    for (std::size_t i = 0; i < task_count; ++i) {
      if (!contains(line, "`" + std::string{names_of<Task>[i]} + "`")) continue;
      INFO(names_of<Task>[i]);
      CHECK(model_v1().effort[i] == minutes);
      ++told;
    }
  }
  CHECK(told == task_count);
}

}  // namespace
}  // namespace ssi::test
