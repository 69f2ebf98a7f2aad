#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <ssi/log.hpp>
#include <ssi/timeline.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

using Said = std::vector<std::string>;

struct Reading {
  std::vector<Entry> entries{};
  Diagnostics diagnostics{};

  std::uint64_t errors() const { return diagnostics.total(Severity::error); }
  std::uint64_t set_aside() const { return diagnostics.total(Severity::set_aside); }
  // What was left out in all.
  std::uint64_t skipped() const { return diagnostics.total(Severity::skipped) + set_aside(); }
  Said said() const {
    Said lines;
    for (const Diagnostic& d : diagnostics.list()) lines.push_back(to_string(d));
    return lines;
  }
  // Those of lines.
  std::vector<Activity> activities() const {
    std::vector<Activity> all;
    for (const Entry& entry : entries) {
      if (const auto* line = std::get_if<ActivityLine>(&entry)) all.push_back(line->activity);
    }
    return all;
  }
  // What lines and documents come to.
  Timeline timeline() const {
    Timeline all = timeline_of(activities());
    for (const Entry& entry : entries) {
      if (const auto* document = std::get_if<Document>(&entry)) all += document->log.timeline;
    }
    return all;
  }
};

Reading read(std::istream& in, Strictness strictness = Strictness::strict) {
  Reading reading;
  read_log(in, "log", strictness, reading.diagnostics,
           [&](Entry&& entry) { reading.entries.push_back(std::move(entry)); });
  reading.diagnostics.end_file("log");
  return reading;
}

Reading read(const std::string& text, Strictness strictness = Strictness::strict) {
  std::istringstream in{text};
  return read(in, strictness);
}

Reading read_lenient(const std::string& text) {
  return read(text, Strictness::lenient);
}

std::string lines(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& line : all) text += line + '\n';
  return text;
}

std::uint64_t line_of(const Entry& entry) {
  if (const auto* line = std::get_if<ActivityLine>(&entry)) return line->position.line;
  const auto* document = std::get_if<Document>(&entry);
  const MemberLog& log = document != nullptr ? document->log : std::get<ProfileLine>(entry).log;
  return log.origin.value().position.line;
}

Count count_of(const Activity& activity) {
  return std::get<Search>(activity.action).count;
}

std::string search(Count count) {
  return fmt::format(R"({{"at": "2026-11-02", "type": "search", "count": {}}})", count);
}

// The same with a note of `size` bytes, which draws no more than a warning.
std::string long_search(Count count, std::size_t size) {
  return fmt::format(R"({{"at": "2026-11-02", "type": "search", "note": "{}", "count": {}}})",
                     std::string(size, 'x'), count);
}

// Such searches, of the same day.
Timeline searches(const std::vector<Count>& counts) {
  Timeline timeline;
  for (const Count count : counts) {
    REQUIRE(timeline.add({*parse_date("2026-11-02"), Search{.count = count}}));
  }
  return timeline;
}

// The size of a batch.
constexpr std::size_t batch = std::size_t{384} << 10U;

// Shapes

TEST_CASE("one log says the same in every shape", "[read_log]") {
  const std::string one = search(3);
  const std::string two = R"({"at": "2026-11-03", "type": "connection", "seniority": "vp"})";
  const std::vector<Activity> activities = read(one + '\n' + two + '\n').activities();
  REQUIRE(activities.size() == 2);
  const Timeline expected = timeline_of(activities);
  REQUIRE(expected.days().size() == 2);
  const std::vector<std::string> shapes = {
      fmt::format(R"({{"activities": [{}, {}]}})", one, two),
      fmt::format("{{\n\"activities\": [\n{},\n{}\n]\n}}\n", one, two),
      fmt::format("[{}, {}]", one, two),
      fmt::format("[\n{},\n{}\n]\n", one, two),
      fmt::format("{{\"activities\": [{}]}}\n{{\"activities\": [{}]}}\n", one, two),
      fmt::format("[{}]\n[{}]\n", one, two),
      fmt::format("[{{\"activities\": [{}]}}, {{\"activities\": [{}]}}]", one, two),
      fmt::format("[\n{{\"activities\": [{}]}},\n{{\"activities\": [{}]}}\n]\n", one, two),
      fmt::format("{{\"activities\": [{}]}}\n[{{\"activities\": [{}]}}]\n", one, two),
      fmt::format("{}\n[{}]\n", one, two),
      fmt::format("\xEF\xBB\xBF{}\r\n\r\n{}\r\n", one, two),
      fmt::format("{}\n{}", one, two),  // no end of the last line
  };
  for (const std::string& shape : shapes) {
    INFO(shape);
    const Reading reading = read(shape);
    CHECK(reading.said() == Said{});
    CHECK(reading.timeline() == expected);
  }
}

