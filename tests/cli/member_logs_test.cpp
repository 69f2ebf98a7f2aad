// Logs read into the one member that a command is about.

#include "cli/member_logs.hpp"

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

struct Reading {
  std::optional<MemberLog> log{};
  std::string said{};     // on standard error
  std::string refusal{};  // of the command line
};

Reading read_one(const std::string& in, const std::optional<std::string>& id = {},
                 const InputOptions& options = {}) {
  std::istringstream input{in};
  std::ostringstream out;
  std::ostringstream err;
  const Environment environment{.in = input,
                                .out = out,
                                .err = err,
                                .variable = [](const char* /*name*/) { return std::nullopt; },
                                .today = [] { return today; },
                                .now = [] { return std::chrono::steady_clock::time_point{}; }};
  Reading reading;
  LogInputs inputs{environment, options};
  try {
    reading.log = read_one_member(inputs, id);
  } catch (const CommandError& error) {
    reading.refusal = error.what();
  }
  reading.said = err.str();
  return reading;
}

const std::string ann = R"({"member": {"id": "ann"}, "as_of": "2026-01-01", "activities": []})"
                        "\n";
const std::string bo = R"({"member": {"id": "bo"}, "activities": []})"
                       "\n";

TEST_CASE("the only member of a log is the one") {
  for (const std::string& log : {ann, read_file("data/journal.jsonl")}) {
    const Reading reading = read_one(log);
    INFO(reading.refusal << reading.said);
    REQUIRE(reading.log);
    const MemberLog wanted = member_of(log);
    CHECK(reading.log->member == wanted.member);
    CHECK(reading.log->as_of == wanted.as_of);
    CHECK(reading.log->timeline == wanted.timeline);
  }
}

TEST_CASE("of several members one is picked by id") {
  const std::string log = bo + ann + bo + read_file("data/team.jsonl");
  const Reading reading = read_one(log, "ann");
  REQUIRE(reading.log);
  CHECK(reading.log->member.id == "ann");
  CHECK(reading.log->as_of == parse_date("2026-01-01"));
  CHECK(read_one(log, "zoe").log->member.name == "Zoë Marchettini");
}

TEST_CASE("a member is picked by name, too, which may be that of the file") {
  CHECK(read_one(read_file("data/team.jsonl"), "Zoë Marchettini").log->member.id == "zoe");
  CHECK(read_one(read_file("data/team.jsonl"), "Zoë Marchetini").refusal ==
        "--member: no log of member 'Zoë Marchetini'; did you mean 'Zoë Marchettini'?");
  const Folder folder;
  folder.write("ann.json", "[]");
  folder.write("bo.json", R"({"member": {"name": "Bo B"}, "activities": []})");
  const InputOptions both{.files = {folder.path("")}};
  CHECK(read_one("", "ann", both).log->member.name == "ann");
  CHECK(read_one("", "Bo B", both).log->member.name == "Bo B");
  CHECK(read_one("", {}, both).refusal ==
        "there are 2 members: choose one with --member ID, such as 'ann'");
}

TEST_CASE("one member among many is found wherever they stand, on any number of threads") {
  std::string log;
  for (int i = 0; i < 3000; ++i) log += bo;
  for (const std::string jobs : {"1", "3"}) {
    CHECK(read_one(ann + log, "ann", {.jobs = jobs}).log->member.id == "ann");
    CHECK(read_one(log + ann, "ann", {.jobs = jobs}).log->member.id == "ann");
    CHECK(read_one(ann + log, "bo", {.jobs = jobs}).refusal ==
          "3000 logs belong to member 'bo'; --merge adds them up");
  }
}

TEST_CASE("what are not the logs of exactly one member is refused and told why") {
  const struct {
    std::string in;
    std::optional<std::string> id;
    std::string refusal;
  } table[] = {
      {ann + bo, {}, "there are 2 members: choose one with --member ID, such as 'ann'"},
      {"[]\n" + bo + ann, {}, "there are 3 members: choose one with --member ID, such as 'bo'"},
      {ann + ann, {}, "2 logs belong to member 'ann'; --merge adds them up"},
      {ann + bo + ann, "ann", "2 logs belong to member 'ann'; --merge adds them up"},
      {"[]\n[]\n", {}, "2 logs have no member id; --merge adds them up"},
      {ann + bo, "annn", "--member: no log of member 'annn'; did you mean 'ann'?"},
      {"[]", "\x1b", "--member: no log of member '\\u001b'"},
      {ann + bo, "", "--member: no log of member ''"},
  };
  for (const auto& [in, id, refusal] : table) {
    const Reading reading = read_one(in, id);
    CHECK(reading.refusal == refusal);
    CHECK_FALSE(reading.log);
  }
}

TEST_CASE("logs of one member add up if that is asked for") {
  const Reading reading = read_one(bo + ann + bo + ann, "bo", {.merge = true});
  REQUIRE(reading.log);
  CHECK(reading.log->member.id == "bo");
}

TEST_CASE("a bad log leaves no member, and so does nothing at all") {
  const Reading bad = read_one(ann + "{\n");
  CHECK_FALSE(bad.log);
  CHECK(bad.refusal.empty());
  CHECK(contains(bad.said, "ssi: standard input:2"));
  const Reading nothing = read_one("{\n{\"at\": 1}\n", {}, {.lenient = true});
  CHECK_FALSE(nothing.log);
  CHECK(nothing.refusal == "nothing to score: no activity or document can be read");
}

}  // namespace
}  // namespace ssi::test
