// Several formats in one run, and the formats for build servers.

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;

const std::string amina = persona("steady-weekly-poster.json");
const std::string team = persona("team.jsonl");

TEST_CASE("one run writes each format to its file and the one without to standard output") {
  const struct {
    Args command;
    Args formats;
  } table[] = {
      {{"score", amina, "--fail-under", "0"}, {"text", "html", "junit", "github", "json", "csv"}},
      {{"score", team}, {"markdown", "jsonl", "junit"}},
      {{"team", team}, {"text", "badge", "shields", "csv"}},
      {{"trend", amina}, {"text", "html", "csv"}},
      {{"plan", "--target", "60", amina}, {"text", "json"}},
      {{"explain", "people", amina}, {"markdown", "html"}},
      {{"diff", "--from", "2026-10-01", amina}, {"text", "junit", "badge"}},
      {{"calibrate", persona("linkedin-readings.json")}, {"text", "json"}},
  };
  for (const auto& [command, formats] : table) {
    const Folder folder;
    Args args = command;
    for (const std::string& format : formats) {
      const std::string file = &format == &formats.front() ? "" : ":" + folder.path(format);
      args.insert(args.end(), {"-f", format + file});
    }
    const Outcome all = run_app(args);
    CAPTURE(args, all.err);
    REQUIRE(all.code == 0);
    for (const std::string& format : formats) {
      Args alone = command;
      alone.insert(alone.end(), {"-f", format});
      const std::string& got = &format == &formats.front() ? all.out : folder.read(format);
      CHECK(got == run_app(alone).out);
    }
  }
}

TEST_CASE("formats that cannot be written are refused before anything is read") {
  const Folder folder;
  const struct {
    Args formats;
    std::string said;
  } table[] = {
      {{"html:"}, "ssi: --format: 'html:' lacks a file name\n"},
      {{"htm:x"},
       "ssi: --format: 'htm' is not one of text, total, json, jsonl, csv, markdown, html, "
       "junit, github, badge, shields; did you mean 'html'?\n"},
      {{"json:out", "csv:out"}, "ssi: --format: json and csv would both be written to out\n"},
      {{"text", "json:-"}, "ssi: --format: text and json would both be written to -\n"},
  };
  for (const auto& [formats, said] : table) {
    Args args = {"score", folder.path("missing.json")};
    for (const std::string& format : formats) args.insert(args.end(), {"-f", format});
    const Outcome outcome = run_app(args);
    CHECK(outcome.code == 2);
    CHECK(outcome.err == said);
    CHECK(folder.names().empty());
  }
}

TEST_CASE("an output file that no format is left for is refused") {
  const Folder folder;
  const Outcome outcome =
      run_app({"score", "-f", "json:" + folder.path("a"), "-o", folder.path("b"), amina});
  CHECK(outcome.code == 2);
  CHECK(outcome.err == "ssi: --output: nothing goes to " + folder.path("b") +
                           ", as each format has a file of its own\n");
  CHECK(folder.names().empty());
}

TEST_CASE("of formats without a file the last counts") {
  CHECK(run_app({"score", "-f", "json", "-f", "total", amina}).out == "52\n");
}

TEST_CASE("a badge is of one member or a cohort") {
  for (const std::string format : {"badge", "shields"}) {
    const Outcome several = run_app({"score", "-f", format, team});
    CHECK(several.code == 2);
    CHECK(several.out.empty());
    CHECK(several.err == "ssi: " + format +
                             " shows one member, and 7 were scored; for their mean: "
                             "ssi team -f " +
                             format + "\n");
    CHECK(contains(run_app({"score", "-f", format, amina}).out, "52.81 building"));
    CHECK(contains(run_app({"team", "-f", format, team}).out, "52.16 (51.12 to 54.69) building"));
  }
}

TEST_CASE("annotations are ten of a kind, with their place, and a count of the others") {
  std::string lines;
  for (int i = 0; i < 25; ++i) {
    lines += R"({"member": {"id": "m)" + std::to_string(i) + R"("}, "activities": []})" + "\n";
  }
  const Folder folder;
  const std::string file = folder.write("a,b:c%.jsonl", lines);
  for (const std::string jobs : {"1", "8"}) {
    const auto said =
        lines_of(run_app({"score", "-f", "github", "-j", jobs, "--fail-under", "1", file}).out);
    REQUIRE(said.size() == 22);
    CHECK(said[0].starts_with("::error file="));
    CHECK(contains(said[0],
                   "a%2Cb%3Ac%25.jsonl,line=1,col=1,title=m0%3A 0.00 starting::total is 0.00"));
    CHECK(said[20] == "::notice title=ssi::and 15 more errors");
    CHECK(said[21] == "::notice title=ssi::and 90 more warnings");
  }
}

TEST_CASE("a page of everything has all that the other reports have") {
  const std::string one = run_app({"report", amina}).out;
  for (const char* part :
       {"<h1>Social Selling Index: Amina Khalil</h1>", "+1.07 since 2026-11-15",
        "<svg class=\"ring\"", "<svg class=\"plot\"", "The plan reaches a total of 70.00",
        "Searches with a filter", "search filters=1: +0.91", "How it is scored"}) {
    CAPTURE(part);
    CHECK(contains(one, part));
  }
  const std::string several = run_app({"report", team}).out;
  for (const char* part :
       {"<h1>Social Selling Index of 7 members</h1>", "How totals are spread",
        "Leaderboard by total", "<details><summary>Zoë Marchettini, <b>75.50</b>"}) {
    CAPTURE(part);
    CHECK(contains(several, part));
  }
  CHECK(run_app({"report", "-j", "1", team}).out == run_app({"report", "-j", "7", team}).out);
  CHECK(run_app_on("", {"report", "-"}).code == 2);
}

}  // namespace
}  // namespace ssi::test
