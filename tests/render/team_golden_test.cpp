// The same few cohorts through every format that has a team report, as in tests/golden/team-*.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <ssi/render.hpp>
#include <ssi/team.hpp>

#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

struct Sample {
  std::string name;
  std::vector<MemberLog> members{};
  TeamSettings settings{};
  std::vector<Gate> gates{};
};

MemberLog unscored(MemberLog log) {
  log.not_measured.emplace().set();
  return log;
}

// Names that take a page, a table or a terminal for something else, and hardly fit.
std::vector<MemberLog> hostile_members() {
  std::vector<MemberLog> members;
  for (const std::string text :
       {"\x1b[31mred\x1b[0m", "a | b `code` <b>", "=1+1", "", "first\nsecond",
        "a name that is a good deal longer than its column", "漢字漢字漢字漢字漢字漢字漢字漢字"}) {
    MemberLog log = member_of(read_file("data/newcomer.json"));
    log.member = {.id = text, .name = text, .team = text};
    members.push_back(std::move(log));
  }
  members.push_back(unscored(members[0]));
  members.push_back(unscored(members[1]));
  members.push_back(member_of("[]"));
  return members;
}

std::vector<MemberLog> with_readings(std::vector<MemberLog> members) {
  members[0].readings[today] = {.total = Thousandths{77'000}};
  members[6].readings[today] = {.total = Thousandths{30'500}, .industry_rank = 40};
  members[1].readings[today] = {.industry_rank = 1};
  return members;
}

const std::vector<Sample>& samples() {
  const std::vector<MemberLog> team = members_of(read_file("data/team.jsonl"));
  static const std::vector<Sample> all = {
      {.name = "team-plain", .members = team},
      {.name = "team-full",
       .members = team,
       .settings = {.sort_by = SortBy::people, .top = 2, .bottom = 1, .by_team = true},
       .gates = {{.on = GateOn::total, .wanted = {7000}},
                 {.on = GateOn::pillar, .pillar = PillarId::people, .wanted = {100}},
                 {.on = GateOn::mean, .wanted = {5000}},
                 {.on = GateOn::share, .wanted = {8000}, .from = {7000}}}},
      {.name = "team-hostile", .members = hostile_members(), .settings = {.by_team = true}},
      {.name = "team-linkedin", .members = with_readings(team)},
      {.name = "team-unscored",
       .members = {unscored(team[0]), unscored(team[1])},
       .gates = {{.on = GateOn::mean, .wanted = {5000}}}},
  };
  return all;
}

struct Look {
  std::string_view format;
  std::string_view suffix;
  Style style{};
};

constexpr Look looks[] = {
    {"text", "txt"},        {"text", "color.txt", {.color = true, .unicode = true}},
    {"json", "json"},       {"jsonl", "jsonl"},
    {"csv", "csv"},         {"markdown", "md"},
    {"html", "html"},       {"junit", "xml"},
    {"github", "github"},   {"badge", "svg"},
    {"shields", "shields"},
};

std::string rendered(const Sample& sample, const Look& look) {
  const auto format = std::ranges::find(team_formats(), look.format, &FormatOf<TeamReport>::name);
  REQUIRE(format != team_formats().end());
  const ReportSettings scoring{.model = model_v1(), .gates = sample.gates};
  Diagnostics diagnostics;
  TeamTally tally;
  for (const MemberLog& log : sample.members) tally.take(log, scoring, diagnostics);
  std::string out;
  format->write(out, tally.report(scoring, sample.settings), diagnostics, look.style);
  return out;
}

TEST_CASE("golden team reports come out in every format as they always did") {
  for (const Sample& sample : samples()) {
    for (const Look& look : looks) {
      require_golden(sample.name + "." + std::string{look.suffix}, rendered(sample, look));
    }
  }
}

TEST_CASE("every format has a team report but the one for totals, and a golden one") {
  for (const Format& format : formats()) {
    INFO(format.name);
    const bool has_team =
        std::ranges::count(team_formats(), format.name, &FormatOf<TeamReport>::name);
    CHECK(has_team == (format.name != "total"));
    CHECK(has_team == (std::ranges::count(looks, format.name, &Look::format) > 0));
  }
}

TEST_CASE("a team report in plain text is at most 80 columns wide and steers no terminal") {
  for (const Sample& sample : samples()) {
    std::size_t column = 0;
    for (const char c : rendered(sample, looks[0])) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 && c != '\n') FAIL(int{byte});
      column = c == '\n' ? 0 : column + ((byte & 0xC0U) != 0x80 ? 1 : 0);
      INFO(sample.name);
      REQUIRE(column <= 80);
    }
  }
}

}  // namespace
}  // namespace ssi::test
