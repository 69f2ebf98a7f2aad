#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <ssi/score.hpp>
#include <ssi/timeline.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

struct File {
  std::string name;
  std::string text;
};

// What came of reading some files.
struct Outcome {
  std::vector<MemberLog> members{};
  std::vector<std::string> said{};
};

Outcome read(const std::vector<File>& files, Strictness strictness = Strictness::strict) {
  Outcome outcome;
  Diagnostics diagnostics;
  MemberReader reader{strictness, diagnostics,
                      [&](MemberLog&& member) { outcome.members.push_back(std::move(member)); }};
  for (const File& file : files) {
    std::istringstream in{file.text};
    reader.read(in, file.name);
  }
  reader.finish();
  for (const Diagnostic& d : diagnostics.list()) outcome.said.push_back(to_string(d));
  return outcome;
}

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
}

TEST_CASE("lines are gathered by member over all files in the order of first appearance") {
  const Outcome outcome = read({
      {"one.jsonl", reaction("b") + reaction("a", 2) + reaction("", 4) + reaction("b", 8)},
      {"two.jsonl", reaction("c", 16) + reaction("a", 32) + reaction("", 64) + reaction("b", 128)},
  });
  REQUIRE(outcome.said == Lines{});
  REQUIRE(names(outcome) == "b:137 a:34 -:68 c:16 ");
  for (const MemberLog& member : outcome.members) REQUIRE_FALSE(member.origin);
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

TEST_CASE("a second profile line of a member is an error that names the first") {
  const std::string named = R"({"type": "profile", "member": "a", "skills": 5})"
                            "\n";
  const std::string unnamed = R"({"type": "profile", "skills": 5})"
                              "\n";
  REQUIRE(read({{"j.jsonl", named + reaction("a") + named}}).said ==
          Lines{"j.jsonl:3:1: a second profile line of member 'a'; the first is j.jsonl:1"});
  REQUIRE(
      read({{"j.jsonl", unnamed + unnamed}}).said ==
      Lines{"j.jsonl:2:1: a second profile line of the unnamed member; the first is j.jsonl:1"});
  REQUIRE(read({{"one.jsonl", reaction("a") + named}, {"two.jsonl", named}}).said ==
          Lines{"two.jsonl:1:1: a second profile line of member 'a'; the first is one.jsonl:2"});
  REQUIRE(read({{"j.jsonl", named + named + named}}).said.size() == 2);
  REQUIRE(read({{"j.jsonl", named + unnamed}}).said == Lines{});
}

TEST_CASE("a second profile line is skipped on request and the first stands") {
  const Outcome outcome =
      read({{"j.jsonl", R"({"type": "profile", "member": "a", "skills": 5})"
                        "\n"
                        R"({"type": "profile", "member": "a", "skills": 9, "name": "B"})"}},
           Strictness::lenient);
  REQUIRE(
      outcome.said ==
      Lines{"j.jsonl:2:1: skipped: a second profile line of member 'a'; the first is j.jsonl:1"});
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

TEST_CASE("more than 2^62 received by one member is an error at its document") {
  const std::string activity = R"({"at": "2026-11-22", )" + huge_share;
  const std::string document =
      R"({"member": {"id": "a"}, "activities": [)" + activity + ", " + activity + "]}";
  const Outcome strict = read({{"a.json", document}});
  REQUIRE(strict.said ==
          Lines{"a.json:1:1: more than 2^62 reactions, comments and reshares received"});
  REQUIRE(strict.members.empty());

  const Outcome lenient = read({{"a.json", document}}, Strictness::lenient);
  REQUIRE(lenient.said ==
          Lines{"a.json:1:1: skipped: more than 2^62 reactions, comments and reshares received"});
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
}

TEST_CASE("more than 2^62 received over several lines is an error at the line that is too much") {
  const std::string a = R"({"at": "2026-11-22", "member": "a", )" + huge_share + "\n";
  const std::string b = R"({"at": "2026-11-22", "member": "b", )" + huge_share + "\n";
  REQUIRE(read({{"j.jsonl", a + b}}).said == Lines{});
  const Lines said = {"two.jsonl:2:1: more than 2^62 reactions, comments and reshares received"};
  REQUIRE(read({{"one.jsonl", a}, {"two.jsonl", b + a}}).said == said);
  const Outcome lenient = read({{"j.jsonl", a + a + reaction("a")}}, Strictness::lenient);
  REQUIRE(lenient.said ==
          Lines{"j.jsonl:2:1: skipped: more than 2^62 reactions, comments and reshares received"});
  REQUIRE(names(lenient) == "a:1 ");
}

TEST_CASE("a reader that has finished starts afresh") {
  Diagnostics diagnostics;
  Outcome outcome;
  MemberReader reader{Strictness::strict, diagnostics,
                      [&](MemberLog&& member) { outcome.members.push_back(std::move(member)); }};
  const std::string profile = R"({"type": "profile", "member": "a", "skills": 5})"
                              "\n";
  const Lines texts = {profile + reaction("a") + reaction("", 2) + reaction("b", 4),
                       reaction("", 8) + reaction("b", 16) + profile,
                       reaction("b", 32) + profile + reaction("", 64)};
  for (const std::string& text : texts) {
    std::istringstream in{text};
    reader.read(in, "j.jsonl");
    reader.finish();
    reader.finish();
  }
  REQUIRE(diagnostics.list().empty());
  REQUIRE(names(outcome) == "a:1 -:2 b:4 -:8 b:16 a:0 b:32 a:0 -:64 ");
}

}  // namespace
}  // namespace ssi::test
