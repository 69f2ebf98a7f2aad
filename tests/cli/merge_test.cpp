#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/random_log.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;

// Lines of members whose activities are strewn over all of it.
std::vector<std::string> random_lines(std::uint64_t seed) {
  Random random{seed};
  std::vector<std::string> lines;
  const std::uint64_t members = 1 + random.below(6);
  for (std::uint64_t i = 0; i < members; ++i) {
    RandomLog log = random_log(1000 * seed + i);
    log.head.member.id = "member " + std::to_string(i);
    if (i == 3) log.head.member.id.reset();
    for (std::string& line : to_json_lines(log)) lines.push_back(std::move(line));
  }
  random.shuffle(lines);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

std::string output_of(const Args& args, const std::string& in = "") {
  const Outcome outcome = run_app(args, {.in = in});
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  return outcome.out;
}

std::vector<std::string> sorted(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  return lines;
}

TEST_CASE("a log split at random and merged in random order scores as one", "[merge]") {
  const Folder folder;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const std::vector<std::string> lines = random_lines(seed);
    const std::string whole = folder.write("whole", joined(lines));
    std::vector<std::vector<std::string>> shards(2 + random.below(6));
    for (const std::string& line : lines) shards[random.below(shards.size())].push_back(line);
    Args merge = {"merge"};
    for (std::size_t i = 0; i < shards.size(); ++i) {
      if (shards[i].empty()) continue;
      const std::string name = std::to_string(i);
      const std::string state = output_of({"merge", folder.write(name, joined(shards[i]))});
      merge.push_back(folder.write("state" + name, state));
    }
    std::vector<std::string> files(merge.begin() + 1, merge.end());
    random.shuffle(files);
    std::ranges::copy(files, merge.begin() + 1);
    const std::string merged = output_of(merge);
    REQUIRE(merged == output_of({"merge", whole}));
    // Lines come out in the order of their members' first, documents as they stand.
    const auto scores = [](const Args& args, const std::string& in = "") {
      return sorted(lines_of(without_sources(output_of(args, in))));
    };
    REQUIRE(scores({"score", "-f", "jsonl"}, merged) == scores({"score", "-f", "jsonl", whole}));
    Args score = {"score", "--merge", "-f", "jsonl"};
    score.insert(score.end(), files.begin(), files.end());
    REQUIRE(scores(score) == scores({"score", "-f", "jsonl", whole}));
  }
}

TEST_CASE("one member's log split at random gives the same bytes as one run", "[merge]") {
  const Folder folder;
  for (const std::string format : {"text", "json", "jsonl", "total", "markdown", "html"}) {
    Random random{17};
    RandomLog log = steady_log(99, 300, 200);
    log.head.member.id = "amina";
    std::array<std::string, 3> shards;
    for (const std::string& line : to_json_lines(log)) shards[random.below(3)] += line + '\n';
    const std::string a = folder.write("a", shards[0]);
    const std::string b = folder.write("b", shards[1]);
    const std::string c = folder.write("c", shards[2]);
    const std::string ab = folder.write("ab", output_of({"merge", a, b}));
    const std::string other = folder.write("c-merged", output_of({"merge", c}));
    const std::string merged = output_of({"merge", other, ab});
    CHECK(without_sources(output_of({"score", "-f", format}, merged)) ==
          without_sources(output_of({"score", "-f", format, a, b, c})));
  }
}

TEST_CASE("what is merged merges to itself and is valid", "[merge]") {
  const std::string merged = output_of({"merge", persona("team.jsonl"), persona("journal.jsonl")});
  CHECK(output_of({"merge"}, merged) == merged);
  CHECK(contains(output_of({"validate"}, merged), "valid: 1 log"));
}

TEST_CASE("documents of one id are rows of their own unless they are merged", "[merge]") {
  const std::string documents =
      R"({"member": {"id": "a"}, "activities": [{"at": "2026-11-01", "type": "search", "count": 3}]})"
      "\n"
      R"({"member": {"id": "b"}, "activities": []})"
      "\n"
      R"({"member": {"id": "a"}, "activities": [{"at": "2026-11-02", "type": "search", "count": 2}]})"
      "\n";
  CHECK(lines_of(output_of({"score", "-f", "total"}, documents)).size() == 3);
  const std::string sum =
      R"([{"at": "2026-11-01", "type": "search", "count": 3},
          {"at": "2026-11-02", "type": "search", "count": 2}])";
  const auto merged = lines_of(output_of({"score", "--merge", "-f", "csv"}, documents));
  REQUIRE(merged.size() == 3);
  const auto alone = lines_of(output_of({"score", "-f", "csv"}, sum));
  CHECK(merged[1] == "a" + alone.at(1));
}

TEST_CASE("documents that name no member are added up with a warning", "[merge]") {
  const std::string two = "[{\"at\": \"2026-11-01\", \"type\": \"search\"}]\n[]\n";
  const Outcome outcome = run_app({"score", "--merge", "-f", "total"}, {.in = two});
  CHECK(outcome.code == 0);
  CHECK(lines_of(outcome.out).size() == 1);
  CHECK(outcome.err ==
        "ssi: warning: 2 documents have no member id and were added up as one member\n");
}

TEST_CASE("a bad log is not merged, and what is left of it only if asked for", "[merge]") {
  const std::string bad = R"({"at": "2026-11-01", "type": "search"})"
                          "\n{\n";
  const Outcome strict = run_app({"merge"}, {.in = bad});
  CHECK(strict.code == 2);
  CHECK(strict.out.empty());
  const Outcome lenient = run_app({"merge", "--lenient"}, {.in = bad});
  CHECK(lenient.code == 0);
  CHECK(lines_of(lenient.out).size() == 1);
  const Outcome nothing = run_app({"merge", "--lenient"}, {.in = "{\n{\"at\": 1}\n"});
  CHECK(nothing.code == 2);
  CHECK(nothing.out.empty());
}

TEST_CASE("merge writes a file whole, and never over one that it reads", "[merge]") {
  const Folder folder;
  const std::string log = folder.write("log", R"([{"at": "2026-11-01", "type": "search"}])");
  CHECK(run_app({"merge", log, "-o", folder.path("out")}).code == 0);
  CHECK(folder.read("out") == output_of({"merge", log}));
  CHECK(run_app({"merge", log, "-o", log}).code == 2);
}

}  // namespace
}  // namespace ssi::test