TEST_CASE("a document tells what it says beside its activities", "[read_log]") {
  const Reading reading = read(R"({
    "version": 1,
    "member": {"id": "amina", "name": "Amina Khalil", "team": "emea"},
    "as_of": "2026-11-22",
    "profile": {"sections": ["photo", "about"], "skills": 8, "endorsements": 12,
                "recommendations": 1, "connections": 320, "decision_makers": 14, "coworkers": 15},
    "not_measured": ["profile_views"],
    "activities": []
  })");
  REQUIRE(reading.entries.size() == 1);
  const MemberLog& log = std::get<Document>(reading.entries[0]).log;
  CHECK(log.member == Member{"amina", "Amina Khalil", "emea"});
  CHECK(log.as_of == parse_date("2026-11-22"));
  SignalSet not_measured;
  not_measured.set(static_cast<std::size_t>(SignalId::profile_views));
  CHECK(log.not_measured == not_measured);
  Sections sections;
  sections.set(static_cast<std::size_t>(Section::photo));
  sections.set(static_cast<std::size_t>(Section::about));
  CHECK(log.timeline == timeline_of({}, {sections, {}, 8, 12, 1, 320, 14, 15}));
}

TEST_CASE("a profile line tells the same as a document's head", "[read_log]") {
  const std::string head = R"("as_of": "2026-11-22", "not_measured": ["shares", "network"])";
  const std::string profile = R"("sections": ["cover"], "skills": 5, "coworkers": 2)";
  const Reading document =
      read(fmt::format(R"({{"member": {{"id": "a", "name": "A", "team": "t"}}, {},
                           "profile": {{{}}}, "activities": []}})",
                       head, profile));
  const Reading line = read(fmt::format(
      R"({{"type": "profile", "member": "a", "name": "A", "team": "t", {}, {}}})", head, profile));
  REQUIRE(document.entries.size() == 1);
  REQUIRE(line.entries.size() == 1);
  const MemberLog& of_document = std::get<Document>(document.entries[0]).log;
  const MemberLog& of_line = std::get<ProfileLine>(line.entries[0]).log;
  CHECK(of_line.member == of_document.member);
  CHECK(of_line.as_of == of_document.as_of);
  CHECK(of_line.not_measured == of_document.not_measured);
  CHECK(of_line.timeline == of_document.timeline);
  CHECK(of_line.timeline.profile().skills == 5);
  CHECK_FALSE(of_line.timeline.last_day());
}

TEST_CASE("what a log leaves out is nothing, not empty text or zero days", "[read_log]") {
  for (const std::string text : {"[]", R"({"activities": []})", R"({"type": "profile"})",
                                 R"({"activities": [], "member": {}, "profile": {}})",
                                 R"({"activities": [{"at": "2026-11-02", "type": "search"}]})",
                                 "{\n\"activities\": [],\n\"note\": 5}"}) {
    INFO(text);
    const Reading reading = read(text);
    REQUIRE(reading.entries.size() == 1);
    const auto* document = std::get_if<Document>(&reading.entries[0]);
    const MemberLog& log =
        document != nullptr ? document->log : std::get<ProfileLine>(reading.entries[0]).log;
    CHECK(log.member == Member{});
    CHECK_FALSE(log.as_of);
    CHECK_FALSE(log.not_measured);
    CHECK(log.timeline.profile() == Profile{});
  }
}

