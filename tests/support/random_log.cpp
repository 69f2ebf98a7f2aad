#include "support/random_log.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <variant>

#include <nlohmann/json.hpp>

namespace ssi::test {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::days;

// Names that a format may trip over: quotes, separators, markup, formulas, control characters, and
// more than ASCII.
constexpr std::array<std::string_view, 12> member_names = {
    "Amina Khalil",        "Zoë Ødegård", "李小龍",      "Ольга Иванова",
    "Ana \"Nita\" O'Neil", "Lee, Robin",  "=SUM(A1:A9)", "a | b `c` <d> &amp;",
    "first\nsecond",       "\x1b[31mred", "🦊 Fox",    "",
};

// Times of day whose date in UTC is not the date written, among others.
constexpr std::array<std::string_view, 6> times = {
    "", "T09:15:00+01:00", "T23:30:00-08:00", "T00:10:00+05:30", "T12:00:00Z", "T18:45:10.25-03:00",
};

// The calendar of logs: the years 0000 to 9999.
constexpr Day first_day{std::chrono::year{0} / 1 / 1};
constexpr Day last_day{std::chrono::year{9999} / 12 / 31};

Count random_count(Random& random, Count most) {
  if (random.chance(40)) return 1;
  return random.between(1, most);
}

Action random_edit(Random& random) {
  ProfileEdit edit{.section = random.chance(25) ? Section::skills : random.any<Section>()};
  if (random.chance(60)) edit.action = random.any<EditAction>();
  if (random.chance(50)) edit.entries = random.between(0, 9);
  return edit;
}

Action random_search(Random& random, Count most) {
  return Search{.scope = random.chance(50) ? Scope::people : random.any<Scope>(),
                .filters = random.chance(50) ? 0 : random.between(1, 6),
                .count = random_count(random, most)};
}

Action random_share(Random& random, Count most) {
  Share share{.kind = random.any<ShareKind>()};
  if (random.chance(60)) share.reactions = random.between(0, 5 * most);
  if (random.chance(40)) share.comments = random.between(0, most);
  if (random.chance(20)) share.reshares = random.between(0, most);
  // Around the largest number of 32 bits, and far above.
  if (random.chance(1)) share.reactions = random.between(4'294'967'290, 4'294'967'300);
  if (random.chance(1)) share.comments = random.between(1, Count{1} << 48);
  return share;
}

Action random_connection(Random& random) {
  Connection connection{.direction = random.any<Direction>()};
  if (random.chance(60)) connection.status = random.any<Status>();
  if (random.chance(60)) connection.seniority = random.any<Seniority>();
  connection.coworker = random.chance(25);
  return connection;
}

Profile random_profile(Random& random) {
  if (random.chance(15)) return {};
  Profile profile{.sections = Sections{random.below(1U << Sections{}.size())},
                  .skills = random.between(0, 9),
                  .endorsements = random.between(0, 60),
                  .recommendations = random.between(0, 8),
                  .connections = random.between(0, random.chance(50) ? 4 : 700),
                  .decision_makers = random.between(0, random.chance(50) ? 2 : 60),
                  .coworkers = random.between(0, random.chance(50) ? 2 : 40)};
  // Half of the most that there may be: two such profiles can still be added.
  if (random.chance(2)) profile.endorsements = count_max / 2;
  if (random.chance(2)) profile.recommendations = count_max / 2;
  if (random.chance(2)) profile.connections = count_max / 2;
  return profile;
}

SignalSet random_gaps(Random& random) {
  if (random.chance(65)) return {};
  SignalSet gaps;
  const std::uint64_t percent = random.pick(std::array<std::uint64_t, 3>{10, 40, 80});
  for (std::size_t i = 0; i < gaps.size(); ++i) gaps[i] = random.chance(percent);
  if (random.chance(25)) {
    const std::size_t pillar = random.below(pillar_count);
    const std::size_t first = first_signal(static_cast<PillarId>(pillar));
    for (std::size_t i = 0; i < signals_in[pillar]; ++i) gaps.set(first + i);
  }
  return gaps;
}

Head random_head(Random& random) {
  Head head;
  if (random.chance(80)) head.member.id = "member-" + std::to_string(random.below(10'000));
  if (random.chance(10)) head.member.id = random.pick(member_names);
  if (random.chance(70)) head.member.name = random.pick(member_names);
  if (random.chance(30)) head.member.team = random.pick(member_names);
  head.as_of = Day{days{random.between(10'950, 22'000)}};  // the years 2000 to 2030
  head.not_measured = random_gaps(random);
  head.profile = random_profile(random);
  return head;
}

Day random_day(Random& random, Day as_of) {
  const std::uint64_t where = random.below(100);
  if (where < 12) return as_of - days{random.pick(std::array{-1, 0, 1, 88, 89, 90, 91})};
  if (where < 85) return as_of - days{random.between(0, 89)};
  if (where < 93) return as_of - days{random.between(90, 300)};
  if (where < 96) return as_of - days{random.between(300, 8'000)};
  if (where < 97) return random.chance(50) ? first_day : last_day;
  return as_of + days{random.between(1, random.chance(80) ? 20 : 2'000)};
}

std::optional<Thousandths> random_number(Random& random, std::int64_t most) {
  if (random.chance(30)) return std::nullopt;
  const std::int64_t step = random.pick(std::array<std::int64_t, 3>{1, 10, 1000});
  return Thousandths{static_cast<std::int32_t>(step * random.between(0, most * 1000 / step))};
}

Readings random_readings(Random& random, Day as_of) {
  Readings readings;
  for (std::uint64_t i = random.below(12); i > 0; --i) {
    Reading& reading = readings[random_day(random, as_of)];
    reading = {.total = random_number(random, 100),
               .brand = random_number(random, 25),
               .people = random_number(random, 25),
               .insights = random_number(random, 25),
               .relationships = random_number(random, 25),
               .industry_rank = random.between(1, 100),
               .industry_average = random_number(random, 100)};
    if (random.chance(50)) reading.network_rank = random.between(1, 100);
    if (random.chance(50)) reading.network_average = random_number(random, 100);
  }
  return readings;
}

void sort_by_day(std::vector<Activity>& activities) {
  std::stable_sort(activities.begin(), activities.end(),
                   [](const Activity& a, const Activity& b) { return a.day < b.day; });
}

// Each overload adds the fields of one activity type.

void add_fields(Json& json, const ProfileEdit& edit) {
  json["section"] = name(edit.section);
  json["action"] = name(edit.action);
  if (edit.entries) json["entries"] = *edit.entries;
}

void add_fields(Json& json, const Search& search) {
  json["scope"] = name(search.scope);
  json["filters"] = search.filters;
  json["count"] = search.count;
}

void add_fields(Json& json, const Share& share) {
  json["kind"] = name(share.kind);
  json["reactions"] = share.reactions;
  json["comments"] = share.comments;
  json["reshares"] = share.reshares;
}

void add_fields(Json& json, const Message& message) {
  json["replied"] = message.replied;
  json["count"] = message.count;
}

void add_fields(Json& json, const Connection& connection) {
  json["direction"] = name(connection.direction);
  json["status"] = name(connection.status);
  if (connection.seniority) json["seniority"] = name(*connection.seniority);
  json["coworker"] = connection.coworker;
}

template <class Counted>
void add_fields(Json& json, const Counted& counted) {
  json["count"] = counted.count;
}

Json activity_json(const Activity& activity, std::string_view time) {
  Json json{{"at", to_string(activity.day).append(time)},
            {"type", activity_types[activity.action.index()]}};
  std::visit([&](const auto& action) { add_fields(json, action); }, activity.action);
  return json;
}

Json reading_json(Day day, const Reading& reading) {
  Json json{{"at", to_string(day)}, {"type", "linkedin_ssi"}};
  const auto put = [&](const char* key, const auto& value) {
    if (value) json[key] = value->count / 1000.0;
  };
  put("total", reading.total);
  put("brand", reading.brand);
  put("people", reading.people);
  put("insights", reading.insights);
  put("relationships", reading.relationships);
  put("industry_average", reading.industry_average);
  put("network_average", reading.network_average);
  if (reading.industry_rank) json["industry_rank"] = *reading.industry_rank;
  if (reading.network_rank) json["network_rank"] = *reading.network_rank;
  return json;
}

void leave_out(Json& json, std::string_view key, const Json& default_value) {
  const auto field = json.find(key);
  if (field != json.end() && *field == default_value) json.erase(field);
}

void leave_out_defaults(Json& json) {
  for (const char* key : {"filters", "reactions", "comments", "reshares"}) leave_out(json, key, 0);
  for (const char* key : {"replied", "coworker"}) leave_out(json, key, false);
  leave_out(json, "action", "update");
  leave_out(json, "scope", "people");
  leave_out(json, "count", 1);
  leave_out(json, "kind", "post");
  leave_out(json, "direction", "sent");
  leave_out(json, "status", "accepted");
}

Json names_in(const Sections& sections) {
  Json names = Json::array();
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (sections[i]) names.push_back(names_of<Section>[i]);
  }
  return names;
}

void add_profile(Json& json, const Profile& profile) {
  json["sections"] = names_in(profile.sections);
  json["unknown_sections"] = names_in(profile.unknown_sections);
  json["skills"] = profile.skills;
  json["endorsements"] = profile.endorsements;
  json["recommendations"] = profile.recommendations;
  json["connections"] = profile.connections;
  json["decision_makers"] = profile.decision_makers;
  json["coworkers"] = profile.coworkers;
}

Json gaps_json(const SignalSet& gaps) {
  Json json = Json::array();
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (gaps[i]) json.push_back(names_of<SignalId>[i]);
  }
  return json;
}

std::string profile_line(const Head& head) {
  Json json{{"type", "profile"}};
  if (head.member.id) json["member"] = *head.member.id;
  if (head.member.name) json["name"] = *head.member.name;
  if (head.member.team) json["team"] = *head.member.team;
  json["as_of"] = to_string(*head.as_of);
  json["not_measured"] = gaps_json(head.not_measured);
  add_profile(json, head.profile);
  return json.dump();
}

}  // namespace

Day first_of_window(Day as_of) {
  return as_of - days{89};
}

Activity random_activity(Random& random, Day day, Count most) {
  const auto action = [&]() -> Action {
    switch (random.below(std::variant_size_v<Action>)) {
      case 0:
        return random_edit(random);
      case 1:
        return Endorsement{random_count(random, most)};
      case 2:
        return Recommendation{random_count(random, most)};
      case 3:
        return random_search(random, most);
      case 4:
        return ProfileView{random_count(random, most)};
      case 5:
        return LeadSaved{random_count(random, most)};
      case 6:
        return random_share(random, most);
      case 7:
        return Comment{random_count(random, most)};
      case 8:
        return Reaction{random_count(random, most)};
      case 9:
        return Message{.replied = random.chance(50), .count = random_count(random, most)};
      default:
        return random_connection(random);
    }
  };
  return {day, action()};
}

Action random_good_action(Random& random) {
  Action action = random_activity(random, Day{}, 20).action;
  if (auto* edit = std::get_if<ProfileEdit>(&action)) {
    if (edit->action == EditAction::remove) edit->action = EditAction::add;
    if (edit->section == Section::skills && edit->entries) *edit->entries += 5;
  }
  if (auto* connection = std::get_if<Connection>(&action)) connection->status = Status::accepted;
  return action;
}

RandomLog random_log(std::uint64_t seed) {
  Random random{seed};
  RandomLog log{.seed = seed, .head = random_head(random)};
  const std::uint64_t size = random.below(100);
  const std::int64_t activities = size < 8    ? 0
                                  : size < 30 ? random.between(1, 12)
                                  : size < 95 ? random.between(13, 150)
                                              : random.between(151, 1'200);
  const std::uint64_t flood = random.below(100);
  const Count most = flood < 50 ? 1 : flood < 80 ? 4 : flood < 97 ? 40 : 1'000'000;
  for (std::int64_t i = 0; i < activities; ++i) {
    const Day day = random_day(random, log.as_of());
    log.activities.push_back(random_activity(random, day, most));
  }
  sort_by_day(log.activities);
  if (random.chance(20)) {
    log.head.profile.unknown_sections = random.below(1U << Sections{}.size());
  }
  if (seed % 3 == 0) log.readings = random_readings(random, log.as_of());
  return log;
}

RandomLog steady_log(std::uint64_t seed, std::size_t activities, int span) {
  Random random{seed};
  RandomLog log{.seed = seed, .head = random_head(random)};
  log.head.member.id = "member-" + std::to_string(seed);
  for (std::size_t i = 0; i < activities; ++i) {
    const Day day = log.as_of() - days{random.between(0, span - 1)};
    log.activities.push_back(random_activity(random, day, 4));
  }
  sort_by_day(log.activities);
  return log;
}

RandomLog perfect_log(Day as_of) {
  RandomLog log{.head = {.as_of = as_of,
                         .profile = {.sections = Sections{}.set(),
                                     .skills = 5,
                                     .endorsements = 45,
                                     .recommendations = 1,
                                     .connections = 440,
                                     .decision_makers = 50,
                                     .coworkers = 30}}};
  const auto add = [&](int days_ago, const Action& action) {
    log.activities.push_back({as_of - days{days_ago}, action});
  };
  for (int day = 0; day < 6; ++day) add(day, ProfileEdit{.section = Section::other});
  for (int day = 45; day < 90; ++day) {
    add(day, Search{.filters = day < 75 ? 1 : 0});
    add(day, Search{});
    add(day, ProfileView{4});
    add(day, LeadSaved{});
    add(day, Reaction{});
    add(day, Comment{});
  }
  for (int share = 0; share < 36; ++share) {
    const ShareKind kind = share < 3 ? ShareKind::article : ShareKind::post;
    add(45 + share, Share{.kind = kind, .reactions = 4, .comments = 1, .reshares = 1});
  }
  add(89, Message{.replied = true, .count = 24});
  for (int made = 0; made < 60; ++made) {
    add(made, Connection{.direction = made < 5 ? Direction::sent : Direction::received});
  }
  sort_by_day(log.activities);
  return log;
}

std::string to_json_line(const Activity& activity, const Member& member, std::string_view time) {
  Json json = activity_json(activity, time);
  leave_out_defaults(json);
  if (member.id) json["member"] = *member.id;
  return json.dump();
}

std::vector<std::string> to_json_lines(const RandomLog& log) {
  std::vector<std::string> lines{profile_line(log.head)};
  for (const Activity& activity : log.activities) {
    lines.push_back(to_json_line(activity, log.head.member, times[lines.size() % times.size()]));
  }
  for (const auto& [day, reading] : log.readings) {
    Json json = reading_json(day, reading);
    if (log.head.member.id) json["member"] = *log.head.member.id;
    lines.push_back(json.dump());
  }
  return lines;
}

std::string to_json(const RandomLog& log) {
  Json json{{"version", 1}};
  const Head& head = log.head;
  if (head.member.id) json["member"]["id"] = *head.member.id;
  if (head.member.name) json["member"]["name"] = *head.member.name;
  if (head.member.team) json["member"]["team"] = *head.member.team;
  json["as_of"] = to_string(*head.as_of);
  json["profile"] = Json::object();
  add_profile(json["profile"], head.profile);
  json["not_measured"] = gaps_json(head.not_measured);
  json["activities"] = Json::array();
  for (const Activity& activity : log.activities) {
    const std::size_t i = json["activities"].size();
    json["activities"].push_back(activity_json(activity, times[i % times.size()]));
  }
  for (const auto& [day, reading] : log.readings) {
    json["activities"].push_back(reading_json(day, reading));
  }
  return json.dump();
}

}  // namespace ssi::test
