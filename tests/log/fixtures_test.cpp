// The logs in tests/fixtures/log: is each read or refused, and what is said of it?
//
//   SSI_RENEW=1 build/test/tests/ssi_tests "[fixtures]"
//
// writes anew what is said. Read the difference before it is kept.

#include <cstdlib>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/members.hpp>
#include <ssi/report.hpp>

#include "support/catch.hpp"
#include "support/log_cases.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

struct Outcome {
  bool ok = false;
  std::string said{};
};

// Reads and scores a log as `ssi score` does, strictly.
Outcome outcome_of(const std::string& log) {
  Diagnostics diagnostics;
  const Text text{"log", log};
  const Input input = input_of(text);
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

void hold_to_expectations(std::string_view table, bool accepted) {
  std::vector<LogCase> cases = log_cases(table);
  const bool renew = std::getenv("SSI_RENEW") != nullptr;
  for (LogCase& each : cases) {
    INFO(table << ": " << each.name);
    const Outcome outcome = outcome_of(each.log());
    if (renew) each.said = outcome.said;
    CHECK(outcome.ok == accepted);
    CHECK(outcome.said == each.said);
  }
  if (renew) write_log_cases(table, cases);
}

TEST_CASE("a good log is read, and said to hold no more than oddities", "[fixtures]") {
  hold_to_expectations("accepted", true);
}

TEST_CASE("a bad log is refused, and each error has its place", "[fixtures]") {
  hold_to_expectations("rejected", false);
}

TEST_CASE("a log past a limit, or at odds with itself, is refused", "[fixtures]") {
  hold_to_expectations("beyond_schema", false);
}

TEST_CASE("every log has a name of its own", "[fixtures]") {
  for (const std::string_view table : log_tables) {
    std::set<std::string> names;
    for (const LogCase& each : log_cases(table)) CHECK(names.insert(each.name).second);
  }
}

}  // namespace
}  // namespace ssi::test