TEST_CASE("a log may say that all is measured, which is not to say nothing", "[read_log]") {
  for (const std::string text :
       {R"({"activities": [], "not_measured": []})", R"({"type": "profile", "not_measured": []})",
        "{\n\"activities\": [],\n\"not_measured\": [],\n\"note\": 5}"}) {
    INFO(text);
    const Reading reading = read(text);
    REQUIRE(reading.entries.size() == 1);
    const auto* document = std::get_if<Document>(&reading.entries[0]);
    const MemberLog& log =
        document != nullptr ? document->log : std::get<ProfileLine>(reading.entries[0]).log;
    CHECK(log.not_measured == SignalSet{});
  }
}

TEST_CASE("entries come in the order of the input and know their lines", "[read_log]") {
  const Reading reading =
      read(lines({search(1), "", R"({"type": "profile", "member": "b"})",
                  R"({"member": {"id": "c"}, "activities": []})", " ",
                  R"({"at": "2026-11-01", "type": "reaction", "member": "d"})"}));
  REQUIRE(reading.entries.size() == 4);
  CHECK_FALSE(std::get<ActivityLine>(reading.entries[0]).member);
  CHECK(std::get<ProfileLine>(reading.entries[1]).log.member.id == "b");
  CHECK(std::get<Document>(reading.entries[2]).log.member.id == "c");
  CHECK(std::get<ActivityLine>(reading.entries[3]).member == "d");
  CHECK(line_of(reading.entries[0]) == 1);
  CHECK(line_of(reading.entries[1]) == 3);
  CHECK(line_of(reading.entries[2]) == 4);
  CHECK(line_of(reading.entries[3]) == 6);
}

// Strictness

const std::string bad_activity = R"({"at": "2026-02-30", "type": "search", "count": 0})";

TEST_CASE("a strict reading passes on what is good and counts every error", "[read_log]") {
  const Reading reading = read(lines({search(1), bad_activity, search(2), "{", search(3)}));
  CHECK(reading.activities().size() == 3);
  CHECK(reading.errors() == 3);
  CHECK(reading.skipped() == 0);
}

TEST_CASE("a document with an error is not passed on", "[read_log]") {
  CHECK(read("[" + search(1) + ",\n" + bad_activity + "]").entries.empty());
  CHECK(read(R"({"version": 2, "activities": []})").entries.empty());
}

TEST_CASE("a lenient reading leaves out bad activities and keeps the rest", "[read_log]") {
  const Reading reading =
      read_lenient("[\n" + search(1) + ",\n" + bad_activity + ",\n7,\n" + search(2) + "\n]\n");
  CHECK(reading.said() == Said{"log:3:8: skipped: /1/at: '2026-02-30' is not a date",
                               "log:4:1: skipped: /2: must be an object, not a number"});
  CHECK(reading.skipped() == 2);
  CHECK(reading.errors() == 0);
  REQUIRE(reading.entries.size() == 1);
  CHECK(reading.timeline() == searches({1, 2}));
}

TEST_CASE("a lenient reading leaves out bad lines and keeps the rest", "[read_log]") {
  const Reading reading = read_lenient(
      lines({search(1), bad_activity, "{]", "null", R"({"type": "profile", "skills": -1})",
             R"({"at": "2026-11-02", "type": "poke"})", search(2)}));
  CHECK(reading.skipped() == 4);
  CHECK(reading.set_aside() == 2);  // which may each have been a whole log
  CHECK(reading.errors() == 0);
  CHECK(reading.diagnostics.total(Severity::warning) == 1);  // the unknown type is not bad
  REQUIRE(reading.activities().size() == 2);
  CHECK(count_of(reading.activities()[1]) == 2);
}

