// `ssi score` as a user drives it: arguments and standard input in; exit code and both streams out.

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using nlohmann::json;
using Args = std::vector<std::string>;
using Variables = std::map<std::string, std::string>;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr std::array<const char*, 7> all_formats = {"text", "total",    "json", "jsonl",
                                                    "csv",  "markdown", "html"};

// 52.81 in all: brand 19.72, people 5.23, insights 11.52, relationships 16.34.
std::string amina() {
  return persona("steady-weekly-poster.json");
}

// A log whose `people` cannot be measured.
constexpr std::string_view no_total =
    R"({"member": {"id": "nora"}, "activities": [], "not_measured": ["searches",)"
    R"( "filtered_searches", "profile_views", "saved_leads", "prospecting_days"]})";

// One good activity between two bad ones.
constexpr std::string_view partly_bad =
    R"({"activities": [{"at": "2026-02-30", "type": "share"},)"
    R"( {"at": "2026-02-03", "type": "share"}, {"type": "share"}]})";

Args operator+(Args left, const Args& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

// The text says FAIL exactly when the code is 1.
void check_fail(const Outcome& outcome) {
  CAPTURE(outcome.code, outcome.err);
  CHECK(contains(outcome.err, "FAIL") == (outcome.code == 1));
}

// A CSV text as rows of cells.
std::vector<Args> csv_rows(std::string_view text) {
  std::vector<Args> rows;
  Args row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text.substr(i, 2) == "\"\"";
    if (quoted && pair) {
      row.back() += text[++i];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (quoted || (text[i] != ',' && text[i] != '\r')) {
      row.back() += text[i];
    } else if (text[i] == ',') {
      row.emplace_back();
    } else {
      REQUIRE(text.substr(i, 2) == "\r\n");
      rows.push_back(row);
      row.assign(1, "");
      ++i;
    }
  }
  REQUIRE_FALSE(quoted);
  REQUIRE(row == Args{""});
  return rows;
}

// The members of a machine format; fails where it does not parse.
std::size_t count_of(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++count;
  return count;
}

std::size_t count_members(std::string_view format, const std::string& text) {
  if (format == "json") return json::parse(text).at("members").size();
  if (format == "csv") return csv_rows(text).size() - 1;
  const auto lines = lines_of(text);
  if (format == "jsonl") {
    for (const std::string& line : lines) REQUIRE(json::parse(line).at("schema_version") == 1);
  }
  return lines.size();
}

std::string activity_line(std::string_view member, std::string_view day) {
  return json{{"at", day}, {"type", "share"}, {"member", member}}.dump() + "\n";
}

std::string without_colors(std::string text) {
  for (std::size_t i = 0; (i = text.find('\x1b', i)) != std::string::npos;) {
    text.erase(i, text.find('m', i) - i + 1);
  }
  return text;
}

}  // namespace

// Formats

TEST_CASE("text shows total, weakest pillar and next step in that order") {
  const Outcome outcome = run_app({"score", amina()});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.err.empty());
  REQUIRE(outcome.out.starts_with("Social Selling Index: Amina Khalil "));
  const std::size_t total = outcome.out.find("52.81 / 100  building");
  const std::size_t weakest = outcome.out.find("< weakest");
  const std::size_t next = outcome.out.find("gain\n  people ");
  REQUIRE(total < weakest);
  REQUIRE(weakest < next);
  REQUIRE(next != std::string::npos);
  REQUIRE(contains(outcome.out, "as of 2026-11-22, model v1\n"));
  REQUIRE(ends_in_one_newline(outcome.out));
}

TEST_CASE("text is ASCII and fits 80 columns where it goes to no terminal") {
  for (const Args& more : {Args{}, Args{"--details"}}) {
    const Outcome outcome = run_app(Args{"score", amina(), persona("partly-measured.json")} + more);
    for (const std::string& line : lines_of(outcome.out)) {
      CAPTURE(line);
      REQUIRE(line.size() <= 80);
      REQUIRE(
          line.find_first_not_of(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]"
                                 "_abcdefghijklmnopqrstuvwxyz") == std::string::npos);
    }
  }
}

TEST_CASE("the total is rounded down to the decimals asked for") {
  struct Row {
    const char* file;
    const char* precision;
    const char* said;
  };
  for (const Row& row : std::vector<Row>{{"steady-weekly-poster.json", "0", "52\n"},
                                         {"steady-weekly-poster.json", "1", "52.8\n"},
                                         {"steady-weekly-poster.json", "2", "52.81\n"},
                                         {"seasoned-seller-new-role.json", "0", "57\n"},
                                         {"seasoned-seller-new-role.json", "1", "57.6\n"},
                                         {"daily-social-seller.json", "0", "77\n"},
                                         {"empty.json", "0", "0\n"},
                                         {"empty.json", "2", "0.00\n"},
                                         {"everything-at-target.json", "0", "100\n"},
                                         {"everything-at-target.json", "1", "100.0\n"},
                                         {"everything-at-target.json", "2", "100.00\n"}}) {
    const Args args = {"score", "-f", "total", "--precision", row.precision, persona(row.file)};
    const Outcome outcome = run_app(args);
    CAPTURE(args);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out == row.said);
  }
}

TEST_CASE("the precision is 0 by default and changes no other format") {
  REQUIRE(run_app({"score", "-f", "total", amina()}).out == "52\n");
  for (const char* format : {"text", "json", "jsonl", "csv", "markdown"}) {
    REQUIRE(run_app({"score", "-f", format, "--precision", "2", amina()}).out ==
            run_app({"score", "-f", format, amina()}).out);
  }
}

TEST_CASE("json holds the exact score, two decimals each, lists and never null in their place") {
  const Outcome outcome = run_app({"score", "-f", "json", amina()});
  REQUIRE(outcome.code == 0);
  REQUIRE(
      outcome.out.starts_with("{\n  \"schema_version\": 1,\n  \"tool\": {\n    \"name\": \"ssi\""));
  REQUIRE(contains(outcome.out, "\"total\": 52.81,"));
  REQUIRE(contains(outcome.out, "\"assessable\": 100.00,"));
  const json report = json::parse(outcome.out);
  REQUIRE(report.at("model").at("name") == "v1");
  REQUIRE(report.at("diagnostics") == json::array());
  const json& member = report.at("members").at(0);
  REQUIRE(member.at("id") == "amina");
  REQUIRE(member.at("weakest") == json::array({"people"}));
  REQUIRE(member.at("gates") == json::array());
  REQUIRE(member.at("pillars").size() == 4);
  for (const json& pillar : member.at("pillars")) REQUIRE(pillar.at("signals").size() == 5);
  const json perfect =
      json::parse(run_app({"score", "-f", "jsonl", persona("everything-at-target.json")}).out);
  REQUIRE(perfect.at("weakest") == json::array());
  REQUIRE(perfect.at("next_steps") == json::array());
}

