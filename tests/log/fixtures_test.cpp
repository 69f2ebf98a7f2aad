// The logs in tests/fixtures/log: is each read or refused, and what is said of it? Beside NAME.json
// or NAME.jsonl stands NAME.expected: what is said, a line each; empty where there is nothing to
// say.
//
//   SSI_RENEW=1 ssi_tests "[fixtures]"
//
// writes every .expected file anew. Read the difference before it is kept.
//
// accepted/       scored, with no more than warnings; valid under the log schema
// rejected/       refused; invalid under the log schema, or not JSON
// beyond_schema/  refused for what no schema can say

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/members.hpp>
#include <ssi/report.hpp>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

namespace fs = std::filesystem;

const fs::path fixtures = fs::path{SSI_SOURCE_DIR} / "tests/fixtures/log";

struct Outcome {
  bool ok = false;
  std::string said{};
};

// Reads and scores a log as `ssi score` does, strictly.
Outcome outcome_of(const fs::path& log) {
  Diagnostics diagnostics;
  const Input input{log.filename().string(), [&](Diagnostics&) {
                      return std::make_unique<std::ifstream>(log, std::ios::binary);
                    }};
  read_members({&input, 1}, {.jobs = 2}, diagnostics,
               [](std::span<MemberLog> members, Diagnostics& said) -> Deliver {
                 for (const MemberLog& member : members) {
                   (void)make_report(member, {.model = model_v1()}, said);
                 }
                 return [] {};
               });
  Outcome outcome{.ok = diagnostics.total(Severity::error) == 0};
  for (const Diagnostic& d : diagnostics.list()) outcome.said += to_string(d) + '\n';
  return outcome;
}

fs::path expected_beside(fs::path log) {
  return log.replace_extension(".expected");
}

std::string contents(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<fs::path> logs_in(std::string_view folder) {
  std::vector<fs::path> logs;
  for (const auto& entry : fs::directory_iterator{fixtures / folder}) {
    if (entry.path().extension() != ".expected") logs.push_back(entry.path());
  }
  std::ranges::sort(logs);
  return logs;
}

void hold_to_expectations(std::string_view folder, bool accepted) {
  const auto logs = logs_in(folder);
  REQUIRE_FALSE(logs.empty());
  for (const fs::path& log : logs) {
    INFO(log.string());
    const Outcome outcome = outcome_of(log);
    if (std::getenv("SSI_RENEW") != nullptr) {
      std::ofstream{expected_beside(log), std::ios::binary} << outcome.said;
    }
    CHECK(outcome.ok == accepted);
    CHECK(fs::exists(expected_beside(log)));
    CHECK(outcome.said == contents(expected_beside(log)));
  }
}

TEST_CASE("a good log is read, and said to hold no more than oddities", "[fixtures]") {
  hold_to_expectations("accepted", true);
}

TEST_CASE("a bad log is refused, and each error told with its place", "[fixtures]") {
  hold_to_expectations("rejected", false);
}

TEST_CASE("a log past a limit, or at odds with itself, is refused", "[fixtures]") {
  hold_to_expectations("beyond_schema", false);
}

TEST_CASE("every expectation belongs to one log", "[fixtures]") {
  for (const std::string_view folder : {"accepted", "rejected", "beyond_schema"}) {
    std::set<fs::path> expectations;
    for (const fs::path& log : logs_in(folder)) {
      INFO(log.string());
      CHECK(expectations.insert(expected_beside(log)).second);
    }
    for (const auto& entry : fs::directory_iterator{fixtures / folder}) {
      INFO(entry.path().string());
      if (entry.path().extension() == ".expected") CHECK(expectations.contains(entry.path()));
    }
  }
}

}  // namespace
}  // namespace ssi::test
