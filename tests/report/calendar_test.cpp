// Reports of logs at the ends of the calendar name no day beyond them.

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {

TEST_CASE("no report names a day outside the years 0000 to 9999") {
  const std::vector<std::string> logs = {
      R"({"activities": [{"at": "0000-01-01", "type": "search"}]})",
      R"({"activities": [{"at": "0001-01-01", "type": "search"},
                         {"at": "9999-12-31", "type": "search"}]})",
      R"({"activities": [{"at": "9999-12-05", "type": "search"}]})",
  };
  const std::vector<std::vector<std::string>> commands = {
      {"score"},
      {"explain"},
      {"explain", "people", "-"},
      {"plan", "--target", "30", "--days", "60", "-f", "json"},
      {"plan", "--target", "30", "--days", "1"},
      {"trend", "-f", "json"},
      {"diff", "--from", "0000-01-01"},
      {"diff", "--to", "9999-12-31", "--from", "0000-01-01"},
      {"report"},
  };
  for (const std::string& log : logs) {
    for (const std::vector<std::string>& command : commands) {
      INFO(command.front() << ' ' << log);
      const Outcome outcome = run_app_on(log, command);
      const bool is_over = contains(outcome.err, "there is no day left to plan for");
      CHECK((outcome.code <= 1 || is_over));
      for (const char* beyond : {"10000-", "-001-", "-0001-"}) {
        CHECK_FALSE(contains(outcome.out + outcome.err, beyond));
      }
    }
  }
}

}  // namespace ssi::test
