#include <cmath>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using nlohmann::json;
using Args = std::vector<std::string>;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

// A line of a log in the words of `--what-if`, with the day or without it.
std::string words_of(const std::string& line, bool with_day) {
  const json activity = json::parse(line);
  std::string words = activity["type"];
  for (const auto& [key, value] : activity.items()) {
    if (key == "type" || key == "member" || (key == "at" && !with_day)) continue;
    words += " " + key + "=" + (value.is_string() ? value.get<std::string>() : value.dump());
  }
  return words;
}

// What a report tells of a score.
json score_in(const json& report) {
  json score;
  for (const char* key : {"as_of", "total", "band", "assessable", "weakest", "pillars"}) {
    score[key] = report.at(key);
  }
  return score;
}

json scored(const std::string& log, Args args) {
  args.insert(args.begin(), {"score", "-f", "jsonl"});
  args.emplace_back("-");
  const Outcome outcome = run_app(args, {.in = log});
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  json report = json::parse(outcome.out);
  report["said"] = outcome.err;
  return report;
}

// Scores a log as if, and with what is supposed written into it.
void check_against_edited(const std::string& log, const std::vector<std::string>& added,
                          bool with_day, Args args) {
  const json before = scored(log, args);
  const json edited = scored(log + joined(added), args);
  for (const std::string& line : added) {
    args.emplace_back("--what-if");
    args.push_back(words_of(line, with_day));
  }
  json supposed = scored(log, args);
  const json what_if = supposed["what_if"];
  REQUIRE(score_in(what_if).dump() == score_in(edited).dump());
  REQUIRE(supposed["said"] == edited["said"]);
  REQUIRE(what_if["activities"].size() == added.size());
  // All else is as it is.
  supposed.erase("what_if");
  supposed["said"] = before["said"];
  REQUIRE(supposed.dump() == before.dump());
}

TEST_CASE("what if scores as the log with the activities in it, of every type", "[what-if]") {
  std::vector<int> seen(activity_types.size());
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const RandomLog log = random_log(seed);
    const bool with_day = random.chance(50);
    std::vector<std::string> added;
    for (std::uint64_t i = 0; i <= random.below(3); ++i) {
      const Day day =
          with_day ? log.as_of() + std::chrono::days{random.between(-120, 3)} : log.as_of();
      const Activity activity = random_activity(random, day, 20);
      ++seen[activity.action.index()];
      added.push_back(to_json_line(activity, log.head.member));
    }
    check_against_edited(joined(to_json_lines(log)), added, with_day, {});
  }
  for (std::size_t type = 0; type < seen.size(); ++type) {
    INFO(activity_types[type]);
    CHECK(seen[type] > 5);
  }
}

TEST_CASE("what if moves the day of the score as the activity in the log would", "[what-if]") {
  const std::string log = R"({"at": "2026-11-10", "type": "search"})"
                          "\n";
  const std::string later = R"({"at": "2026-11-20", "type": "comment"})";
  check_against_edited(log, {later}, true, {});
  check_against_edited(log, {later}, true, {"--as-of", "latest"});
  check_against_edited(log, {later}, true, {"--as-of", "2026-11-15"});
  const json report = scored(log, {"--what-if", words_of(later, true)});
  CHECK(report["as_of"] == "2026-11-10");
  CHECK(report["what_if"]["as_of"] == "2026-11-20");
  CHECK(scored(log, {"--what-if", "comment"})["what_if"]["as_of"] == "2026-11-10");
}

TEST_CASE("what if needs no day where nothing has one", "[what-if]") {
  const json report = scored("[]", {"--what-if", "search count=90"});
  CHECK(report["what_if"]["as_of"].is_null());
  CHECK(report["what_if"]["change"] == 5.11);
  CHECK(report["what_if"]["activities"] == json::parse(R"([{"type": "search", "count": 90}])"));
  const json dated = scored("[]", {"--what-if", "search count=90 at=2026-11-20"});
  CHECK(dated["what_if"]["as_of"] == "2026-11-20");
  CHECK(dated["what_if"]["change"] == 5.11);
}

TEST_CASE("what if tells the change, also for the worse", "[what-if]") {
  const json report = scored(
      read_file("data/steady-weekly-poster.json"),
      {"--what-if", "connection status=declined", "--what-if", "connection status=declined"});
  const json& what_if = report["what_if"];
  CHECK(what_if["change"] < 0);
  const auto hundredths = [](const json& points) {
    return std::llround(points.get<double>() * 100);
  };
  CHECK(hundredths(what_if["change"]) ==
        hundredths(what_if["total"]) - hundredths(report["total"]));
}

