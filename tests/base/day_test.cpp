#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include <ssi/day.hpp>

#include "base/day_parser.hpp"
#include "support/catch.hpp"

namespace ssi::test {
namespace {

using std::chrono::days;

TEST_CASE("a date is the number of days since 1970") {
  const std::pair<std::string_view, int> table[] = {
      {"1970-01-01", 0},       {"1969-12-31", -1},      {"1970-02-01", 31},
      {"2000-02-29", 11016},   {"2000-03-01", 11017},   {"2024-02-29", 19782},
      {"2026-11-22", 20779},   {"2026-12-31", 20818},   {"2027-01-01", 20819},
      {"0000-01-01", -719528}, {"9999-12-31", 2932896},
  };
  for (const auto& [text, count] : table) {
    INFO(text);
    REQUIRE(parse_date(text) == Day{days{count}});
    REQUIRE(parse_date_or_time(text) == Day{days{count}});
    REQUIRE(to_string(Day{days{count}}) == text);
  }
}

TEST_CASE("what the calendar does not have is not a date") {
  const std::string_view table[] = {
      "2026-02-29", "2026-02-30", "2100-02-29", "1900-02-29", "2026-04-31", "2026-06-31",
      "2026-09-31", "2026-11-31", "2026-01-32", "2026-12-32", "2026-01-00", "2026-00-01",
      "2026-13-01", "2026-99-01", "2026-01-99", "0000-00-00",
  };
  for (const std::string_view text : table) {
    INFO(text);
    REQUIRE_FALSE(parse_date(text));
    REQUIRE_FALSE(parse_date_or_time(text));
    REQUIRE_FALSE(parse_date_or_time(std::string{text} + "T09:15:00Z"));
  }
}

TEST_CASE("every last day of a month is a date and the day after it is not") {
  const int lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};  // of 2024, a leap year
  for (int month = 1; month <= 12; ++month) {
    const std::string start =
        std::string{"2024-"} + (month < 10 ? "0" : "") + std::to_string(month) + "-";
    INFO(start);
    REQUIRE(parse_date(start + std::to_string(lengths[month - 1])));
    REQUIRE_FALSE(parse_date(start + std::to_string(lengths[month - 1] + 1)));
  }
}

TEST_CASE("a date has exactly one form") {
  using namespace std::string_view_literals;
  const std::string_view table[] = {
      "",
      "2",
      "2026",
      "2026-11",
      "2026-11-2",
      "2026-1-22",
      "26-11-22",
      "2026-11-022",
      "02026-11-22",
      "+2026-11-22",
      "-026-11-22",
      "2026/11/22",
      "2026.11.22",
      "20261122",
      "2026-11-22 ",
      " 2026-11-22",
      "2026-11 22",
      "2026 11-22",
      "202a-11-22",
      "a026-11-22",
      "20a6-11-22",
      "2026-a1-22",
      "2026-1a-22",
      "2026-11-a2",
      "2026-11-2a",
      "2026-11-+2",
      "2026-11--2",
      "2026-11-2/",
      "2026-11-2:",
      "2026-W47-7",
      "2026-326",
      "2026-11-22\n",
      "2026-11-22\0"sv,
      "2026-11-2\0"sv,
      "２026-11-22",
      "today",
  };
  for (const std::string_view text : table) {
    INFO(text);
    REQUIRE_FALSE(parse_date(text));
    REQUIRE_FALSE(parse_date_or_time(text));
  }
}

TEST_CASE("a date and time names the day that it is written with") {
  const std::string_view table[] = {
      "2026-11-22T09:15:00Z",        "2026-11-22t09:15:00z",
      "2026-11-22T00:00:00Z",        "2026-11-22T23:59:59Z",
      "2026-11-22T23:59:60Z",  // a leap second
      "2026-11-22T09:15:00.5Z",      "2026-11-22T09:15:00.123456789123Z",
      "2026-11-22T09:15:00.0+01:00", "2026-11-22T09:15:00+00:00",
      "2026-11-22T09:15:00-00:00",
      "2026-11-22T23:30:00-08:00",  // the 23rd in UTC
      "2026-11-22T00:10:00+05:30",  // the 21st in UTC
      "2026-11-22T09:15:00+23:59",   "2026-11-22T09:15:00-23:59",
  };
  for (const std::string_view text : table) {
    INFO(text);
    REQUIRE(parse_date_or_time(text) == Day{days{20779}});
    REQUIRE_FALSE(parse_date(text));
  }
}

TEST_CASE("of each character of a time just those that make sense in its place are allowed") {
  struct Row {
    std::string_view time, digits;
    std::size_t at;
  };
  const Row table[] = {
      {"00:00:00", "012", 0},        {"09:59:59", "01", 0},         {"19:00:00", "0123456789", 1},
      {"20:00:59", "0123", 1},       {"23:59:59", ":", 2},          {"00:59:00", "012345", 3},
      {"00:00:00", "0123456789", 4}, {"09:09:09", ":", 5},          {"00:00:00", "0123456", 6},
      {"00:00:09", "012345", 6},     {"00:00:59", "0123456789", 7}, {"00:00:60", "0", 7},
  };
  for (const auto& [time, digits, at] : table) {
    for (int c = 0; c < 256; ++c) {
      std::string text = "2026-11-22T" + std::string{time} + "Z";
      text[11 + at] = static_cast<char>(c);
      INFO(text);
      REQUIRE(parse_date_or_time(text).has_value() ==
              (digits.find(static_cast<char>(c)) != digits.npos));
    }
  }
}

TEST_CASE("a time that RFC 3339 does not allow is refused") {
  using namespace std::string_view_literals;
  const std::string_view table[] = {
      "2026-11-22T",
      "2026-11-22Z",
      "2026-11-22T09",
      "2026-11-22T09Z",
      "2026-11-22T09:15",
      "2026-11-22T09:15Z",
      "2026-11-22T09:15:00",
      "2026-11-22T9:15:00Z",
      "2026-11-22T09:5:00Z",
      "2026-11-22T09:15:0Z",
      "2026-11-22 09:15:00Z",
      "2026-11-22_09:15:00Z",
      "2026-11-22TT09:15:00Z",
      "2026-11-22T24:00:00Z",
      "2026-11-22T09:60:00Z",
      "2026-11-22T09:15:61Z",
      "2026-11-22T09-15-00Z",
      "2026-11-22T09:15-00Z",
      "2026-11-22T091500Z",
      "2026-11-22T0a:15:00Z",
      "2026-11-22T09:1a:00Z",
      "2026-11-22T09:15:0aZ",
      "2026-11-22T-9:15:00Z",
      "2026-11-22T09:15:00.Z",
      "2026-11-22T09:15:00.+01:00",
      "2026-11-22T09:15:00.5",
      "2026-11-22T09:15:00.",
      "2026-11-22T09:15:00,5Z",
      "2026-11-22T09:15:00.5.5Z",
      "2026-11-22T09:15:00ZZ",
      "2026-11-22T09:15:00Z ",
      "2026-11-22T09:15:00 Z",
      "2026-11-22T09:15:00+01",
      "2026-11-22T09:15:00+0100",
      "2026-11-22T09:15:00+1:00",
      "2026-11-22T09:15:00+01:0",
      "2026-11-22T09:15:00+01:000",
      "2026-11-22T09:15:00+24:00",
      "2026-11-22T09:15:00+01:60",
      "2026-11-22T09:15:00*01:00",
      "2026-11-22T09:15:00+01-00",
      "2026-11-22T09:15:00+0a:00",
      "2026-11-22T09:15:00UTC",
      "2026-11-22T09:15:00\0"sv,
      "2026-02-30T09:15:00Z",
      "2026-11-2T09:15:00Z",
  };
  for (const std::string_view text : table) {
    INFO(text);
    REQUIRE_FALSE(parse_date_or_time(text));
  }
}

TEST_CASE("a parser that has read other days reads the next as one that has read none") {
  using namespace std::string_view_literals;
  const std::string_view texts[] = {
      "\0\0\0\0\0\0\0\0"
      "01"sv,
      "2026-02-28",
      "2026-02-29",
      "2016-02-29",
      "2036-02-29",
      "2026-01-31",
      "2026-02-31",
      "2024-02-29",
      "2024-02-30",
      "2024-02-00",
      "2024-02-0a",
      "2025-02-29",
      "2024-13-01",
      "2024-00-01",
      "2024-02-01",
      "2024/02-01",
      "2024-02/01",
      "2024-02-1",
      "2024-02-011",
      "2024-02-01T09:15:00Z",
      "2024-02-01T09:15:00",
      "2024-02-30T09:15:00Z",
      "2024-03-31T23:59:60+23:59",
      "2024-04-31",
      "9999-12-31",
      "0000-01-01",
      "",
  };
  // Every text after every other.
  for (const std::string_view before : texts) {
    for (const std::string_view text : texts) {
      INFO(before << " then " << text);
      DayParser parser;
      Day ignored{};
      (void)parser.date_or_time(before, ignored);
      const Day unset = Day{days{-1'000'000}};
      Day day = unset;
      const auto fresh = parse_date_or_time(text);
      REQUIRE(parser.date_or_time(text, day) == fresh.has_value());
      REQUIRE(day == fresh.value_or(unset));
      day = unset;
      REQUIRE(parser.date(text, day) == parse_date(text).has_value());
      REQUIRE(day == parse_date(text).value_or(unset));
    }
  }
}

TEST_CASE("every day of four centuries reads back as it is written") {
  for (Day day{days{0}}; day < Day{days{146'097}}; day += days{1}) {
    const auto read = parse_date(to_string(day));
    if (read != day) FAIL(to_string(day));
  }
  REQUIRE(to_string(Day{days{146'097}}) == "2370-01-01");
}

}  // namespace
}  // namespace ssi::test
