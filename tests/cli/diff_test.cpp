// `ssi diff`, as a user drives it.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <ssi/day.hpp>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;
using nlohmann::json;

const std::string amina = persona("steady-weekly-poster.json");
const std::string priya = persona("newcomer.json");

Outcome diff(Args args, const World& world = {}) {
  args.insert(args.begin(), "diff");
  return run_app(args, world);
}

json diff_json(Args args, const World& world = {}) {
  args.insert(args.end(), {"-f", "json"});
  const Outcome outcome = diff(args, world);
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  return json::parse(outcome.out)["members"].at(0);
}

std::string total_of(const Args& args) {
  Args all = {"score", "-f", "total", "--precision", "2"};
  all.insert(all.end(), args.begin(), args.end());
  return run_app(all).out;
}

TEST_CASE("two logs are compared, each as of its own day") {
  const Outcome outcome = diff({priya, amina});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  std::size_t at = 0;
  for (const std::string part : {"Priya Ranganekar -> Amina Khalil", "as of 2026-11-22, model v1",
                                 "29.11 -> 52.81  +23.70  starting -> building", "Points", "before",
                                 "total", "Causes", "added to the profile", "added to past days",
                                 "removed from past days", "Signals", "completeness"}) {
    INFO(part);
    const std::size_t found = outcome.out.find(part, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
  const json report = diff_json({priya, amina});
  CHECK(report["before"]["member"]["id"] == "priya");
  CHECK(report["after"]["member"]["id"] == "amina");
  CHECK(report["change"] == 23.70);
}

TEST_CASE("one log is compared on two days, by default its own") {
  const json report = diff_json({"--from", "2026-10-01", "--to", "2026-11-01", amina});
  CHECK(report["before"]["as_of"] == "2026-10-01");
  CHECK(report["after"]["as_of"] == "2026-11-01");
  CHECK(diff_json({"--from", "2026-10-01", amina})["after"]["as_of"] == "2026-11-22");
  CHECK(diff_json({"--to", "2026-10-01", amina})["before"]["as_of"] == "2026-11-22");
  const std::string first = total_of({"--as-of", "2026-10-01", amina});
  const std::string second = total_of({"--as-of", "2026-11-01", amina});
  CHECK(report["before"]["total"] == std::stod(first));
  CHECK(report["after"]["total"] == std::stod(second));
  World world{
      .in = R"({"as_of": "2026-11-22", "activities": [{"at": "2026-11-30", "type": "search"}]})",
      .today = parse_date("2026-12-24").value()};
  CHECK(diff_json({"--to", "latest"}, world)["after"]["as_of"] == "2026-11-30");
  CHECK(diff_json({"--to", "today"}, world)["after"]["as_of"] == "2026-12-24");
}

TEST_CASE("one log is compared by two models") {
  const Folder folder;
  std::string model = run_app({"model", "v1"}).out;
  model.replace(model.find("\"v1\""), 4, "\"ours\"");
  model.replace(model.find("\"window_days\": 90"), 17, "\"window_days\": 45");
  const std::string ours = folder.write("ours.json", model);
  const json report = diff_json({"--to-model", ours, amina});
  CHECK(report["before"]["model"]["name"] == "v1");
  CHECK(report["after"]["model"]["name"] == "ours");
  REQUIRE(report["terms"].size() == 1);
  CHECK(report["terms"][0]["cause"] == "model");
  CHECK(contains(diff({"--to-model", ours, amina}).out, "model v1 to ours"));
  const json both = diff_json({"--model", ours, priya, amina});
  CHECK(both["before"]["model"] == both["after"]["model"]);
}

TEST_CASE("the terms for programs add up to the change, and swapped they are negated") {
  const auto sum = [](const json& report, const char* key) {
    double points = 0;
    for (const json& term : report["terms"]) points += double{term[key]};
    return points;
  };
  const json report = diff_json({priya, amina});
  const json swapped = diff_json({amina, priya});
  CHECK(sum(report, "total") == Approx(double{report["change"]}));
  CHECK(sum(swapped, "total") == Approx(-double{report["change"]}));
  REQUIRE(report["terms"].size() == swapped["terms"].size());
  for (std::size_t i = 0; i < report["terms"].size(); ++i) {
    const json& term = report["terms"][i];
    const json& mirrored = swapped["terms"][report["terms"].size() - 1 - i];
    for (const char* key : {"total", "brand", "people", "insights", "relationships"}) {
      CHECK(double{term[key]} == -double{mirrored[key]});
    }
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const json& pillar = report["pillars"][i];
    CHECK(sum(report, std::string{pillar["id"]}.c_str()) == Approx(double{pillar["change"]}));
    for (const json& signal : pillar["signals"]) {
      double points = 0;
      for (const json& term : signal["terms"]) points += double{term["points"]};
      CHECK(points == Approx(double{signal["change"]}));
    }
  }
}

TEST_CASE("a drop fails the gate, by more than is allowed") {
  const struct {
    Args args;
    int code;
    std::string said;
  } table[] = {
      {{"--fail-on-drop", priya, amina}, 0, "ssi: pass: every gate is met\n"},
      {{"--fail-on-drop", amina, amina}, 0, "ssi: pass: every gate is met\n"},
      {{"--fail-on-drop", amina, priya},
       1,
       "ssi: FAIL: the total dropped by 23.70, 23.70 more than the 0.00 allowed\n"},
      {{amina, "--fail-on-drop", priya},
       1,
       "ssi: FAIL: the total dropped by 23.70, 23.70 more than the 0.00 allowed\n"},
      {{amina, priya, "--fail-on-drop"},
       1,
       "ssi: FAIL: the total dropped by 23.70, 23.70 more than the 0.00 allowed\n"},
      {{"--fail-on-drop", "23.69", amina, priya},
       1,
       "ssi: FAIL: the total dropped by 23.70, 0.01 more than the 23.69 allowed\n"},
      {{"--fail-on-drop", "23.70", amina, priya}, 0, "ssi: pass: every gate is met\n"},
      {{"--fail-on-drop=23.70", amina, priya}, 0, "ssi: pass: every gate is met\n"},
      {{amina, priya, "--fail-on-drop", "30"}, 0, "ssi: pass: every gate is met\n"},
  };
  for (const auto& [args, code, said] : table) {
    const Outcome outcome = diff(args);
    INFO(args.at(0) << " " << args.at(1));
    CHECK(outcome.code == code);
    CHECK(outcome.err == said);
    Args quiet = args;
    quiet.insert(quiet.end(), {"-q"});
    CHECK(diff(quiet).code == code);
    CHECK(diff(quiet).out.empty());
  }
}

TEST_CASE("a drop of what has no score fails as a gate with nothing to judge") {
  const std::string log =
      R"({"activities": [], "not_measured": ["shares", "engagement_given", "engagement_received",)"
      R"( "conversations", "insight_days"]})";
  const Outcome outcome = diff({"--fail-on-drop", amina, "-"}, {.in = log});
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "the gate on drop has no score to judge"));
  CHECK(contains(outcome.out, "the change is unknown"));
}

