#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ssi/timeline.hpp>

#include "log/encode.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"

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

TEST_CASE("the largest number of skills told on a day is kept") {
  const auto told = [](std::optional<Count> n) {
    return ProfileEdit{.section = Section::skills, .entries = n};
  };
  DayRecord record;
  record.add(told({}));
  REQUIRE_FALSE(record.skills.has_value());
  record.add(told(0));
  REQUIRE(record.skills == 0);
  record.add(told(4));
  record.add(told(3));
  record.add(told({}));
  record.add(ProfileEdit{.section = Section::projects, .entries = 9});
  record.add(ProfileEdit{.section = Section::skills, .action = EditAction::remove, .entries = 9});
  REQUIRE(record.skills == 4);

  DayRecord other;
  other.add(told(7));
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

TEST_CASE("days come first to last whatever the order they were told in") {
  std::vector<Day> told;
  for (int i = 0; i < 40; ++i) told.push_back(today + days{i * 17 % 40 - 20});
  Timeline timeline;
  for (const Day day : told) REQUIRE(timeline.add({day, Reaction{}}));
  for (const bool settled : {false, true}) {
    if (settled) timeline.settle();
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
    // Two parts of one day, told apart.
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
  Timeline settled = timeline_of({{today, Reaction{}}, {today - days{1}, Reaction{}}});
  settled.settle();
  REQUIRE(settled.last_day() == today);
  REQUIRE(settled.add({today - days{5}, Reaction{}}));
  REQUIRE(settled.last_day() == today);
  REQUIRE(settled.add({today + days{5}, Reaction{}}));
  REQUIRE(settled.last_day() == today + days{5});
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
  sum.settle();
  REQUIRE(sum == timeline_of(both, {.connections = 5}));
}

TEST_CASE("a timeline can be added to itself") {
  const std::vector<Activity> once = {{today, Reaction{}}, {today - days{1}, Share{.comments = 2}}};
  std::vector<Activity> twice = once;
  twice.insert(twice.end(), once.begin(), once.end());
  for (const bool settled : {false, true}) {
    Timeline timeline = timeline_of(once, {.connections = 2});
    if (settled) timeline.settle();
    timeline += timeline;
    REQUIRE(timeline == timeline_of(twice, {.connections = 4}));
  }
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
    timeline.settle();
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