TEST_CASE("what if is judged by no gate", "[what-if]") {
  const Args args = {"score",
                     "-q",
                     "--fail-under",
                     "52.82",
                     "--what-if",
                     "search filters=1 count=9",
                     persona("steady-weekly-poster.json")};
  const Outcome outcome = run_app(args);
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.err, "total is 52.81, 0.01 below the 52.82 wanted"));
}

TEST_CASE("what if supposes the same of every member", "[what-if]") {
  const Outcome outcome = run_app(
      {"score", "-f", "total", "--precision", "2", "--what-if", "search", persona("team.jsonl")});
  REQUIRE(outcome.code == 0);
  for (const std::string& line : lines_of(outcome.out)) {
    INFO(line);
    CHECK(line.find(' ') != std::string::npos);
    CHECK(std::stod(line) <= std::stod(line.substr(line.find(' '))));
  }
}

TEST_CASE("what if takes the options of add, too") {
  const std::string amina = persona("steady-weekly-poster.json");
  const auto scored = [&](const std::string& words) {
    const json report =
        json::parse(run_app({"score", "-f", "jsonl", "--what-if", words, amina}).out);
    return report["what_if"]["total"];
  };
  const json total = scored("search filters=1 count=10");
  CHECK(total > 52.81);
  CHECK(scored("search --filters 1 --count=10") == total);
  CHECK(scored("search --count 10 filters=1") == total);
}

TEST_CASE("what if that is wrong is told before any log is read", "[what-if]") {
  const struct {
    std::string words, message;
  } table[] = {
      {"", "--what-if: '': no activity; write 'search filters=1 count=10'"},
      {" ", "--what-if: ' ': no activity; write 'search filters=1 count=10'"},
      {"serach",
       "--what-if: 'serach': type: 'serach' is not one of profile_edit, endorsement, "
       "recommendation, search, profile_view, lead_saved, share, comment, reaction, "
       "message, connection; did you mean 'search'?"},
      {"search filters",
       "--what-if: 'search filters': 'filters': write FIELD=VALUE or --FIELD VALUE, such as "
       "count=5"},
      {"search count=0", "--what-if: 'search count=0': count: 0 is out of range, 1 to 1000000"},
      {"search count=", "--what-if: 'search count=': count: needs a value"},
      {"search --filters", "--what-if: 'search --filters': filters: needs a value"},
      {"search --=1",
       "--what-if: 'search --=1': '--=1': write FIELD=VALUE or --FIELD VALUE, such as count=5"},
      {"search =1",
       "--what-if: 'search =1': '=1': write FIELD=VALUE or --FIELD VALUE, such as count=5"},
      {"search member=amina",
       "--what-if: 'search member=amina': member: 'search' has no such "
       "field; it has at, count, scope, filters"},
      {"search at=\x1b",
       "--what-if: 'search at=\\u001b': at: '\\u001b' is not a date; write "
       "2026-11-22 or 2026-11-22T09:15:00+01:00"},
      {"profile_edit", "--what-if: 'profile_edit': 'section' is missing"},
  };
  for (const auto& [words, message] : table) {
    const Outcome outcome = run_app({"score", "--what-if", words, "-"});
    CHECK(outcome.err == "ssi: " + message + "\n");
    CHECK(outcome.code == 2);
    CHECK_FALSE(outcome.has_read_in);
  }
}

TEST_CASE("what if that is long is quoted in part, once for each thing wrong", "[what-if]") {
  std::string words = "search";
  for (int i = 0; i < 1000; ++i) words += " count=1";
  const Outcome outcome = run_app({"score", "--what-if", words, "-"});
  CHECK(outcome.code == 2);
  CHECK(lines_of(outcome.err).size() == 999);
  CHECK(outcome.err.size() < 999 * 150);
}

TEST_CASE("what if beyond what a log may hold is an error, as it is in the log", "[what-if]") {
  const std::string words = "share reactions=4611686018427387904";
  const Outcome outcome =
      run_app_on("[]", {"score", "--what-if", words, "--what-if", "share comments=1", "-"});
  CHECK(outcome.code == 2);
  CHECK(outcome.out == "");
  CHECK(outcome.err == "ssi: with 'share comments=1', there is more than 2^62 of something\n");
}

}  // namespace
}  // namespace ssi::test