TEST_CASE("what is skipped is reported once, however much is wrong with it", "[read_log]") {
  const std::vector<std::string> skipped_once = {
      bad_activity,
      R"({"type": "profile_edit", "entries": -1})",
      R"({"at": 5, "type": "profile_edit", "section": 1, "action": 2, "entries": 3.5})",
      R"({"at": "2026-11-02", "type": "search", "member": 7, "count": 0})",
      R"({"at": 1, "type": 2})",
      R"({"type": "profile", "name": 1, "team": 2, "as_of": 3, "sections": [4, 5], "skills": -6})",
      R"({"version": 2, "as_of": "today", "activities": []})",
      R"({"version": 2, "member": {"id": 1, "name": 2}, "activities": []})",
      R"({"member": {"id": 1}, "profile": {"skills": -1}, "activities": []})",
      R"({"profile": {"sections": ["foto"], "skills": -1}, "not_measured": [1], "activities": []})",
      R"({"version": 2, "activities": [{"at": 1}, {"at": 2}]})",
      R"({"member": 1, "profile": 2})",
  };
  for (const std::string& bad : skipped_once) {
    INFO(bad);
    const Reading reading = read_lenient(lines({search(1), bad, search(2)}));
    CHECK(reading.skipped() == 1);
    CHECK(reading.said().size() == 1);
    CHECK(reading.errors() == 0);
    CHECK(reading.activities().size() == 2);
  }
}

TEST_CASE("the first 20 that are skipped are reported in full, the others as a number",
          "[read_log]") {
  const auto with_bad = [](std::size_t n) {
    std::vector<std::string> all(n, bad_activity);
    all.insert(all.begin(), search(1));
    return read_lenient(lines(all));
  };
  CHECK(with_bad(20).said().size() == 20);
  const Reading reading = with_bad(25);
  CHECK(reading.skipped() == 25);
  REQUIRE(reading.said().size() == 21);
  CHECK(reading.said()[19] == "log:21:8: skipped: /at: '2026-02-30' is not a date");
  CHECK(reading.said()[20] == "log: skipped: and 5 more");
}

TEST_CASE("errors and warnings have 20 places each", "[read_log]") {
  std::vector<std::string> all{search(1)};
  for (int i = 0; i < 23; ++i) {
    all.push_back(R"({"at": "2026-02-30", "type": "search"})");
    all.push_back(R"({"at": "2026-11-02", "type": "poke"})");
  }
  const Reading reading = read(lines(all));
  CHECK(reading.errors() == 23);
  CHECK(reading.diagnostics.total(Severity::warning) == 23);
  REQUIRE(reading.said().size() == 42);
  CHECK(reading.said()[40] == "log: and 3 more errors");
  CHECK(reading.said()[41] == "log: warning: and 3 more");
}

TEST_CASE("a lenient reading sets a log aside in which there is nothing to keep", "[read_log]") {
  const std::vector<std::string> hopeless = {
      "",
      " \n\t\r\n",
      "\xEF\xBB\xBF",
      "{",
      "{\n\"activities\": [",
      "[\n" + search(1) + "\n",
      "{\n\"version\": 2,\n\"activities\": []\n}\n",
      "{\n\"member\": 7,\n\"activities\": []\n}\n",
      "{\n\"profile\": {\"skills\": -1},\n\"activities\": []\n}\n",
      "{\n}\n",
      R"({"activities": [{"at": "2026-02-30"}, 7, {"at": "2026-11-02", "type": "poke"}]})",
      R"({"member": {"id": "a"}, "as_of": "2026-11-22", "activities": [7]})",
      "[7]",
  };
  for (const std::string& log : hopeless) {
    INFO(log);
    const Reading reading = read_lenient(log);
    CHECK(reading.set_aside() == 1);
    CHECK(reading.errors() == 0);
    CHECK(reading.entries.empty());
  }
}

TEST_CASE("a log is kept that has more than bad activities", "[read_log]") {
  for (const std::string log : {
           R"({"profile": {}, "activities": [7]})",
           R"({"activities": [7, {"at": "2026-11-02", "type": "search"}]})",
           R"({"activities": [{"at": "2026-11-02", "type": "poke"}]})",
           R"({"activities": []})",
           "[]",
       }) {
    INFO(log);
    const Reading reading = read_lenient(log);
    CHECK(reading.set_aside() == 0);
    CHECK(reading.entries.size() == 1);
  }
}

