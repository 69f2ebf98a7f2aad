#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/exports.hpp"
#include "support/random_log.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;
using nlohmann::json;

const std::string team_log = persona("team.jsonl");

Outcome team(Args args, const World& world = {}) {
  args.insert(args.begin(), "team");
  return run_app(args, world);
}

// A cohort larger than what is read at a time, with documents, lines and a member without a total.
std::string large_cohort() {
  std::string text;
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    RandomLog log = random_log(seed);
    log.head.member = {.id = "m" + std::to_string(seed), .team = seed % 2 == 0 ? "a" : "b"};
    if (seed % 3 == 0) {
      for (const std::string& line : to_json_lines(log)) text += line + '\n';
    } else {
      text += to_json(log) + '\n';
    }
  }
  return text;
}

TEST_CASE("the number of threads changes no byte of a team report or of scores") {
  const std::string cohort = large_cohort();
  REQUIRE(cohort.size() > std::size_t{2} << 20U);
  for (const Args& command : std::vector<Args>{{"team", "-f", "json", "--by", "team"},
                                               {"team", "-f", "csv", "--merge"},
                                               {"score", "-f", "jsonl"},
                                               {"merge"},
                                               {"validate"}}) {
    std::vector<Outcome> outcomes;
    for (const std::string jobs : {"1", "3"}) {
      Args args = command;
      args.insert(args.end(), {"-j", jobs});
      outcomes.push_back(run_app(args, {.in = cohort}));
    }
    INFO(command.front());
    CHECK_FALSE(outcomes.front().out.empty());
    for (const Outcome& outcome : outcomes) {
      REQUIRE(outcome.code == outcomes.front().code);
      REQUIRE((outcome.out == outcomes.front().out));
      REQUIRE((outcome.err == outcomes.front().err));
    }
  }
}

