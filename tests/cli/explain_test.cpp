#include <regex>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <ssi/explain.hpp>
#include <ssi/signal.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;

const std::string amina = persona("steady-weekly-poster.json");

TEST_CASE("explain has a page for every pillar and signal, and a map of them", "[explain]") {
  const Outcome map = run_app({"explain"});
  REQUIRE(map.code == 0);
  REQUIRE(map.err == "");
  std::vector<std::string> pages;
  for (const auto& names :
       {std::vector<std::string_view>(names_of<PillarId>.begin(), names_of<PillarId>.end()),
        std::vector<std::string_view>(names_of<SignalId>.begin(), names_of<SignalId>.end())}) {
    for (const std::string_view topic : names) {
      INFO(topic);
      CHECK(contains(map.out, topic));
      const Outcome page = run_app({"explain", std::string{topic}});
      CHECK(page.code == 0);
      CHECK(page.err == "");
      CHECK_FALSE(page.has_read_in);
      CHECK(page.out.find(std::string{topic} + ": ") == 0);
      for (const std::string heading :
           {"How it is scored", "LinkedIn's term", "How to raise it", "What does not count"}) {
        CHECK(contains(page.out, "\n" + heading + "\n"));
      }
      pages.push_back(page.out);
    }
  }
  REQUIRE(pages.size() == 24);
}

TEST_CASE("explain knows every activity type and what is around the score", "[explain]") {
  const std::string map = run_app({"explain"}).out;
  for (const std::string_view topic : topic_names()) {
    const Outcome page = run_app({"explain", std::string{topic}});
    CAPTURE(topic, page.out);
    CHECK(contains(map, topic));
    CHECK(page.code == 0);
    CHECK(page.out.starts_with(std::string{topic} + ": "));
    CHECK(lines_of(page.out).size() <= 40);
    for (const std::string& line : lines_of(page.out)) CHECK(line.size() <= 80);
  }
  const struct {
    std::string topic, said;
  } table[] = {
      {"comment", "\n  engagement_given  Engagement given  180 points\n"},
      {"comment", "\n  count   a number from 1\n"},
      {"comment",
       "\n  comment on a post                                                            3\n"},
      {"profile_edit", "\n  ssi add profile_edit section=photo log.jsonl\n"},
      {"connection", "\n  acceptance "},
      {"window", "90 days"},
      {"window", "\n  network "},
      {"bands",
       "\n  good                                                                     70.00\n"},
      {"model", "--model FILE"},
      {"linkedin", "linkedin.com/sales/ssi"},
      {"linkedin", "daily"},
  };
  for (const auto& [topic, said] : table) {
    CAPTURE(topic, said);
    CHECK(contains(run_app({"explain", topic}).out, said));
  }
}

TEST_CASE("explain with a log alone tells all of it, signal by signal", "[explain]") {
  const Outcome page = run_app({"explain", amina});
  CHECK(page.code == 0);
  CHECK(page.err == "");
  for (const std::string_view signal : names_of<SignalId>) CHECK(contains(page.out, signal));
  CHECK(contains(page.out, "The log of Amina Khalil, as of 2026-11-22"));
  CHECK(contains(page.out,
                 "\n  total                                                        52.81  "));
  CHECK(run_app_on(read_file("data/steady-weekly-poster.json"), {"explain", "-"}).out == page.out);
  const std::string comment = run_app({"explain", "comment", amina}).out;
  CHECK(contains(comment, "engagement_given  63 of 180 points"));
  CHECK_FALSE(contains(comment, "reaction"));
  CHECK(run_app({"explain", "./amin.json"}).err == "ssi: ./amin.json: No such file or directory\n");
  CHECK(contains(run_app({"explain", "band"}).err, "did you mean 'bands'?"));
  CHECK_FALSE(contains(run_app({"score", "--fail-under", "band=7"}).err, "did you mean"));
}

TEST_CASE("explain with a log tells what the log has", "[explain]") {
  const Outcome page = run_app({"explain", "people", amina});
  REQUIRE(page.code == 0);
  CHECK(page.err == "");
  CHECK(page.out.find(run_app({"explain", "people"}).out) == 0);
  for (const std::string part :
       {"The log of Amina Khalil", "as of 2026-11-22", "14 of 90 searches", "What more would add",
        "search filters=1", "What leaves the window within 30 days"}) {
    INFO(part);
    CHECK(contains(page.out, part));
  }
  const Outcome piped =
      run_app_on(read_file("data/steady-weekly-poster.json"), {"explain", "people", "-"});
  CHECK(piped.out == page.out);
}

TEST_CASE("explain looks at the day and by the model that are asked for", "[explain]") {
  const auto points = [](const Args& args) {
    Args all = {"explain", "searches", "-f", "json", amina};
    all.insert(all.end(), args.begin(), args.end());
    const Outcome outcome = run_app(all);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    return std::pair{json["log"]["as_of"].get<std::string>(),
                     json["log"]["signals"][0]["points"].get<double>()};
  };
  const auto scored = [](const Args& args) {
    Args all = {"score", "-f", "json", amina};
    all.insert(all.end(), args.begin(), args.end());
    const auto member = nlohmann::json::parse(run_app(all).out)["members"][0];
    return std::pair{member["as_of"].get<std::string>(),
                     member["pillars"][1]["signals"][0]["points"].get<double>()};
  };
  const Folder folder;
  std::string model = run_app({"model"}).out;
  model.replace(model.find("\"v1\""), 4, "\"ours\"");
  model.replace(model.find("\"window_days\": 90"), 17, "\"window_days\": 45");
  const std::string ours = folder.write("ours.json", model);
  for (const Args& args :
       {Args{}, Args{"--as-of", "2026-10-01"}, Args{"--as-of=latest"}, Args{"--model", ours}}) {
    CHECK(points(args) == scored(args));
  }
  CHECK(contains(run_app({"explain", "searches", "--model", ours}).out, "in the 45 days"));
}