TEST_CASE("of a list of documents the bad ones are set aside", "[read_log]") {
  const Reading reading = read_lenient(
      R"([{"activities": []}, 7, {"activities": [7]}, {"version": 2, "member": 1, "activities": []},)"
      R"( {"activities": []}])");
  CHECK(reading.set_aside() == 3);
  CHECK(reading.errors() == 0);
  CHECK(reading.entries.size() == 2);
}

TEST_CASE("a broken first line is skipped like any other", "[read_log]") {
  for (const std::string broken : {"{]", "at,type", R"({"at": "2026-11-)", R"({"at": }, )"}) {
    INFO(broken);
    const Reading reading = read_lenient(lines({broken, search(1), search(2)}));
    CHECK(reading.skipped() == 1);
    CHECK(reading.errors() == 0);
    CHECK(reading.activities().size() == 2);
  }
}

TEST_CASE("a second profile line and too large a sum are skipped, and the rest counts",
          "[read_log]") {
  const std::string text = lines({
      R"({"type": "profile", "skills": 3})",
      R"({"at": "2026-11-02", "type": "share", "reactions": 4611686018427387904})",
      R"({"at": "2026-11-02", "type": "share", "comments": 1})",
      R"({"type": "profile", "skills": 4})",
      search(2),
  });
  const auto [members, diagnostics] =
      read_texts({{"log", text}}, {.strictness = Strictness::lenient});
  CHECK(diagnostics.total(Severity::skipped) == 2);
  CHECK(diagnostics.total(Severity::error) == 0);
  REQUIRE(members.size() == 1);
  Timeline expected;
  expected.add(Profile{.skills = 3});
  const Day day = *parse_date("2026-11-02");
  REQUIRE(expected.add({day, Share{.reactions = count_max}}));
  REQUIRE(expected.add({day, Search{.count = 2}}));
  CHECK(members[0].timeline == expected);
}

// Streams and batches

// Gives one byte at a time, and fails at the end if asked to.
class Trickle : public std::streambuf {
 public:
  explicit Trickle(std::string text, bool fails = false) : text_{std::move(text)}, fails_{fails} {}

 protected:
  int_type underflow() override {
    if (at_ < text_.size()) {
      setg(&text_[at_], &text_[at_], &text_[at_] + 1);
      ++at_;
      return traits_type::to_int_type(*gptr());
    }
    if (fails_) throw std::runtime_error{"the disk is gone"};
    return traits_type::eof();
  }

 private:
  std::string text_;
  bool fails_;
  std::size_t at_ = 0;
};

TEST_CASE("a name is 64 KiB long at the most", "[read_log]") {
  for (const bool is_escaped : {false, true}) {
    const std::string most = std::string((64U << 10U) - 1, 'n') + (is_escaped ? "\\n" : "n");
    for (const std::string& name : {most, most + 'n'}) {
      INFO(name.size());
      const std::size_t errors = name == most ? 0 : 1;
      for (const std::string_view field : {"id", "name", "team"}) {
        const Reading reading =
            read(fmt::format(R"({{"activities": [], "member": {{"{}": "{}"}}}})", field, name));
        CHECK(reading.errors() == errors);
      }
      const Reading line =
          read(fmt::format(R"({{"member": "{}", "at": "2026-11-02", "type": "search"}})", name));
      CHECK(line.errors() == errors);
      if (errors == 0) continue;
      CHECK(line.diagnostics.list().front().message == "longer than 64 KiB");
      CHECK(line.diagnostics.list().front().pointer == "/member");
    }
  }
}

TEST_CASE("it does not matter in what portions the input comes", "[read_log]") {
  Trickle source{lines({search(1), search(2), search(3)})};
  std::istream in{&source};
  const Reading reading = read(in);
  CHECK(reading.said() == Said{});
  CHECK(reading.activities().size() == 3);
}

