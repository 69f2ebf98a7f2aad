#include "log/typed.hpp"

#include <span>
#include <sstream>

#include <ssi/log.hpp>

#include "log/encode.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

// `search filters=1` without any checking.
std::vector<TypedField> fields_of(const std::string& words) {
  std::istringstream in{words};
  std::vector<TypedField> fields;
  for (std::string word; in >> word;) {
    const std::size_t equals = word.find('=');
    fields.push_back({word.substr(0, equals), word.substr(equals + 1)});
  }
  return fields;
}

Result<TypedRecord> read(const std::string& type, const std::string& words = "") {
  return read_typed(type, fields_of(words), shapes_of_line);
}

TEST_CASE("typed activities are read as a log spells them") {
  const struct {
    std::string type, words;
    TypedRecord activity;
  } table[] = {
      {"search", "", {.record = Search{}}},
      {"search", "filters=3 count=2", {.record = Search{.filters = 3, .count = 2}}},
      {"search", "count=2e1", {.record = Search{.count = 20}}},
      {"search", "count=1000000", {.record = Search{.count = 1'000'000}}},
      {"search", "at=2026-11-22", {.day = today, .record = Search{}}},
      {"search", "at=2026-11-22T23:59:59-11:00", {.day = today, .record = Search{}}},
      {"search", "member=a\"\\b", {.member = "a\"\\b", .record = Search{}}},
      {"search", "member=Zoë", {.member = "Zoë", .record = Search{}}},
      {"profile_edit",
       "section=skills entries=0",
       {.record = ProfileEdit{.section = Section::skills, .entries = 0}}},
      {"message", "replied=true", {.record = Message{.replied = true}}},
      {"message", "replied=false", {.record = Message{}}},
      {"share",
       "kind=article reactions=4611686018427387904",
       {.record = Share{.kind = ShareKind::article, .reactions = count_max}}},
      {"connection",
       "seniority=vp coworker=true direction=received status=removed",
       {.record = Connection{.direction = Direction::received,
                             .status = Status::removed,
                             .seniority = Seniority::vp,
                             .coworker = true}}},
  };
  for (const auto& [type, words, activity] : table) {
    INFO(type << ' ' << words);
    const auto typed = read(type, words);
    REQUIRE(typed);
    REQUIRE(typed.value() == activity);
  }
}

