// `ssi validate`: checks logs and scores nothing.

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {

TEST_CASE("validate counts logs, members and activities") {
  struct Row {
    std::string_view in;
    std::string_view said;
  };
  for (const Row& row : std::vector<Row>{
           {R"({"activities": []})", "valid: 1 log, 1 member, 0 activities\n"},
           {R"([{"at": "2026-01-01", "type": "share"}])", "valid: 1 log, 1 member, 1 activity\n"},
           {"{\"activities\": []}\n{\"activities\": []}\n",
            "valid: 1 log, 2 members, 0 activities\n"},
           {"{\"at\": \"2026-01-01\", \"type\": \"share\", \"member\": \"a\"}\n"
            "{\"at\": \"2026-01-02\", \"type\": \"share\", \"member\": \"b\"}\n"
            "{\"at\": \"2026-01-03\", \"type\": \"share\", \"member\": \"a\"}\n",
            "valid: 1 log, 2 members, 3 activities\n"},
       }) {
    const Outcome outcome = run_app_on(std::string{row.in}, {"validate"});
    CAPTURE(row.in, outcome.err);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out == row.said);
  }
}

TEST_CASE("validate takes several files and standard input together") {
  const Outcome outcome =
      run_app_on(R"({"activities": []})", {"validate", persona("empty.json"), "-"});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.out == "valid: 2 logs, 2 members, 0 activities\n");
}

TEST_CASE("validate adds up the documents of a member if it is told to") {
  const std::string twice = R"({"member": {"id": "a"}, "activities": []})";
  const Outcome apart = run_app_on(twice + "\n" + twice, {"validate"});
  CHECK(apart.out == "valid: 1 log, 2 members, 0 activities\n");
  CHECK(contains(apart.err, "--merge"));
  const Outcome merged = run_app_on(twice + "\n" + twice, {"validate", "--merge"});
  CHECK(merged.out == "valid: 1 log, 1 member, 0 activities\n");
  CHECK(merged.err.empty());
}

TEST_CASE("validate counts the logs in a folder, not the folder") {
  const Folder folder;
  folder.write("a.json", R"({"activities": []})");
  folder.write("b.json", R"({"activities": []})");
  const Outcome outcome = run_app({"validate", folder.path("")});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.out == "valid: 2 logs, 2 members, 0 activities\n");
}

TEST_CASE("every persona is valid and draws no warning") {
  for (const char* file :
       {"big-network.json", "daily-social-seller.json", "empty.json", "everything-at-target.json",
        "industry-average.json", "journal.jsonl", "near-new-free-account.json", "newcomer.json",
        "partly-measured.json", "seasoned-seller-new-role.json", "steady-weekly-poster.json",
        "team.jsonl"}) {
    const Outcome outcome = run_app({"validate", persona(file)});
    CAPTURE(file);
    REQUIRE(outcome.code == 0);
    REQUIRE(outcome.err.empty());
    REQUIRE(outcome.out.starts_with("valid: 1 log, "));
  }
}

TEST_CASE("validate names file, line, column, pointer and what is wrong, for every error") {
  const Folder folder;
  const std::string file = folder.write("log.json",
                                        "{\"activities\": [\n"
                                        "  {\"at\": \"2026-02-30\", \"type\": \"share\"},\n"
                                        "  {\"at\": \"2026-02-03\", \"type\": \"share\"},\n"
                                        "  {\"at\": \"2026-02-03\", \"type\": \"share\", "
                                        "\"kind\": \"artcle\"}\n"
                                        "]}\n");
  const Outcome outcome = run_app({"validate", file});
  REQUIRE(outcome.code == 2);
  REQUIRE(outcome.out.empty());
  const auto lines = lines_of(outcome.err);
  REQUIRE(lines.size() == 2);
  REQUIRE(lines[0] == "ssi: " + file + ":2:10: /activities/0/at: '2026-02-30' is not a date");
  REQUIRE(lines[1].starts_with("ssi: " + file + ":4:"));
  REQUIRE(contains(lines[1], "/activities/2/kind: 'artcle' is not one of post, article, reshare"));
  REQUIRE(contains(lines[1], "did you mean 'article'?"));
}

TEST_CASE("validate warns and stays valid") {
  const Outcome outcome =
      run_app_on(R"({"activities": [{"at": "2026-01-01", "type": "selfie"}]})", {"validate"});
  REQUIRE(outcome.code == 0);
  REQUIRE(contains(outcome.err, "standard input:1:"));
  REQUIRE(contains(outcome.err, "warning: "));
  REQUIRE(contains(outcome.err, "selfie"));
  REQUIRE(lines_of(outcome.err).size() == 1);
  REQUIRE(outcome.out.starts_with("valid: "));
}

TEST_CASE("a quiet validate prints errors only") {
  for (const char* quiet : {"-q", "--quiet"}) {
    const Outcome good = run_app_on(R"({"activities": [{"at": "2026-01-01", "type": "selfie"}]})",
                                    {"validate", quiet});
    REQUIRE(good.code == 0);
    REQUIRE(good.out.empty());
    REQUIRE(good.err.empty());
    const Outcome bad = run_app_on("{", {"validate", quiet});
    REQUIRE(bad.code == 2);
    REQUIRE(bad.out.empty());
    REQUIRE(lines_of(bad.err).size() == 1);
  }
}

TEST_CASE("one bad log among good ones makes them invalid") {
  const Outcome outcome =
      run_app_on("nonsense", {"validate", persona("empty.json"), "-", persona("team.jsonl")});
  REQUIRE(outcome.code == 2);
  REQUIRE(outcome.out.empty());
  REQUIRE(outcome.err.starts_with("ssi: standard input:1:"));
}

TEST_CASE("a log without any JSON is not valid, and an empty list is") {
  for (const char* text : {"", " ", "\n\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\r\n"}) {
    const Outcome outcome = run_app_on(text, {"validate"});
    REQUIRE(outcome.code == 2);
    REQUIRE(
        outcome.err ==
        "ssi: standard input: there is no JSON in it; the smallest log is {\"activities\": []}\n");
  }
  for (const char* text : {"[]", "\xEF\xBB\xBF[]", "{\"activities\":[]}\r\n"}) {
    CAPTURE(text);
    REQUIRE(run_app_on(text, {"validate"}).code == 0);
  }
}

TEST_CASE("the first 20 errors of a file are told in full and the rest counted") {
  std::string lines;
  for (int i = 0; i < 33; ++i) lines += "{\"at\": 7, \"type\": \"share\"}\n";
  const Outcome outcome = run_app_on(lines, {"validate"});
  REQUIRE(outcome.code == 2);
  const auto said = lines_of(outcome.err);
  REQUIRE(said.size() == 21);
  REQUIRE(said.front().starts_with("ssi: standard input:1:"));
  REQUIRE(said[19].starts_with("ssi: standard input:20:"));
  REQUIRE(contains(said.back(), "13"));
}

}  // namespace ssi::test
