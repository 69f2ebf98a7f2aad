#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
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

TEST_CASE("data/README.md and init list the same sections", "[init]") {
  const auto sorted_words = [](std::string text) {
    std::ranges::replace(text, ',', ' ');
    std::istringstream words{text};
    return std::set<std::string>{std::istream_iterator<std::string>{words}, {}};
  };
  const std::string readme = read_file("data/README.md");
  const std::string lead = "| `sections` | what is filled in: ";
  const std::size_t row = readme.find(lead);
  REQUIRE(row != std::string::npos);
  const std::size_t start = row + lead.size();
  const auto in_readme = sorted_words(readme.substr(start, readme.find(" |", start) - start));
  const Folder folder;
  const std::string said = run_app({"init", folder.path("log.jsonl")}).out;
  const std::size_t first = said.find("]:\n") + 3;
  const auto in_init = sorted_words(said.substr(first, said.find("  2. ") - first));
  CHECK(in_init.size() == 10);
  CHECK(in_init == in_readme);
}

TEST_CASE("init leaves a file as it is", "[init]") {
  const Folder folder;
  const std::string log = folder.write("log.jsonl", "mine");
  const Outcome outcome = run_app({"init", log});
  CHECK(outcome.code == 2);
  CHECK(outcome.out == "");
  CHECK(outcome.err == "ssi: " + log + ": already exists, and was not changed\n");
  CHECK(folder.read("log.jsonl") == "mine");
  CHECK(run_app({"init", "-"}).err == "ssi: init: cannot write to '-'; name a file\n");
  const std::string nowhere = folder.path("nowhere/log.jsonl");
  CHECK(run_app({"init", nowhere}).err == "ssi: " + nowhere + ": No such file or directory\n");
  CHECK(run_app({"init", "-q", folder.path("quiet")}).out == "");
}

}  // namespace
}  // namespace ssi::test