TEST_CASE("wrong uses of diff are refused before anything is read") {
  const struct {
    Args args;
    std::string said;
  } table[] = {
      {{}, "nothing to compare the log with: name a second log, or use --from, --to or --to-model"},
      {{amina},
       "nothing to compare the log with: name a second log, or use --from, --to or --to-model"},
      {{amina, priya, amina}, "diff compares two logs, not 3"},
      {{"-", "-"}, "'-' is named twice, but standard input can be read only once"},
      {{"--from", "yesterday", amina},
       "--from: 'yesterday' is not a date; write a date such as 2026-11-22, today or latest"},
      {{"--to", "", amina},
       "--to: '' is not a date; write a date such as 2026-11-22, today or latest"},
      {{"--fail-on-drop=x", amina, priya},
       "--fail-on-drop: 'x' is not a number from 0 to 100 with at most two decimals"},
      {{"--fail-on-drop", "101", amina, priya},
       "--fail-on-drop: '101' is not a number from 0 to 100 with at most two decimals"},
      {{"--fail-on-drop=", amina, priya}, "--fail-on-drop needs a value"},
      {{"-f", "total", amina, priya},
       "--format: 'total' is not one of text, json, jsonl, csv, markdown, html, junit, github, "
       "badge, shields"},
  };
  for (const auto& [args, said] : table) {
    const Outcome outcome = diff(args, {.in = "[]"});
    INFO(said);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == "ssi: " + said + "\n");
    CHECK_FALSE(outcome.has_read_in);
  }
  CHECK(diff({"--to-model", "", amina}).code == 2);
  CHECK(diff({"-o", amina, priya, amina}).code == 2);
  CHECK(diff({"-o", priya, priya, amina}).code == 2);
}