TEST_CASE("a team is told its mean, its weak pillars, what to do, and who stands where") {
  const Outcome outcome = team({team_log});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  const std::string& text = outcome.out;
  std::size_t at = 0;
  for (const std::string part :
       {"of 7 members", "52.16 (51.12 to 54.69) / 100  building", "Engage with insights", "weakest",
        "Next steps for the group", "Scores", "Bands", "Leaderboard by total", "1.  Renée"}) {
    INFO(part);
    const std::size_t found = text.find(part, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
}

TEST_CASE("a team report for programs has what score says of each member") {
  const json report = json::parse(team({"-f", "json", team_log}).out);
  const Outcome scored = run_app({"score", "-f", "json", team_log});
  const json members = json::parse(scored.out)["members"];
  REQUIRE(report["leaderboard"].size() == members.size());
  CHECK(report["cohort"]["members"] == members.size());
  for (const json& place : report["leaderboard"]) {
    const auto member = std::find_if(members.begin(), members.end(),
                                     [&](const json& m) { return m["id"] == place["id"]; });
    REQUIRE(member != members.end());
    CHECK(place["total"] == (*member)["total"]);
    CHECK(place["band"] == (*member)["band"]);
    CHECK(place["weakest"] == (*member)["weakest"]);
    for (const json& pillar : (*member)["pillars"]) {
      CHECK(place[std::string{pillar["id"]}] == pillar["score"]);
    }
  }
}

TEST_CASE("lines and rows are of members, or of teams where these are asked for") {
  CHECK(lines_of(team({"-f", "jsonl", team_log}).out).size() == 7);
  const auto teams = lines_of(team({"-f", "jsonl", "--by", "team", team_log}).out);
  REQUIRE(teams.size() == 2);
  CHECK(json::parse(teams[0])["team"] == "amer");
  CHECK(lines_of(team({"-f", "csv", team_log}).out).size() == 8);
  CHECK(lines_of(team({"-f", "csv", "--by", "team", team_log}).out).size() == 3);
}

TEST_CASE("people see ten places unless they ask for others, programs see all") {
  std::string cohort;
  for (int i = 0; i < 25; ++i) {
    cohort += R"({"member": {"id": "m)" + std::to_string(i) + R"("}, "activities": []})" + "\n";
  }
  const auto places = [&](const Args& args) {
    const std::vector<std::string> lines = lines_of(team(args, {.in = cohort}).out);
    return std::ranges::count_if(lines,
                                 [](const std::string& line) { return contains(line, "top 4%"); });
  };
  CHECK(places({}) == 10);
  CHECK(contains(team({}, {.in = cohort}).out, "... 15 more, see --top and --bottom"));
  CHECK(places({"--top", "3"}) == 3);
  CHECK(places({"--top", "3", "--bottom", "4"}) == 7);
  CHECK(places({"--bottom", "4"}) == 4);
  CHECK(places({"--top", "all"}) == 25);
  CHECK(lines_of(team({"-f", "jsonl"}, {.in = cohort}).out).size() == 25);
  CHECK(lines_of(team({"-f", "jsonl", "--top", "3"}, {.in = cohort}).out).size() == 3);
}

TEST_CASE("a member with several logs is warned of, or made one with --merge") {
  const std::string twice = R"({"member": {"id": "a"}, "activities": []})"
                            "\n"
                            R"({"member": {"id": "a"}, "activities": []})"
                            "\n"
                            R"({"member": {"id": "b"}, "activities": []})"
                            "\n";
  const Outcome outcome = team({"-f", "jsonl"}, {.in = twice});
  CHECK(outcome.code == 0);
  CHECK(lines_of(outcome.out).size() == 3);
  CHECK(outcome.err ==
        "ssi: warning: member 'a' has 2 logs, which count as 2 members; --merge adds them up\n");
  const Outcome merged = team({"-f", "jsonl", "--merge"}, {.in = twice});
  CHECK(lines_of(merged.out).size() == 2);
  CHECK(merged.err.empty());
}

TEST_CASE("members that cannot be scored are counted and named") {
  const std::string cohort =
      R"({"member": {"id": "a", "name": "Ann"}, "activities": []})"
      "\n"
      R"({"member": {"id": "b", "name": "Bo"}, "activities": [], "not_measured": ["network",)"
      R"( "new_connections", "acceptance", "decision_makers", "coworkers"]})"
      "\n";
  const Outcome text = team({}, {.in = cohort});
  CHECK(text.code == 0);
  CHECK(contains(text.out, "of 1 member, 1 not scored"));
  for (const std::string format : {"csv", "jsonl", "text"}) {
    CHECK(team({"-f", format}, {.in = cohort}).err ==
          "ssi: warning: member 'Bo' has no total: a pillar is not measured at all\n");
  }
  CHECK(contains(text.out,
                 "Not scored: 1 member with a pillar that is not measured at all\n  - Bo\n"));
  const json report = json::parse(team({"-f", "json"}, {.in = cohort}).out);
  CHECK(report["cohort"]["members"] == 1);
  CHECK(report["cohort"]["unscored"] == 1);
  CHECK(report["unscored"].at(0)["id"] == "b");
  const Outcome gated = team({"--fail-under-mean", "0"}, {.in = cohort});
  CHECK(gated.code == 2);
  CHECK(contains(gated.err, "the gate on mean has no score to judge"));
}

TEST_CASE("gates on a team decide the exit code and say what was missed") {
  const struct {
    Args args;
    int code;
    std::string said;
  } table[] = {
      {{"--fail-under-mean", "51.12"}, 0, "ssi: pass: every gate is met\n"},
      {{"--fail-under-mean", "52.16"},
       0,
       "ssi: pass: every gate is met; some only if what is not measured is as good as the rest "
       "(see --strictly)\n"},
      {{"--fail-under-mean", "51.13", "--strictly"},
       1,
       "ssi: FAIL: lower end of mean is 51.12, 0.01 below the 51.13 wanted\n"},
      {{"--fail-under-mean", "52.17"},
       1,
       "ssi: FAIL: mean is 52.16 (51.12 to 54.69), 0.01 below the 52.17 wanted\n"},
      {{"--fail-under-share", "28.57%=70"}, 0, "ssi: pass: every gate is met\n"},
      {{"--fail-under-share", "80%=70"},
       1,
       "ssi: FAIL: share with 70.00 or above is 28.57%, 51.43 below the 80.00% wanted\n"},
      {{"--fail-under", "19.68"}, 0, "ssi: pass: every gate is met\n"},
      {{"--fail-under", "27.5"},
       1,
       "ssi: FAIL: Samira El-Nadwi: total is 19.68, 7.82 below the 27.50 wanted\n"},
      {{"--fail-under", "people=0", "--fail-under-mean", "60"},
       1,
       "ssi: FAIL: mean is 52.16 (51.12 to 54.69), 7.84 below the 60.00 wanted\n"},
  };
  for (const auto& [args, code, said] : table) {
    Args all = args;
    all.insert(all.end(), {"-q", team_log});
    const Outcome quiet = team(all);
    all.erase(all.end() - 2);
    const Outcome outcome = team(all);
    INFO(args.at(1));
    CHECK(outcome.code == code);
    CHECK(outcome.err == said);
    CHECK(quiet.code == code);
    CHECK(quiet.out.empty());
    const json report = json::parse(team([&] {
                                      Args json_args = all;
                                      json_args.insert(json_args.end(), {"-f", "json"});
                                      return json_args;
                                    }())
                                        .out);
    bool all_passed = true;
    for (const json& gate : report["gates"]) all_passed = all_passed && bool{gate["passed"]};
    CHECK(all_passed == (code == 0));
  }
}

TEST_CASE("wrong options of team are refused before anything is read") {
  for (const Args& args : std::vector<Args>{{"--sort", "totl"},
                                            {"--by", "country"},
                                            {"--top", "-1"},
                                            {"--top", "x"},
                                            {"--bottom", "all"},
                                            {"-f", "total"},
                                            {"--fail-under-mean", "101"},
                                            {"--fail-under-mean", "x"},
                                            {"--fail-under-share", "70"},
                                            {"--fail-under-share", "80=70"},
                                            {"--fail-under-share", "101%=70"},
                                            {"--fail-under-share", "80%=101"},
                                            {"--sort", ""},
                                            {"--by", ""},
                                            {"--top", ""},
                                            {"--bottom", ""},
                                            {"--fail-under-mean", ""},
                                            {"--fail-under-share", ""},
                                            {"-j", ""},
                                            {"-j", "0"},
                                            {"-j", "1025"},
                                            {"--jobs", "two"},
                                            {"--as-of", "tomorrow"}}) {
    const Outcome outcome = team(args, {.in = "[]"});
    INFO(args.at(0) << " " << args.at(1));
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(lines_of(outcome.err).size() == 1);
    CHECK_FALSE(outcome.has_read_in);
  }
  CHECK(contains(team({"--sort", "totl"}).err, "did you mean 'total'?"));
}

TEST_CASE("a bad log among good ones leaves no team report") {
  const Folder folder;
  const std::string bad = folder.write("bad.json", "{");
  const Outcome outcome = team({team_log, bad});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "bad.json"));
  const Outcome nothing = team({"--lenient"}, {.in = "{\n{\"at\": 1}\n"});
  CHECK(nothing.code == 2);
  CHECK(nothing.out.empty());
}

