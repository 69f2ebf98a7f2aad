// The same few reports through every format, byte for byte as in tests/golden/NAME.FORMAT.

#include "support/golden.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <ssi/render.hpp>
#include <ssi/report.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

// A run of the program: members, a model, gates.
struct Sample {
  std::string name;
  std::vector<MemberLog> members{};
  Model model = model_v1();
  std::vector<Gate> gates{};
  std::vector<Supposed> what_if{};
};

MemberLog data(const std::string& file) {
  return member_of(read_file("data/" + file));
}

MemberLog named(Member member) {
  MemberLog log = member_of(
      R"({"as_of": "2026-11-22", "profile": {"connections": 120, "skills": 5}, "activities": [
          {"at": "2026-11-20", "type": "share", "reactions": 12},
          {"at": "2026-11-21", "type": "search", "filters": 2, "count": 3}]})");
  log.member = std::move(member);
  return log;
}

std::string times(int n, std::string_view text) {
  std::string all;
  for (int i = 0; i < n; ++i) all += text;
  return all;
}

// Names that a terminal, a spreadsheet, a page or a parser might take for more than a name.
std::vector<MemberLog> hostile_members() {
  std::vector<MemberLog> members;
  for (const std::string name : {
           "\x1b[31mred\x1b[0m \x1b]0;title\x07",
           "first\r\nsecond\tthird",
           "user\u202egnp.exe\u2066 \u200f",
           "=cmd|' /C calc'!A0",
           "@SUM(1+1)*cmd",
           "+1\"quoted, and more\"",
           "-1; 'single'",
           "a | b `code` [link](http://example.com) ![x](y) **bold** _it_ ~~no~~ #1 @all :+1:",
           "<script>alert(\"1\")</script> &amp; <!-- x -->",
           "🦊 👩‍👩‍👧 Zoë e\u0301",
           "\x7f\u0085\u009b31m\u2028\ufeff",
           "\\ back \\u0041 ${x} $(y) %s {}",
           "",
           " ",
       }) {
    members.push_back(named({.id = name, .name = name, .team = name}));
  }
  members.push_back(named({.id = "id only\n"}));
  members.push_back({});
  members.push_back(named({.id = "long", .name = times(30, "a long name ")}));
  members.push_back(named({.id = "wide", .name = times(60, "李小龍")}));
  members.push_back(named({.id = "fits", .name = times(15, "漢")}));
  members.push_back(named({.id = "too wide", .name = times(16, "漢")}));
  return members;
}

Model custom_model() {
  Model model = model_v1();
  model.name = "ours | <b>\x1b";
  model.sha256 = "63db80ad6169584b0b7be4894cead50cc56bff7921ebc2484e5394216e1212df";
  model.window_days = 30;
  model.weak_below = {1000};
  model.bands = {{"=low\n", {0}}, {"*high*", {5281}}, {"top \"of\" all", {9950}}};
  model.signals[0].points = {750};
  model.signals[1].points = {250};
  model.signals[2].target = {125'000, 10'000};
  return model;
}

MemberLog without_people() {
  MemberLog log = data("partly-measured.json");
  for (const SignalId id : {SignalId::searches, SignalId::prospecting_days}) {
    log.not_measured->set(static_cast<std::size_t>(id));
  }
  return log;
}

