// `ssi calibrate`, as a user drives it.

#include <array>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;
using nlohmann::json;

// A member who views ten profiles a month and of whom LinkedIn thinks more than v1 does.
std::string log_with(int readings, const std::string& id = "zoe") {
  std::string log = R"({"type": "profile", "member": ")" + id + "\"}\n";
  for (int month = 1; month <= 6; ++month) {
    const std::string at = R"({"at": "2026-0)" + std::to_string(month) + "-15\", \"member\": \"" +
                           id + "\", \"type\": ";
    log += at + "\"profile_view\", \"count\": 40}\n";
    if (month > readings) continue;
    const int shown = std::array{4, 5, 6, 6, 6, 6}.at(static_cast<std::size_t>(month - 1));
    log += at + R"("linkedin_ssi", "people": )" + std::to_string(shown) + "}\n";
  }
  return log;
}

TEST_CASE("calibrate reports, and writes a model that score takes") {
  const Folder folder;
  const std::string log = folder.write("log.jsonl", log_with(6));
  const std::string model = folder.path("mine.json");
  const Outcome outcome = run_app({"calibrate", "-o", model, "-f", "json", log});
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  const json report = json::parse(outcome.out);
  const json& people = report["pillars"][1];
  CHECK(people["pillar"] == "people");
  CHECK(people["readings"] == 6);
  CHECK(people["used"] == true);
  CHECK(people["guess"] == false);
  CHECK(people["factor"] < 1);
  CHECK(people["after"] < people["before"]);
  CHECK(people["left_out"] < people["before"]);
  CHECK(report["pillars"][0]["before"].is_null());
  const json written = json::parse(folder.read("mine.json"));
  CHECK(written["source"] ==
        "fitted to 6 of LinkedIn's readings of zoe, 2026-01-15 to 2026-06-15, from model v1");
  CHECK(written["source"] == report["source"]);
  const auto people_by = [&](const std::string& by) {
    return json::parse(
               run_app({"score", "-f", "jsonl", "--model", by, log}).out)["pillars"][1]["score"]
        .get<double>();
  };
  CHECK(people_by(model) > people_by("v1"));
  CHECK(run_app({"calibrate", "-f", "json", "--model", model, log}).code == 0);
}

TEST_CASE("the model goes where -o says, the report to standard output or its own file") {
  const Folder folder;
  const std::string log = folder.write("log.jsonl", log_with(3));
  const Outcome plain = run_app({"calibrate", log});
  CHECK(plain.out.find("fitted, but a guess") != std::string::npos);
  CHECK(plain.out.find("fewer than 4 readings") != std::string::npos);
  CHECK(folder.names() == Args{"log.jsonl"});
  const std::string report = folder.path("report.md");
  const Outcome both = run_app({"calibrate", "-o", "-", "-f", "markdown:" + report, log});
  CHECK(json::parse(both.out)["name"] == "v1-calibrated");
  CHECK(folder.read("report.md").find("a guess") != std::string::npos);
  CHECK(json::parse(run_app({"calibrate", "-o", "-", log}).out)["name"] == "v1-calibrated");
  const Outcome quiet = run_app({"calibrate", "-q", "-o", folder.path("m.json"), log});
  CHECK(quiet.out.empty());
  CHECK(json::parse(folder.read("m.json"))["name"] == "v1-calibrated");
  for (const Args& args : {Args{"calibrate", "-o", log, log},
                           Args{"calibrate", "-o", report, "-f", "json:" + report, log}}) {
    const Outcome refused = run_app(args);
    CHECK(refused.code == 2);
    CHECK(refused.out.empty());
  }
}

TEST_CASE("calibrate says what it lacks") {
  const Outcome none = run_app_on(log_with(0), {"calibrate"});
  CHECK(none.code == 2);
  CHECK(none.err.find("ssi add linkedin_ssi") != std::string::npos);
  const Outcome one = run_app_on(log_with(1), {"calibrate"});
  CHECK(one.code == 0);
  CHECK(one.out.find("kept: one reading") != std::string::npos);
  const Outcome two = run_app_on(log_with(2) + log_with(3, "ann"), {"calibrate", "-f", "json"});
  CHECK(json::parse(two.out)["readings"] == 5);
  const Outcome ann =
      run_app_on(log_with(2) + log_with(3, "ann"), {"calibrate", "-f", "json", "--member", "ann"});
  CHECK(json::parse(ann.out)["readings"] == 3);
}

}  // namespace
}  // namespace ssi::test