TEST_CASE("a jsonl line is a member of json with version and model beside its fields") {
  const json document = json::parse(run_app({"score", "-f", "json", persona("team.jsonl")}).out);
  const auto lines = lines_of(run_app({"score", "-f", "jsonl", persona("team.jsonl")}).out);
  REQUIRE(lines.size() == document.at("members").size());
  REQUIRE(lines.size() == 7);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    json line = json::parse(lines[i]);
    REQUIRE(line.at("schema_version") == 1);
    REQUIRE(line.at("model") == document.at("model"));
    line.erase("schema_version");
    line.erase("model");
    REQUIRE(line == document.at("members").at(i));
  }
}

TEST_CASE("csv has one header and a row a member with as many cells") {
  const auto rows = csv_rows(run_app({"score", "-f", "csv", persona("team.jsonl"), amina()}).out);
  REQUIRE(rows.size() == 9);
  REQUIRE(rows[0][0] == "id");
  for (const Args& row : rows) REQUIRE(row.size() == rows[0].size());
  REQUIRE(rows.back()[0] == "amina");
  REQUIRE(std::ranges::count(rows.back(), "52.81") == 1);
}

TEST_CASE("markdown makes tables of pillars, next steps and gates") {
  const Outcome outcome = run_app({"score", "-f", "markdown", "--fail-under", "60", amina()});
  REQUIRE(outcome.code == 1);
  REQUIRE(outcome.out.starts_with("## Social Selling Index: Amina Khalil\n\n**52.81 / 100**"));
  for (const std::string_view part :
       {"| Find the right people | **5.23** | weakest |\n", "| Pillar | Next step | Gain |\n",
        "| total | 60.00 | 52.81 | **missed** |\n"}) {
    CAPTURE(part);
    REQUIRE(contains(outcome.out, part));
  }
}

TEST_CASE("details show all twenty signals, and change no machine format") {
  for (const char* format : {"text", "markdown"}) {
    const std::string brief = run_app({"score", "-f", format, amina()}).out;
    const std::string full = run_app({"score", "-f", format, "--details", amina()}).out;
    CAPTURE(format);
    for (const char* signal : {"completeness",
                               "showcase",
                               "endorsements",
                               "articles",
                               "upkeep",
                               "searches",
                               "filtered_searches",
                               "profile_views",
                               "saved_leads",
                               "prospecting_days",
                               "shares",
                               "engagement_given",
                               "engagement_received",
                               "conversations",
                               "insight_days",
                               "network",
                               "new_connections",
                               "acceptance",
                               "decision_makers",
                               "coworkers"}) {
      CAPTURE(signal);
      CHECK(contains(full, signal));
    }
    CHECK_FALSE(contains(brief, "prospecting_days"));
  }
  for (const char* format : {"total", "json", "jsonl", "csv"}) {
    CHECK(run_app({"score", "-f", format, "--details", amina()}).out ==
          run_app({"score", "-f", format, amina()}).out);
  }
}

TEST_CASE("what is not measured is said and never shown as zero") {
  const std::string log = persona("partly-measured.json");
  const std::string text = run_app({"score", "--details", log}).out;
  REQUIRE(contains(text, "measured on 65.00 of 100.00 points"));
  REQUIRE(contains(text, "showcase             not measured"));
  const json member = json::parse(run_app({"score", "-f", "jsonl", log}).out);
  REQUIRE(member.at("assessable") == 65.0);
  REQUIRE(member.at("pillars").at(0).at("signals").at(1).at("value").is_null());
  const auto rows = csv_rows(run_app({"score", "-f", "csv", log}).out);
  const auto showcase = std::ranges::find(rows[0], "showcase") - rows[0].begin();
  REQUIRE(rows[1][static_cast<std::size_t>(showcase)].empty());
}

TEST_CASE("every machine format parses and ends in one newline, whatever the code") {
  struct Row {
    Args args;
    std::string in;
    int code;
    std::size_t members;
  };
  const std::vector<Row> rows = {
      {{amina()}, "", 0, 1},
      {{persona("team.jsonl"), amina()}, "", 0, 8},
      {{amina(), "--fail-under", "60"}, "", 1, 1},
      {{"-", "--fail-under", "60"}, std::string{no_total}, 2, 1},
      {{amina(), "-", "--fail-under", "people=20"}, std::string{no_total}, 2, 2},
      {{"-", "--lenient"}, std::string{partly_bad}, 0, 1},
      {{persona("partly-measured.json"), "--require-complete"}, "", 1, 1},
  };
  for (const Row& row : rows) {
    for (const char* format : all_formats) {
      const Outcome outcome = run_app_on(row.in, Args{"score", "-f", format} + row.args);
      CAPTURE(format, row.args, outcome.err);
      CHECK(ends_in_one_newline(outcome.out));
      const bool lacks_total =
          std::string_view{format} == "total" && !row.in.empty() && row.in == no_total;
      CHECK(outcome.code == (lacks_total ? 2 : row.code));
      check_fail(outcome);
      constexpr std::array<std::string_view, 3> for_people = {"text", "markdown", "html"};
      if (std::ranges::find(for_people, format) == for_people.end()) {
        CHECK(count_members(format, outcome.out) == row.members);
      }
    }
  }
}

TEST_CASE("a lenient run sets bad logs aside, says so in every report, and scores the rest") {
  const Folder folder;
  folder.write("cut.json", "{");
  folder.write("cut.zip", "PK\3\4");
  folder.write("empty.json", "");
  folder.write("bad.json", R"({"activities": [{"at": "2026-02-30", "type": "search"}]})");
  folder.write("bad.jsonl", R"({"at": "2026-02-30", "type": "search"})");
  folder.write("utf16.json", "\xFF\xFE{");
  const std::string missing = folder.path("missing.json");
  for (const Args& gates : {Args{"--fail-under", "60"}, Args{"--fail-under", "50"}}) {
    const bool is_met = gates[1] == "50";
    for (const char* format : {"text", "json", "markdown", "html", "junit"}) {
      const Outcome outcome = run_app(
          Args{"score", "--lenient", "-f", format, amina(), folder.path(""), missing} + gates);
      CAPTURE(format, outcome.err);
      CHECK(outcome.code == (is_met ? 0 : 1));
      for (const char* file : {"cut.json", "cut.zip", "empty.json", "bad.json", "utf16.json"}) {
        CHECK(contains(outcome.err, file));
      }
      CHECK(count_of(outcome.err, "set aside: ") == 7);
      const std::string_view looks{format};
      CHECK(contains(outcome.out, looks == "json"    ? "\"set_aside\": 7"
                                  : looks == "junit" ? "tests=\"7\""
                                  : looks == "html"  ? "set aside: "
                                                     : "7 logs or lines set aside\n"));
    }
  }
  const Outcome quiet = run_app({"score", "--lenient", "-q", amina(), missing});
  CHECK(quiet.code == 0);
  CHECK(contains(quiet.err, "missing.json: set aside: No such file"));
  for (const char* file : {"bad.json", "bad.jsonl", "cut.zip", "missing.json"}) {
    const Outcome none = run_app({"score", "--lenient", folder.path(file)});
    CHECK(none.code == 2);
    CHECK(none.out.empty());
    CHECK(contains(none.err, "nothing to score"));
    CHECK(run_app({"score", amina(), folder.path(file)}).code == 2);
  }
  const Outcome team = run_app({"team", "--lenient", amina(), folder.path("")});
  CHECK(team.code == 0);
  CHECK(team.out.ends_with("\n6 logs or lines set aside\n"));
}

