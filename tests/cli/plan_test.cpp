// `ssi plan`, as a user drives it.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;
using nlohmann::json;

const std::string amina = persona("steady-weekly-poster.json");

Outcome plan(Args args, const World& world = {}) {
  args.insert(args.begin(), "plan");
  return run_app(args, world);
}

TEST_CASE("a plan's activities, added to the log, score what the plan says") {
  const Outcome outcome = plan({"--target", "70", "-f", "json", amina});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.err.empty());
  const json report = json::parse(outcome.out)["members"].at(0);
  CHECK(report["reached"] == true);
  json log = json::parse(read_file("data/steady-weekly-poster.json"));
  for (const json& activity : report["activities"]) log["activities"].push_back(activity);
  const std::string until = report["until"];
  const Outcome scored =
      run_app_on(log.dump(), {"score", "-f", "jsonl", "--as-of", until, "--fail-under", "70"});
  INFO(scored.err);
  CHECK(scored.code == 0);
  const json score = json::parse(scored.out);
  CHECK(score["total"] == report["with"]["total"]);
  for (const json& pillar : score["pillars"]) {
    CHECK(pillar["score"] == report["with"][std::string{pillar["id"]}]);
  }
}

TEST_CASE("a target out of reach is exit code 1, with the nearest plan and a word of it") {
  const Outcome outcome = plan({"--target", "99", "--days", "7", "--minutes-per-day", "5", amina});
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out,
                 "With 5 minutes a day, a total of 99.00 is out of reach by 2026-11-29;"));
  CHECK(contains(outcome.out, "Day by day"));
  CHECK(outcome.err == "ssi: out of reach by 2026-11-29 with 5 minutes a day\n");
  CHECK(plan({"-q", "--target", "99", "--days", "7", amina}).out.empty());
}

TEST_CASE("a plan says on how many points its scores are measured, unless on all") {
  const std::string partly = persona("partly-measured.json");
  CHECK(contains(plan({partly}).out, "measured on 65.00 of 100.00 points\n"));
  CHECK(contains(plan({"-f", "json", partly}).out, "\"assessable\": 65.00,\n"));
  CHECK_FALSE(contains(plan({amina}).out, "measured on"));
}

TEST_CASE("a minute a day is one minute") {
  const Outcome outcome = plan({"--target", "99", "--days", "7", "--minutes-per-day", "1", amina});
  CHECK(contains(outcome.out, "With 1 minute a day, a total of 99.00 is out of reach"));
  CHECK(outcome.err == "ssi: out of reach by 2026-11-29 with 1 minute a day\n");
}

TEST_CASE("wrong options of plan are refused before anything is read") {
  struct Row {
    Args args;
    std::string_view message;
  };
  const Row rows[] = {
      {{"--without", "posts"}, "--without: 'posts' is not one of photo, "},
      {{"--without", "reshare", "--without", "likes"}, "--without: 'likes' is not one of"},
      {{"--without", "reashre"}, "did you mean 'reshare'?"},
      {{"--account", "fre"}, "'fre' is not one of sales-navigator, free; did you mean 'free'?"},
      {{"--target", ""}, "--target"},
      {{"--target", "101"}, "--target"},
      {{"--target", "7O"}, "--target"},
      {{"--target-pillar", "people"}, "--target-pillar: write PILLAR=N, not 'people'"},
      {{"--target-pillar", "poeple=20"}, "did you mean 'people'?"},
      {{"--target-pillar", "people=26"}, "--target-pillar"},
      {{"--target-pillar", "people="}, "--target-pillar"},
      {{"--target", "70", "--days", "0"}, "--days: '0' is not a number from 1 to 3650"},
      {{"--target", "70", "--days", "3651"}, "--days"},
      {{"--target", "70", "--days", ""}, "--days"},
      {{"--target", "70", "--minutes-per-day", "1441"}, "--minutes-per-day"},
      {{"--target", "70", "--minutes-per-day", "1.5"}, "--minutes-per-day"},
      {{"--target", "70", "--as-of", "2026-13-01"}, "--as-of"},
      {{"--target", "70", "-f", "junit"}, "--format"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = plan(row.args, {.in = "[]"});
    CAPTURE(row.args, outcome.err);
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, row.message));
    CHECK(outcome.out.empty());
    CHECK_FALSE(outcome.has_read_in);
  }
}

