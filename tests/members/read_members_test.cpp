#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ssi/members.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

// What came of reading some logs.
struct Outcome {
  std::vector<MemberLog> members{};
  std::vector<std::string> said{};
};

Outcome read(const std::vector<Text>& texts, const ReadOptions& options = {}) {
  MembersRead reading = read_texts(texts, options);
  return {.members = std::move(reading.members), .said = reading.said()};
}

const ReadOptions lenient_options{.strictness = Strictness::lenient};

// Who came out: the id, and how many reactions each has.
std::string names(const Outcome& outcome) {
  std::string all;
  for (const MemberLog& member : outcome.members) {
    Count reactions = 0;
    for (const auto& [day, record] : member.timeline.days()) {
      reactions += record.counts[Counter::reactions];
    }
    all += member.member.id.value_or("-") + ":" + std::to_string(reactions) + " ";
  }
  return all;
}

std::string reaction(const std::string& member, int count = 1) {
  return R"({"at": "2026-11-22", "type": "reaction", "count": )" + std::to_string(count) +
         (member.empty() ? "" : R"(, "member": ")" + member + '"') + "}\n";
}

const std::string huge_share = R"("type": "share", "reactions": 4611686018427387904})";  // 2^62

using Lines = std::vector<std::string>;

TEST_CASE("a document is a member at once with all that it says") {
  const Outcome outcome = read({{"a.json", R"(
{"version": 1, "member": {"id": "a", "name": "Ann", "team": "t"}, "as_of": "2026-11-30",
     "profile": {"sections": ["photo"], "skills": 3, "connections": 7},
     "not_measured": ["searches"],
     "activities": [{"at": "2026-11-22", "type": "reaction", "count": 2}]})"}});
  REQUIRE(outcome.said == Lines{});
  REQUIRE(outcome.members.size() == 1);
  const MemberLog& log = outcome.members.front();
  REQUIRE(log.member == Member{.id = "a", .name = "Ann", .team = "t"});
  REQUIRE(log.as_of == today + std::chrono::days{8});
  REQUIRE(log.not_measured == SignalSet{}.set(static_cast<std::size_t>(SignalId::searches)));
  REQUIRE(log.timeline == timeline_of({{today, Reaction{.count = 2}}},
                                      {.sections = Sections{1}, .skills = 3, .connections = 7}));
  REQUIRE(log.origin);
  REQUIRE(log.origin->file == "a.json");
  REQUIRE(log.origin->position == Position{2, 1});
}

TEST_CASE("documents are members of their own even under one id") {
  const std::string document = R"({"member": {"id": "a"}, "activities": [)" +
                               reaction("").substr(0, reaction("").size() - 1) + "]}\n";
  const Outcome outcome = read({{"team.jsonl", document + document}, {"more.jsonl", document}});
  REQUIRE(names(outcome) == "a:1 a:1 a:1 ");
  REQUIRE(outcome.members[1].origin->file == "team.jsonl");
  REQUIRE(outcome.members[1].origin->position == Position{2, 1});
  REQUIRE(outcome.members[2].origin->file == "more.jsonl");
  REQUIRE(outcome.said == Lines{"warning: member 'a' has 3 logs, which count as 3 members; --merge "
                                "adds them up"});
}

TEST_CASE("an id of a document and of lines is warned of, and one of lines alone is not") {
  const std::string document = R"({"member": {"id": "a"}, "activities": []})"
                               "\n";
  REQUIRE(read({{"a.jsonl", reaction("a") + reaction("a")}}).said == Lines{});
  REQUIRE(read({{"a.jsonl", document + reaction("a")}}).said ==
          Lines{"warning: member 'a' has 2 logs, which count as 2 members; --merge adds them up"});
  // Of logs that are read only in part nothing is known for sure.
  REQUIRE(read({{"a.jsonl", document + document + "7\n"}}).said.size() == 1);
}

TEST_CASE("each document in a list is a member with a place of its own") {
  const std::string first = R"({"member": {"id": "a"}, "activities": []})";
  const Outcome outcome = read({{"a.json", "\n[" + first + ", " + first + "]\n"}});
  REQUIRE(names(outcome) == "a:0 a:0 ");
  REQUIRE(outcome.members[1].origin->position == Position{2, 1});
  REQUIRE(outcome.members[1].origin->pointer == "/1");

  const Outcome bad = read({{"a.json", "[" + first + ", 7,\n" + first + "]"}});
  REQUIRE(names(bad) == "a:0 a:0 ");
  REQUIRE(bad.members[1].origin->pointer == "/2");
  REQUIRE(bad.said == Lines{"a.json:1:45: /1: must be an object, not a number"});
}

TEST_CASE("lines are gathered by member over all files in the order of first appearance") {
  const std::vector<Text> texts = {
      {"one.jsonl", reaction("b") + reaction("a", 2) + reaction("", 4) + reaction("b", 8)},
      {"two.jsonl", reaction("c", 16) + reaction("a", 32) + reaction("", 64) + reaction("b", 128)},
  };
  const Outcome merged = read(texts, {.repeats = Repeats::merged});
  REQUIRE(merged.said == Lines{});
  REQUIRE(names(merged) == "b:137 a:34 -:68 c:16 ");
  for (const MemberLog& member : merged.members) REQUIRE_FALSE(member.origin);
  // Without a name they are those of one member in each file.
  const Outcome outcome = read(texts);
  REQUIRE(outcome.said == Lines{"warning: lines without a member in 2 files count as 2 members; "
                                "--merge adds them up"});
  REQUIRE(names(outcome) == "b:137 a:34 -:4 c:16 -:64 ");
}

TEST_CASE("a profile line may stand anywhere and makes its member appear") {
  const std::string profile =
      R"({"type": "profile", "member": "b", "name": "Bo", "team": "t", "as_of": "2026-11-30",)"
      R"( "skills": 5, "connections": 9, "not_measured": ["upkeep"]})"
      "\n";
  const Lines orders = {profile + reaction("a") + reaction("b"),
                        reaction("b") + reaction("a") + profile};
  for (const std::string& text : orders) {
    const Outcome outcome = read({{"j.jsonl", text}});
    REQUIRE(outcome.said == Lines{});
    REQUIRE(names(outcome) == "b:1 a:1 ");
    const MemberLog& b = outcome.members.front();
    REQUIRE(b.member == Member{.id = "b", .name = "Bo", .team = "t"});
    REQUIRE(b.as_of == today + std::chrono::days{8});
    REQUIRE(b.not_measured == SignalSet{}.set(static_cast<std::size_t>(SignalId::upkeep)));
    REQUIRE(b.timeline == timeline_of({{today, Reaction{}}}, {.skills = 5, .connections = 9}));
    REQUIRE(outcome.members.back().member == Member{.id = "a"});
    REQUIRE_FALSE(outcome.members.back().as_of);
  }
  REQUIRE(names(read({{"j.jsonl", profile}})) == "b:0 ");
  REQUIRE(names(read({{"j.jsonl", reaction("a") + profile}})) == "a:1 b:0 ");
}

TEST_CASE("the unnamed member has a profile line of their own") {
  const Outcome outcome = read({{"j.jsonl", reaction("a") +
                                                R"({"type": "profile", "name": "Me"})"
                                                "\n" +
                                                reaction("")}});
  REQUIRE(names(outcome) == "a:1 -:1 ");
  REQUIRE(outcome.members.back().member == Member{.name = "Me"});
}

TEST_CASE("a blank name or team is none, and a blank id alone names nobody") {
  const std::string blank = R"({"id": "", "name": " \r\n", "team": ""})";
  const std::string profile = R"({"type": "profile", "member": "b", "name": "\t", "team": "x"})";
  const ReadOptions options{.name_of = [](const std::string& file) { return "of " + file; }};
  const Outcome outcome =
      read({{"a", R"({"member": )" + blank + R"(, "activities": []})"}, {"b", profile}}, options);
  REQUIRE(outcome.members.size() == 2);
  CHECK(outcome.members[0].member == Member{.id = "", .name = "of a"});
  CHECK(outcome.members[1].member == Member{.id = "b", .team = "x"});
}

TEST_CASE("a second profile line of a member is an error that names the first") {
  const std::string named = R"({"type": "profile", "member": "a", "skills": 5})"
                            "\n";
  const std::string unnamed = R"({"type": "profile", "skills": 5})"
                              "\n";
  REQUIRE(read({{"j.jsonl", named + reaction("a") + named}}).said ==
          Lines{"j.jsonl:3:1: a second profile line for member 'a'; the first is at j.jsonl:1"});
  REQUIRE(
      read({{"j.jsonl", unnamed + unnamed}}).said ==
      Lines{
          "j.jsonl:2:1: a second profile line for the unnamed member; the first is at j.jsonl:1"});
  REQUIRE(
      read({{"one.jsonl", reaction("a") + named}, {"two.jsonl", named}}).said ==
      Lines{"two.jsonl:1:1: a second profile line for member 'a'; the first is at one.jsonl:2"});
  REQUIRE(read({{"j.jsonl", named + named + named}}).said.size() == 2);
  REQUIRE(read({{"j.jsonl", named + unnamed}}).said == Lines{});
}

TEST_CASE("a second profile line is skipped on request and the first stands") {
  const Outcome outcome =
      read({{"j.jsonl", R"({"type": "profile", "member": "a", "skills": 5})"
                        "\n"
                        R"({"type": "profile", "member": "a", "skills": 9, "name": "B"})"}},
           lenient_options);
  REQUIRE(
      outcome.said ==
      Lines{
          "j.jsonl:2:1: skipped: a second profile line for member 'a'; the first is at j.jsonl:1"});
  REQUIRE(outcome.members.size() == 1);
  REQUIRE(outcome.members.front().timeline.profile().skills == 5);
  REQUIRE_FALSE(outcome.members.front().member.name);
}

TEST_CASE("a log is scored at its own day and else at that of its last activity") {
  const std::chrono::days one{1};
  MemberLog log;
  REQUIRE_FALSE(default_as_of(log));
  log.timeline = timeline_of({{today, Reaction{}}, {today - one, Reaction{}}});
  REQUIRE(default_as_of(log) == today);
  for (const Day day : {today - one, today, today + one}) {
    log.as_of = day;
    REQUIRE(default_as_of(log) == day);
  }
  log.timeline = {};
  REQUIRE(default_as_of(log) == today + one);
}

TEST_CASE("more than 2^62 received in one document is an error at the activity") {
  const std::string activity = R"({"at": "2026-11-22", )" + huge_share;
  const std::string document =
      R"({"member": {"id": "a"}, "activities": [)" + activity + ", " + activity + "]}";
  const std::string place = "a.json:1:" + std::to_string(document.rfind(activity) + 1);
  const Outcome strict = read({{"a.json", document}});
  REQUIRE(
      strict.said ==
      Lines{place + ": /activities/1: more than 2^62 reactions, comments and reshares received"});
  REQUIRE(strict.members.empty());

  const Outcome lenient = read({{"a.json", document}}, lenient_options);
  REQUIRE(
      lenient.said ==
      Lines{place +
            ": skipped: /activities/1: more than 2^62 reactions, comments and reshares received"});
  REQUIRE(lenient.members.size() == 1);
  REQUIRE(lenient.members.front().timeline.days().at(today).counts[Counter::posts] == 1);

  const std::string one = R"({"activities": [)" + activity + "]}\n";
  REQUIRE(read({{"a.jsonl", one + one}}).members.size() == 2);
}

TEST_CASE("every activity of a document that is too much is told") {
  const std::string activity = R"({"at": "2026-11-22", )" + huge_share;
  const Outcome outcome =
      read({{"a.json", R"({"activities": [)" + activity + "," + activity + "," + activity + "]}"}});
  REQUIRE(outcome.said.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    REQUIRE(outcome.said[i].find("/activities/" + std::to_string(i + 1) + ": more than 2^62") !=
            std::string::npos);
  }
}

TEST_CASE("more than 2^62 received over several lines is an error at the line that is too much") {
  const std::string a = R"({"at": "2026-11-22", "member": "a", )" + huge_share + "\n";
  const std::string b = R"({"at": "2026-11-22", "member": "b", )" + huge_share + "\n";
  REQUIRE(read({{"j.jsonl", a + b}}).said == Lines{});
  REQUIRE(read({{"one.jsonl", a}, {"two.jsonl", b + a + a}}).said ==
          Lines{"more than 2^62 of something for member 'a'",
                "two.jsonl:3:1: more than 2^62 of something for member 'a'"});
  const Outcome lenient = read({{"j.jsonl", a + a + reaction("a")}}, lenient_options);
  REQUIRE(lenient.said ==
          Lines{"j.jsonl:2:1: skipped: more than 2^62 of something for member 'a'"});
  REQUIRE(names(lenient) == "a:1 ");
}

TEST_CASE("one reading leaves nothing behind for the next") {
  Diagnostics diagnostics;
  Outcome outcome;
  const std::string profile = R"({"type": "profile", "member": "a", "skills": 5})"
                              "\n";
  const Lines texts = {profile + reaction("a") + reaction("", 2) + reaction("b", 4),
                       reaction("", 8) + reaction("b", 16) + profile,
                       reaction("b", 32) + profile + reaction("", 64)};
  for (const std::string& text : texts) {
    const Text log{"j.jsonl", text};
    const Input input = input_of(log);
    const auto work = [&](std::span<MemberLog> some, Diagnostics& /*diagnostics*/) -> Deliver {
      return [&outcome, kept = std::vector<MemberLog>(some.begin(), some.end())] {
        outcome.members.insert(outcome.members.end(), kept.begin(), kept.end());
      };
    };
    read_members({&input, 1}, {}, diagnostics, work);
    read_members({}, {}, diagnostics, work);
  }
  REQUIRE(diagnostics.list().empty());
  REQUIRE(names(outcome) == "a:1 -:2 b:4 -:8 b:16 a:0 b:32 a:0 -:64 ");
}

// Logs that take more than one batch

constexpr std::size_t batch = std::size_t{384} << 10U;

TEST_CASE("a member's lines are gathered over any number of batches") {
  const RandomLog log = steady_log(7, 12'000, 365);
  std::string text;
  for (const std::string& line : to_json_lines(log)) text += line + '\n';
  REQUIRE(text.size() > 2 * batch);
  for (const unsigned jobs : {3U, 2U, 1U}) {
    INFO(jobs);
    const Outcome outcome = read({{"j.jsonl", text}}, {.jobs = jobs});
    REQUIRE(outcome.said == Lines{});
    REQUIRE(outcome.members.size() == 1);
    const MemberLog& member = outcome.members.front();
    REQUIRE(member.member == log.head.member);
    REQUIRE(member.timeline == timeline_of(log.activities, log.head.profile));
  }
}

TEST_CASE("a second profile line far behind the first is told with both places") {
  const std::string profile = R"({"type": "profile", "member": "a", "skills": 5})"
                              "\n";
  std::string text = reaction("b") + profile;
  std::uint64_t line = 2;
  for (; text.size() < 3 * batch; ++line) text += reaction("c");
  text += profile;
  for (const unsigned jobs : {1U, 2U}) {
    const Outcome outcome = read({{"j.jsonl", text}}, {.jobs = jobs});
    REQUIRE(outcome.said == Lines{"j.jsonl:" + std::to_string(line + 1) +
                                  ":1: a second profile line for member 'a'; the first is at "
                                  "j.jsonl:2"});
    REQUIRE(names(outcome) == "b:1 a:0 c:" + std::to_string(line - 2) + " ");
  }
}

// Any number of threads

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

// A log of one of a few members, so that logs meet.
RandomLog log_of_few(Random& random) {
  RandomLog log = random_log(random.below(1'000'000));
  log.head.member.id = "m" + std::to_string(random.below(20));
  if (random.chance(10)) log.head.member.id.reset();
  return log;
}

// What no reading keeps as it is.
std::string odd_line(Random& random) {
  static const std::vector<std::string> odd = {
      "",
      " \t\r",
      "{]",
      R"({"at": "2026-02-30", "type": "search"})",
      R"({"at": "2026-11-02", "type": "poke", "member": "m1"})",
      R"({"at": "2026-11-02", "type": "comment", "member": "m2", "note": {}})",
      R"({"activities": [{"at": "2026-11-02", "type": "search"}, 7, {"at": 5}]})",
      R"({"version": 2, "activities": []})",
      R"({"type": "profile", "member": "m3", "name": "A"})",
      R"({"at": "2026-11-02", "member": "m4", "type": "share", "reactions": 4611686018427387904})",
      R"({"at": "2026-11-02", "type": "search", "count": 1.0})",
      R"([{"at": "2026-11-02", "type": "search"}])",
  };
  return random.pick(odd);
}

// JSON Lines: documents, lines, or both; `percent` of what is odd in between.
std::string random_json_lines(Random& random, std::size_t members, std::uint64_t percent) {
  const std::uint64_t documents = random.pick(std::vector<std::uint64_t>{0, 50, 100});
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < members; ++i) {
    const RandomLog log = log_of_few(random);
    if (random.chance(documents)) {
      lines.push_back(to_json(log));
    } else {
      for (std::string& line : to_json_lines(log)) lines.push_back(std::move(line));
    }
    if (random.chance(percent)) lines.push_back(odd_line(random));
  }
  random.shuffle(lines);
  lines.insert(lines.begin(), R"({"at": "2026-11-02", "type": "search", "member": "first"})");
  return joined(lines);
}

// Several logs of all shapes, at least one of them of several batches.
std::vector<Text> random_cohort(Random& random, std::uint64_t odd_percent) {
  std::vector<Text> cohort = {{"large.jsonl", random_json_lines(random, 160, odd_percent)}};
  REQUIRE(cohort.front().text.size() > 2 * batch);
  const auto add = [&](const std::string& kind, const std::string& text) {
    cohort.push_back({kind + std::to_string(cohort.size()), text});
  };
  for (int i = 0; i < 4; ++i) {
    add("lines", random_json_lines(random, random.below(20), odd_percent));
  }
  add("document", to_json(log_of_few(random)));
  add("pretty", nlohmann::ordered_json::parse(to_json(log_of_few(random))).dump(2));
  add("array", R"([{"at": "2026-11-02", "type": "search"}])");
  if (odd_percent > 0) {
    add("broken", "{\n");
    add("empty", "");
    add("array", R"([{"at": "2026-11-02", "type": "search"}, 5])");
  }
  random.shuffle(cohort);
  return cohort;
}

// All that can be seen of a reading.
struct Seen {
  std::vector<MemberLog> members{};
  Diagnostics diagnostics{};
  std::vector<std::pair<std::uint64_t, std::uint64_t>> progress{};
  bool is_orderly = true;  // nothing delivered or shown at a time with anything else
};

Seen see(const std::vector<Text>& texts, ReadOptions options) {
  Seen seen;
  std::atomic<bool> is_busy{false};
  options.progress = [&](std::uint64_t bytes, std::uint64_t members) {
    seen.is_orderly = seen.is_orderly && !is_busy.exchange(true) && members >= seen.members.size();
    seen.progress.emplace_back(bytes, members);
    is_busy = false;
  };
  const auto work = [&](std::span<MemberLog> some, Diagnostics& diagnostics) -> Deliver {
    for (const MemberLog& log : some) {
      if (log.as_of && *log.as_of > Day{std::chrono::days{20'000}}) continue;
      diagnostics.report({.severity = Severity::warning,
                          .code = Code::after_as_of,
                          .file = log.origin.value_or(Origin{}).file,
                          .message = "of " + log.member.id.value_or("-")});
    }
    return [&, kept = std::vector<MemberLog>(some.begin(), some.end())] {
      seen.is_orderly = seen.is_orderly && !is_busy.exchange(true);
      seen.members.insert(seen.members.end(), kept.begin(), kept.end());
      is_busy = false;
    };
  };
  std::vector<Input> inputs;
  for (const Text& text : texts) inputs.push_back(input_of(text));
  read_members(inputs, options, seen.diagnostics, work);
  return seen;
}

TEST_CASE("any number of threads reads the same members and says the same in the same order") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    Random random{seed};
    const std::vector<Text> cohort = random_cohort(random, seed % 2 == 0 ? 15 : 0);
    for (const Strictness strictness : {Strictness::strict, Strictness::lenient}) {
      for (const Repeats repeats : {Repeats::separate, Repeats::merged}) {
        const ReadOptions options{.strictness = strictness, .repeats = repeats};
        const Seen one = see(cohort, options);
        REQUIRE(one.members.size() > 20);
        REQUIRE_FALSE(one.diagnostics.list().empty());
        for (const unsigned jobs : {8U, 3U, 2U}) {
          INFO("seed " << seed << ", " << jobs << " threads");
          ReadOptions more = options;
          more.jobs = jobs;
          const Seen many = see(cohort, more);
          REQUIRE(std::ranges::equal(many.members, one.members, same));
          REQUIRE(many.diagnostics.list() == one.diagnostics.list());
          REQUIRE(many.diagnostics.closed().size() == one.diagnostics.list().size());
          for (const Severity severity : {Severity::error, Severity::skipped, Severity::warning}) {
            REQUIRE(many.diagnostics.total(severity) == one.diagnostics.total(severity));
          }
          REQUIRE(many.progress == one.progress);
          REQUIRE(many.is_orderly);
        }
      }
    }
  }
}

TEST_CASE("progress grows to all bytes and all members") {
  for (const unsigned jobs : {8U, 2U, 1U}) {
    for (const Repeats repeats : {Repeats::separate, Repeats::merged}) {
      INFO(jobs);
      Random random{5};
      const std::vector<Text> cohort = random_cohort(random, 0);
      std::uint64_t bytes = 0;
      for (const Text& text : cohort) bytes += text.text.size();
      const Seen seen = see(cohort, {.repeats = repeats, .jobs = jobs});
      REQUIRE(seen.is_orderly);
      REQUIRE(seen.progress.size() > cohort.size());
      REQUIRE(std::ranges::is_sorted(seen.progress, {}, [](const auto& at) { return at.first; }));
      REQUIRE(std::ranges::is_sorted(seen.progress, {}, [](const auto& at) { return at.second; }));
      REQUIRE(seen.progress.back() == std::pair{bytes, std::uint64_t{seen.members.size()}});
    }
  }
}

TEST_CASE("documents come as they are read and not when all is read") {
  const std::string document = R"({"member": {"id": "a"}, "activities": []})"
                               "\n";
  std::string text;
  while (text.size() < 4 * batch) text += document;
  const Seen seen = see({{"one.jsonl", text}, {"two.jsonl", document}}, {});
  REQUIRE(seen.progress.size() >= 5);
  REQUIRE(seen.progress.front().second > 0);
  REQUIRE(seen.progress.front().second < seen.members.size() / 2);
}

// Failures

const std::string two_documents = R"({"member": {"id": "a"}, "activities": []})"
                                  "\n"
                                  R"({"member": {"id": "b"}, "activities": []})";

TEST_CASE("a log that cannot be opened is an error and the others are read") {
  const std::vector<Text> texts = {
      {"one.jsonl", two_documents}, {"two.jsonl", reaction("c")}, {"three.jsonl", two_documents}};
  for (const Strictness strictness : {Strictness::strict, Strictness::lenient}) {
    for (const unsigned jobs : {3U, 2U, 1U}) {
      for (std::size_t missing = 0; missing <= texts.size(); ++missing) {
        std::vector<Input> inputs;
        for (const Text& text : texts) inputs.push_back(input_of(text));
        const Input none{"missing.jsonl", [](Diagnostics& diagnostics) {
                           diagnostics.report({.code = Code::io,
                                               .file = "missing.jsonl",
                                               .message = "No such file or directory"});
                           return std::unique_ptr<std::istream>{};
                         }};
        inputs.insert(inputs.begin() + static_cast<std::ptrdiff_t>(missing), none);
        const MembersRead reading = read_inputs(inputs, {.strictness = strictness, .jobs = jobs});
        const bool is_strict = strictness == Strictness::strict;
        REQUIRE(reading.diagnostics.list().front().code == Code::io);
        REQUIRE(reading.said().front() == (is_strict ? "missing.jsonl: No such file or directory"
                                                     : "missing.jsonl: set aside: No such file or "
                                                       "directory"));
        REQUIRE(reading.diagnostics.total(Severity::error) == (is_strict ? 1 : 0));
        REQUIRE(reading.diagnostics.total(Severity::set_aside) == (is_strict ? 0 : 1));
        REQUIRE(names({.members = reading.members}) == "a:0 b:0 a:0 b:0 c:1 ");
      }
    }
  }
}

// Gives a text, and then fails.
class FailingText final : public std::stringbuf {
 public:
  explicit FailingText(const std::string& text) : std::stringbuf{text, std::ios::in} {}

 private:
  int_type underflow() override {
    errno = EIO;
    throw std::runtime_error{"the disk is gone"};
  }
};

class FailingStream final : public std::istream {
 public:
  explicit FailingStream(const std::string& text) : std::istream{nullptr}, text_{text} {
    rdbuf(&text_);
  }

 private:
  FailingText text_;
};

TEST_CASE("a log that cannot be read on is an error and what was read before it counts") {
  std::string text;
  while (text.size() < 2 * batch) text += reaction("a");
  for (const unsigned jobs : {1U, 2U}) {
    const Text good{"good.jsonl", two_documents};
    const std::vector<Input> inputs = {
        {"bad.jsonl", [&](Diagnostics&) { return std::make_unique<FailingStream>(text); }},
        input_of(good)};
    const MembersRead reading = read_inputs(inputs, {.jobs = jobs});
    REQUIRE(reading.said() == Lines{"bad.jsonl: Input/output error"});
    REQUIRE(reading.members.size() == 3);
    REQUIRE(reading.members.back().member.id == "a");
    REQUIRE_FALSE(reading.members.back().origin);
  }
}

struct Stop : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws the `n`th time that it is called, from 1.
class Fuse {
 public:
  explicit Fuse(int n) : left_{n} {}
  void burn() {
    if (--left_ == 0) throw Stop{"stopped"};
  }

 private:
  std::atomic<int> left_;
};

TEST_CASE("what work or its delivery throws comes out, and nothing out of its turn came before") {
  std::string documents;
  std::uint64_t count = 0;
  for (; documents.size() < 6 * batch; ++count) {
    documents +=
        R"({"member": {"id": ")" + std::to_string(count) + R"("}, "activities": []})" + '\n';
  }
  for (int i = 0; i < 300; ++i) documents += reaction("gathered-" + std::to_string(i));
  const Text log{"log.jsonl", documents};
  const std::vector<Input> inputs = {input_of(log)};
  enum class Where { work, deliver, progress };
  for (const unsigned jobs : {3U, 2U, 1U}) {
    for (const Where where : {Where::work, Where::deliver, Where::progress}) {
      for (const int n : {1, 2, 4, 8}) {  // the last of gathered members
        INFO(jobs << " threads, call " << n << " of " << static_cast<int>(where));
        Fuse fuse{n};
        const auto burn_at = [&](Where here) {
          if (here == where) fuse.burn();
        };
        std::vector<std::string> delivered;
        const auto work = [&](std::span<MemberLog> some, Diagnostics&) -> Deliver {
          burn_at(Where::work);
          std::vector<std::string> ids;
          for (const MemberLog& member : some) ids.push_back(member.member.id.value_or("-"));
          return [&, ids] {
            burn_at(Where::deliver);
            delivered.insert(delivered.end(), ids.begin(), ids.end());
          };
        };
        const ReadOptions options{.jobs = jobs, .progress = [&](std::uint64_t, std::uint64_t) {
                                    burn_at(Where::progress);
                                  }};
        Diagnostics diagnostics;
        REQUIRE_THROWS_MATCHES(read_members(inputs, options, diagnostics, work), Stop,
                               Catch::Message("stopped"));
        REQUIRE(delivered.size() < count + 300);
        bool in_order = true;
        for (std::size_t i = 0; i < std::min<std::size_t>(delivered.size(), count); ++i) {
          in_order = in_order && delivered[i] == std::to_string(i);
        }
        REQUIRE(in_order);
      }
    }
  }
}

TEST_CASE("what opening a log throws comes out") {
  const Text good{"good.jsonl", two_documents};
  for (const unsigned jobs : {1U, 2U}) {
    const std::vector<Input> inputs = {
        input_of(good), {"bad.jsonl", [](Diagnostics&) -> std::unique_ptr<std::istream> {
                           throw Stop{"stopped"};
                         }}};
    REQUIRE_THROWS_AS(read_inputs(inputs, {.jobs = jobs}), Stop);
  }
}

TEST_CASE("no log at all is no member and nothing to say") {
  for (const unsigned jobs : {1U, 2U}) {
    const Outcome outcome = read({}, {.jobs = jobs});
    REQUIRE(outcome.members.empty());
    REQUIRE(outcome.said.empty());
  }
}

// Documents added up

std::string document(const std::string& fields, const std::string& activities) {
  return "{" + fields + (fields.empty() ? "" : ", ") + R"("activities": [)" + activities + "]}\n";
}

// An activity within a document.
std::string did(int count) {
  std::string line = reaction("", count);
  line.pop_back();
  return line;
}

const ReadOptions merged{.repeats = Repeats::merged};

TEST_CASE("documents of one member become one on request") {
  const std::string a = R"("member": {"id": "a"})";
  const std::string b = R"("member": {"id": "b"})";
  const std::vector<Text> texts = {
      {"one.jsonl", document(b, did(1)) + document(a, did(2)) + document("", did(4))},
      {"two.json", document(a, did(8))},
      {"three.jsonl", document("", did(16)) + document(a, did(32)) + reaction("b", 64) +
                          reaction("c", 128) + reaction("", 256)},
  };
  for (const unsigned jobs : {1U, 2U}) {
    const Outcome apart = read(texts, {.jobs = jobs});
    REQUIRE(names(apart) == "b:1 a:2 -:4 a:8 -:16 a:32 b:64 c:128 -:256 ");
    const Outcome together = read(texts, {.repeats = Repeats::merged, .jobs = jobs});
    REQUIRE(together.said ==
            Lines{"warning: 2 documents have no member id and were added up as one member"});
    REQUIRE(names(together) == "b:65 a:42 -:276 c:128 ");
    for (const MemberLog& member : together.members) REQUIRE_FALSE(member.origin);
  }
}

TEST_CASE("documents of one member that differ in name or team are warned of") {
  const std::string x = document(R"("member": {"id": "a", "name": "Bo", "team": "x"})", did(1));
  const std::string y = document(R"("member": {"id": "a", "name": "Bo", "team": "w"})", did(1));
  REQUIRE(
      read({{"a.jsonl", x + y + x}}, merged).said ==
      Lines{"warning: member 'a' has the teams 'x' and 'w'; the first in the alphabet is used",
            "warning: member 'a' has the teams 'w' and 'x'; the first in the alphabet is used"});
  REQUIRE(read({{"a.jsonl", x + x}}, merged).said == Lines{});
}

TEST_CASE("documents that are added up tell together what each tells") {
  const std::string first =
      document(R"("member": {"id": "a", "name": "Bo", "team": "x"}, "as_of": "2026-11-01",)"
               R"( "not_measured": ["searches", "network"],)"
               R"( "profile": {"sections": ["photo"], "skills": 3, "connections": 5})",
               did(1));
  const std::string second =
      document(R"("member": {"id": "a", "name": "Ann"}, "as_of": "2026-11-22",)"
               R"( "not_measured": ["network", "shares"],)"
               R"( "profile": {"sections": ["about"], "skills": 2, "connections": 6})",
               did(2));
  const std::string third = document(R"("member": {"id": "a", "team": "y"})", did(4));
  std::vector<std::string> order = {first, second, third};
  std::ranges::sort(order);
  do {
    const Outcome outcome = read({{"a.jsonl", joined(order)}}, merged);
    for (const std::string& line : outcome.said) {
      REQUIRE(line.starts_with("warning: member 'a' has the "));
    }
    REQUIRE(outcome.members.size() == 1);
    const MemberLog& log = outcome.members.front();
    REQUIRE(log.member == Member{.id = "a", .name = "Ann", .team = "x"});
    REQUIRE(log.as_of == today);
    REQUIRE(log.not_measured == SignalSet{}.set(static_cast<std::size_t>(SignalId::network)));
    Sections sections;
    sections.set(static_cast<std::size_t>(Section::photo));
    sections.set(static_cast<std::size_t>(Section::about));
    REQUIRE(log.timeline == timeline_of({{today, Reaction{.count = 7}}},
                                        {.sections = sections, .skills = 3, .connections = 11}));
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("documents come added up as they are merged one by one") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    std::vector<std::string> lines;
    for (int i = 0; i < 60; ++i) {
      RandomLog log = log_of_few(random);
      log.head.profile.endorsements %= 1000;  // never too much of anything
      log.head.profile.recommendations %= 1000;
      log.head.profile.connections %= 1000;
      lines.push_back(to_json(log));
    }
    const std::vector<Text> texts = {{"log", joined(lines)}};
    std::vector<MemberLog> expected;
    int unnamed = 0;
    for (MemberLog& log : read(texts).members) {
      if (!log.member.id) ++unnamed;
      log.origin.reset();
      const auto found = std::ranges::find(expected, log.member.id,
                                           [](const MemberLog& known) { return known.member.id; });
      if (found == expected.end()) {
        expected.push_back(std::move(log));
      } else {
        REQUIRE(merge(*found, log));
      }
    }
    const Outcome outcome = read(texts, merged);
    Lines said;
    if (unnamed > 1) {
      said = {fmt::format("warning: {} documents have no member id and were added up as one member",
                          unnamed)};
    }
    Lines others;
    std::ranges::copy_if(outcome.said, std::back_inserter(others), [](const std::string& line) {
      return line.find("the first in the alphabet") == std::string::npos &&
             !line.ends_with(" more");
    });
    REQUIRE(others == said);
    REQUIRE(std::ranges::equal(outcome.members, expected, same));
  }
}

TEST_CASE("a document with which there were too much of something is left out") {
  const std::string half =
      R"("member": {"id": "a"}, "profile": {"connections": 2305843009213693953})";
  const std::string text = document(half, did(1)) + document(half, did(2)) +
                           document(R"("member": {"id": "a"})", did(4));
  REQUIRE(read({{"a.jsonl", text}}, merged).said ==
          Lines{"a.jsonl:2:1: more than 2^62 of something for member 'a'"});
  const Outcome lenient =
      read({{"a.jsonl", text}}, {.strictness = Strictness::lenient, .repeats = Repeats::merged});
  REQUIRE(lenient.said ==
          Lines{"a.jsonl:2:1: skipped: more than 2^62 of something for member 'a'"});
  REQUIRE(names(lenient) == "a:5 ");
}

// merge

MemberLog random_member(Random& random) {
  const std::vector<std::string> names = {"", "A", "B", "C", "Zoë"};
  MemberLog log{.member = {.id = "a"}};
  if (random.chance(60)) log.member.name = random.pick(names);
  if (random.chance(60)) log.member.team = random.pick(names);
  if (random.chance(60)) log.as_of = today + std::chrono::days{random.between(-3, 3)};
  if (random.chance(60)) log.not_measured = SignalSet{random.below(1U << signal_count)};
  std::vector<Activity> activities;
  for (std::uint64_t i = random.below(20); i > 0; --i) {
    const Day day = today - std::chrono::days{random.between(0, 9)};
    activities.push_back(random_activity(random, day, 9));
  }
  log.timeline = timeline_of(activities, {.sections = Sections{random.below(1U << 15U)},
                                          .skills = random.between(0, 9),
                                          .endorsements = random.between(0, 9),
                                          .coworkers = random.between(0, 9)});
  return log;
}

MemberLog merged_of(MemberLog a, const MemberLog& b) {
  REQUIRE(merge(a, b));
  return a;
}

TEST_CASE("logs of one member merge to the same in any order and grouping") {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const MemberLog a = random_member(random);
    const MemberLog b = random_member(random);
    const MemberLog c = random_member(random);
    REQUIRE(same(merged_of(a, b), merged_of(b, a)));
    REQUIRE(same(merged_of(merged_of(a, b), c), merged_of(a, merged_of(b, c))));
    REQUIRE(same(merged_of(merged_of(c, a), b), merged_of(a, merged_of(b, c))));
    const MemberLog nothing{.member = {.id = "a"}};
    REQUIRE(same(merged_of(a, nothing), a));
    REQUIRE(same(merged_of(nothing, a), a));
  }
}

TEST_CASE("of two readings of a day the later in the input stays") {
  const auto one = [](std::string_view day, int total) {
    return fmt::format(R"({{"at": "{}", "type": "linkedin_ssi", "total": {}}})", day, total);
  };
  const auto totals = [](const std::vector<Text>& texts, const ReadOptions& options) {
    std::string all;
    for (const MemberLog& log : read(texts, options).members) {
      for (const auto& [day, reading] : log.readings) {
        all += fmt::format("{} {} ", to_string(day), to_string(*reading.total));
      }
    }
    return all;
  };
  const std::string first = one("2026-11-20", 50) + '\n' + one("2026-11-13", 40);
  const std::string second = one("2026-11-20", 60) + '\n' + one("2026-11-27", 70);
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += one("2026-11-20", i % 100) + '\n';
  for (const unsigned jobs : {1U, 4U}) {
    CHECK(totals({{"a", first}, {"b", second}}, {.repeats = Repeats::merged, .jobs = jobs}) ==
          "2026-11-13 40 2026-11-20 60 2026-11-27 70 ");
    CHECK(totals({{"b", second}, {"a", first}}, {.repeats = Repeats::merged, .jobs = jobs}) ==
          "2026-11-13 40 2026-11-20 50 2026-11-27 70 ");
    CHECK(totals({{"many", many}}, {.jobs = jobs}) == "2026-11-20 99 ");
  }
  const std::string a = one("2026-11-20", 1);
  const std::string b = one("2026-11-20", 2);
  CHECK(totals({{"both", '[' + a + ',' + b + ']'}}, {}) == "2026-11-20 2 ");
  CHECK(totals({{"a", '[' + a + ']'}, {"b", '[' + b + ']'}}, {.repeats = Repeats::merged}) ==
        "2026-11-20 2 ");
}

TEST_CASE("what no log that says so measured is not measured") {
  const SignalSet none;
  const SignalSet one = SignalSet{}.set(1);
  const SignalSet two = SignalSet{}.set(1).set(2);
  const SignalSet other = SignalSet{}.set(3);
  using Gaps = std::optional<SignalSet>;
  const struct {
    Gaps a;
    Gaps b;
    Gaps together;
  } table[] = {
      {{}, {}, {}},      {{}, none, none}, {{}, one, one},     {none, none, none},
      {none, one, none}, {one, two, one},  {one, other, none}, {two, two, two},
  };
  for (const auto& [a, b, together] : table) {
    REQUIRE(merged_of({.not_measured = a}, {.not_measured = b}).not_measured == together);
    REQUIRE(merged_of({.not_measured = b}, {.not_measured = a}).not_measured == together);
  }
}

TEST_CASE("of two names the first in the alphabet stays, and of two days the later") {
  const MemberLog a{.member = {.id = "x", .name = "A", .team = "2"}, .as_of = today};
  const MemberLog b{.member = {.id = "x", .name = "B", .team = "1"},
                    .as_of = today - std::chrono::days{1}};
  for (const MemberLog& both : {merged_of(a, b), merged_of(b, a)}) {
    REQUIRE(both.member == Member{.id = "x", .name = "A", .team = "1"});
    REQUIRE(both.as_of == today);
  }
  const MemberLog empty{.member = {.id = "x", .name = ""}};
  REQUIRE(merged_of(a, empty).member == Member{.id = "x", .name = "", .team = "2"});
}

TEST_CASE("a merge that were too much adds nothing") {
  Random random{1};
  for (const Profile& most :
       {Profile{.endorsements = count_max}, Profile{.recommendations = count_max},
        Profile{.connections = count_max}, Profile{.decision_makers = count_max},
        Profile{.coworkers = count_max}}) {
    MemberLog into = random_member(random);
    into.timeline.add(most);
    MemberLog other = random_member(random);
    other.as_of = today + std::chrono::days{30};
    other.timeline.add(most);
    const MemberLog before = into;
    REQUIRE_FALSE(merge(into, other));
    REQUIRE(same(into, before));
  }
}

TEST_CASE("merging two parts of a log equals reading them as one") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const RandomLog log = random_log(seed);
    std::vector<std::string> lines = to_json_lines(log);
    random.shuffle(lines);
    const auto middle = static_cast<std::ptrdiff_t>(random.below(lines.size() + 1));
    const std::string first = joined({lines.begin(), lines.begin() + middle});
    const std::string second = joined({lines.begin() + middle, lines.end()});
    const MemberLog whole = member_of(first + second);
    if (first.empty() || second.empty()) continue;
    REQUIRE(same(merged_of(member_of(first), member_of(second)), whole));
    REQUIRE(same(merged_of(member_of(second), member_of(first)), whole));

    // The same as documents, one of which tells of the profile.
    RandomLog one = log;
    one.activities.resize(log.activities.size() / 2);
    RandomLog two = log;
    two.activities.erase(
        two.activities.begin(),
        two.activities.begin() + static_cast<std::ptrdiff_t>(one.activities.size()));
    two.head.profile = {};
    MemberLog all = member_of(to_json(log));
    MemberLog sum = merged_of(member_of(to_json(one)), member_of(to_json(two)));
    all.origin.reset();
    REQUIRE(same(sum, all));
    const Outcome outcome = read({{"one", to_json(one)}, {"two", to_json(two)}}, merged);
    REQUIRE(outcome.members.size() == 1);
    REQUIRE(same(outcome.members.front(), all));
  }
}

}  // namespace
}  // namespace ssi::test