TEST_CASE("where there is no trustworthy score nothing is printed at all") {
  for (const char* format : all_formats) {
    for (const char* in : {"", "{", "nonsense", R"({"activities": [{"type": "share"}]})",
                           R"({"activities": []} {"activities": []})"}) {
      for (const Args& more : {Args{}, Args{"--fail-under", "100"}}) {
        const Outcome outcome = run_app_on(in, Args{"score", "-f", format, amina(), "-"} + more);
        CAPTURE(format, in, more, outcome.err);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.starts_with("ssi: standard input:"));
        check_fail(outcome);
      }
    }
  }
}

TEST_CASE("a member without a total makes the total format fail, and no other") {
  for (const char* format : all_formats) {
    const Outcome outcome = run_app_on(std::string{no_total}, {"score", "-f", format});
    CAPTURE(format, outcome.err);
    CHECK(outcome.code == (std::string_view{format} == "total" ? 2 : 0));
    CHECK(ends_in_one_newline(outcome.out));
  }
  const Outcome total = run_app_on(std::string{no_total}, {"score", "-f", "total", amina(), "-"});
  REQUIRE(total.code == 2);
  REQUIRE(total.out == "52\n-\n");
  REQUIRE(total.err == "ssi: 1 member without a total: a pillar is not measured at all\n");
  REQUIRE(run_app_on(std::string{no_total}, {"score", "-f", "total", "-q"}).code == 2);
  const json member = json::parse(run_app_on(std::string{no_total}, {"score", "-f", "jsonl"}).out);
  REQUIRE(member.at("total").is_null());
  REQUIRE(member.at("band").is_null());
  REQUIRE(member.at("pillars").at(1).at("score").is_null());
}

// Files and members

TEST_CASE("members come in the order of the input") {
  const Outcome outcome = run_app_on(R"({"activities": []})",
                                     {"score", "-f", "total", amina(), "-", persona("team.jsonl"),
                                      persona("daily-social-seller.json")});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.out == "52\n0\n75\n43\n19\n27\n66\n96\n36\n77\n");
}

TEST_CASE("members of documents come as they are read, and those of lines after the last") {
  const std::string lines = activity_line("second", "2026-01-01") +
                            activity_line("third", "2026-01-01") +
                            activity_line("second", "2026-01-02");
  const auto rows = csv_rows(run_app_on(lines, {"score", "-f", "csv", "-", amina()}).out);
  REQUIRE(rows.size() == 4);
  REQUIRE(rows[1][0] == "amina");
  REQUIRE(rows[2][0] == "second");
  REQUIRE(rows[3][0] == "third");
}

TEST_CASE("lines of one member in several files make one member") {
  const Folder folder;
  const std::string a =
      folder.write("a", activity_line("x", "2026-01-01") + activity_line("y", "2026-01-01"));
  const std::string b =
      folder.write("b", activity_line("y", "2026-01-02") + activity_line("x", "2026-01-03"));
  const std::string both = folder.write("both", folder.read("a") + folder.read("b"));
  for (const char* format : all_formats) {
    if (format == std::string_view{"csv"}) continue;  // a column of it is the source
    const Outcome parts = run_app({"score", "-f", format, a, b});
    REQUIRE(parts.code == 0);
    REQUIRE(without_sources(parts.out) ==
            without_sources(run_app({"score", "-f", format, both}).out));
  }
  REQUIRE(csv_rows(run_app({"score", "-f", "csv", b, a}).out).at(1).at(0) == "y");
}

TEST_CASE("standard input and files may stand together") {
  REQUIRE(run_app_on(R"({"activities": []})", {"score", "-f", "total", "-", amina()}).out ==
          "0\n52\n");
  REQUIRE(run_app_on(R"({"activities": []})", {"score", "-f", "total", amina(), "-"}).out ==
          "52\n0\n");
}

// Gates

TEST_CASE("a gate compares exact hundredths and says wanted, got and how far off") {
  const std::string partly = persona("partly-measured.json");
  const std::string passed = "ssi: pass: every gate is met\n";
  struct Row {
    Args args;
    std::string said;
  };
  const std::vector<Row> rows = {
      {{amina(), "--fail-under", "0"}, passed},
      {{amina(), "--fail-under", "52"}, passed},
      {{amina(), "--fail-under", "52.80"}, passed},
      {{amina(), "--fail-under", "52.81"}, passed},
      {{amina(), "--fail-under", "52.82"},
       "ssi: FAIL: Amina Khalil: total is 52.81, 0.01 below the 52.82 wanted\n"},
      {{amina(), "--fail-under", "53"},
       "ssi: FAIL: Amina Khalil: total is 52.81, 0.19 below the 53.00 wanted\n"},
      {{amina(), "--fail-under=52.9"},
       "ssi: FAIL: Amina Khalil: total is 52.81, 0.09 below the 52.90 wanted\n"},
      {{amina(), "--fail-under", "100"},
       "ssi: FAIL: Amina Khalil: total is 52.81, 47.19 below the 100.00 wanted\n"},
      {{amina(), "--fail-under", "people=5.22"}, passed},
      {{amina(), "--fail-under", "people=5.23"}, passed},
      {{amina(), "--fail-under", "people=5.24"},
       "ssi: FAIL: Amina Khalil: people is 5.23, 0.01 below the 5.24 wanted\n"},
      {{amina(), "--fail-under", "brand=25"},
       "ssi: FAIL: Amina Khalil: brand is 19.72, 5.28 below the 25.00 wanted\n"},
      {{amina(), "--fail-under", "insights=0", "--fail-under", "relationships=16.34"}, passed},
      {{amina(), "--fail-under", "70", "--fail-under", "brand=19", "--fail-under", "insights=15"},
       "ssi: FAIL: Amina Khalil: total is 52.81, 17.19 below the 70.00 wanted\n"
       "ssi: FAIL: Amina Khalil: insights is 11.52, 3.48 below the 15.00 wanted\n"},
      {{amina(), "--require-complete"}, passed},
      {{partly, "--require-complete"},
       "ssi: FAIL: Lucas Ferreira Pradinho: measured on 65.00 of 100.00 points, 35.00 short\n"},
      {{partly, "--fail-under", "40.36"}, passed},
      {{partly, "--fail-under", "40.36", "--strictly"}, passed},
      {{partly, "--fail-under", "60.53"},
       "ssi: FAIL: Lucas Ferreira Pradinho: total is 60.52 (40.36 to 75.36), 0.01 below the 60.53 "
       "wanted\n"},
      {{partly, "--fail-under", "40.37", "--strictly"},
       "ssi: FAIL: Lucas Ferreira Pradinho: lower end of total is 40.36, 0.01 below the 40.37 "
       "wanted\n"},
      {{partly, "--strictly", "--fail-under", "people=10"},
       "ssi: FAIL: Lucas Ferreira Pradinho: lower end of people is 4.26, 5.74 below the 10.00 "
       "wanted\n"},
      {{amina(), "--strictly", "--fail-under", "52.81"}, passed},
      {{persona("empty.json"), "--fail-under", "0"}, passed},
      {{persona("empty.json"), "--fail-under", "0.01"},
       "ssi: FAIL: Nils Aldermark: total is 0.00, 0.01 below the 0.01 wanted\n"},
      {{persona("everything-at-target.json"), "--fail-under", "100", "--fail-under", "brand=25.00"},
       passed},
  };
  for (const Row& row : rows) {
    for (const char* format : all_formats) {
      const Outcome outcome = run_app(Args{"score", "-f", format} + row.args);
      CAPTURE(format, row.args);
      CHECK(outcome.err == row.said);
      CHECK(outcome.code == (row.said == passed ? 0 : 1));
      CHECK_FALSE(outcome.out.empty());
    }
  }
}

