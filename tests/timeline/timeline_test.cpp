#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <ssi/timeline.hpp>

#include "log/encode.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

using std::chrono::days;

using Expected = std::map<Counter, Count>;

void require_counts(const DayRecord& record, const Expected& expected) {
  for (std::size_t i = 0; i < counter_count; ++i) {
    const auto found = expected.find(static_cast<Counter>(i));
    INFO("counter " << i);
    REQUIRE(record.counts.values[i] == (found == expected.end() ? 0 : found->second));
  }
}

TEST_CASE("each action is counted for what it is") {
  using enum Counter;
  const struct {
    Action action;
    Count activities;
    Expected counts;
  } table[] = {
      {ProfileEdit{.section = Section::other}, 1, {{profile_edits, 1}}},
      {Endorsement{.count = 3}, 3, {{endorsements, 3}}},
      {Recommendation{.count = 2}, 2, {{recommendations, 2}}},
      {Search{.count = 4}, 4, {{people_searches, 4}}},
      {Search{.filters = 1, .count = 4}, 4, {{filtered_people_searches, 4}}},
      {Search{.scope = Scope::companies, .count = 2}, 2, {{other_searches, 2}}},
      {Search{.scope = Scope::companies, .filters = 2}, 1, {{filtered_company_searches, 1}}},
      {Search{.scope = Scope::jobs, .filters = 2}, 1, {{other_searches, 1}}},
      {ProfileView{.count = 5}, 5, {{profile_views, 5}}},
      {LeadSaved{.count = 6}, 6, {{leads_saved, 6}}},
      {Share{}, 1, {{posts, 1}}},
      {Share{.kind = ShareKind::reshare}, 1, {{reshares, 1}}},
      {Share{.kind = ShareKind::article, .reactions = 7, .comments = 8, .reshares = 9},
       1,
       {{articles, 1}, {reactions_received, 7}, {comments_received, 8}, {reshares_received, 9}}},
      {Comment{.count = 2}, 2, {{comments, 2}}},
      {Reaction{.count = 2}, 2, {{reactions, 2}}},
      {Message{.count = 2}, 2, {{messages_unanswered, 2}}},
      {Message{.replied = true, .count = 2}, 2, {{messages_answered, 2}}},
      {Connection{}, 1, {{invitations_sent_accepted, 1}}},
      {Connection{.status = Status::pending}, 1, {{invitations_sent_open, 1}}},
      {Connection{.status = Status::declined}, 1, {{invitations_sent_open, 1}}},
      {Connection{.status = Status::withdrawn}, 1, {{invitations_sent_open, 1}}},
      {Connection{.direction = Direction::received, .status = Status::pending},
       1,
       {{invitations_received_open, 1}}},
      {Connection{.direction = Direction::received, .seniority = Seniority::vp, .coworker = true},
       1,
       {{invitations_received_accepted, 1}, {decision_makers_made, 1}, {coworkers_made, 1}}},
      {Connection{.seniority = Seniority::director}, 1, {{invitations_sent_accepted, 1}}},
      {Connection{.status = Status::removed, .seniority = Seniority::vp, .coworker = true},
       1,
       {{connections_removed, 1}, {decision_makers_removed, 1}, {coworkers_removed, 1}}},
      {Connection{.direction = Direction::received, .status = Status::removed},
       1,
       {{connections_removed, 1}}},
      {Connection{.status = Status::pending, .seniority = Seniority::vp, .coworker = true},
       1,
       {{invitations_sent_open, 1}}},
  };
  for (const auto& [action, activities, counts] : table) {
    INFO(encode(action));
    DayRecord once;
    once.add(action);
    require_counts(once, counts);
    REQUIRE(once.activities() == activities);

    DayRecord twice = once;
    twice.add(action);
    DayRecord sum = once;
    sum += once;
    REQUIRE(twice == sum);
    REQUIRE(twice.activities() == 2 * activities);
    Expected doubled = counts;
    for (auto& [counter, n] : doubled) n *= 2;
    require_counts(twice, doubled);
    REQUIRE(timeline_of({{today, action}}).days() == std::map<Day, DayRecord>{{today, once}});
  }
}

