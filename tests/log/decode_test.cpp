// What a log means. What is wrong with one is tested by the fixtures in tests/fixtures/log.

#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <ssi/log.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

// The one entry of a log in which nothing is wrong; warnings aside.
Entry entry_of(const std::string& log) {
  std::istringstream in{log};
  Diagnostics diagnostics;
  std::vector<Entry> entries;
  read_log(in, "log", Strictness::strict, diagnostics,
           [&](Entry&& entry) { entries.push_back(std::move(entry)); });
  CHECK(diagnostics.total(Severity::error) == 0);
  REQUIRE(entries.size() == 1);
  return std::move(entries[0]);
}

Timeline document_of(const std::string& log) {
  return std::get<Document>(entry_of(log)).log.timeline;
}

// An activity by itself, which must mean the same in a document.
Activity activity_of(const std::string& json) {
  const Activity activity = std::get<ActivityLine>(entry_of(json)).activity;
  CHECK(document_of(fmt::format("[{}]", json)) == timeline_of({activity}));
  CHECK(document_of(fmt::format(R"({{"activities": [{}]}})", json)) == timeline_of({activity}));
  return activity;
}

TEST_CASE("an activity's day is the date as written, whatever its offset", "[decode]") {
  for (const std::string at :
       {"2026-11-02", "2026-11-02T00:00:00Z", "2026-11-02T23:59:59Z", "2026-11-02T00:30:00+14:00",
        "2026-11-02T23:30:00-12:00", "2026-11-02t12:00:00.999z", "2026-11-02T23:59:60Z"}) {
    INFO(at);
    CHECK(activity_of(fmt::format(R"({{"at": "{}", "type": "search"}})", at)).day ==
          parse_date("2026-11-02"));
  }
}

TEST_CASE("a whole number counts in any spelling", "[decode]") {
  const std::vector<std::pair<std::string, Count>> spellings = {
      {"1", 1},
      {"1.0", 1},
      {"1e2", 100},
      {"2.5e1", 25},
      {"1E+6", 1'000'000},
      {"1000000e-6", 1},
      {"1000000.000", 1'000'000},
  };
  for (const auto& [written, count] : spellings) {
    INFO(written);
    const Activity read = activity_of(
        fmt::format(R"({{"at": "2026-11-02", "type": "search", "count": {}}})", written));
    CHECK(read.action == Action{Search{.count = count}});
  }
  for (const std::string largest : {"4611686018427387904", "4.611686018427387904e18"}) {
    INFO(largest);
    const Activity read = activity_of(
        fmt::format(R"({{"at": "2026-11-02", "type": "share", "reactions": {}}})", largest));
    CHECK(read.action == Action{Share{.reactions = count_max}});
  }
}

TEST_CASE("of equal keys the last counts, whatever the others hold", "[decode]") {
  const std::vector<std::pair<std::string, Action>> twice = {
      {R"("type": "search", "count": 2, "count": 3)", Search{.count = 3}},
      {R"("type": "search", "count": "x", "c\u006funt": 3)", Search{.count = 3}},
      {R"("type": "share", "type": "comment")", Comment{}},
      {R"("type": 7, "type": "message", "replied": true, "replied": false)", Message{}},
  };
  for (const auto& [fields, action] : twice) {
    INFO(fields);
    CHECK(activity_of(fmt::format(R"({{"at": "2026-11-02", {}}})", fields)).action == action);
  }
}

TEST_CASE("keys and words may be written with escapes", "[decode]") {
  CHECK(activity_of(
            R"({"\u0061t": "2026\u002d11-02", "type": "se\u0061rch", "scope": "j\u006fbs"})") ==
        Activity{*parse_date("2026-11-02"), Search{.scope = Scope::jobs}});
}

TEST_CASE("fields of other types and unknown ones change nothing", "[decode]") {
  CHECK(activity_of(R"({"at": "2026-11-02", "type": "share", "count": 9, "Kind": "article",
                        "filters": -1, "note": {"kind": "article"}})")
            .action == Action{Share{}});
}

TEST_CASE("an activity of an unknown type is left out", "[decode]") {
  CHECK(
      document_of(R"([{"at": "2026-11-02", "type": "search"},
                        {"at": "2026-11-02", "type": "profile", "connections": 3},
                        {"at": "2026-11-02", "type": "Search"},
                        {"at": "2026-11-03", "type": "comment"}])") ==
      timeline_of({{*parse_date("2026-11-02"), Search{}}, {*parse_date("2026-11-03"), Comment{}}}));
}

}  // namespace
}  // namespace ssi::test