TEST_CASE("an input that fails is an error, lenient or not", "[read_log]") {
  for (const Strictness strictness : {Strictness::strict, Strictness::lenient}) {
    for (const std::string& before : {std::string{}, lines({search(1), search(2)})}) {
      Trickle source{before, true};
      std::istream in{&source};
      const Reading reading = read(in, strictness);
      CHECK(reading.errors() == 1);
      REQUIRE(reading.diagnostics.list().size() == 1);
      CHECK(reading.diagnostics.list()[0].code == Code::io);
      CHECK_FALSE(reading.diagnostics.list()[0].position);
    }
  }
}

TEST_CASE("a log over many batches loses no line and no line number", "[read_log]") {
  // Lines of many lengths, so that batches end at every place of a line.
  std::string log;
  std::vector<std::uint64_t> bad_lines;
  constexpr std::uint64_t count = 40'000;
  for (std::uint64_t line = 1; line <= count; ++line) {
    const bool bad = line % 4000 == 0;
    if (bad) bad_lines.push_back(line);
    log += long_search(bad ? 0 : static_cast<Count>(line), line * 7 % 90) + '\n';
  }
  REQUIRE(log.size() > 5 * batch);
  const Reading reading = read(log);
  CHECK(reading.entries.size() == count - bad_lines.size());
  CHECK(reading.errors() == bad_lines.size());
  std::size_t next_bad = 0;
  for (const Diagnostic& d : reading.diagnostics.list()) {
    if (d.severity != Severity::error) continue;
    CHECK(d.position->line == bad_lines.at(next_bad++));
  }
  bool in_order = true;
  for (const Entry& entry : reading.entries) {
    const Count n = count_of(std::get<ActivityLine>(entry).activity);
    in_order = in_order && static_cast<std::uint64_t>(n) == line_of(entry);
  }
  CHECK(in_order);
}

TEST_CASE("a line longer than a batch is a line like any other", "[read_log]") {
  for (const std::size_t size : {batch - 200, batch, batch + 1, 2 * batch, 5 * batch}) {
    for (std::size_t where = 0; where < 3; ++where) {
      for (const std::string_view end : {"\n", ""}) {
        INFO("a note of " << size << " bytes in line " << where + 1
                          << (end.empty() ? ", cut" : ""));
        std::vector<std::string> all = {search(1), search(2), search(3)};
        all[where] = long_search(static_cast<Count>(where) + 1, size);
        const Reading reading = read(fmt::format("{}\n{}\n{}{}", all[0], all[1], all[2], end));
        CHECK(reading.errors() == 0);
        CHECK(reading.entries.size() == 3);
        for (const Entry& entry : reading.entries) {
          const Count n = count_of(std::get<ActivityLine>(entry).activity);
          CHECK(static_cast<std::uint64_t>(n) == line_of(entry));
        }
      }
    }
  }
}