// Close to LinkedIn's numbers, far from them on both sides, and hardly any of them known.
std::vector<MemberLog> with_readings() {
  MemberLog amina = data("steady-weekly-poster.json");
  amina.readings[today - std::chrono::days{9}] = {.total = Thousandths{11'000}};
  amina.readings[today - std::chrono::days{2}] = {.total = Thousandths{53'000},
                                                  .brand = Thousandths{20'970},
                                                  .industry_rank = 10,
                                                  .network_rank = 34,
                                                  .industry_average = Thousandths{34'400},
                                                  .network_average = Thousandths{36'300}};
  MemberLog far = amina;
  far.readings[today] = {.total = Thousandths{40'125},
                         .brand = Thousandths{1'000},
                         .people = Thousandths{20'000},
                         .insights = Thousandths{13'000},
                         .relationships = Thousandths{6'125}};
  MemberLog lucas = data("partly-measured.json");
  lucas.readings[today] = {.people = Thousandths{25'000}, .network_rank = 100};
  MemberLog unscored = without_people();
  unscored.readings[today] = {.total = Thousandths{8'000}, .people = Thousandths{8'000}};
  return {amina, far, lucas, unscored};
}

std::vector<Gate> some_gates() {
  return {{.on = GateOn::total, .wanted = {5281}},
          {.on = GateOn::total, .wanted = {5282}},
          {.on = GateOn::pillar, .pillar = PillarId::brand, .wanted = {1972}},
          {.on = GateOn::pillar, .pillar = PillarId::people, .wanted = {1500}},
          {.on = GateOn::complete, .wanted = total_max}};
}

std::vector<MemberLog> two_with_later_activities() {
  std::vector<MemberLog> members = {data("steady-weekly-poster.json"),
                                    data("daily-social-seller.json")};
  for (MemberLog& member : members) member.as_of = today - std::chrono::days{2};
  return members;
}

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {
      {.name = "amina", .members = {data("steady-weekly-poster.json")}, .gates = some_gates()},
      {.name = "partly", .members = {data("partly-measured.json")}},
      {.name = "without-people", .members = {without_people()}, .gates = some_gates()},
      {.name = "linkedin", .members = with_readings()},
      {.name = "empty", .members = {data("empty.json")}},
      {.name = "perfect", .members = {data("everything-at-target.json")}},
      {.name = "hostile", .members = hostile_members()},
      {.name = "custom-model",
       .members = {data("steady-weekly-poster.json")},
       .model = custom_model()},
      {.name = "two",
       .members = two_with_later_activities(),
       .gates = {{.on = GateOn::total, .wanted = Points::whole(70)}}},
      {.name = "what-if",
       .members = {data("steady-weekly-poster.json"), without_people(), data("empty.json")},
       .what_if = {{"search filters=1 count=10", std::nullopt, Search{.filters = 1, .count = 10}},
                   {"connection status=pending at=2026-11-20", today - std::chrono::days{2},
                    Connection{.status = Status::pending}},
                   {"share kind=article \x1b[1m<b>|", std::nullopt,
                    Share{.kind = ShareKind::article}}}},
  };
  return all;
}

// A golden file of each sample: the format, and how it looks.
struct Look {
  std::string_view format;
  std::string_view suffix;
  Style style{};
};

const std::vector<Look>& looks() {
  static const std::vector<Look> all = {
      {"text", "txt"},
      {"text", "details.txt", {.details = true}},
      {"text", "unicode.txt", {.unicode = true}},
      {"text", "color.txt", {.color = true, .unicode = true, .details = true}},
      {"total", "total"},
      {"total", "precise.total", {.precision = 2}},
      {"json", "json"},
      {"jsonl", "jsonl"},
      {"csv", "csv"},
      {"markdown", "md"},
      {"html", "html"},
      {"junit", "xml"},
      {"github", "github"},
      {"badge", "svg"},
      {"shields", "shields"},
      {"markdown", "details.md", {.details = true}},
  };
  return all;
}

const Format& format_named(std::string_view name) {
  const auto found = std::ranges::find(formats(), name, &Format::name);
  REQUIRE(found != formats().end());
  return *found;
}

std::string rendered(const Sample& sample, std::string_view format_name, const Style& style) {
  const Format& format = format_named(format_name);
  const ReportSettings settings{.model = sample.model,
                                .gates = sample.gates,
                                .what_if = sample.what_if,
                                .with_last_week = true};
  Diagnostics diagnostics;
  std::string out;
  format.head(out, settings);
  for (const MemberLog& member : sample.members) {
    if (&member != &sample.members.front()) out += format.separator;
    format.member(out, make_report(member, settings, diagnostics), settings.model, style);
  }
  format.tail(out, diagnostics);
  return out;
}

// Columns of a text without wide characters: bytes that do not go on a character.
std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

TEST_CASE("golden reports come out in every format as they always did") {
  for (const Sample& sample : samples()) {
    for (const Look& look : looks()) {
      require_golden(sample.name + "." + std::string{look.suffix},
                     rendered(sample, look.format, look.style));
    }
  }
}

// Whether a golden file belongs to KIND_golden_test.cpp.
bool is_of_another_test(std::string_view file) {
  constexpr std::string_view kinds[] = {"team-", "trend-",   "plan-",
                                        "diff-", "explain-", "calibrate-"};
  return std::ranges::any_of(kinds, [&](std::string_view kind) { return file.starts_with(kind); });
}

TEST_CASE("golden reports know every format and no file of another name") {
  for (const Format& format : formats()) {
    INFO(format.name);
    REQUIRE(std::ranges::find(looks(), format.name, &Look::format) != looks().end());
  }
  std::vector<std::string> expected = {"model_v1.json"};
  for (const Sample& sample : samples()) {
    for (const Look& look : looks())
      expected.push_back(sample.name + "." + std::string{look.suffix});
  }
  for (const auto& entry :
       std::filesystem::directory_iterator{std::string{SSI_SOURCE_DIR} + "/tests/golden"}) {
    const std::string file = entry.path().filename().string();
    if (is_of_another_test(file)) continue;
    INFO(file);
    REQUIRE(std::ranges::find(expected, file) != expected.end());
  }
}

// The lines of a text without its titles, which hold names and may go on below.
static std::vector<std::string> lines_without_titles(const std::string& text) {
  std::vector<std::string> lines;
  bool is_title = false;
  for (std::string& line : lines_of(text)) {
    const bool goes_on = is_title && !line.starts_with("  ") && !line.empty();
    is_title = goes_on || line.starts_with("Social Selling Index:");
    if (!is_title) lines.push_back(std::move(line));
  }
  return lines;
}

TEST_CASE("plain text is at most 80 columns wide but for a name") {
  for (const Sample& sample : samples()) {
    for (const Look& look : looks()) {
      if (look.format != "text" || look.style.color) continue;
      for (const std::string& line :
           lines_without_titles(rendered(sample, look.format, look.style))) {
        INFO(sample.name << ": " << line);
        REQUIRE(columns(line) <= 80);
      }
    }
  }
}

TEST_CASE("a title breaks in two where it would be wider than 80 columns") {
  const auto title = [](const std::string& name) {
    return lines_of(rendered({.name = "title", .members = {named({.name = name})}}, "text", {}));
  };
  // 22 columns stand before the name, two blanks and `end` after it.
  const std::string end = "as of 2026-11-22, model v1";
  const std::size_t room = 80 - 22 - 2 - end.size();
  REQUIRE(title(std::string(room, 'x'))[0] ==
          "Social Selling Index: " + std::string(room, 'x') + "  " + end);
  REQUIRE(title(std::string(room - 1, 'x'))[0] ==
          "Social Selling Index: " + std::string(room - 1, 'x') + "   " + end);
  const auto two = title(std::string(room + 1, 'x'));
  REQUIRE(two[0] == "Social Selling Index: " + std::string(room + 1, 'x'));
  REQUIRE(two[1] == "  " + end);
  const auto three = title(std::string(50, 'x') + ' ' + std::string(50, 'y'));
  REQUIRE(three[0] == "Social Selling Index: " + std::string(50, 'x'));
  REQUIRE(three[1] == std::string(50, 'y'));
  REQUIRE(three[2] == "  " + end);
  // A wide character takes two columns.
  REQUIRE(title(times(static_cast<int>(room / 2), "漢"))[0].ends_with(end));
  REQUIRE(title(times(static_cast<int>(room / 2) + 1, "漢"))[1] == "  " + end);
}

TEST_CASE("colour only adds escape sequences to plain text") {
  for (const Sample& sample : samples()) {
    std::string plain;
    bool in_escape = false;
    for (const char c : rendered(sample, "text", {.color = true, .unicode = true})) {
      if (c == '\x1b') in_escape = true;
      if (!in_escape) plain += c;
      if (c == 'm') in_escape = false;
    }
    INFO(sample.name);
    REQUIRE(plain == rendered(sample, "text", {.unicode = true}));
  }
}

TEST_CASE("without colour nothing that is rendered can steer a terminal") {
  for (const Sample& sample : samples()) {
    for (const Look& look : looks()) {
      if (look.style.color) continue;
      const std::string text = rendered(sample, look.format, look.style);
      INFO(sample.name << "." << look.suffix);
      for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\n' && !(c == '\r' && look.format == "csv")) FAIL(int{byte});
        if (byte == 0x7F) FAIL(int{byte});
      }
      for (const std::string_view steering :
           {"\u0085", "\u009b", "\u202e", "\u2066", "\u200f", "\u2028", "\ufeff"}) {
        REQUIRE(text.find(steering) == std::string::npos);
      }
    }
  }
}

TEST_CASE("without unicode plain text is ASCII but for names") {
  for (const Sample& sample : samples()) {
    for (const std::string& line :
         lines_without_titles(rendered(sample, "text", {.details = true}))) {
      INFO(line);
      REQUIRE(columns(line) == line.size());
    }
  }
}

TEST_CASE("machine formats parse and hold the names as they were") {
  using nlohmann::json;
  for (const Sample& sample : samples()) {
    INFO(sample.name);
    const std::string text = rendered(sample, "json", {});
    const json document = json::parse(text, nullptr, false);
    REQUIRE_FALSE(document.is_discarded());
    REQUIRE(document.at("members").size() == sample.members.size());
    const std::vector<std::string> lines = lines_of(rendered(sample, "jsonl", {}));
    REQUIRE(lines.size() == sample.members.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      json line = json::parse(lines[i], nullptr, false);
      REQUIRE_FALSE(line.is_discarded());
      const auto& name = sample.members[i].member.name;
      REQUIRE(line.at("name") == (name ? json(*name) : json()));
      REQUIRE(line.at("schema_version") == 1);
      line.erase("schema_version");
      line.erase("model");
      REQUIRE(line == document.at("members").at(i));
    }
  }
}

TEST_CASE("every golden JSON file parses and ends in one newline") {
  std::size_t files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator{std::string{SSI_SOURCE_DIR} + "/tests/golden"}) {
    const std::string file = entry.path().filename().string();
    if (is_of_another_test(file)) continue;
    INFO(file);
    const std::string text = read_file("tests/golden/" + file);
    REQUIRE((text.ends_with('\n') || (text.empty() && file.ends_with(".github"))));
    REQUIRE_FALSE(text.ends_with("\n\n"));
    if (entry.path().extension() != ".json") continue;
    ++files;
    REQUIRE_FALSE(nlohmann::json::parse(text, nullptr, false).is_discarded());
  }
  REQUIRE(files == samples().size() + 1);
}

// The cells of a CSV text, row by row, as RFC 4180 has it.
std::vector<std::vector<std::string>> cells_of(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && text[i + 1] == '"') {
      rows.back().back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\r') {
      REQUIRE(text[++i] == '\n');
      rows.emplace_back(1);
    } else {
      rows.back().back() += c;
    }
  }
  REQUIRE(rows.back() == std::vector<std::string>{""});
  rows.pop_back();
  return rows;
}

TEST_CASE("every row of CSV has the cells of the header and none that a spreadsheet would run") {
  for (const Sample& sample : samples()) {
    INFO(sample.name);
    const auto rows = cells_of(rendered(sample, "csv", {}));
    REQUIRE(rows.size() == sample.members.size() + 1);
    for (const auto& row : rows) {
      REQUIRE(row.size() == rows.front().size());
      for (const std::string& cell : row) {
        INFO(cell);
        REQUIRE((cell.empty() ||
                 std::string_view{"=+-@\t\r"}.find(cell.front()) == std::string_view::npos));
      }
    }
  }
}

TEST_CASE("a total is rounded down to the decimals asked for") {
  const auto total = [](Points points, int precision) {
    Report report;
    report.score.total = points;
    std::string out;
    format_named("total").member(out, report, model_v1(), {.precision = precision});
    return out;
  };
  const struct {
    int hundredths;
    std::string whole, tenths, exact;
  } table[] = {
      {0, "0\n", "0.0\n", "0.00\n"},           {1, "0\n", "0.0\n", "0.01\n"},
      {9, "0\n", "0.0\n", "0.09\n"},           {10, "0\n", "0.1\n", "0.10\n"},
      {99, "0\n", "0.9\n", "0.99\n"},          {100, "1\n", "1.0\n", "1.00\n"},
      {3999, "39\n", "39.9\n", "39.99\n"},     {6999, "69\n", "69.9\n", "69.99\n"},
      {7000, "70\n", "70.0\n", "70.00\n"},     {9999, "99\n", "99.9\n", "99.99\n"},
      {10000, "100\n", "100.0\n", "100.00\n"},
  };
  for (const auto& [hundredths, whole, tenths, exact] : table) {
    REQUIRE(total({hundredths}, 0) == whole);
    REQUIRE(total({hundredths}, 1) == tenths);
    REQUIRE(total({hundredths}, 2) == exact);
  }
}

}  // namespace
}  // namespace ssi::test