TEST_CASE("a gate that only a scaled up score meets says so") {
  const std::string partly = persona("partly-measured.json");
  const std::string unsure =
      "ssi: pass: every gate is met; some only if what is not measured is as good as the rest "
      "(see --strictly)\n";
  for (const std::string gate : {"40.37", "60.52", "people=10.65"}) {
    for (const std::string command : {"score", "team"}) {
      CAPTURE(gate, command);
      const Outcome outcome = run_app({command, partly, "--fail-under", gate});
      CHECK(outcome.code == 0);
      CHECK(outcome.err == unsure);
    }
  }
  CHECK(run_app({"team", partly, "--fail-under-mean", "50"}).err == unsure);
}

TEST_CASE("without a gate nothing is said of gates") {
  const Outcome outcome = run_app({"score", persona("empty.json")});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.err.empty());
  REQUIRE_FALSE(contains(outcome.out, "FAIL"));
}

TEST_CASE("a gate judges every member and names those that miss it") {
  const Outcome outcome =
      run_app({"score", "-f", "total", "--fail-under", "40", persona("team.jsonl")});
  REQUIRE(outcome.code == 1);
  REQUIRE(outcome.out == "75\n43\n19\n27\n66\n96\n36\n");
  const auto lines = lines_of(outcome.err);
  REQUIRE(lines.size() == 3);
  for (const std::string& line : lines) REQUIRE(line.starts_with("ssi: FAIL: "));
  REQUIRE(lines[0].ends_with("total is 19.68, 20.32 below the 40.00 wanted"));
  REQUIRE(lines[2].ends_with("total is 36.99 (29.71 to 54.71), 3.01 below the 40.00 wanted"));
}

TEST_CASE("the first 20 misses are told and the rest counted") {
  std::string lines;
  for (int i = 0; i < 25; ++i) lines += "{\"activities\": []}\n";
  const Outcome outcome = run_app_on(lines, {"score", "-q", "--fail-under", "1"});
  REQUIRE(outcome.code == 1);
  REQUIRE(lines_of(outcome.err).size() == 21);
  REQUIRE(lines_of(outcome.err).back() == "ssi: FAIL: and 5 more");
}

TEST_CASE("json tells of each gate what it is on, wanted, got and whether it passed") {
  const Outcome outcome = run_app({"score", "-f", "jsonl", "--fail-under", "70", "--fail-under",
                                   "brand=19.5", "--require-complete", amina()});
  REQUIRE(json::parse(outcome.out).at("gates") ==
          json::parse(R"([{"on": "total", "wanted": 70.0, "got": 52.81, "passed": false},
                          {"on": "brand", "wanted": 19.5, "got": 19.72, "passed": true},
                          {"on": "complete", "wanted": 100.0, "got": 100.0, "passed": true}])"));
  const Outcome unjudged =
      run_app_on(std::string{no_total}, {"score", "-f", "jsonl", "--fail-under", "people=0"});
  REQUIRE(json::parse(unjudged.out).at("gates") ==
          json::parse(R"([{"on": "people", "wanted": 0.0, "got": null, "passed": false}])"));
}

TEST_CASE("a gate on something that has no score is an error, never a pass or a miss") {
  for (const char* gate : {"0", "70", "people=0", "people=25"}) {
    const Outcome outcome = run_app_on(std::string{no_total}, {"score", "--fail-under", gate});
    CAPTURE(gate, outcome.err);
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "ssi: nora: the gate on "));
    check_fail(outcome);
  }
  const Outcome other = run_app_on(std::string{no_total}, {"score", "--fail-under", "brand=1"});
  REQUIRE(other.code == 1);  // what can be judged still is
  REQUIRE(run_app_on(std::string{no_total}, {"score", "--require-complete"}).code == 1);
}

TEST_CASE("code 2 beats code 1") {
  const Folder folder;
  const std::string nora = folder.write("nora.json", no_total);
  for (const Args& args : {Args{"--fail-under", "100", amina(), "nowhere.json"},
                           Args{"--fail-under", "100", "nowhere.json", amina()},
                           Args{"--fail-under", "100", amina(), folder.write("bad.json", "{")},
                           Args{"--fail-under", "100", amina(), nora},
                           Args{"--fail-under", "brand=25", "--fail-under", "people=1", nora},
                           Args{"--fail-under", "brand=25", "-f", "total", nora},
                           Args{"--fail-under", "100", "-o", "/dev/full", amina()}}) {
    for (const Args& more : {Args{}, Args{"-q"}}) {
      const Outcome outcome = run_app(Args{"score"} + args + more);
      CAPTURE(args, outcome.err);
      CHECK(outcome.code == 2);
      check_fail(outcome);
    }
  }
}