TEST_CASE("the last line counts wherever a batch ends before it", "[read_log]") {
  for (const std::size_t before : {std::size_t{1}, std::size_t{2}, std::size_t{9000}}) {
    for (const std::string_view end : {"\n", "", "\r\n", "\n\n"}) {
      INFO(before << " lines before it");
      std::string log;
      for (std::size_t i = 0; i < before; ++i) log += search(1) + '\n';
      const Reading good = read(fmt::format("{}{}{}", log, search(2), end));
      CHECK(good.said() == Said{});
      CHECK(good.entries.size() == before + 1);
      const Reading cut = read(fmt::format("{}{}{}", log, R"({"at": "2026-11-02", "ty)", end));
      CHECK(cut.errors() == 1);
      CHECK(cut.entries.size() == before);
    }
  }
}

TEST_CASE("a batch may end exactly with a line", "[read_log]") {
  for (const std::size_t spare : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
    const std::string tail = search(2) + '\n';
    const std::size_t overhead = long_search(1, 0).size() + 1;
    // The second line ends `spare` bytes before the end of the first batch.
    std::string log = search(1) + '\n';
    log += long_search(1, batch - spare - log.size() - overhead) + '\n';
    REQUIRE(log.size() == batch - spare);
    CHECK(read(log).entries.size() == 2);
    CHECK(read(log + tail).entries.size() == 3);
    CHECK(read(log + tail + tail).entries.size() == 4);
    CHECK(read(log + "{").errors() == 1);
  }
}

TEST_CASE("a document over many batches is one document", "[read_log]") {
  std::string log = "{\n  \"activities\": [\n";
  constexpr Count count = 20'000;
  for (Count i = 0; i < count; ++i) log += "    " + search(1) + ",\n";
  const std::uint64_t last_line = count + 3;
  REQUIRE(log.size() > 2 * batch);
  const Reading good = read(log + search(2) + "\n  ]\n}\n");
  CHECK(good.said() == Said{});
  CHECK(good.entries.size() == 1);
  CHECK(good.timeline() == searches({count, 2}));
  CHECK(read(log + search(0) + "\n]}").said() ==
        Said{fmt::format("log:{}:49: /activities/{}/count: 0 is out of range, 1 to 1000000",
                         last_line, count)});
  const Reading cut = read(log + search(2));
  REQUIRE(cut.said().size() == 1);
  CHECK(cut.diagnostics.list()[0].position == Position{last_line, search(2).size() + 1});
}

TEST_CASE("a document with too many values for a DOM gets the same diagnostics", "[read_log]") {
  const std::vector<std::string> tails = {
      R"("activities": [{"at": "2026-02-30", "type": "search"}, {"at": "2026-02-20", "type": "x"}]})",
      R"("activities": [], "y": 1, "as_of": 3})",
      R"("activities": []} ])",
      R"("activities": [{"at": )",
      R"("activities": [{"count": 1e999}]})",
      R"("activities": [)" + std::string(64, '[') + std::string(64, ']') + "]}",
      "\"activities\": [{\"at\": \"2026-02-\x01\"}]}",
      R"("activities": [{"at": "2026-02-20", "type": "search"}]})",
  };
  constexpr std::size_t values = 200'000;
  std::string many = "0";
  many.reserve(2 * values);
  for (std::size_t i = 1; i < values; ++i) many += ",0";
  const std::string few(many.size(), ' ');
  for (const std::string& tail : tails) {
    INFO(tail);
    const Reading small = read("{\"x\": [" + few + "]," + tail);
    const Reading large = read("{\"x\": [" + many + "]," + tail);
    CHECK_FALSE(small.said().empty());
    CHECK(large.said() == small.said());
    CHECK(large.timeline() == small.timeline());
  }
}

TEST_CASE("blank lines before a log may fill batches", "[read_log]") {
  const std::string blank(3 * batch, '\n');
  const Reading reading = read(blank + lines({search(1), search(0)}));
  CHECK(reading.entries.size() == 1);
  CHECK(reading.said() ==
        Said{fmt::format("log:{}:49: /count: 0 is out of range, 1 to 1000000", 3 * batch + 2)});
  CHECK(read(blank).errors() == 1);
  CHECK(read(blank + "{\n\"activities\": []}").entries.size() == 1);
}

// Damage, from the seeds 1 to the number that each test names

constexpr std::uint64_t seeds = 1500;

std::vector<std::string> good_logs() {
  const std::string profile =
      R"({"type": "profile", "name": "Zo\u00eb \ud83d\ude00", "sections": ["photo"], "skills": 5})";
  const std::vector<std::string> some = {
      profile,
      search(3),
      R"({"at": "2026-11-03T09:15:00.5+01:00", "type": "profile_edit", "section": "about"})",
      R"({"at": "2026-11-04", "type": "connection", "seniority": "vp", "coworker": true})",
      R"({"at": "2026-11-05", "type": "share", "kind": "article", "reactions": 2.0e1})",
      R"({"at": "2026-11-06", "type": "message", "größe": [[], {"ü": null}], "replied": true})",
  };
  std::string list;
  for (std::size_t i = 1; i < some.size(); ++i) list += (i == 1 ? "" : ",\n") + some[i];
  return {
      lines(some),
      "[\n" + list + "\n]\n",
      "{\n  \"version\": 1,\n  \"member\": {\"id\": \"amina\"},\n  \"profile\": {\"skills\": 3},\n"
      "  \"activities\": [\n" +
          list + "\n]\n}\n",
      R"({"member": {"id": "a"}, "activities": []})"
      "\n"
      R"({"as_of": "2026-11-22", "activities": []})"
      "\n",
  };
}

std::uint64_t filled_lines(const std::string& text) {
  std::istringstream in{text};
  std::uint64_t filled = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r\n") != std::string::npos) ++filled;
  }
  return filled;
}