TEST_CASE("an edit says which section is there and which is gone") {
  const auto photo = static_cast<std::size_t>(Section::photo);
  DayRecord record;
  record.add(ProfileEdit{.section = Section::photo});
  REQUIRE(record.present == Sections{}.set(photo));
  REQUIRE(record.removed.none());
  record.add(ProfileEdit{.section = Section::photo, .action = EditAction::remove});
  REQUIRE(record.present == Sections{}.set(photo));
  REQUIRE(record.removed == Sections{}.set(photo));
  REQUIRE_FALSE(record.skills.has_value());
}

TEST_CASE("the largest number of skills of a day is kept") {
  const auto skills = [](std::optional<Count> n) {
    return ProfileEdit{.section = Section::skills, .entries = n};
  };
  DayRecord record;
  record.add(skills({}));
  REQUIRE_FALSE(record.skills.has_value());
  record.add(skills(0));
  REQUIRE(record.skills == 0);
  record.add(skills(4));
  record.add(skills(3));
  record.add(skills({}));
  record.add(ProfileEdit{.section = Section::projects, .entries = 9});
  record.add(ProfileEdit{.section = Section::skills, .action = EditAction::remove, .entries = 9});
  REQUIRE(record.skills == 4);

  DayRecord other;
  other.add(skills(7));
  other += record;
  REQUIRE(other.skills == 7);
  record += DayRecord{};
  REQUIRE(record.skills == 4);
}

TEST_CASE("a timeline keeps a record for each day with an activity") {
  const Timeline timeline = timeline_of(
      {{today, Reaction{}}, {today - days{3}, Comment{.count = 2}}, {today, Reaction{.count = 4}}});
  const auto table = timeline.days();
  REQUIRE(table.size() == 2);
  REQUIRE(table.begin()->first == today - days{3});
  REQUIRE(table.at(today).counts[Counter::reactions] == 5);
  REQUIRE(table.at(today).activities() == 5);
  REQUIRE(table.at(today - days{3}).counts[Counter::comments] == 2);
}

// What `before` should find, day by day.
Standing standing_before(const Timeline& timeline, Day before) {
  const Profile& profile = timeline.profile();
  Standing standing{.sections = profile.sections, .skills = profile.skills};
  timeline.for_each_day([&](Day day, const DayRecord& record) {
    if (day >= before) return;
    for (std::size_t i = 0; i < counter_count; ++i) {
      standing.counts.values[i] += record.counts.values[i];
    }
    for (std::size_t i = 0; i < Sections{}.size(); ++i) {
      if (record.present[i]) {
        standing.sections.set(i);
      } else if (record.removed[i]) {
        standing.sections.reset(i);
      }
    }
    const auto skills = static_cast<std::size_t>(Section::skills);
    if (record.removed[skills] && !record.present[skills]) standing.skills = 0;
    if (record.skills) standing.skills = *record.skills;
  });
  return standing;
}

TEST_CASE("days come first to last whatever the order they were added in") {
  std::vector<Day> added;
  for (int i = 0; i < 40; ++i) added.push_back(today + days{i * 17 % 40 - 20});
  Timeline timeline;
  for (const Day day : added) REQUIRE(timeline.add({day, Reaction{}}));
  std::vector<Day> seen;
  timeline.for_each_day([&](Day day, const DayRecord& record) {
    seen.push_back(day);
    REQUIRE(record.counts[Counter::reactions] == 1);
  });
  REQUIRE(seen.size() == 40);
  REQUIRE(std::ranges::is_sorted(seen));
  REQUIRE(seen.front() == today - days{20});
  REQUIRE(timeline.last_day() == today + days{19});
}