TEST_CASE("what is not a number of points is refused as a threshold") {
  for (const char* gate : {"",
                           "-1",
                           "-0",
                           "+5",
                           "100.01",
                           "101",
                           "70.001",
                           "1e1",
                           "nan",
                           "inf",
                           "0x10",
                           "7,5",
                           " 7",
                           "7 ",
                           "70%",
                           ".",
                           "99999999999999999999",
                           "=",
                           "=5",
                           "brand=",
                           "brand=25.01",
                           "brand=26",
                           "brand=-1",
                           "brand=x",
                           "Brand=5",
                           "whole=5",
                           "brand = 5",
                           "brand=5=5"}) {
    const Outcome outcome = run_app({"score", "--fail-under", gate, amina()});
    CAPTURE(gate, outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("ssi: --fail-under: '"));
    CHECK(lines_of(outcome.err).size() == 1);
  }
}

TEST_CASE("options, model and thresholds are checked before any input is read") {
  const Folder folder;
  for (const Args& args :
       {Args{"-f", "xml"}, Args{"--color", "blue"}, Args{"--precision", "9"},
        Args{"--as-of", "2026-02-30"}, Args{"--fail-under", "101"},
        Args{"--fail-under", "brand=26"}, Args{"--fail-under", "pillar=3"},
        Args{"--model", "nowhere.json"}, Args{"--model", folder.write("m.json", "{}")},
        Args{"-o", folder.path("no/such/folder")}, Args{"-o", folder.path(".")},
        Args{"--no-such-option"}}) {
    const Outcome outcome = run_app_on("nonsense", Args{"score"} + args + Args{"nowhere-1", "-"});
    CAPTURE(args, outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_FALSE(outcome.has_read_in);
    CHECK_FALSE(contains(outcome.err, "nowhere-1"));
    CHECK_FALSE(contains(outcome.err, "standard input"));
  }
}

// Strict and lenient

TEST_CASE("a strict run names every bad activity and scores none") {
  const Outcome outcome = run_app_on(std::string{partly_bad}, {"score"});
  REQUIRE(outcome.code == 2);
  REQUIRE(outcome.out.empty());
  const auto lines = lines_of(outcome.err);
  REQUIRE(lines.size() == 2);
  REQUIRE(contains(lines[0], "/activities/0/at: '2026-02-30' is not a date"));
  REQUIRE(contains(lines[1], "/activities/2"));
}

TEST_CASE("a lenient run skips bad activities, says so, and scores the rest") {
  const Outcome outcome = run_app_on(std::string{partly_bad}, {"score", "--lenient", "-f", "json"});
  REQUIRE(outcome.code == 0);
  const auto lines = lines_of(outcome.err);
  REQUIRE(lines.size() == 2);
  for (const std::string& line : lines) {
    REQUIRE(line.starts_with("ssi: standard input:1:"));
    REQUIRE(contains(line, ": skipped: /activities/"));
  }
  const json report = json::parse(outcome.out);
  REQUIRE(report.at("diagnostics").size() == 2);
  for (const json& d : report.at("diagnostics")) {
    REQUIRE(d.at("severity") == "skipped");
    REQUIRE(d.at("file") == "standard input");
    REQUIRE(d.at("line") == 1);
  }
  const json clean = json::parse(
      run_app_on(R"([{"at": "2026-02-03", "type": "share"}])", {"score", "-f", "json"}).out);
  REQUIRE(report.at("members") == clean.at("members"));
}

TEST_CASE("a lenient run skips bad lines") {
  const std::string lines = activity_line("x", "2026-01-01") + "nonsense\n" +
                            activity_line("x", "2026-13-01") + activity_line("x", "2026-01-02");
  const Outcome outcome = run_app_on(lines, {"score", "--lenient", "-f", "csv"});
  REQUIRE(outcome.code == 0);
  REQUIRE(csv_rows(outcome.out).at(1).at(4) == "2026-01-02");
  REQUIRE(lines_of(outcome.err).size() == 2);
  REQUIRE(outcome.err.starts_with("ssi: standard input:2:"));
}

TEST_CASE("a lenient run that is left with nothing scores nothing") {
  const Outcome outcome = run_app_on("nonsense\n" + activity_line("x", "2026-13-01"),
                                     {"score", "--lenient", "-f", "json", "--fail-under", "0"});
  REQUIRE(outcome.code == 2);
  REQUIRE(outcome.out.empty());
  REQUIRE(contains(outcome.err, "ssi: nothing to score"));
}

TEST_CASE("a warning is told, and the log still scores") {
  const Outcome outcome =
      run_app_on(R"({"activities": [{"at": "2026-02-03", "type": "selfie"}], "mood": 1})",
                 {"score", "-f", "json"});
  REQUIRE(outcome.code == 0);
  REQUIRE(lines_of(outcome.err).size() == 2);
  for (const std::string& line : lines_of(outcome.err)) REQUIRE(contains(line, ": warning: "));
  REQUIRE(json::parse(outcome.out).at("diagnostics").size() == 2);
}

// As of

constexpr std::string_view dated =
    R"({"as_of": "2026-02-01", "activities": [{"at": "2026-01-01", "type": "share"},)"
    R"( {"at": "2026-03-01", "type": "share"}]})";

TEST_CASE("the score is as of the day asked for") {
  constexpr std::string_view undated =
      R"([{"at": "2026-01-01", "type": "share"}, {"at": "2026-03-01T23:59:59-12:00", "type": "share"}])";
  constexpr std::string_view empty = R"({"activities": []})";
  struct Row {
    std::string_view in;
    Args args;
    json as_of;
    std::string_view later;
  };
  const std::vector<Row> rows = {
      {dated, {}, "2026-02-01", "1 activity after 2026-02-01"},
      {dated, {"--as-of", "latest"}, "2026-03-01", ""},
      {dated, {"--as-of", "today"}, "2026-02-14", ""},
      {dated, {"--as-of", "2025-12-31"}, "2025-12-31", ""},
      {dated, {"--as-of=2030-01-01"}, "2030-01-01", ""},
      {dated, {"--as-of", "today", "--as-of", "latest"}, "2026-03-01", ""},
      {undated, {}, "2026-03-01", ""},
      {undated, {"--as-of", "latest"}, "2026-03-01", ""},
      {undated, {"--as-of", "2026-01-01"}, "2026-01-01", ""},
      {empty, {}, nullptr, ""},
      {empty, {"--as-of", "latest"}, nullptr, ""},
      {empty, {"--as-of", "today"}, "2026-02-14", ""},
  };
  for (const Row& row : rows) {
    const Outcome outcome = run_app(Args{"score", "-f", "jsonl"} + row.args,
                                    {.in = std::string{row.in}, .today = 2026y / 2 / 14});
    CAPTURE(row.in, row.args, outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(json::parse(outcome.out).at("as_of") == row.as_of);
    CHECK(contains(outcome.err, row.later));
    CHECK(lines_of(outcome.err).size() == (row.later.empty() ? 0 : 1));
  }
}

TEST_CASE("today is looked at only where it is asked for") {
  for (const char* day : {"latest", "2026-10-01"}) {
    const Args args = {"score", "--as-of", day, amina()};
    REQUIRE(run_app(args, {.today = 2026y / 1 / 1}).out ==
            run_app(args, {.today = 2030y / 1 / 1}).out);
  }
  REQUIRE(run_app({"score", amina()}, {.today = 2026y / 1 / 1}).out ==
          run_app({"score", amina()}, {.today = 2030y / 1 / 1}).out);
}

TEST_CASE("what is no day is refused") {
  for (const char* day :
       {"", "yesterday", "TODAY", "2026-02-30", "2026-13-01", "2026-1-1", "20260101", "26-01-01",
        "2026-01-01T00:00:00Z", "2026-01-01 ", "+2026-01-01", "01.02.2026"}) {
    const Outcome outcome = run_app({"score", "--as-of", day, amina()});
    CAPTURE(day, outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == "ssi: --as-of: '" + std::string{day} +
                             "' is not a date; write a date such as 2026-11-22, today or latest\n");
  }
}

// Quiet

TEST_CASE("a quiet run prints no report, only errors, misses, and that something was dropped") {
  struct Row {
    Args args;
    std::string in;
    int code;
    std::size_t said;
  };
  for (const Row& row : std::vector<Row>{
           {{amina()}, "", 0, 0},
           {{amina(), "--fail-under", "50"}, "", 0, 0},
           {{amina(), "--fail-under", "60"}, "", 1, 1},
           {{amina(), "nowhere"}, "", 2, 1},
           {{"-"}, "{", 2, 1},
           {{"-"}, R"({"activities": [], "mood": 1})", 0, 0},
           {{"-"}, R"({"activities": [{"type": "serch"}]})", 0, 1},
           {{"-", "--lenient"}, std::string{partly_bad}, 0, 1},
           {{"--as-of", "2026-01-01", amina()}, "", 0, 0},
           {{"-"}, std::string{dated}, 0, 1},
           {{"-", "--fail-under", "0"}, std::string{no_total}, 2, 1},
       }) {
    for (const char* quiet : {"-q", "--quiet"}) {
      for (const char* format : all_formats) {
        if (row.in == no_total && std::string_view{format} == "total") continue;
        const Outcome outcome = run_app_on(row.in, Args{"score", quiet, "-f", format} + row.args);
        CAPTURE(row.args, format, outcome.err);
        CHECK(outcome.code == row.code);
        CHECK(outcome.out.empty());
        CHECK(lines_of(outcome.err).size() == row.said);
        check_fail(outcome);
      }
    }
  }
}

// Output to a file

TEST_CASE("a quiet run writes files all the same") {
  const Folder folder;
  const Outcome outcome =
      run_app({"score", "-q", "-f", "text", "-f", "json:" + folder.path("json"), amina()});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.empty());
  CHECK(folder.read("json") == run_app({"score", "-f", "json", amina()}).out);
  for (const char* command : {"score", "team", "trend", "report", "explain"}) {
    const std::string file = folder.path(command);
    const Args more = std::string_view{command} == "explain" ? Args{"people"} : Args{};
    CAPTURE(command);
    CHECK(run_app(Args{command, "-q", "-o", file} + more + Args{amina()}).code == 0);
    CHECK(run_app(Args{command, "-q"} + more + Args{amina()}).out.empty());
    CHECK_FALSE(folder.read(command).empty());
  }
}

TEST_CASE("a report in a file is the one that standard output gets") {
  const Folder folder;
  for (const char* format : all_formats) {
    for (const char* option : {"-o", "--output"}) {
      const Args args = {"score", "-f", format, "--fail-under", "60", amina()};
      const Outcome outcome = run_app(args + Args{option, folder.path("report")});
      const Outcome expected = run_app(args);
      CAPTURE(format);
      CHECK(outcome.code == 1);
      CHECK(outcome.out.empty());
      CHECK(outcome.err == expected.err);
      CHECK(folder.read("report") == expected.out);
      CHECK(folder.names() == Args{"report"});
    }
  }
}

TEST_CASE("the file stays as it was, and no other is left, where there is no score") {
  const Folder folder;
  folder.write("report", "old");
  const std::string target = folder.path("report");
  for (const Args& args : {Args{"nowhere.json"}, Args{amina(), "nowhere.json"}, Args{amina(), "-"},
                           Args{"--fail-under", "101", amina()}, Args{"--model", "v2", amina()},
                           Args{"--as-of", "never", amina()}, Args{"-f", "xml", amina()}}) {
    const Outcome outcome = run_app_on("{", Args{"score", "-o", target} + args);
    CAPTURE(args);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(folder.read("report") == "old");
    CHECK(folder.names() == Args{"report"});
  }
  fs::remove(target);
  REQUIRE(run_app_on("{", {"score", "-o", target}).code == 2);
  REQUIRE(folder.names().empty());
}

TEST_CASE("a file that is replaced keeps its mode, and a new one gets the usual one") {
  const Folder folder;
  struct stat status {};
  for (const mode_t mode : {mode_t{0640}, mode_t{0600}, mode_t{0666}, mode_t{0755}}) {
    const std::string target = folder.write("report", "old");
    REQUIRE(chmod(target.c_str(), mode) == 0);
    REQUIRE(run_app({"score", "-f", "total", "-o", target, amina()}).code == 0);
    REQUIRE(stat(target.c_str(), &status) == 0);
    REQUIRE((status.st_mode & 07777U) == mode);
    REQUIRE(folder.read("report") == "52\n");
  }
  const mode_t mask = umask(027);
  const int code = run_app({"score", "-f", "total", "-o", folder.path("new"), amina()}).code;
  umask(mask);
  REQUIRE(code == 0);
  REQUIRE(stat(folder.path("new").c_str(), &status) == 0);
  REQUIRE((status.st_mode & 07777U) == 0640);
}

TEST_CASE("a link is followed and stays a link, even to a file that is not there yet") {
  const Folder folder;
  folder.write("real", "old");
  for (const char* file : {"real", "new"}) {
    fs::create_symlink(file, folder.path("link"));
    const Outcome outcome = run_app({"score", "-f", "total", "-o", folder.path("link"), amina()});
    CAPTURE(file, outcome.err);
    CHECK(outcome.code == 0);
    CHECK(fs::is_symlink(folder.path("link")));
    CHECK(folder.read(file) == "52\n");
    fs::remove(folder.path("link"));
  }
}

TEST_CASE("what cannot be written to says why") {
  const Folder folder;
  struct Row {
    std::string target;
    std::string_view reason;
  };
  for (const Row& row :
       std::vector<Row>{{folder.path("no/such/report"), "No such file or directory"},
                        {folder.path("."), "Is a directory"},
                        {"/dev/null/report", "Not a directory"},
                        {"/dev/full", "No space left on device"}}) {
    for (const char* format : all_formats) {
      const Outcome outcome = run_app({"score", "-f", format, "-o", row.target, amina()});
      CAPTURE(row.target, format, outcome.err);
      CHECK(outcome.code == 2);
      CHECK(outcome.out.empty());
      CHECK(outcome.err.starts_with("ssi: "));
      CHECK(outcome.err.ends_with(": " + std::string{row.reason} + "\n"));
    }
  }
}

TEST_CASE("a report may go to a device or, by a dash, to standard output") {
  const Outcome nowhere = run_app({"score", "-f", "total", "-o", "/dev/null", amina()});
  REQUIRE(nowhere.code == 0);
  REQUIRE(nowhere.out.empty());
  REQUIRE(fs::is_character_file("/dev/null"));
  REQUIRE(run_app({"score", "-f", "total", "-o", "-", amina()}).out == "52\n");
}

// Colour

TEST_CASE("colour follows its rules one by one") {
  const Variables term = {{"TERM", "xterm"}};
  const auto with = [](const std::string& name, const std::string& value, Variables variables) {
    variables[name] = value;
    return variables;
  };
  struct Row {
    const char* rule;
    Args args;
    Variables variables;
    bool terminal;
    bool color;
  };
  const std::vector<Row> rows = {
      {"a terminal has colour", {}, term, true, true},
      {"no terminal has none", {}, term, false, false},
      {"auto is the default", {"--color", "auto"}, term, true, true},
      {"always", {"--color", "always"}, {}, false, true},
      {"always beats NO_COLOR", {"--color=always"}, {{"NO_COLOR", "1"}}, false, true},
      {"always beats TERM", {"--color", "always"}, {{"TERM", "dumb"}}, true, true},
      {"never", {"--color", "never"}, term, true, false},
      {"never beats FORCE_COLOR",
       {"--color", "never"},
       with("FORCE_COLOR", "1", term),
       true,
       false},
      {"the last option counts", {"--color=always", "--color=never"}, term, true, false},
      {"NO_COLOR", {}, with("NO_COLOR", "1", term), true, false},
      {"NO_COLOR of any value", {}, with("NO_COLOR", "0", term), true, false},
      {"empty NO_COLOR is none", {}, with("NO_COLOR", "", term), true, true},
      {"NO_COLOR beats FORCE_COLOR", {}, {{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, true, false},
      {"NO_COLOR beats CLICOLOR_FORCE",
       {},
       {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}},
       true,
       false},
      {"empty NO_COLOR, FORCE_COLOR", {}, {{"NO_COLOR", ""}, {"FORCE_COLOR", "1"}}, false, true},
      {"FORCE_COLOR", {}, {{"FORCE_COLOR", "1"}}, false, true},
      {"FORCE_COLOR of any value", {}, {{"FORCE_COLOR", "true"}}, false, true},
      {"FORCE_COLOR beats TERM", {}, {{"FORCE_COLOR", "3"}, {"TERM", "dumb"}}, true, true},
      {"FORCE_COLOR zero forces nothing", {}, with("FORCE_COLOR", "0", term), false, false},
      {"FORCE_COLOR zero forbids nothing", {}, with("FORCE_COLOR", "0", term), true, true},
      {"empty FORCE_COLOR", {}, with("FORCE_COLOR", "", term), false, false},
      {"CLICOLOR_FORCE", {}, {{"CLICOLOR_FORCE", "1"}}, false, true},
      {"CLICOLOR_FORCE beats TERM", {}, {{"CLICOLOR_FORCE", "1"}, {"TERM", "dumb"}}, true, true},
      {"CLICOLOR_FORCE zero", {}, with("CLICOLOR_FORCE", "0", term), false, false},
      {"empty CLICOLOR_FORCE", {}, with("CLICOLOR_FORCE", "", term), false, false},
      {"one of the two is enough",
       {},
       {{"FORCE_COLOR", "0"}, {"CLICOLOR_FORCE", "1"}},
       false,
       true},
      {"TERM not set", {}, {}, true, false},
      {"TERM empty", {}, {{"TERM", ""}}, true, false},
      {"TERM dumb", {}, {{"TERM", "dumb"}}, true, false},
  };
  for (const Row& row : rows) {
    const Outcome outcome = run_app(Args{"score", amina()} + row.args,
                                    {.out_is_terminal = row.terminal, .variables = row.variables});
    CAPTURE(row.rule);
    CHECK(outcome.code == 0);
    CHECK(contains(outcome.out, "\x1b[") == row.color);
    CHECK(outcome.err.empty());
  }
}

TEST_CASE("a machine format or a file has no colour whatever is asked for") {
  const World world = {.out_is_terminal = true,
                       .variables = {{"TERM", "xterm"}, {"FORCE_COLOR", "1"}}};
  const Folder folder;
  for (const char* format : all_formats) {
    const Args args = {"score", "-f", format, "--color", "always", amina()};
    CAPTURE(format);
    if (std::string_view{format} != "text") {
      CHECK(run_app(args, world).out == run_app({"score", "-f", format, amina()}).out);
    }
    REQUIRE(run_app(args + Args{"-o", folder.path("report")}, world).code == 0);
    CHECK(folder.read("report") == run_app({"score", "-f", format, amina()}).out);
  }
}

TEST_CASE("colour carries no meaning of its own") {
  const Variables term = {{"TERM", "xterm"}};
  Variables no_color = term;
  no_color["NO_COLOR"] = "1";
  for (const char* file : {"steady-weekly-poster.json", "partly-measured.json", "empty.json"}) {
    const Args args = {"score", "--details", persona(file)};
    const Outcome colored = run_app(args, {.out_is_terminal = true, .variables = term});
    const Outcome plain = run_app(args, {.out_is_terminal = true, .variables = no_color});
    REQUIRE(colored.out != plain.out);
    REQUIRE(without_colors(colored.out) == plain.out);
  }
}

TEST_CASE("bars are drawn in blocks on a terminal and in ASCII elsewhere") {
  const Args args = {"score", amina()};
  const std::string terminal =
      run_app(args, {.out_is_terminal = true, .variables = {{"TERM", "xterm"}}}).out;
  const std::string dumb =
      run_app(args, {.out_is_terminal = true, .variables = {{"TERM", "dumb"}}}).out;
  REQUIRE(contains(terminal, "████████▎"));
  REQUIRE_FALSE(contains(terminal, "####"));
  REQUIRE(contains(dumb, "###########.............."));
  REQUIRE(dumb == run_app(args).out);
}

// Text from a log is data

namespace {

struct Name {
  std::string_view raw;
  std::string_view visible;   // in text
  std::string_view cell;      // in csv, parsed
  std::string_view markdown;  // in the heading
};
const std::vector<Name> names = {
    {"\x1b[31mred\x1b[0m", "\\u001b[31mred\\u001b[0m", "\\u001b[31mred\\u001b[0m",
     "\\\\u001b\\[31mred\\\\u001b\\[0m"},
    {"\x1b]0;title\x07", "\\u001b]0;title\\u0007", "\\u001b]0;title\\u0007",
     "\\\\u001b\\]0;title\\\\u0007"},
    {"two\nlines", "two\\u000alines", "two\\u000alines", "two\\\\u000alines"},
    {"two\r\nlines", "two\\u000d\\u000alines", "two\\u000d\\u000alines",
     "two\\\\u000d\\\\u000alines"},
    {"a\ttab", "a\\u0009tab", "a\\u0009tab", "a\\\\u0009tab"},
    {"\xc2\x9b"
     "31m",
     "\\u009b31m", "\\u009b31m", "\\\\u009b31m"},
    {"del\x7f", "del\\u007f", "del\\u007f", "del\\\\u007f"},
    {"\u202Eevil\u202C", "\\u202eevil\\u202c", "\\u202eevil\\u202c", "\\\\u202eevil\\\\u202c"},
    {"\u2066x\u2069", "\\u2066x\\u2069", "\\u2066x\\u2069", "\\\\u2066x\\\\u2069"},
    {"line\u2028end", "line\\u2028end", "line\\u2028end", "line\\\\u2028end"},
    {"Zoë 👩‍🚀 名前", "Zoë 👩‍🚀 名前", "Zoë 👩‍🚀 名前",
     "Zoë 👩‍🚀 名前"},
    {"=SUM(A1:A9)", "=SUM(A1:A9)", "'=SUM(A1:A9)", "=SUM(A1\\:A9)"},
    {"+1-555", "+1-555", "'+1-555", "+1-555"},
    {"-1+1", "-1+1", "'-1+1", "-1+1"},
    {"@cmd|' /C calc'!A0", "@cmd|' /C calc'!A0", "'@cmd|' /C calc'!A0",
     "@&#8203;cmd\\|' /C calc'!A0"},
    {"\t=1", "\\u0009=1", "\\u0009=1", "\\\\u0009=1"},
    {"\"quoted\", and", "\"quoted\", and", "\"quoted\", and", "\"quoted\", and"},
    {"<b>&amp;|`*_[x](y)#", "<b>&amp;|`*_[x](y)#", "<b>&amp;|`*_[x](y)#",
     "&lt;b&gt;&amp;amp;\\|\\`\\*\\_\\[x\\](y)#&#8203;"},
    {"![i](http://x.y)", "![i](http://x.y)", "![i](http://x.y)", "!\\[i\\](http\\://x.y)"},
    {"$x$ ~~y~~", "$x$ ~~y~~", "$x$ ~~y~~", "\\$x\\$ \\~\\~y\\~\\~"},
    {"\\u001b", "\\u001b", "\\u001b", "\\\\u001b"},
};

std::string log_of(std::string_view name) {
  return json{{"as_of", "2026-01-01"},
              {"member", {{"id", name}, {"name", name}, {"team", name}}},
              {"activities", {{{"at", "2026-01-02"}, {"type", "share"}}}}}
      .dump();
}

// Whether nothing in `text` could steer a terminal; ends of lines are meant.
bool is_harmless(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n' && byte != '\r') || byte == 0x7f) return false;
  }
  for (const std::string_view mark :
       {"\xc2\x9b", "\u202A", "\u202C", "\u202E", "\u2066", "\u2069", "\u2028", "\u2029"}) {
    if (contains(text, mark)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a name cannot steer a terminal in any format, nor in a message") {
  for (const Name& name : names) {
    for (const char* format : all_formats) {
      const Outcome outcome =
          run_app_on(log_of(name.raw), {"score", "-f", format, "--fail-under", "99"});
      CAPTURE(name.visible, format, outcome.err);
      REQUIRE(outcome.code == 1);
      CHECK(is_harmless(outcome.out));
      CHECK(is_harmless(outcome.err));
      CHECK(contains(outcome.err, "ssi: FAIL: " + std::string{name.visible} + ": total is "));
      CHECK(
          contains(outcome.err, "of member '" + std::string{name.visible} + "' after 2026-01-01"));
      CHECK(lines_of(outcome.err).size() == 2);
    }
  }
}

TEST_CASE("text shows a name as it is, and what is not fit to be shown as an escape") {
  for (const Name& name : names) {
    const auto lines = lines_of(run_app_on(log_of(name.raw), {"score"}).out);
    CHECK(lines[0].starts_with("Social Selling Index: " + std::string{name.visible} + " "));
  }
}

TEST_CASE("json gives a name back to the byte") {
  for (const Name& name : names) {
    for (const char* format : {"json", "jsonl"}) {
      const Outcome outcome = run_app_on(log_of(name.raw), {"score", "-f", format});
      CAPTURE(name.visible, format);
      const json report = json::parse(outcome.out);
      const json& member = std::string_view{format} == "json" ? report.at("members").at(0) : report;
      for (const char* field : {"id", "name", "team"}) CHECK(member.at(field) == name.raw);
      if (std::string_view{format} == "jsonl") CHECK(lines_of(outcome.out).size() == 1);
    }
  }
}

TEST_CASE("no cell of csv is a formula or breaks the table") {
  for (const Name& name : names) {
    const auto rows = csv_rows(run_app_on(log_of(name.raw), {"score", "-f", "csv"}).out);
    CAPTURE(name.visible);
    REQUIRE(rows.size() == 2);
    REQUIRE(rows[1].size() == rows[0].size());
    for (std::size_t i = 0; i < 3; ++i) CHECK(rows[1][i] == name.cell);
    for (const std::string& cell : rows[1]) {
      CHECK(cell.find_first_of("=+-@\t\r") != 0);
    }
  }
}

TEST_CASE("no name means anything to markdown") {
  for (const Name& name : names) {
    const Outcome outcome = run_app_on(log_of(name.raw), {"score", "-f", "markdown"});
    CAPTURE(name.visible);
    CHECK(lines_of(outcome.out)[0] == "## Social Selling Index: " + std::string{name.markdown});
  }
}

TEST_CASE("the name of a file cannot steer a terminal") {
  const Folder folder;
  const std::string file = folder.write("a\x1b[31m\n.json", "{");
  const Outcome outcome = run_app({"score", file});
  REQUIRE(outcome.code == 2);
  REQUIRE(is_harmless(outcome.err));
  REQUIRE(lines_of(outcome.err).size() == 1);
  REQUIRE(contains(outcome.err, "a\\u001b[31m\\u000a.json:1:"));
}

}  // namespace ssi::test