TEST_CASE("what has no score cannot be planned for") {
  const std::string log =
      R"({"as_of": "2026-11-22", "activities": [], "not_measured": ["searches", "filtered_searches",
          "profile_views", "saved_leads", "prospecting_days"]})";
  const Outcome total = plan({"--target", "70"}, {.in = log});
  CHECK(total.code == 2);
  CHECK(contains(total.err, "there is no total to plan for: a pillar is not measured at all"));
  const Outcome pillar = plan({"--target-pillar", "people=5"}, {.in = log});
  CHECK(pillar.code == 2);
  CHECK(contains(pillar.err, "there is no score for people to plan for"));
  CHECK(plan({"--target-pillar", "brand=5"}, {.in = log}).code == 0);
  CHECK(plan({"--target", "1"}, {.in = "[]"}).code == 2);  // no day to plan from
  CHECK(plan({"--target", "1", "--as-of", "2026-11-22"}, {.in = "[]"}).code == 0);
}

TEST_CASE("a model file sets the minutes of tasks") {
  const Folder folder;
  json model = json::parse(run_app({"model", "v1"}).out);
  CHECK(model["effort"]["lead"] == 1);
  model["effort"] = {{"lead", 500}, {"profile_view", 500}};
  const std::string file = folder.write("m.json", model.dump());
  const auto tasks = [&](const Args& more) {
    Args args = {"--target-pillar", "people=9", "-f", "json", amina};
    args.insert(args.end(), more.begin(), more.end());
    return plan(args).out;
  };
  CHECK(contains(tasks({}), R"("task": "lead")"));
  CHECK_FALSE(contains(tasks({"--model", file}), R"("task": "lead")"));
  for (const json& bad : {json{{"lead", 0}}, json{{"lead", 1.5}}, json{{"leed", 1}},
                          json{{"lead", 10001}}, json::array()}) {
    model["effort"] = bad;
    folder.write("m.json", model.dump());
    const Outcome outcome = plan({"--target", "60", "--model", file, amina});
    CAPTURE(bad.dump(), outcome.err);
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "/effort"));
  }
}

// A plan in JSON for a log, and what it takes to reach the target.
json plan_of(const std::string& log, Args args) {
  args.insert(args.end(), {"-f", "json"});
  const Outcome outcome = plan(std::move(args), {.in = log});
  INFO(outcome.err);
  REQUIRE(outcome.code <= 1);
  return json::parse(outcome.out)["members"].at(0);
}

// A member with most of a profile and little else.
std::string average(const std::string& activities) {
  return R"({"as_of": "2026-11-22", "activities": [)" + activities + R"(], "profile":
    {"sections": ["photo", "headline", "about", "location", "industry", "experience", "education"],
     "skills": 6, "connections": 80, "endorsements": 5}})";
}

TEST_CASE("without a target a plan goes for the next band, and in the highest for staying there") {
  const auto target = [](Args args) {
    args.insert(args.end(), {"-f", "json"});
    return json::parse(plan(args).out)["members"][0]["target"];
  };
  CHECK(target({amina})["total"] == 70);  // 52.81 now
  CHECK(target({persona("newcomer.json")})["total"] == 40);
  CHECK(target({persona("daily-social-seller.json")})["total"] == 70);
  CHECK(target({"--target-pillar", "people=9", amina})["total"].is_null());
  CHECK(plan({}, {.in = "[]"}).code == 2);
}

TEST_CASE("what comes by itself needs no plan, and the text says so") {
  const Outcome outcome = plan({"--target", "40", amina});
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "Nothing needs to be done to reach a total of 40.00 on 2026-12-22."));
}

TEST_CASE("a plan does without the tasks that are left out, and says so") {
  const json all = plan_of(average(""), {"--target", "40"});
  const json some =
      plan_of(average(""), {"--target", "40", "--without", "lead", "--without", "filtered_search"});
  CHECK(contains(all["items"].dump(), R"("lead")"));
  CHECK_FALSE(contains(some["items"].dump(), R"("lead")"));
  CHECK_FALSE(contains(some["items"].dump(), R"("filtered_search")"));
  CHECK(some["left_out"] == json{"filtered_search", "lead"});
  CHECK(some["reached"] == true);
  CHECK(some["minutes"] > all["minutes"]);
}