TEST_CASE("days that come back time and again stay one day each") {
  Timeline timeline;
  for (int i = 0; i < 20'000; ++i) {
    REQUIRE(timeline.add({today - days{i % 7}, Reaction{}}));
    REQUIRE(timeline.add({today - days{i % 5}, Share{.reactions = 1}}));
  }
  const auto table = timeline.days();
  REQUIRE(table.size() == 7);
  Count reactions = 0;
  Count received = 0;
  for (const auto& [day, record] : table) {
    reactions += record.counts[Counter::reactions];
    received += record.counts[Counter::reactions_received];
  }
  REQUIRE(reactions == 20'000);
  REQUIRE(received == 20'000);
  REQUIRE(table.at(today - days{6}).counts[Counter::posts] == 0);
}

TEST_CASE("numbers of any size are kept exactly") {
  for (const Count n :
       {Count{1}, (Count{1} << 31) - 1, Count{1} << 31, (Count{1} << 31) + 1, (Count{1} << 32) - 1,
        Count{1} << 32, (Count{1} << 32) + 1, count_max / 2 - 1, count_max - 1, count_max}) {
    INFO(n);
    const std::vector<Activity> both = {{today, Share{.reactions = n}},
                                        {today - days{1}, Reaction{.count = n}},
                                        {today + days{1}, Search{.count = n}}};
    const auto table = timeline_of(both).days();
    REQUIRE(table.size() == 3);
    REQUIRE(table.at(today).counts[Counter::reactions_received] == n);
    REQUIRE(table.at(today).activities() == 1);
    REQUIRE(table.at(today - days{1}).counts[Counter::reactions] == n);
    REQUIRE(table.at(today + days{1}).counts[Counter::people_searches] == n);
    if (n > count_max / 2) continue;
    // One day in two parts, with another day between them.
    const std::vector<Activity> parts = {{today, Reaction{.count = n}},
                                         {today - days{1}, Search{}},
                                         {today, Reaction{.count = n - 1}}};
    REQUIRE(timeline_of(parts).days().at(today).counts[Counter::reactions] == n + (n - 1));
  }
}

TEST_CASE("the first and the last day of the calendar are days like others") {
  const Day first = std::chrono::year{0} / 1 / 1;
  const Day last = std::chrono::year{9999} / 12 / 31;
  const Timeline timeline = timeline_of({{last, Reaction{}}, {first, Comment{}}});
  const auto table = timeline.days();
  REQUIRE(table.size() == 2);
  REQUIRE(table.at(first).counts[Counter::comments] == 1);
  REQUIRE(table.at(last).counts[Counter::reactions] == 1);
  REQUIRE(timeline.last_day() == last);
}

TEST_CASE("days come in their order and apart, however far they lie from each other") {
  const Day first = std::chrono::year{0} / 1 / 1;
  const Day last = std::chrono::year{9999} / 12 / 31;
  const Count most = count_max;
  const int calendar = static_cast<int>((last - first).count());
  // Around where the distance takes one byte more.
  for (const int apart :
       {2, 254, 255, 256, 257, 65'534, 65'535, 65'536, 65'537, calendar - 1, calendar}) {
    for (const Day start : {first, last - days{apart}}) {
      std::vector<Activity> activities = {{start, Share{.reactions = most}},
                                          {start + days{apart - 1}, Comment{.count = most}},
                                          {start + days{apart}, Reaction{.count = most}}};
      const std::vector<Activity> in_order = activities;
      do {
        CAPTURE(apart, to_string(activities[0].day), to_string(activities[1].day));
        const Timeline timeline = timeline_of(activities);
        std::vector<Day> seen;
        timeline.for_each_day([&](Day day, const DayRecord& record) {
          DayRecord expected;
          expected.add(in_order.at(seen.size()).action);
          REQUIRE(record == expected);
          seen.push_back(day);
        });
        REQUIRE(seen == std::vector<Day>{start, start + days{apart - 1}, start + days{apart}});
        REQUIRE(timeline.before(seen[2]) == standing_before(timeline, seen[2]));
        REQUIRE(timeline.before(seen[2]).counts[Counter::comments] == most);
      } while (std::ranges::next_permutation(activities).found);
    }
  }
}

TEST_CASE("timelines with days between each other's add up day by day") {
  // So many days that they are merged on the way, and all that may be received.
  constexpr int parts = 4;
  constexpr int days_of_each = 2'000;
  std::vector<Timeline> timelines(parts);
  std::map<Day, DayRecord> expected;
  for (int i = 0; i < parts * days_of_each; ++i) {
    const Share share{.reactions = i < parts ? count_max / parts : 0};
    for (const Day day : {today + days{i}, today - days{i % 7}}) {
      const Action action = day > today ? Action{share} : Action{Comment{}};
      REQUIRE(timelines[static_cast<std::size_t>(i % parts)].add({day, action}));
      expected[day].add(action);
    }
  }
  Timeline forward;
  for (const Timeline& part : timelines) forward += part;
  Timeline backward;
  std::ranges::reverse(timelines);
  for (const Timeline& part : timelines) backward += part;
  REQUIRE(forward.days() == expected);
  REQUIRE(backward == forward);
}

TEST_CASE("sections and skills of a day are kept") {
  const Timeline timeline =
      timeline_of({{today, ProfileEdit{.section = Section::other}},
                   {today, ProfileEdit{.section = Section::photo, .action = EditAction::remove}},
                   {today - days{1}, ProfileEdit{.section = Section::skills, .entries = 0}},
                   {today, ProfileEdit{.section = Section::skills, .entries = 6}},
                   {today - days{2}, ProfileEdit{.section = Section::photo}}});
  const auto table = timeline.days();
  REQUIRE(table.at(today).present == Sections{}
                                         .set(static_cast<std::size_t>(Section::other))
                                         .set(static_cast<std::size_t>(Section::skills)));
  REQUIRE(table.at(today).removed == Sections{}.set(static_cast<std::size_t>(Section::photo)));
  REQUIRE(table.at(today).skills == 6);
  REQUIRE(table.at(today - days{1}).skills == 0);
  REQUIRE_FALSE(table.at(today - days{2}).skills.has_value());
}

TEST_CASE("the last day is that of the latest activity whatever the order") {
  REQUIRE_FALSE(Timeline{}.last_day());
  REQUIRE_FALSE(timeline_of({}, {.connections = 5}).last_day());
  REQUIRE(timeline_of({{today, Reaction{}}, {today - days{1}, Reaction{}}}).last_day() == today);
  REQUIRE(timeline_of({{today - days{1}, Reaction{}}, {today, Reaction{}}}).last_day() == today);
  Timeline timeline = timeline_of({{today, Reaction{}}, {today - days{1}, Reaction{}}});
  REQUIRE(timeline.add({today - days{5}, Reaction{}}));
  REQUIRE(timeline.last_day() == today);
  REQUIRE(timeline.add({today + days{5}, Reaction{}}));
  REQUIRE(timeline.last_day() == today + days{5});
}

TEST_CASE("the first day is that of the earliest activity whatever the order") {
  REQUIRE_FALSE(Timeline{}.first_day());
  Timeline timeline = timeline_of({{today, Reaction{}}, {today - days{1}, Reaction{}}});
  REQUIRE(timeline.first_day() == today - days{1});
  REQUIRE(timeline.add({today + days{5}, Reaction{}}));
  REQUIRE(timeline.first_day() == today - days{1});
  REQUIRE(timeline.add({today - days{5}, Reaction{}}));
  REQUIRE(timeline.first_day() == today - days{5});
}

TEST_CASE("profiles add up and the larger number of skills stands") {
  Timeline timeline;
  timeline.add(Profile{.sections = Sections{0b0011},
                       .skills = 4,
                       .endorsements = 1,
                       .recommendations = 2,
                       .connections = 3,
                       .decision_makers = 4,
                       .coworkers = 5});
  timeline.add(Profile{.sections = Sections{0b0110},
                       .skills = 3,
                       .endorsements = 10,
                       .recommendations = 20,
                       .connections = 30,
                       .decision_makers = 40,
                       .coworkers = 50});
  REQUIRE(timeline.profile() == Profile{.sections = Sections{0b0111},
                                        .skills = 4,
                                        .endorsements = 11,
                                        .recommendations = 22,
                                        .connections = 33,
                                        .decision_makers = 44,
                                        .coworkers = 55});
}

TEST_CASE("timelines of two parts add up to that of the whole") {
  const std::vector<Activity> first = {{today, Reaction{}}, {today - days{1}, Search{}}};
  const std::vector<Activity> second = {{today, Comment{}},
                                        {today - days{2}, Share{.reactions = 3}}};
  std::vector<Activity> both = first;
  both.insert(both.end(), second.begin(), second.end());

  Timeline sum = timeline_of(first, {.connections = 2});
  sum += timeline_of(second, {.connections = 3});
  REQUIRE(sum == timeline_of(both, {.connections = 5}));
  REQUIRE_FALSE(sum == timeline_of(first, {.connections = 5}));
  REQUIRE_FALSE(sum == timeline_of(both, {.connections = 4}));
  sum += Timeline{};
  REQUIRE(sum == timeline_of(both, {.connections = 5}));
}

TEST_CASE("a timeline can be added to itself") {
  const std::vector<Activity> once = {{today, Reaction{}}, {today - days{1}, Share{.comments = 2}}};
  std::vector<Activity> twice = once;
  twice.insert(twice.end(), once.begin(), once.end());
  Timeline timeline = timeline_of(once, {.connections = 2});
  timeline += timeline;
  REQUIRE(timeline == timeline_of(twice, {.connections = 4}));
}

// The activities of a random log, the oldest first or in any order.
Timeline timeline_from(const RandomLog& log, Random& random, bool oldest_first) {
  std::vector<Activity> activities = log.activities;
  if (!oldest_first) random.shuffle(activities);
  return timeline_of(activities, log.head.profile);
}

TEST_CASE("what the days before a day come to is the sum over those days") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const RandomLog log = random_log(seed);
    Random random{seed};
    for (const bool oldest_first : {true, false}) {
      const Timeline timeline = timeline_from(log, random, oldest_first);
      std::vector<Day> wanted = {log.as_of(), first_of_window(log.as_of())};
      for (const auto& [day, record] : timeline.days()) {
        wanted.insert(wanted.end(), {day - days{1}, day, day + days{1}});
      }
      // All of them of some logs, as each is a pass over the timeline.
      const std::size_t step = seed % 10 == 0 ? 1 : 7;
      bool same = true;
      for (std::size_t i = seed % step; i < wanted.size(); i += step) {
        same = same && timeline.before(wanted[i]) == standing_before(timeline, wanted[i]);
      }
      REQUIRE(same);
    }
  }
}

