#include "log/encode.hpp"

#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <ssi/log.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

constexpr std::string_view date = "2026-11-22";

// `encoded` with a day put in, read as a log.
Activity read_back(std::string encoded) {
  encoded.insert(1, R"("at": ")" + std::string{date} + R"(", )");
  std::istringstream in{encoded};
  Diagnostics diagnostics;
  std::vector<Entry> entries;
  read_log(in, "log", Strictness::strict, diagnostics,
           [&](Entry&& entry) { entries.push_back(std::move(entry)); });
  for (const Diagnostic& d : diagnostics.list()) FAIL_CHECK(to_string(d));
  REQUIRE(entries.size() == 1);
  return std::get<ActivityLine>(entries[0]).activity;
}

TEST_CASE("an action is written with what differs from a plain one", "[encode]") {
  const std::vector<std::pair<Action, std::string>> written = {
      {ProfileEdit{.section = Section::about}, R"({"type": "profile_edit", "section": "about"})"},
      {ProfileEdit{.section = Section::skills, .action = EditAction::add, .entries = 0},
       R"({"type": "profile_edit", "section": "skills", "action": "add", "entries": 0})"},
      {Endorsement{}, R"({"type": "endorsement"})"},
      {Endorsement{.count = 2}, R"({"type": "endorsement", "count": 2})"},
      {Recommendation{}, R"({"type": "recommendation"})"},
      {Recommendation{.count = 1'000'000}, R"({"type": "recommendation", "count": 1000000})"},
      {Search{}, R"({"type": "search"})"},
      {Search{.scope = Scope::companies, .filters = 3, .count = 2},
       R"({"type": "search", "scope": "companies", "filters": 3, "count": 2})"},
      {ProfileView{}, R"({"type": "profile_view"})"},
      {ProfileView{.count = 7}, R"({"type": "profile_view", "count": 7})"},
      {LeadSaved{}, R"({"type": "lead_saved"})"},
      {LeadSaved{.count = 7}, R"({"type": "lead_saved", "count": 7})"},
      {Share{}, R"({"type": "share"})"},
      {Share{.kind = ShareKind::article, .reactions = count_max, .comments = 2, .reshares = 3},
       R"({"type": "share", "kind": "article", "reactions": 4611686018427387904, "comments": 2, )"
       R"("reshares": 3})"},
      {Comment{}, R"({"type": "comment"})"},
      {Comment{.count = 7}, R"({"type": "comment", "count": 7})"},
      {Reaction{}, R"({"type": "reaction"})"},
      {Reaction{.count = 7}, R"({"type": "reaction", "count": 7})"},
      {Message{}, R"({"type": "message"})"},
      {Message{.replied = true, .count = 2}, R"({"type": "message", "replied": true, "count": 2})"},
      {Connection{}, R"({"type": "connection"})"},
      {Connection{.direction = Direction::received,
                  .status = Status::removed,
                  .seniority = Seniority::unpaid,
                  .coworker = true},
       R"({"type": "connection", "direction": "received", "status": "removed", )"
       R"("seniority": "unpaid", "coworker": true})"},
  };
  for (const auto& [action, text] : written) {
    CHECK(encode(action) == text);
    CHECK(read_back(text) == Activity{*parse_date(date), action});
  }
}

template <class Enum, class Make>
void read_back_every(Make make) {
  for (std::size_t i = 0; i < names_of<Enum>.size(); ++i) {
    const Action action = make(static_cast<Enum>(i));
    INFO(encode(action));
    CHECK(read_back(encode(action)).action == action);
  }
}

TEST_CASE("every word of an action reads back", "[encode]") {
  read_back_every<Section>([](Section s) { return ProfileEdit{.section = s}; });
  read_back_every<EditAction>(
      [](EditAction a) { return ProfileEdit{.section = Section::other, .action = a}; });
  read_back_every<Scope>([](Scope s) { return Search{.scope = s}; });
  read_back_every<ShareKind>([](ShareKind k) { return Share{.kind = k}; });
  read_back_every<Direction>([](Direction d) { return Connection{.direction = d}; });
  read_back_every<Status>([](Status s) { return Connection{.status = s}; });
  read_back_every<Seniority>([](Seniority s) { return Connection{.seniority = s}; });
}

TEST_CASE("a log's readings read back as they were", "[encode]") {
  for (std::uint64_t seed = 3; seed <= 300; seed += 3) {
    const RandomLog log = random_log(seed);
    const MemberLog read = member_of(to_json(log));
    INFO("seed " << seed << ": " << encode(read));
    CHECK(read.readings == log.readings);
    CHECK(member_of(encode(read)).readings == log.readings);
  }
  const Reading reading{.total = Thousandths{53'000}, .people = Thousandths{6'125}};
  CHECK(encode_line("a", "2026-11-20", reading) ==
        R"({"member": "a", "at": "2026-11-20", "type": "linkedin_ssi", "total": 53, )"
        R"("people": 6.125})");
  CHECK(encode_words(reading) == "linkedin_ssi total=53 people=6.125");
}

TEST_CASE("any action reads back as it was", "[encode]") {
  std::array<bool, activity_types.size()> seen{};
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    Random random{seed};
    const Activity activity = random_activity(random, *parse_date(date), 1'000'000);
    INFO("seed " << seed << ": " << encode(activity.action));
    CHECK(read_back(encode(activity.action)) == activity);
    seen[activity.action.index()] = true;
  }
  for (std::size_t type = 0; type < seen.size(); ++type) {
    INFO(activity_types[type]);
    CHECK(seen[type]);
  }
}

}  // namespace
}  // namespace ssi::test