TEST_CASE("a plan for a free account asks for nothing that needs Sales Navigator") {
  const json report = plan_of(average(""), {"--target", "40", "--account", "free"});
  CHECK(report["account"] == "free");
  CHECK(report["left_out"] == json{"lead"});
  CHECK_FALSE(contains(report["items"].dump(), "lead"));
  const Outcome text = plan({"--account", "free", amina});
  CHECK(contains(text.out, "Left out: lead. Saved leads need Sales Navigator."));
  CHECK_FALSE(contains(plan({amina}).out, "Sales Navigator"));
}

TEST_CASE("a plan says on how many different days its work belongs") {
  const json report = plan_of(average(""), {"--target", "60"});
  std::array<std::set<std::string>, 3> days;  // of editing, prospecting, insights
  for (const json& planned : report["calendar"]) {
    const std::string task = planned["task"];
    const std::string day = planned["day"];
    const auto is_one_of = [&](const std::set<std::string>& tasks) { return tasks.contains(task); };
    if (is_one_of({"cover", "featured", "custom_url", "profile_edit"})) days[0].insert(day);
    if (is_one_of({"search", "filtered_search", "profile_view", "lead"})) days[1].insert(day);
    if (is_one_of({"post", "article", "reshare", "comment", "reaction"})) days[2].insert(day);
  }
  CHECK(report["editing_days"] == days[0].size());
  CHECK(report["prospecting_days"] == days[1].size());
  CHECK(report["insight_days"] == days[2].size());
  CHECK(days[0].size() > 2);
  CHECK(contains(plan({"--target", "60"}, {.in = average("")}).out,
                 std::to_string(days[0].size()) + " days   with a profile edit"));
}

TEST_CASE("a model file sets how much a plan may ask for") {
  const Folder folder;
  json model = json::parse(run_app({"model", "v1"}).out);
  model["ceilings"]["leads"] = {{"day", 2}, {"week", 3}};
  model["ceilings"]["reactions"] = {{"day", 0}, {"week", 10}};
  const std::string file = folder.write("m.json", model.dump());
  const json report = plan_of(average(""), {"--target", "60", "--days", "28", "--model", file});
  int leads = 0;
  for (const json& planned : report["calendar"]) {
    CHECK(planned["task"] != "reaction");
    if (planned["task"] != "lead") continue;
    CHECK(planned["times"] <= 2);
    leads += planned["times"].get<int>();
  }
  CHECK(leads == 12);
}

TEST_CASE("a plan that asks for much engagement has comments and reactions alike") {
  const json report = plan_of(average(""), {"--target-pillar", "insights=18", "--days", "60"});
  int comments = 0;
  int reactions = 0;
  for (const json& item : report["items"]) {
    if (item["task"] == "comment") comments = item["times"];
    if (item["task"] == "reaction") reactions = item["times"];
  }
  CHECK(comments > 5);
  CHECK(reactions > 5);
  CHECK(std::abs(3 * comments - reactions) <= 5);
}

TEST_CASE("one lucky share or one pending invitation decides no plan") {
  const std::string pending = average(R"({"at": "2026-10-20", "type": "connection",
    "status": "pending"}, {"at": "2026-11-20", "type": "message"}, {"at": "2026-11-19",
    "type": "share"})");
  CHECK(plan_of(pending, {"--target-pillar", "relationships=3"})["reached"] == true);
  const Outcome lucky = plan({"--target", "60"}, {.in = average(R"({"at": "2026-11-19",
    "type": "share", "reactions": 400, "comments": 90})")});
  CHECK(contains(lucky.out, "44.5 reactions per share (400 on 1, plus 9 assumed)"));
  CHECK(contains(plan({amina}).out, "8.3 reactions per share (108 on 13)"));
}

TEST_CASE("a section that the log takes away later is added after that day") {
  const std::string taken = R"({"as_of": "2026-11-22", "activities": [
    {"at": "2026-12-01", "type": "profile_edit", "section": "custom_url", "action": "remove"},
    {"at": "2026-12-05", "type": "profile_edit", "section": "skills", "entries": 1}]})";
  const json report =
      plan_of(taken, {"--target-pillar", "brand=24", "--days", "60", "--minutes-per-day", "240"});
  std::size_t found = 0;
  for (const json& planned : report["calendar"]) {
    if (planned["task"] == "custom_url" && ++found > 0) CHECK(planned["day"] > "2026-12-01");
    if (planned["task"] == "skills" && ++found > 0) CHECK(planned["day"] > "2026-12-05");
  }
  CHECK(found == 2);
  // On the last day it can only be added on the same.
  const json last = plan_of(taken, {"--target-pillar", "brand=2.8", "--days", "9"});
  CHECK(last["reached"] == true);
}