// Whatever is in a log, it is read or it is said what is wrong, and at a place that it has.
void hold_to_account(const std::string& log) {
  const auto line_ends = static_cast<std::uint64_t>(std::ranges::count(log, '\n'));
  for (const Strictness strictness : {Strictness::strict, Strictness::lenient}) {
    const Reading reading = read(log, strictness);
    CHECK((!reading.entries.empty() || !reading.said().empty()));
    for (const Diagnostic& d : reading.diagnostics.list()) {
      CHECK_FALSE(d.message.empty());
      if (!d.position) continue;
      CHECK(d.position->line >= 1);
      CHECK(d.position->line <= line_ends + 1);
      CHECK(d.position->column >= 1);
      CHECK(d.position->column <= log.size() + 1);
    }
  }
}

// Of JSON Lines, no line is lost: it is passed on, skipped, or of an unknown type.
void lose_no_line(const std::string& log) {
  const Reading reading = read_lenient(log);
  if (reading.entries.empty()) return;  // it may be one value, set aside as a whole
  const auto unknown = std::ranges::count(reading.diagnostics.list(), Code::unknown_type,
                                          [](const Diagnostic& d) { return d.code; });
  CHECK(reading.entries.size() + reading.skipped() + static_cast<std::uint64_t>(unknown) ==
        filled_lines(log));
}

TEST_CASE("a log cut short anywhere is read in part or refused", "[read_log]") {
  const auto logs = good_logs();
  for (std::size_t which = 0; which < logs.size(); ++which) {
    for (std::size_t length = 0; length < logs[which].size(); ++length) {
      INFO("log " << which << " cut after " << length << " bytes");
      const std::string cut = logs[which].substr(0, length);
      hold_to_account(cut);
      if (which == 0) lose_no_line(cut);
    }
  }
}

TEST_CASE("a log with bytes changed is read in part or refused", "[read_log]") {
  const auto logs = good_logs();
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    Random random{seed};
    const std::size_t which = seed % logs.size();
    std::string log = logs[which];
    for (std::uint64_t flips = 1 + random.below(4); flips > 0; --flips) {
      char& byte = log[random.below(log.size())];
      byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random.below(8)));
    }
    INFO("seed " << seed << ": " << log);
    hold_to_account(log);
    if (which == 0) lose_no_line(log);
  }
}

TEST_CASE("a log with parts of JSON thrown in is read in part or refused", "[read_log]") {
  const std::vector<std::string> parts = {
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "\"",
      "\\",
      "\n",
      "\r",
      "null",
      "true",
      "-",
      "1e400",
      "0.5",
      "18446744073709551616",
      "\\u0000",
      "\\ud83d",
      "\xEF\xBB\xBF",
      "\xFF",
      std::string(1, '\0'),
      "\"at\": ",
      "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["};
  const auto logs = good_logs();
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    Random random{seed};
    const std::size_t which = seed % logs.size();
    std::string log = logs[which];
    for (std::uint64_t more = 1 + random.below(3); more > 0; --more) {
      const std::size_t at = random.below(log.size() + 1);
      log.replace(at, random.below(std::min<std::size_t>(log.size() - at, 8) + 1),
                  random.pick(parts));
    }
    INFO("seed " << seed << ": " << log);
    hold_to_account(log);
    if (which == 0) lose_no_line(log);
  }
}

}  // namespace
}  // namespace ssi::test