TEST_CASE("what was before the log comes before any day") {
  const Profile profile{.sections = Sections{0b101}, .skills = 4, .connections = 9};
  const Standing untouched{.sections = Sections{0b101}, .skills = 4};
  REQUIRE(Timeline{}.before(today) == Standing{});
  REQUIRE(timeline_of({}, profile).before(today) == untouched);
  const Timeline timeline =
      timeline_of({{today, ProfileEdit{.section = Section::skills, .action = EditAction::remove}},
                   {today, Reaction{.count = 2}}},
                  profile);
  REQUIRE(timeline.before(today) == untouched);
  Standing after{.sections = untouched.sections};
  after.sections.reset(static_cast<std::size_t>(Section::skills));
  after.counts[Counter::profile_edits] = 1;
  after.counts[Counter::reactions] = 2;
  REQUIRE(timeline.before(today + days{1}) == after);
  REQUIRE(timeline.before(today + days{4000}) == after);
}

TEST_CASE("edits of a day take effect together and those of later days after them") {
  const auto skills = [](EditAction action, std::optional<Count> entries = {}) {
    return ProfileEdit{.section = Section::skills, .action = action, .entries = entries};
  };
  const struct {
    std::vector<Activity> edits;
    bool has_skills;
    Count skills;
  } table[] = {
      {{{today, skills(EditAction::remove)}}, false, 0},
      {{{today, skills(EditAction::remove)}, {today, skills(EditAction::add, 3)}}, true, 3},
      {{{today, skills(EditAction::add, 3)}, {today, skills(EditAction::remove)}}, true, 3},
      {{{today, skills(EditAction::update, 3)}, {today, skills(EditAction::update, 2)}}, true, 3},
      {{{today, skills(EditAction::update)}}, true, 7},
      {{{today, skills(EditAction::update, 0)}}, true, 0},
      {{{today - days{1}, skills(EditAction::update, 3)}, {today, skills(EditAction::remove)}},
       false,
       0},
      {{{today, skills(EditAction::remove)}, {today - days{1}, skills(EditAction::update, 3)}},
       false,
       0},
      {{{today - days{1}, skills(EditAction::remove)}, {today, skills(EditAction::update)}},
       true,
       0},
      {{{today - days{1}, skills(EditAction::remove)}, {today, skills(EditAction::update, 2)}},
       true,
       2},
  };
  for (const auto& [edits, has_skills, count] : table) {
    const Timeline timeline = timeline_of(edits, {.skills = 7});
    const Standing standing = timeline.before(today + days{1});
    REQUIRE(standing.sections.test(static_cast<std::size_t>(Section::skills)) == has_skills);
    REQUIRE(standing.skills == count);
    REQUIRE(standing == standing_before(timeline, today + days{1}));
  }
}

