// `ssi trend`, as a user drives it.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;
using nlohmann::json;

const std::string amina = persona("steady-weekly-poster.json");

Outcome trend(Args args, const World& world = {}) {
  args.insert(args.begin(), "trend");
  return run_app(args, world);
}

json trend_json(Args args, const World& world = {}) {
  args.insert(args.end(), {"-f", "json"});
  const Outcome outcome = trend(args, world);
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  return json::parse(outcome.out)["members"].at(0);
}

TEST_CASE("a trend says of each day what score says, forecast included") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    RandomLog random = random_log(seed);
    std::erase_if(random.activities,
                  [&](const Activity& activity) { return activity.day > random.as_of(); });
    const std::string log = to_json(random);
    const std::string since = to_string(random.as_of() - std::chrono::days{20});
    const json report = trend_json({"--every", "day", "--since", since}, {.in = log});
    REQUIRE(report["points"].size() == 21);
    for (const char* points : {"points", "forecast"}) {
      for (const json& point : report[points]) {
        const std::string day = point["day"];
        const json scored =
            json::parse(run_app_on(log, {"score", "-f", "jsonl", "--as-of", day}).out);
        INFO("seed " << seed << ", " << day);
        REQUIRE(point["total"] == scored["total"]);
        REQUIRE(point["band"] == scored["band"]);
        for (const json& pillar : scored["pillars"]) {
          REQUIRE(point[std::string{pillar["id"]}] == pillar["score"]);
        }
      }
    }
  }
}

TEST_CASE("a trend shows title, score, plot, pillars, numbers and what lies ahead") {
  const Outcome outcome = trend({persona("daily-social-seller.json")});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  std::size_t at = 0;
  for (const std::string part :
       {"Keiko Tanabe-Duarte", "2026-10-24 to 2026-11-22, model v1", "77.52 / 100  good",
        "falls below 70 on 2027-01-29, to 68.44.", "target 70 |", "0 +", "by week", "2026-11-22",
        "2027-02-20", "brand |", "people |", "insights |", "relationships |",
        "Points at the end of", "77.52", "23.54"}) {
    INFO(part);
    const std::size_t found = outcome.out.find(part, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
}

TEST_CASE(
    "a trend goes by week from the first activity to the day of the log unless told otherwise") {
  const json report = trend_json({amina});
  CHECK(report["every"] == "week");
  CHECK(report["since"] == "2026-08-25");
  CHECK(report["until"] == "2026-11-22");
  CHECK(report["target"] == 70.0);
  CHECK(report["points"].size() == 13);
  CHECK(report["points"].back()["total"] == 52.81);
  CHECK(report["falls_below"].is_null());
  const json other = trend_json({"--every", "month", "--since", "2026-01-01", "--until",
                                 "2026-10-15", "--target", "30.5", amina});
  CHECK(other["points"].size() == 10);
  CHECK(other["points"].back()["day"] == "2026-10-15");
  CHECK(other["target"] == 30.5);
  CHECK(other["falls_below"]["total"] < 30.5);
}

TEST_CASE("the last day of a trend may be today, or that of the last activity") {
  const std::string log =
      R"({"as_of": "2026-11-22", "activities": [{"at": "2026-11-30", "type": "search"}]})";
  const World world{.in = log, .today = today + std::chrono::days{30}};
  CHECK(trend_json({}, world)["until"] == "2026-11-22");
  CHECK(trend_json({"--until", "latest"}, world)["until"] == "2026-11-30");
  CHECK(trend_json({"--until", "today"}, world)["until"] == "2026-12-22");
  CHECK(trend_json({"--as-of", "today"}, world)["until"] == "2026-12-22");
  CHECK(trend_json({"--as-of=today", "--until=latest"}, world)["until"] == "2026-11-30");
  CHECK(trend_json({"--until=today", "--as-of=latest"}, world)["until"] == "2026-11-30");
  CHECK(trend({}, world).err ==
        "ssi: standard input:1:1: warning: 1 activity after 2026-11-22, not counted\n");
}

TEST_CASE("a trend by another model is that model's") {
  const Folder folder;
  std::string model = run_app({"model", "v1"}).out;
  model.replace(model.find("\"v1\""), 4, "\"ours\"");
  model.replace(model.find("\"window_days\": 90"), 17, "\"window_days\": 45");
  const json report = trend_json({"--model", folder.write("ours.json", model), amina});
  CHECK(report["model"]["name"] == "ours");
  CHECK(report["forecast"].back()["day"] < "2027-01-07");
}

TEST_CASE("trends of several members are those of each, in every format") {
  const std::string team = persona("team.jsonl");
  const Args ids = {"zoe", "lukasz", "samira", "inigo", "dale", "renee", "tomas"};
  const json members = json::parse(trend({"-f", "json", team}).out)["members"];
  const std::string text = trend({team}).out;
  const std::string lines = trend({"-f", "jsonl", team}).out;
  const std::string rows = trend({"-f", "csv", "-j", "3", team}).out;
  REQUIRE(members.size() == ids.size());
  std::string texts;
  std::string all_lines;
  std::string all_rows = rows.substr(0, rows.find('\n') + 1);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    CHECK(members[i] == trend_json({"--member", ids[i], team}));
    texts += (i == 0 ? "" : "\n") + trend({"--member", ids[i], team}).out;
    all_lines += trend({"--member", ids[i], "-f", "jsonl", team}).out;
    const std::string own = trend({"--member", ids[i], "-f", "csv", team}).out;
    all_rows += own.substr(own.find('\n') + 1);
  }
  CHECK(text == texts);
  CHECK(lines == all_lines);
  CHECK(rows == all_rows);
}

TEST_CASE("a member without a trend is an error, and set aside where that is wanted") {
  const std::string logs = R"({"member": {"id": "ann"}, "activities": []})"
                           "\n"
                           R"({"member": {"id": "bo"}, "as_of": "2026-11-22", "activities": []})";
  const Outcome strict = trend({"-f", "json"}, {.in = logs});
  CHECK(strict.code == 2);
  CHECK(strict.out.empty());
  CHECK(contains(strict.err, "standard input:1:1: member 'ann': the log names no day"));
  const Outcome lenient = trend({"-f", "json", "--lenient"}, {.in = logs});
  CHECK(lenient.code == 0);
  const json report = json::parse(lenient.out);
  CHECK(report["members"].size() == 1);
  CHECK(report["set_aside"] == 1);
}

TEST_CASE("a quiet trend writes nothing but what is wrong") {
  const Outcome outcome = trend({"-q", amina});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.empty());
  CHECK(trend({"-q"}, {.in = "{"}).code == 2);
}