TEST_CASE("no model makes explain speak of more days than a week has", "[explain]") {
  auto model = nlohmann::json::parse(run_app({"model"}).out);
  for (auto& signal : model["signals"]) {
    const bool is_of_days =
        std::string{signal["id"]}.ends_with("_days") || signal["id"] == "upkeep";
    signal["target"] = is_of_days ? 90 : 1000;
  }
  const Folder folder;
  const std::string file = folder.write("busy.json", model.dump());
  const std::regex days_a_week{"([0-9]+)\\s+days\\s+a\\s+week"};
  int found = 0;
  for (const std::string_view id : names_of<SignalId>) {
    const Outcome outcome = run_app({"explain", std::string{id}, "--model", file});
    REQUIRE(outcome.code == 0);
    std::smatch match;
    if (!std::regex_search(outcome.out, match, days_a_week)) continue;
    INFO(outcome.out);
    CHECK(std::stoi(match[1]) <= 7);
    ++found;
  }
  CHECK(found >= 2);
}

TEST_CASE("explain wants one member, and says which there are", "[explain]") {
  const Outcome several = run_app({"explain", "people", persona("team.jsonl")});
  CHECK(several.code == 2);
  CHECK(contains(several.err, "--member"));
  const Outcome one = run_app({"explain", "people", "--member", "zoe", persona("team.jsonl")});
  CHECK(one.code == 0);
  CHECK(contains(one.out, "The log of Zoë Marchettini"));
}

TEST_CASE("explain warns of activities that do not count", "[explain]") {
  const Outcome outcome = run_app_on(
      R"({"as_of": "2026-11-22", "activities": [{"at": "2026-11-23", "type": "search"}]})",
      {"explain", "people", "-"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "ssi: standard input:1:1: warning: 1 activity after 2026-11-22, not counted\n");
}

TEST_CASE("explain tells where the points of a log come from", "[explain]") {
  const Outcome page = run_app({"explain", amina, "--contributions"});
  REQUIRE(page.code == 0);
  CHECK(page.err == "");
  for (const std::string& line : lines_of(page.out)) CHECK(line.size() <= 80);
  for (const std::string part :
       {"Points by activity type", "\n  profile ", "Points by month", "\n  2026-11 ",
        "The most valuable single activities", "Shapley"}) {
    INFO(page.out);
    CHECK(contains(page.out, part));
  }
  CHECK_FALSE(contains(page.out, "What more would add"));
  for (const std::string format : {"markdown", "html"}) {
    CHECK(contains(run_app({"explain", amina, "--contributions", "-f", format}).out,
                   "Points by month"));
  }
  const auto json =
      nlohmann::json::parse(run_app({"explain", amina, "--contributions", "-f", "json"}).out);
  const auto& found = json["log"]["contributions"];
  CHECK(found["types"].size() == 12);
  CHECK(found["types"][0]["type"] == "profile");
  CHECK(found["activities"].size() == 20);
  CHECK_FALSE(contains(run_app({"explain", amina, "-f", "json"}).out, "contributions"));
  const Outcome no_total = run_app_on(R"({"not_measured": ["network", "new_connections",
      "acceptance", "decision_makers", "coworkers"], "activities": []})",
                                      {"explain", "-", "--contributions"});
  CHECK(contains(no_total.out, "No total: a pillar is not measured at all."));
}

TEST_CASE("explain refuses what it does not understand", "[explain]") {
  const struct {
    Args args;
    std::string message;
  } table[] = {
      {{"poeple"}, "ssi: explain: no topic 'poeple'; did you mean 'people'?\n"},
      {{"filtered"}, "ssi: explain: no topic 'filtered'; did you mean 'filtered_searches'?\n"},
      {{"tired"}, "ssi: explain: no topic 'tired'; 'ssi explain' lists them all\n"},
      {{"\x1b"}, "ssi: explain: no topic '\\u001b'; 'ssi explain' lists them all\n"},
      {{""}, "ssi: explain: no topic ''; 'ssi explain' lists them all\n"},
      {{"people", "-f", "csv"}, "ssi: --format: 'csv' is not one of text, json, markdown, html\n"},
      {{"people", "--as-of", "x"},
       "ssi: --as-of: 'x' is not a date; write a date such as 2026-11-22, today or latest\n"},
      {{"people", amina, "--contributions"},
       "ssi: explain: --contributions takes a log and no topic\n"},
      {{"--contributions"}, "ssi: explain: --contributions takes a log and no topic\n"},
      {{"people", "nowhere.json"}, "ssi: nowhere.json: No such file or directory\n"},
      {{"people", "comment"}, "ssi: explain: name one topic, before the log, not 'comment'\n"},
      {{amina, "people"}, "ssi: explain: name one topic, before the log, not 'people'\n"},
  };
  for (const auto& [args, message] : table) {
    Args all = args;
    all.insert(all.begin(), "explain");
    const Outcome outcome = run_app(all);
    CHECK(outcome.err == message);
    CHECK(outcome.out == "");
    CHECK(outcome.code == 2);
  }
}

TEST_CASE("explain writes a page to a file", "[explain]") {
  const Folder folder;
  const Outcome outcome =
      run_app({"explain", "people", "-f", "markdown", "-o", folder.path("page")});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "");
  CHECK(folder.read("page") == run_app({"explain", "people", "-f", "markdown"}).out);
}

}  // namespace
}  // namespace ssi::test