TEST_CASE("days from one on are all days but those before it") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed " << seed);
    const RandomLog log = random_log(seed);
    Random random{seed};
    for (const bool oldest_first : {true, false}) {
      const Timeline timeline = timeline_from(log, random, oldest_first);
      const auto all = timeline.days();
      for (const int before : {-10'000, -20, -1, 0, 1, 88, 89, 90, 91, 300, 10'000}) {
        const Day first = log.as_of() - days{before};
        std::vector<std::pair<Day, DayRecord>> seen;
        timeline.for_each_day_from(
            first, [&](Day day, const DayRecord& record) { seen.emplace_back(day, record); });
        REQUIRE(std::ranges::equal(
            seen, std::vector<std::pair<Day, DayRecord>>(all.lower_bound(first), all.end())));
      }
    }
  }
}

TEST_CASE("timelines add up to the same in any order and grouping") {
  const auto sum = [](Timeline a, const Timeline& b) {
    REQUIRE(a.can_add(b));
    a += b;
    return a;
  };
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    std::vector<Timeline> parts;
    for (std::uint64_t i = 0; i < 3; ++i) {
      RandomLog log = random_log(10 * seed + i);
      // Two halves of the most fit together, three do not.
      if (i == 2) log.head.profile = {.sections = log.head.profile.sections, .skills = 3};
      parts.push_back(timeline_from(log, random, random.chance(40)));
    }
    const auto& [a, b, c] = std::tie(parts[0], parts[1], parts[2]);
    const Timeline all = sum(sum(a, b), c);
    REQUIRE(sum(a, b) == sum(b, a));
    REQUIRE(sum(a, sum(b, c)) == all);
    REQUIRE(sum(c, sum(b, a)) == all);
    REQUIRE(sum(sum(c, a), b) == all);
    REQUIRE(sum(a, Timeline{}) == a);
    REQUIRE(sum(Timeline{}, a) == a);
    const Day day = random_log(10 * seed).as_of();
    REQUIRE(sum(c, sum(b, a)).before(day) == all.before(day));
  }
}

