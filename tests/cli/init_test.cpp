#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "log/description.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;

TEST_CASE("init writes a log with a profile to fill in, which every command reads", "[init]") {
  const Folder folder;
  const std::string log = folder.path("log.jsonl");
  const Outcome outcome = run_app({"init", log});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "");
  CHECK(contains(outcome.out, "ssi add comment --count 3 " + log + "\n"));
  CHECK(contains(outcome.out, "ssi score " + log + "\n"));
  CHECK(folder.names() == Args{"log.jsonl"});
  const auto profile = nlohmann::json::parse(folder.read("log.jsonl"));
  for (const std::string_view field : names_in(shape_of<Profile>().allowed)) {
    CAPTURE(field);
    CHECK(profile.contains(field) == (field != "unknown_sections"));
  }
  for (const Args& args :
       {Args{"score"}, Args{"team"}, Args{"report"}, Args{"validate"}, Args{"merge"},
        Args{"explain", "people"}, Args{"trend", "--until", "today"},
        Args{"plan", "--target", "5", "--as-of", "today"},
        Args{"diff", "--from", "today", "--to", "today"}, Args{"add", "search"}}) {
    Args all = args;
    all.push_back(log);
    const Outcome read = run_app(all, {.today = today});
    CAPTURE(args, read.err);
    CHECK(read.code == 0);
    CHECK(read.err == "");
  }
}

TEST_CASE("init leaves a file as it is", "[init]") {
  const Folder folder;
  const std::string log = folder.write("log.jsonl", "mine");
  const Outcome outcome = run_app({"init", log});
  CHECK(outcome.code == 2);
  CHECK(outcome.out == "");
  CHECK(outcome.err == "ssi: " + log + ": exists already, and stays as it is\n");
  CHECK(folder.read("log.jsonl") == "mine");
  CHECK(run_app({"init", "-"}).err == "ssi: init: '-' is not a file\n");
  const std::string nowhere = folder.path("nowhere/log.jsonl");
  CHECK(run_app({"init", nowhere}).err == "ssi: " + nowhere + ": No such file or directory\n");
  CHECK(run_app({"init", "-q", folder.path("quiet")}).out == "");
}

}  // namespace
}  // namespace ssi::test