TEST_CASE("typed activities that are wrong get the errors of the reader of logs") {
  const struct {
    std::string type, words, pointer, message;
  } table[] = {
      {"serach", "", "/type",
       "'serach' is not one of profile_edit, endorsement, recommendation, "
       "search, profile_view, lead_saved, share, comment, reaction, message, connection, "
       "linkedin_ssi; did "
       "you mean 'search'?"},
      {"profile", "connections=3", "/type",
       "'profile' is not one of profile_edit, endorsement, recommendation, search, profile_view, "
       "lead_saved, share, comment, reaction, message, connection, linkedin_ssi"},
      {"search", "fitlers=3", "/fitlers", "'search' has no such field; did you mean 'filters'?"},
      {"search", "section=about", "/section",
       "'search' has no such field; it has member, at, count, scope, filters"},
      {"search", "type=search", "/type",
       "'search' has no such field; it has member, at, count, scope, filters"},
      {"search", "count=", "/count", "needs a value"},
      {"search", "count=0", "/count", "0 is out of range, 1 to 1000000"},
      {"search", "count=1000001", "/count", "1000001 is out of range, 1 to 1000000"},
      {"search", "count=99999999999999999999", "/count",
       "99999999999999999999 is out of range, 1 to 1000000"},
      {"search", "count=-1", "/count", "-1 is out of range, 1 to 1000000"},
      {"search", "count=1.5", "/count", "must be a whole number, not 1.5"},
      {"search", "count=two", "/count", "'two' is not a whole number"},
      {"search", "count=1,\"filters\":2", "/count", "'1,\"filters\":2' is not a whole number"},
      {"search", "count=true", "/count", "'true' is not a whole number"},
      {"search", "count=1 count=2", "/count", "given twice"},
      {"search", "scope=poeple", "/scope",
       "'poeple' is not one of people, companies, posts, jobs, "
       "groups, other; did you mean 'people'?"},
      {"search", "scope=1", "/scope",
       "'1' is not one of people, companies, posts, jobs, groups, other"},
      {"search", "at=2026-02-30", "/at", "'2026-02-30' is not a date"},
      {"search", "at=today", "/at",
       "'today' is not a date; write 2026-11-22 or 2026-11-22T09:15:00+01:00"},
      {"search", "at=2026-11-22T09:15:00", "/at",
       "'2026-11-22T09:15:00' lacks its offset from UTC, such as Z or +01:00"},
      {"search", "member=\xFF", "/member", "'\xFF' is not UTF-8"},
      {"message", "replied=yes", "/replied", "'yes' is not one of true, false"},
      {"message", "replied=1", "/replied", "'1' is not one of true, false"},
      {"profile_edit", "", "", "'section' is missing"},
      {"linkedin_ssi", "", "",
       "needs one or more of total, brand, people, insights, relationships, industry_rank, "
       "network_rank, industry_average, network_average"},
      {"linkedin_ssi", "total=100.01", "/total", "100.01 is out of range, 0 to 100"},
      {"linkedin_ssi", "brand=25.001", "/brand", "25.001 is out of range, 0 to 25"},
      {"linkedin_ssi", "people=-1", "/people", "-1 is out of range, 0 to 25"},
      {"linkedin_ssi", "insights=half", "/insights", "'half' is not a number"},
      {"linkedin_ssi", "network_rank=0", "/network_rank", "0 is out of range, 1 to 100"},
      {"linkedin_ssi", "industry_rank=101", "/industry_rank", "101 is out of range, 1 to 100"},
      {"linkedin_ssi", "industry_rank=1.5", "/industry_rank", "must be a whole number, not 1.5"},
      {"linkedin_ssi", "industry_rank=10%", "/industry_rank", "'10%' is not a whole number"},
      {"linkedin_ssi", "count=2", "/count",
       "'linkedin_ssi' has no such field; it has member, at, total, brand, people, insights, "
       "relationships, industry_rank, network_rank, industry_average, network_average"},
  };
  for (const auto& [type, words, pointer, message] : table) {
    INFO(type << ' ' << words);
    const auto typed = read(type, words);
    REQUIRE_FALSE(typed);
    REQUIRE(typed.error().size() == 1);
    CHECK(typed.error()[0].pointer == pointer);
    CHECK(typed.error()[0].message == message);
    CHECK(typed.error()[0].severity == Severity::error);
  }
}

TEST_CASE("all that is wrong with a typed activity is reported") {
  REQUIRE(read("search", "count=x filters=y").error().size() == 2);
  REQUIRE(read("search", "count=0 filters=-1").error().size() == 2);
}

TEST_CASE("a type that is beyond the given shapes is none") {
  const auto activities = std::span{shapes_of_line}.first(activity_types.size());
  const auto typed = read_typed("linkedin_ssi", {{"total", "53"}}, activities);
  REQUIRE_FALSE(typed);
  REQUIRE(typed.error()[0].code == Code::unknown_type);
}

TEST_CASE("a typed reading has its numbers to three decimals") {
  const auto typed = read("linkedin_ssi", "total=53 brand=20.97 people=6.1256 industry_rank=10");
  REQUIRE(std::get<Reading>(typed.value().record) == Reading{.total = Thousandths{53'000},
                                                             .brand = Thousandths{20'970},
                                                             .people = Thousandths{6'126},
                                                             .industry_rank = 10});
}

TEST_CASE("only a line may say whose a typed activity is") {
  REQUIRE(read_typed("search", {{"member", "amina"}}, shapes_of_line));
  const auto typed = read_typed("search", {{"member", "amina"}}, shapes_in_document);
  REQUIRE_FALSE(typed);
  REQUIRE(typed.error()[0].message ==
          "'search' has no such field; it has at, count, scope, filters");
}

TEST_CASE("an encoded line reads as what it was made of") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Activity activity = random_activity(random, today, 1000);
    std::optional<std::string> member;
    if (random.chance(50)) member = "a \"b\" \n" + std::to_string(seed);
    std::istringstream line{encode_line(member, "2026-11-22T10:00:00Z", activity.action)};
    Diagnostics diagnostics;
    std::vector<ActivityLine> lines;
    read_log(line, "log", Strictness::strict, diagnostics,
             [&](Entry&& entry) { lines.push_back(std::get<ActivityLine>(entry)); });
    REQUIRE(diagnostics.list().empty());
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0].member == member);
    REQUIRE(lines[0].activity == activity);
  }
}

}  // namespace
}  // namespace ssi::test