TEST_CASE("what a day comes to does not depend on when its parts were added") {
  // So many that they are merged time and again on the way.
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    std::vector<Activity> activities;
    for (int i = 0; i < 12'000; ++i) {
      activities.push_back(random_activity(random, today - days{random.between(0, 40)}, 1000));
    }
    const Timeline whole = timeline_of(activities);
    std::map<Day, DayRecord> expected;
    for (const Activity& activity : activities) expected[activity.day].add(activity.action);
    REQUIRE(whole.days() == expected);
    random.shuffle(activities);
    REQUIRE(timeline_of(activities) == whole);
    Timeline sum;
    for (std::size_t start = 0; start < activities.size(); start += 1000) {
      const auto part = activities.begin() + static_cast<std::ptrdiff_t>(start);
      sum += timeline_of({part, part + 1000});
    }
    REQUIRE(sum == whole);
    REQUIRE(sum.before(today - days{9}) == standing_before(whole, today - days{9}));
  }
}

TEST_CASE("a day and a kind of action add what the activity adds") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Activity activity = random_activity(random, today, 1000);
    Timeline timeline;
    const auto add = [&](const auto& action) { return timeline.add(activity.day, action); };
    REQUIRE(std::visit(add, activity.action));
    REQUIRE(timeline == timeline_of({activity}));
  }
}

TEST_CASE("timelines fit together as long as no sum is more than 2^62") {
  const auto fits = [](const Profile& a, const Profile& b) {
    return timeline_of({}, a).can_add(timeline_of({}, b));
  };
  for (Count Profile::*stock :
       {&Profile::endorsements, &Profile::recommendations, &Profile::connections,
        &Profile::decision_makers, &Profile::coworkers}) {
    Profile most;
    most.*stock = count_max;
    Profile half;
    half.*stock = count_max / 2;
    Profile more;
    more.*stock = count_max / 2 + 1;
    Profile one;
    one.*stock = 1;
    REQUIRE(fits(most, {}));
    REQUIRE(fits({}, most));
    REQUIRE_FALSE(fits(most, one));
    REQUIRE_FALSE(fits(one, most));
    REQUIRE_FALSE(fits(most, most));
    REQUIRE(fits(half, half));
    REQUIRE_FALSE(fits(half, more));
    REQUIRE_FALSE(fits(more, half));
  }
  REQUIRE(fits({.skills = count_max}, {.skills = count_max}));  // the larger stands
  const auto shared = [](Count reactions) {
    return timeline_of({{today, Share{.reactions = reactions}}});
  };
  REQUIRE(shared(count_max - 1).can_add(shared(1)));
  REQUIRE_FALSE(shared(count_max - 1).can_add(shared(2)));
  REQUIRE_FALSE(shared(count_max).can_add(shared(count_max)));
}