TEST_CASE("errors of both logs are told, and a bad one leaves no comparison") {
  const Folder folder;
  const std::string first = folder.write("first.json", "{");
  const std::string second = folder.write("second.json", "[{}]");
  const Outcome outcome = diff({first, second});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "first.json"));
  CHECK(contains(outcome.err, "second.json"));
  CHECK(diff({amina, second}).code == 2);
  CHECK(diff({first, amina}).out.empty());
}

TEST_CASE("what was said of both logs is in the document") {
  const std::string log =
      R"({"as_of": "2026-11-01", "activities": [{"at": "2026-11-02", "type": "poke"},)"
      R"( {"at": "2026-11-02", "type": "search"}]})";
  const Folder folder;
  const json report = json::parse(
      diff({"-f", "json", folder.write("a.json", log), folder.write("b.json", log)}).out);
  std::vector<std::string> codes;
  for (const json& d : report["diagnostics"]) codes.push_back(d["code"]);
  CHECK(codes == Args{"unknown_type", "unknown_type", "after_as_of", "after_as_of"});
}

TEST_CASE("of many things to say of both logs none is lost from the document") {
  std::string log;
  for (int i = 0; i < 15; ++i)
    log += R"({"at": "2026-11-02", "type": "poke"})"
           "\n";
  log += R"({"at": "2026-11-02", "type": "search"})"
         "\n";
  const Folder folder;
  const json report = json::parse(
      diff({"-f", "json", folder.write("a.jsonl", log), folder.write("b.jsonl", log)}).out);
  CHECK(report["diagnostics"].size() == 30);
}

TEST_CASE("of logs with several members the same one is compared") {
  const Folder folder;
  const std::string team = persona("team.jsonl");
  CHECK(diff({team, amina}).err == "ssi: nothing to compare: no member is in both sets of logs\n");
  const json report = diff_json({"--member", "zoe", "--from", "2026-10-01", team});
  CHECK(report["after"]["member"]["name"] == "Zoë Marchettini");
  CHECK(diff_json({"--member", "zoe", team, team})["terms"].empty());
}

TEST_CASE("two sets of logs are compared member by member") {
  const auto log_of = [](const std::string& id, const std::string& searches) {
    return R"({"member": {"id": ")" + id +
           R"("}, "as_of": "2026-11-22", "activities": )"
           R"([{"at": "2026-11-20", "type": "search", "count": )" +
           searches + "}]}\n";
  };
  const Folder folder;
  const std::string before =
      folder.write("before.jsonl", log_of("ann", "10") + log_of("bo", "20") + log_of("cy", "1"));
  const std::string after =
      folder.write("after.jsonl", log_of("bo", "10") + log_of("di", "9") + log_of("ann", "30"));
  const Outcome outcome = diff({"-f", "csv", before, after});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "ssi: warning: only in the logs before, and not compared: cy\n"
        "ssi: warning: only in the logs after, and not compared: di\n");
  const auto rows = lines_of(outcome.out);
  REQUIRE(rows.size() == 1 + 2 * 25);
  CHECK(contains(rows[1], "bo,"));
  CHECK(contains(rows[26], "ann,"));
  const Outcome gate = diff({"--fail-on-drop", before, after});
  CHECK(gate.code == 1);
  CHECK(contains(gate.err, "FAIL: bo: the total dropped"));
  CHECK_FALSE(contains(gate.err, "FAIL: ann"));
  folder.write("after.jsonl", log_of("bo", "10") + log_of("bo", "9"));
  CHECK(contains(diff({before, after}).err,
                 "two logs on one side belong to member 'bo'; --merge adds them up"));
  CHECK(diff({"-f", "badge", before, before}).code == 2);
}

TEST_CASE("logs too large to be added up cannot be compared") {
  const std::string log = R"({"profile": {"connections": 4611686018427387904}, "activities": []})";
  const Folder folder;
  const Outcome outcome = diff({folder.write("a.json", log), folder.write("b.json", log)});
  CHECK(outcome.code == 2);
  CHECK(outcome.err == "ssi: the logs hold more than 2^62 of something together\n");
  CHECK(diff({"--to", "2026-11-22", folder.path("a.json")}).code == 0);
}

}  // namespace
}  // namespace ssi::test