TEST_CASE("the cheapest single thing is found where it is enough") {
  const std::string pat = R"({"as_of": "2026-11-22", "profile": {"sections": ["location",
    "industry", "cover", "about"], "endorsements": 8, "recommendations": 1, "connections": 100,
    "decision_makers": 14, "coworkers": 21}, "activities": []})";
  const json url = plan_of(pat, {"--days", "14", "--target", "17.90"});
  CHECK(url["minutes"] == 5);
  CHECK(url["items"][0]["task"] == "custom_url");
  const std::string idle = R"({"as_of": "1999-12-17", "activities": [
    {"at": "1999-12-27", "type": "recommendation"}, {"at": "1999-11-23", "type": "message"}]})";
  CHECK(plan_of(idle,
                {"--days", "100", "--minutes-per-day", "15", "--target", "3.09"})["minutes"] == 2);
}

TEST_CASE("a tight plan that can be reached is not called out of reach") {
  const std::string tight = R"({"as_of": "2024-01-25", "not_measured": ["decision_makers"],
    "profile": {"sections": ["industry", "featured", "headline", "education", "photo", "cover",
    "about", "location", "custom_url"], "coworkers": 6},
    "activities": [{"type": "endorsement", "at": "2023-11-02"}]})";
  const json report = plan_of(tight, {"--target", "70"});
  CHECK(report["reached"] == true);
  CHECK(report["minutes"] <= 900);
}

TEST_CASE("a plan of less than two weeks is told day by day in amounts that add up") {
  const Outcome text = plan({"--target", "60", "--days", "13", amina});
  CHECK_FALSE(contains(text.out, "Each week"));
  const json report =
      json::parse(plan({"--target", "60", "--days", "13", "-f", "jsonl", amina}).out);
  std::string lines = text.out;
  std::ranges::replace(lines, '\n', ' ');
  for (const json& planned : report["calendar"]) {
    CHECK(contains(lines, std::string{planned["day"]} + "  "));
  }
  for (const json& item : report["items"]) {
    CHECK(item["times_a_week"] == 0);
    int times = 0;
    for (const json& planned : report["calendar"]) {
      if (planned["task"] == item["task"]) times += planned["times"].get<int>();
    }
    CHECK(item["times"] == times);
  }
  CHECK(contains(plan({"--target", "60", "--days", "14", amina}).out, "Each week"));
}

TEST_CASE("a plan of one day asks for no more than the day has room for") {
  const json report =
      plan_of(average(""), {"--target", "60", "--days", "1", "--minutes-per-day", "1440"});
  for (const json& planned : report["calendar"]) {
    CHECK(planned["day"] == "2026-11-23");
    if (planned["task"] == "lead") CHECK(planned["times"] == 15);
  }
  CHECK(report["reached"] == false);
}

TEST_CASE("plans of several members are those of each, and one out of reach fails the run") {
  const std::string team = persona("team.jsonl");
  const Outcome all = plan({"-f", "json", "--target", "60", "--days", "14", team});
  CHECK(all.code == 1);
  const json members = json::parse(all.out)["members"];
  REQUIRE(members.size() == 7);
  const Outcome rows = plan({"-f", "csv", "--target", "60", "--days", "14", team});
  std::size_t count = 1;
  std::size_t missed = 0;
  for (const json& member : members) {
    const Outcome own = plan({"-f", "jsonl", "--target", "60", "--days", "14", "--member",
                              std::string{member["member"]["id"]}, team});
    json line = json::parse(own.out);
    line.erase("schema_version");
    CHECK(line == member);
    CHECK(own.code == (member["reached"] == true ? 0 : 1));
    const std::string name = member["member"]["name"];
    CHECK(contains(all.err, name + ": out of reach by 2026-12-06") == (own.code == 1));
    missed += own.code == 1 ? 1 : 0;
    count += member["calendar"].size();
  }
  CHECK(missed > 0);
  CHECK(missed < 7);
  CHECK(lines_of(rows.out).size() == count);
}

}  // namespace
}  // namespace ssi::test
