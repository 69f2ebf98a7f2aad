// `ssi plan`, as a user drives it.

#include <string>
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
  const json report = json::parse(outcome.out);
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
  CHECK(contains(outcome.out, "total 99.00 is out of reach by 2026-11-29 with 5 minutes a day"));
  CHECK(contains(outcome.out, "Day by day"));
  CHECK(outcome.err == "ssi: out of reach by 2026-11-29 with 5 minutes a day\n");
  CHECK(plan({"-q", "--target", "99", "--days", "7", amina}).out.empty());
}

TEST_CASE("wrong options of plan are refused before anything is read") {
  struct Row {
    Args args;
    std::string_view message;
  };
  const Row rows[] = {
      {{}, "say what to plan for: --target 70, or --target-pillar people=20"},
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
      {{"--target", "70", "-f", "csv"}, "--format"},
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
  CHECK(contains(total.err, "there is no total to plan for: a pillar has nothing measured"));
  const Outcome pillar = plan({"--target-pillar", "people=5"}, {.in = log});
  CHECK(pillar.code == 2);
  CHECK(contains(pillar.err, "there is no score of people to plan for"));
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

}  // namespace
}  // namespace ssi::test
