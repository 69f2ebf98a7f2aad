// `ssi schema`: prints the JSON Schemas.

#include <string>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {

TEST_CASE("schema prints a JSON Schema of draft 2020-12 for each name") {
  for (const char* name : {"log", "report", "team", "trend", "diff", "calibrate", "model"}) {
    const Outcome outcome = run_app({"schema", name});
    CAPTURE(name);
    REQUIRE(outcome.code == 0);
    REQUIRE(outcome.err.empty());
    REQUIRE_FALSE(outcome.has_read_in);
    REQUIRE(ends_in_one_newline(outcome.out));
    const auto schema = nlohmann::json::parse(outcome.out);
    REQUIRE(schema.value("$schema", "") == "https://json-schema.org/draft/2020-12/schema");
  }
}

TEST_CASE("schema without a name says which there are") {
  const Outcome outcome = run_app({"schema"});
  REQUIRE(outcome.code == 2);
  REQUIRE(outcome.out.empty());
  REQUIRE(outcome.err ==
          "ssi: schema: name one of log, report, team, explain, plan, trend, diff, "
          "calibrate, model\n");
}

TEST_CASE("schema of something else says which there are") {
  for (const char* name : {"", "LOG", "logs", "-"}) {
    const Outcome outcome = run_app({"schema", name});
    CAPTURE(name, outcome.err);
    REQUIRE(outcome.code == 2);
    REQUIRE(outcome.out.empty());
    REQUIRE(contains(outcome.err, "trend, diff, calibrate, model"));
  }
}

}  // namespace ssi::test
