// The same few trends through every format, as in tests/golden/trend-*.

#include <algorithm>
#include <string>
#include <vector>

#include <ssi/render.hpp>

#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

struct Sample {
  std::string name;
  MemberLog log{};
  TrendSettings settings{};
};

Day day(const char* date) {
  return parse_date(date).value();
}

// A member whose name takes a page, a table or a terminal for something else.
MemberLog hostile() {
  MemberLog log = member_of(read_file("data/partly-measured.json"));
  const std::string text = "=1+1 \x1b[31m| `a` <b>\n" + std::string(70, 'x');
  log.member = {.id = text, .name = text, .team = text};
  log.not_measured.emplace().set().reset(static_cast<std::size_t>(SignalId::shares));
  return log;
}

// Most weeks have a reading, some two; a few have no total, and two the least and the most.
MemberLog with_readings(MemberLog log) {
  for (int i = 0; i < 60; ++i) {
    if (i % 9 == 4) continue;
    Reading& reading = log.readings[today - std::chrono::days{6 * i}];
    reading = {.people = Thousandths{(i % 26) * 1'000}, .industry_rank = 1 + i};
    if (i % 7 != 3) reading.total = Thousandths{(100 - i) * 999};
  }
  log.readings[today - std::chrono::days{6}].total = Thousandths{100'000};
  log.readings[today - std::chrono::days{12}].total = Thousandths{0};
  return log;
}

std::vector<Sample> samples() {
  const MemberLog keiko = member_of(read_file("data/daily-social-seller.json"));
  const MemberLog amina = member_of(read_file("data/steady-weekly-poster.json"));
  return {
      {"trend-falling", keiko, {.since = day("2026-09-01"), .until = today}},
      {"trend-below",
       amina,
       {.every = Step::month, .since = day("2026-01-01"), .until = day("2026-10-31")}},
      {"trend-days",
       amina,
       {.every = Step::day, .since = day("2025-11-23"), .until = today, .target = {2000}}},
      {"trend-one-day",
       member_of("[]"),
       {.since = today, .until = today, .target = Points::whole(100)}},
      {"trend-linkedin",
       with_readings(amina),
       {.since = day("2025-11-23"), .until = today - std::chrono::days{1}}},
      {"trend-linkedin-days",
       with_readings(amina),
       {.every = Step::day, .since = day("2026-11-01"), .until = today}},
      {"trend-hostile", hostile(), {.since = day("2026-09-01"), .until = today}},
  };
}

struct Look {
  std::string_view format;
  std::string_view suffix;
  Style style{};
};

constexpr Look looks[] = {
    {"text", "txt"},
    {"text", "color.txt", {.color = true, .unicode = true}},
    {"text", "unicode.txt", {.unicode = true}},
    {"json", "json"},
    {"jsonl", "jsonl"},
    {"csv", "csv"},
    {"markdown", "md"},
    {"html", "html"},
};

std::string rendered(const Sample& sample, const Look& look) {
  const auto formats = trend_formats();
  const auto format =
      std::ranges::find(formats, look.format, &FormatOf<std::vector<TrendReport>>::name);
  REQUIRE(format != formats.end());
  Diagnostics diagnostics;
  const TrendReport report = make_trend(sample.log, model_v1(), sample.settings, diagnostics);
  std::string out;
  format->write(out, {report}, diagnostics, look.style);
  return out;
}

TEST_CASE("golden trends come out in every format as they always did") {
  for (const Sample& sample : samples()) {
    for (const Look& look : looks) {
      const bool is_long = sample.name == "trend-days" && !look.suffix.ends_with("txt");
      if (!is_long)
        require_golden(sample.name + "." + std::string{look.suffix}, rendered(sample, look));
    }
  }
}

TEST_CASE("every format of trends has a golden one") {
  for (const auto& format : trend_formats()) {
    INFO(format.name);
    CHECK(std::ranges::find(looks, format.name, &Look::format) != std::end(looks));
  }
}

TEST_CASE(
    "a trend in text is at most 80 columns wide, ends no line in blanks, steers no terminal") {
  for (const Sample& sample : samples()) {
    for (const Look& look : {looks[0], looks[2]}) {
      std::size_t column = 0;
      char before = '\n';
      for (const char c : rendered(sample, look)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\n') FAIL(int{byte});
        column = c == '\n' ? 0 : column + ((byte & 0xC0U) != 0x80 ? 1 : 0);
        INFO(sample.name);
        REQUIRE((column <= 80 || sample.name == "trend-hostile"));
        if (c == '\n' && before == ' ') FAIL("a blank at the end of a line");
        before = c;
      }
    }
  }
}

// The columns of the plot left and right of the line that parts them.
std::vector<std::size_t> columns_of(const std::string& text) {
  for (const std::string& line : lines_of(text)) {
    const std::size_t past = line.find("0 +");
    if (past == std::string::npos) continue;
    const std::size_t forecast = line.find('+', past + 3);
    if (forecast == std::string::npos) return {line.size() - past - 3};
    return {forecast - past - 3, line.size() - forecast - 1};
  }
  return {};
}

TEST_CASE("a plot has a few columns a step, one, or fewer columns than steps") {
  const MemberLog log = member_of(
      R"([{"at": "2026-01-05", "type": "search"}, {"at": "2026-11-22", "type": "search"}])");
  const struct {
    Step every;
    const char* since;
    std::vector<std::size_t> columns;
  } table[] = {
      {Step::day, "2026-11-22", {1, 60}},    // 1 and 90
      {Step::week, "2026-11-22", {4, 52}},   // 1 and 13
      {Step::week, "2026-10-01", {16, 26}},  // 8 and 13
      {Step::week, "2026-01-01", {47, 13}},  // 47 and 13
      {Step::week, "2025-10-01", {50, 11}},  // 60 and 13
      {Step::month, "2026-11-22", {4, 16}},
  };
  for (const auto& [every, since, columns] : table) {
    const Sample sample{.name = since,
                        .log = log,
                        .settings = {.every = every, .since = day(since), .until = today}};
    INFO(since);
    CHECK(columns_of(rendered(sample, looks[0])) == columns);
  }
}

TEST_CASE("a plot is as high as the total, and the line of the target is drawn where it is not") {
  const Sample sample = samples()[0];  // 77.52 on the last day
  const std::vector<std::string> lines = lines_of(rendered(sample, looks[0]));
  const auto row = std::ranges::find_if(
      lines, [](const std::string& line) { return contains(line, "target 70 |"); });
  REQUIRE(row != lines.end());
  CHECK(contains(*row, "---#"));
  CHECK(contains(*std::prev(row), "#|:"));
  CHECK_FALSE(contains(*std::prev(row, 2), "#"));
}

}  // namespace
}  // namespace ssi::test