TEST_CASE("a trend goes to a file whole") {
  const Folder folder;
  const std::string file = folder.path("trend.csv");
  CHECK(trend({"-f", "csv", "-o", file, amina}).out.empty());
  CHECK(folder.read("trend.csv") == trend({"-f", "csv", amina}).out);
  CHECK(trend({"-o", amina, amina}).code == 2);
}

TEST_CASE("wrong options of trend are refused before anything is read") {
  for (const Args& args : std::vector<Args>{{"--every", "year"},
                                            {"--every", ""},
                                            {"--since", "yesterday"},
                                            {"--since", "2026-02-30"},
                                            {"--since", ""},
                                            {"--until", "2026-13-01"},
                                            {"--until", ""},
                                            {"--since", "2026-11-23", "--until", "2026-11-22"},
                                            {"--target", "101"},
                                            {"--target", "-1"},
                                            {"--target", "x"},
                                            {"--target", ""},
                                            {"-f", ""},
                                            {"--model", ""},
                                            {"-o", ""},
                                            {"--color", "sometimes"},
                                            {"-j", "0"},
                                            {"--fail-under", "70"}}) {
    const Outcome outcome = trend(args, {.in = "[]"});
    INFO(args.at(0) << " " << args.at(1));
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(lines_of(outcome.err).size() == 1);
    CHECK_FALSE(outcome.has_read_in);
  }
  CHECK(contains(trend({"--every", "weak"}).err, "did you mean 'week'?"));
}

TEST_CASE("a log that has no day, or only later ones, has no trend") {
  const Outcome no_day = trend({}, {.in = "[]"});
  CHECK(no_day.code == 2);
  CHECK(no_day.out.empty());
  CHECK(no_day.err ==
        "ssi: standard input:1:1: the log names no day; name one, such as --as-of today\n");
  const Outcome later = trend({"--since", "2026-11-23", amina});
  CHECK(later.code == 2);
  CHECK(later.err ==
        "ssi: " + amina +
            ":1:1: member 'Amina Khalil': --since: 2026-11-23 is after the last day, 2026-11-22\n");
  CHECK(trend_json({"--until", "2026-11-22"}, {.in = "[]"})["points"].size() == 1);
}

}  // namespace
}  // namespace ssi::test