TEST_CASE("a log may tell of 2^62 reactions and comments and reshares received and of no more") {
  const Count max = count_max;
  const struct {
    std::vector<Share> shares;
    bool last_fits;
  } table[] = {
      {{{.reactions = max}}, true},
      {{{.comments = max}}, true},
      {{{.reshares = max}}, true},
      {{{.reactions = max - 2, .comments = 1, .reshares = 1}}, true},
      {{{.reactions = max - 1, .comments = 1, .reshares = 1}}, false},
      {{{.reactions = max, .comments = 1}}, false},
      {{{.reactions = max, .reshares = 1}}, false},
      {{{.comments = max, .reshares = 1}}, false},
      {{{.reactions = max, .comments = max}}, false},
      {{{.reactions = max, .reshares = max}}, false},
      {{{.comments = max, .reshares = max}}, false},
      {{{.reactions = max, .comments = max, .reshares = max}}, false},
      {{{.reactions = max}, {}}, true},
      {{{.reactions = max}, {.reactions = 1}}, false},
      {{{.reactions = max}, {.comments = 1}}, false},
      {{{.reactions = max}, {.reshares = 1}}, false},
      {{{.reactions = max - 3}, {.reactions = 1, .comments = 1, .reshares = 1}}, true},
      {{{.reactions = max - 2}, {.reactions = 1, .comments = 1, .reshares = 1}}, false},
      {{{.reactions = max / 2}, {.comments = max / 2}}, true},
      {{{.reactions = max / 2}, {.comments = max / 2 + 1}}, false},
  };
  for (const auto& [shares, last_fits] : table) {
    Timeline timeline;
    Timeline before;
    bool fits = true;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      INFO(encode(shares[i]));
      REQUIRE(fits);
      before = timeline;
      fits = timeline.add({today - days{static_cast<int>(i)}, shares[i]});
    }
    REQUIRE(fits == last_fits);
    if (!fits) REQUIRE(timeline == before);
    REQUIRE(timeline.add({today, Reaction{.count = 1'000'000}}));
  }
}

TEST_CASE("what timelines received is limited together after they were added") {
  Timeline sum = timeline_of({{today, Share{.reactions = count_max - 2}}});
  sum += timeline_of({{today, Share{.reactions = 1}}});
  REQUIRE(sum.add({today, Share{.reactions = 1}}));
  REQUIRE_FALSE(sum.add({today, Share{.reactions = 1}}));
}

TEST_CASE("a day that comes back after any number of activities is one day, in its place") {
  const Day late = *parse_date("2026-11-22");
  const Day early = *parse_date("2026-01-01");
  for (const int before : {1, 2, 4095, 4096, 4097, 8191, 8192, 8193, 16384}) {
    CAPTURE(before);
    Timeline timeline;
    for (int i = 0; i < before; ++i) {
      REQUIRE(timeline.add(
          {.day = i % 2 == 0 ? late : *parse_date("2026-11-20"), .action = ProfileView{}}));
    }
    REQUIRE(timeline.add({.day = early, .action = Comment{}}));
    REQUIRE(timeline.add({.day = late, .action = Comment{}}));
    std::vector<Day> seen;
    timeline.for_each_day([&](Day day, const DayRecord&) { seen.push_back(day); });
    REQUIRE(seen.front() == early);
    REQUIRE(seen.back() == late);
    REQUIRE(seen.size() == (before == 1 ? 2U : 3U));
    REQUIRE(timeline.last_day() == late);
    REQUIRE(timeline.days().at(late).counts[Counter::comments] == 1);
  }
}

}  // namespace
}  // namespace ssi::test