TEST_CASE("a page of a class names every member, and text the first ten") {
  std::string cohort;
  constexpr int members = 30;
  for (int i = 1; i <= members; ++i) {
    cohort += R"({"member": {"name": "Member )" + std::to_string(100 + i) +
              R"("}, "as_of": "2026-11-22", "activities": []})"
              "\n";
  }
  const std::string page = team({"-f", "html"}, {.in = cohort}).out;
  const std::string text = team({}, {.in = cohort}).out;
  for (int i = 1; i <= members; ++i) {
    CHECK(contains(page, "Member " + std::to_string(100 + i)));
    CHECK(contains(text, "Member " + std::to_string(100 + i)) == (i <= 10));
  }
}

TEST_CASE("one bad line among many names its place, and lenient scores the rest") {
  std::string cohort;
  constexpr int bad_line = 4'000;
  for (int i = 1; i <= 5'000; ++i) {
    cohort += i == bad_line ? R"({"member": {"id": 7}, "activities": []})"
                            : R"({"member": {"id": "m"}, "activities": []})";
    cohort += std::string(400, ' ') + '\n';  // in all more than is read at once
  }
  for (const std::string jobs : {"1", "4"}) {
    const Outcome strict = run_app({"score", "-f", "total", "-j", jobs}, {.in = cohort});
    CHECK(strict.code == 2);
    CHECK(strict.out.empty());
    CHECK(strict.err ==
          "ssi: standard input:4000:19: /member/id: must be a string, not a number\n");
    const Outcome lenient =
        run_app({"score", "-f", "total", "--lenient", "-j", jobs}, {.in = cohort});
    CHECK(lenient.code == 0);
    CHECK(lines_of(lenient.out).size() == 4'999);
    CHECK(contains(lenient.err, "set aside: /member/id"));
  }
}

TEST_CASE("progress is shown on a terminal, after a second, and taken off again") {
  const std::string cohort = large_cohort();
  using std::chrono::milliseconds;
  const World slow{.in = cohort, .err_is_terminal = true, .tick = milliseconds{400}};
  const Outcome shown = run_app({"score", "-f", "total", "-o", "/dev/null"}, slow);
  CHECK(contains(shown.err, "MB, "));
  CHECK(contains(shown.err, " members, "));
  CHECK(shown.err.find("\r\033[K", shown.err.rfind("MB/s")) != std::string::npos);
  World fast = slow;
  fast.tick = milliseconds{1};
  CHECK_FALSE(contains(run_app({"score", "-f", "total"}, fast).err, "MB/s"));
  World piped = slow;
  piped.err_is_terminal = false;
  CHECK_FALSE(contains(run_app({"score", "-f", "total"}, piped).err, "MB/s"));
  CHECK_FALSE(contains(run_app({"score", "-q"}, slow).err, "MB/s"));
  World dumb = slow;
  dumb.variables = {{"TERM", "dumb"}};
  CHECK_FALSE(contains(run_app({"score", "-f", "total"}, dumb).err, "MB/s"));
}

TEST_CASE("progress tells how much is left of files whose size is known") {
  const Folder folder;
  const std::string file = folder.write("cohort", large_cohort());
  const World slow{.err_is_terminal = true, .tick = std::chrono::milliseconds{400}};
  const Outcome outcome = run_app({"team", "-j", "1", file}, slow);
  CHECK(contains(outcome.err, "%, "));
  CHECK(contains(outcome.err, " left"));
}

TEST_CASE("the change of a cohort is the mean of its members' comparisons, and adds up") {
  const char* const points[] = {"total", "brand", "people", "insights", "relationships"};
  const std::string cohort = large_cohort();
  const json report =
      json::parse(team({"-f", "json", "-j", "3", "--since", "2026-09-15"}, {.in = cohort}).out);
  const Outcome lines =
      run_app_on(cohort, {"diff", "-f", "jsonl", "--from", "2026-09-15", "--to", "2026-11-22"});
  const json now = json::parse(
      team({"-f", "json", "--since", "2026-09-15", "--as-of", "2026-11-22"}, {.in = cohort}).out);
  std::map<std::string, double> sums;
  std::uint64_t members = 0;
  std::map<std::string, double> change_of;
  for (const std::string& line : lines_of(lines.out)) {
    const json diff = json::parse(line);
    if (diff["change"].is_null()) continue;
    ++members;
    sums["before"] += double{diff["before"]["total"]};
    sums["after"] += double{diff["after"]["total"]};
    for (const json& term : diff["terms"]) sums[term["cause"]] += double{term["total"]};
    change_of[diff["after"]["member"]["id"]] = diff["change"];
  }
  REQUIRE(members > 500);
  CHECK(now["change"]["members"] == members);
  const auto mean = [&](const std::string& of) { return sums[of] / static_cast<double>(members); };
  CHECK(std::abs(double{now["change"]["before"]["total"]} - mean("before")) <= 0.01);
  CHECK(std::abs(double{now["change"]["after"]["total"]} - mean("after")) <= 0.01);
  for (const json& term : now["change"]["terms"]) {
    INFO(term["cause"]);
    CHECK(std::abs(double{term["total"]} - mean(term["cause"])) <= 0.01);
  }
  for (const json& each : {report, now}) {
    const json& change = each["change"];
    for (const char* of : points) {
      double sum = 0;
      for (const json& term : change["terms"]) sum += double{term[of]};
      INFO(of);
      CHECK(std::abs(sum - double{change["change"][of]}) < 0.001);
      CHECK(std::abs(double{change["after"][of]} - double{change["before"][of]} - sum) < 0.001);
    }
  }
  double most = 0;
  for (const json& place : now["leaderboard"]) {
    if (!place.contains("change")) continue;
    CHECK(double{place["change"]} == Approx(change_of.at(place["id"])));
    most = std::max(most, double{place["change"]});
  }
  const json& first = now["change"]["rose"].at(0);
  CHECK(double{first["after"]} - double{first["before"]} == Approx(most));
  CHECK(now["change"]["rose"].size() == 5);
}

TEST_CASE("a cohort is compared with earlier logs of its members") {
  const auto log_of = [](const std::string& id, const std::string& searches) {
    return R"({"member": {"id": ")" + id +
           R"("}, "as_of": "2026-11-22", "activities": )"
           R"([{"at": "2026-11-20", "type": "search", "count": )" +
           searches + "}]}\n";
  };
  const Folder folder;
  const std::string before =
      folder.write("before.jsonl", log_of("ann", "10") + log_of("bo", "20") + log_of("cy", "1"));
  const std::string now =
      folder.write("now.jsonl", log_of("bo", "10") + log_of("di", "9") + log_of("ann", "30"));
  const Outcome outcome = team({"--before", before, now});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "ssi: warning: only in the logs before, and not compared: cy\n"
        "ssi: warning: only in the logs after, and not compared: di\n");
  for (const std::string part : {"Change of 2 members", "Rose most", "ann ", "Fell most", "bo "}) {
    INFO(part);
    CHECK(contains(outcome.out, part));
  }
  const json report = json::parse(team({"-f", "json", "--before", before, now}).out)["change"];
  CHECK(report["since"].is_null());
  CHECK(report["rose"].at(0)["id"] == "ann");
  CHECK(report["fell"].at(0)["id"] == "bo");
  const Outcome rows = team({"-f", "csv", "--before", before, now});
  CHECK(contains(lines_of(rows.out).front(), ",before,change"));
  CHECK_FALSE(contains(team({"-f", "csv", now}).out, "change"));
  CHECK(contains(team({"--before", before, "--since", "2020-01-01", now}).out,
                 "Change since 2020-01-01 of 2 members"));
  CHECK(contains(team({"--before", now, persona("team.jsonl")}).out,
                 "none: nobody has a total on both sides"));
}

