// The personas of data/: what each must score, in ranges and exactly. tests/data/personas.json
// says it, persona by persona.

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <ssi/score.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

using nlohmann::json;

const json& personas() {
  static const json all = json::parse(read_file("tests/data/personas.json"));
  return all;
}

std::string about(const json& persona) {
  return persona.at("file").get<std::string>() + ", " + persona.at("member").dump();
}

// The log that a persona is about.
MemberLog log_of(const json& persona) {
  for (MemberLog& log : members_of(read_file("data/" + persona.at("file").get<std::string>()))) {
    if (json(log.member.id ? json(*log.member.id) : json()) == persona.at("member")) return log;
  }
  FAIL("no such member: " << about(persona));
  return {};
}

Score score_of(const json& persona) {
  const MemberLog log = log_of(persona);
  const auto as_of = default_as_of(log);
  REQUIRE(as_of);
  REQUIRE(to_string(*as_of) == persona.at("as_of").get<std::string>());
  return score(log.timeline, log.not_measured.value_or(SignalSet{}), *as_of, model_v1());
}

void require_within(const json& range, std::optional<Points> got) {
  REQUIRE(got);
  const double points = got->hundredths / 100.0;
  REQUIRE(points >= range.at("min").get<double>());
  REQUIRE(points <= range.at("max").get<double>());
}

std::vector<std::string> flagged(const Score& score, bool PillarScore::*flag) {
  std::vector<std::string> ids;
  for (const PillarScore& pillar : score.pillars) {
    if (pillar.*flag) ids.emplace_back(name(pillar.id));
  }
  return ids;
}

std::string shown(std::optional<Points> points) {
  return points ? to_string(*points) : "-";
}

TEST_CASE("every log of data is a persona and every persona has its log") {
  std::set<std::string> expected;
  std::set<std::string> described;
  for (const auto& entry :
       std::filesystem::directory_iterator{std::string{SSI_SOURCE_DIR} + "/data"}) {
    if (!entry.path().extension().string().starts_with(".json")) continue;  // no log
    const std::string file = entry.path().filename().string();
    for (const MemberLog& log : members_of(read_file("data/" + file))) {
      expected.insert(file + " " + log.member.id.value_or("-"));
    }
  }
  for (const json& persona : personas()) {
    const json& member = persona.at("member");
    described.insert(persona.at("file").get<std::string>() + " " +
                     (member.is_null() ? "-" : member.get<std::string>()));
  }
  REQUIRE(described == expected);
  REQUIRE(described.size() == personas().size());
}

TEST_CASE("every persona scores within the range seen in the wild") {
  for (const json& persona : personas()) {
    INFO(about(persona));
    const Score score = score_of(persona);
    if (persona.contains("total")) require_within(persona.at("total"), score.total);
    for (const auto& [id, range] : persona.at("pillars").items()) {
      INFO(id);
      const auto pillar = std::ranges::find(names_of<PillarId>, id);
      REQUIRE(pillar != names_of<PillarId>.end());
      require_within(
          range,
          score.pillars[static_cast<std::size_t>(pillar - names_of<PillarId>.begin())].score);
    }
  }
}

TEST_CASE("every persona is weak where it should be and nowhere else") {
  for (const json& persona : personas()) {
    INFO(about(persona));
    const Score score = score_of(persona);
    const auto weak = flagged(score, &PillarScore::weak);
    const auto weakest = flagged(score, &PillarScore::weakest);
    const auto holds = [](const auto& list, const json& id) {
      return std::ranges::find(list, id.get<std::string>()) != list.end();
    };
    for (const json& id : persona.at("weak")) REQUIRE(holds(weak, id));
    for (const json& id : persona.at("not_weak")) REQUIRE_FALSE(holds(weak, id));
    for (const json& id : persona.at("weakest")) REQUIRE(holds(weakest, id));
    REQUIRE(json(weak) == persona.at("golden_weak"));
    REQUIRE(json(weakest) == persona.at("golden_weakest"));
  }
}

TEST_CASE("every persona scores to the hundredth what it always scored") {
  for (const json& persona : personas()) {
    INFO(about(persona));
    const Score score = score_of(persona);
    json golden = {{"total", shown(score.total)}};
    json assessable = {{"total", to_string(score.assessable)}};
    json signals = json::object();
    for (const PillarScore& pillar : score.pillars) {
      golden[std::string{name(pillar.id)}] = shown(pillar.score);
      assessable[std::string{name(pillar.id)}] = to_string(pillar.assessable);
      for (const SignalScore& signal : pillar.signals) {
        signals[std::string{name(signal.id)}] =
            signal.value ? json(to_string(signal.points)) : json();
      }
    }
    REQUIRE(golden.dump() == persona.at("golden").dump());
    REQUIRE(assessable.dump() == persona.at("assessable").dump());
    REQUIRE(signals.dump() == persona.at("signals").dump());
  }
}

}  // namespace
}  // namespace ssi::test