TEST_CASE("what was set aside of the earlier logs is counted, too") {
  const Folder folder;
  folder.write("a.jsonl", R"({"member": "zoe", "at": "2026-11-20", "type": "search"})");
  folder.write("b.json", "{");
  const Outcome outcome = team({"-f", "json", "--lenient", "--before", folder.path(""), team_log});
  CHECK(outcome.code == 0);
  const json report = json::parse(outcome.out);
  CHECK(report["set_aside"] == 1);
  CHECK(report["change"]["members"] == 1);
}

TEST_CASE("since a day after the end of a log, it has not changed") {
  const json change =
      json::parse(team({"-f", "json", "--since", "2026-12-31", team_log}).out)["change"];
  CHECK(change["terms"].empty());
  CHECK(change["change"]["total"] == 0);
  CHECK(team({"--since", "soon", team_log}).err ==
        "ssi: --since: 'soon' is not a date; write one such as 2026-11-22\n");
  CHECK(team({"--before", "missing.json", team_log}).code == 2);
  CHECK(team({"--before", team_log, "-o", team_log, persona("newcomer.json")}).code == 2);
}

TEST_CASE("a class of 200 logs and exports of all kinds, three of them broken, is named in full") {
  constexpr int good = 197;
  const std::string activity = R"("at": "2026-11-20", "type": "search", "count": 3)";
  const std::string connections =
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
      "Bo,Wu,https://www.linkedin.com/in/bo,,Acme,CEO,20 Nov 2026\n";
  const Folder folder;
  std::vector<std::string> names;
  for (int i = 0; i < good; ++i) {
    const std::string name = fmt::format("student {:03}", i);
    names.push_back(name);
    switch (i % 4) {
      case 0:
        folder.write(name + ".json", "[{" + activity + "}]");
        break;
      case 1:
        folder.write(name + ".jsonl", "{" + activity + "}\n{" + activity + "}\n");
        break;
      case 2:
        std::filesystem::create_directory(folder.path(name));
        folder.write(name + "/Connections.csv", connections);
        break;
      default:
        folder.write(name + ".zip", zip_of({{"Connections.csv", connections}}));
    }
  }
  folder.write("broken 1.json", "{");
  folder.write("broken 2.zip", "PK\x03\x04");
  folder.write("broken 3.csv", "");
  folder.write("notes.txt", "no log");
  CHECK(team({folder.path("")}).code == 2);
  const Outcome outcome = team({folder.path(""), "--lenient", "-f", "html"});
  CHECK(outcome.code == 0);
  const std::string& page = outcome.out;
  for (const std::string& name : names) {
    INFO(name);
    CHECK(contains(page, name));
  }
  for (const char* name : {"broken 1.json:1:2: set", "broken 2.zip: set", "broken 3.csv: set"}) {
    CHECK(contains(page, name));
  }
  CHECK(contains(page, "3 logs or lines set aside"));
}

}  // namespace
}  // namespace ssi::test
