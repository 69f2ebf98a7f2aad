#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ssi/report.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

using std::chrono::days;

// A report, and what was said beside it.
struct Outcome {
  Report report{};
  std::vector<Diagnostic> said{};
};

Outcome report_on(const MemberLog& log, AsOf as_of = AsOfLog{}, std::vector<Gate> gates = {}) {
  Diagnostics diagnostics;
  Outcome outcome;
  outcome.report = make_report(
      log, {.model = model_v1(), .as_of = as_of, .gates = std::move(gates)}, diagnostics);
  outcome.said = diagnostics.list();
  return outcome;
}

MemberLog log_of(const std::vector<Activity>& activities, std::optional<Day> as_of = {}) {
  return {.as_of = as_of, .timeline = timeline_of(activities)};
}

TEST_CASE("a report is made as of the day that was asked for") {
  const Day last = today - days{2};
  const std::vector<Activity> activities = {{last, Reaction{}}, {today - days{9}, Reaction{}}};
  const struct {
    std::optional<Day> log;
    AsOf asked;
    Day as_of;
  } table[] = {
      {{}, AsOfLog{}, last},
      {today, AsOfLog{}, today},
      {today - days{5}, AsOfLog{}, today - days{5}},
      {{}, AsOfLatest{}, last},
      {today, AsOfLatest{}, last},
      {{}, today, today},
      {today, today - days{7}, today - days{7}},
      {today, today + days{7}, today + days{7}},
  };
  for (const auto& [log, asked, as_of] : table) {
    REQUIRE(report_on(log_of(activities, log), asked).report.as_of == as_of);
  }
}

TEST_CASE("a log that names no day has one only if it is asked for") {
  REQUIRE_FALSE(report_on({}).report.as_of);
  REQUIRE_FALSE(report_on({}, AsOfLatest{}).report.as_of);
  REQUIRE(report_on({}, today).report.as_of == today);
  REQUIRE(report_on(log_of({}, today)).report.as_of == today);
  REQUIRE_FALSE(report_on(log_of({}, today), AsOfLatest{}).report.as_of);
}

TEST_CASE("a log without a day is scored on its profile") {
  MemberLog log;
  log.timeline.add(Profile{.connections = 500});
  const Report report = report_on(log).report;
  REQUIRE(report.score.total == Points{500});
  REQUIRE(report.next_steps.size() == 4);
}

TEST_CASE("the score is that of the day") {
  const MemberLog log = member_of(read_file("data/steady-weekly-poster.json"));
  for (const int ago : {-100, -1, 0, 1, 30, 89, 90, 91}) {
    INFO(ago);
    const Day day = today - days{ago};
    REQUIRE(report_on(log, day).report.score ==
            score(log.timeline, log.not_measured.value_or(SignalSet{}), day, model_v1()));
  }
}

TEST_CASE("a report knows the member and what was not measured") {
  const MemberLog lucas = member_of(read_file("data/partly-measured.json"));
  const Report report = report_on(lucas).report;
  REQUIRE(report.member == lucas.member);
  REQUIRE(report.score.assessable == Points::whole(65));
}

TEST_CASE("a report knows whether a lead was ever saved, if that is measured") {
  const auto has_never = [](const MemberLog& log) {
    return report_on(log, today).report.has_never_saved_leads;
  };
  CHECK(has_never(log_of({})));
  CHECK(has_never(log_of({{today + days{1}, LeadSaved{}}})));
  CHECK_FALSE(has_never(log_of({{today, LeadSaved{}}})));
  CHECK_FALSE(has_never(log_of({{today - days{400}, LeadSaved{}}})));
  MemberLog unmeasured = log_of({});
  unmeasured.not_measured.emplace().set(static_cast<std::size_t>(SignalId::saved_leads));
  CHECK_FALSE(has_never(unmeasured));
}

TEST_CASE("activities after the day are not counted and one warning says so") {
  MemberLog log = log_of({{today, Reaction{}}, {today + days{1}, Reaction{}}});
  const auto warning = [&](Day as_of) {
    log.as_of = as_of;
    const std::vector<Diagnostic> said = report_on(log).said;
    REQUIRE(report_on(log, as_of).said.empty());  // who asks for a day knows what comes after
    REQUIRE(said.size() == 1);
    REQUIRE(said.front().severity == Severity::warning);
    REQUIRE(said.front().code == Code::after_as_of);
    return to_string(said.front());
  };
  REQUIRE(report_on(log).said.empty());
  REQUIRE(report_on(log, AsOfLatest{}).said.empty());
  REQUIRE(report_on(log, today + days{1}).said.empty());
  REQUIRE(warning(today) == "warning: 1 activity after 2026-11-22, not counted");
  REQUIRE(warning(today - days{1}) == "warning: 2 activities after 2026-11-21, not counted");

  log.member.id = "ann";
  REQUIRE(warning(today) == "warning: 1 activity of member 'ann' after 2026-11-22, not counted");
  log.member.source = "a.jsonl";  // gathered from its lines
  REQUIRE(warning(today) ==
          "a.jsonl: warning: 1 activity of member 'ann' after 2026-11-22, not counted");
  log.origin = Origin{.file = "a.json", .position = {3, 1}};
  REQUIRE(warning(today) ==
          "a.json:3:1: warning: 1 activity of member 'ann' after 2026-11-22, not counted");
  REQUIRE(log.timeline.add({today + days{30}, Search{.count = 40}}));
  REQUIRE(warning(today) ==
          "a.json:3:1: warning: 41 activities of member 'ann' after 2026-11-22, not counted");
}

TEST_CASE("later activities of every kind are warned of") {
  const std::vector<Action> actions = {
      ProfileEdit{.section = Section::photo},
      Endorsement{},
      Recommendation{},
      Search{},
      Search{.scope = Scope::jobs},
      ProfileView{},
      LeadSaved{},
      Share{.reactions = 9, .comments = 9, .reshares = 9},
      Comment{},
      Reaction{},
      Message{},
      Message{.replied = true},
      Connection{.seniority = Seniority::vp, .coworker = true},
      Connection{.status = Status::pending},
      Connection{.status = Status::removed},
      Connection{.direction = Direction::received, .status = Status::declined}};
  for (std::size_t i = 0; i < actions.size(); ++i) {
    INFO(i);
    MemberLog log = log_of({{today + days{1}, actions[i]}});
    log.as_of = today;
    const std::vector<Diagnostic> said = report_on(log).said;
    REQUIRE(said.size() == 1);
    REQUIRE(to_string(said.front()) == "warning: 1 activity after 2026-11-22, not counted");
  }
}

TEST_CASE("a report has the last reading of its days beside the score of that day") {
  using std::chrono::days;
  MemberLog log = log_of({{today - days{10}, Search{}}, {today - days{5}, Reaction{}}});
  CHECK_FALSE(report_on(log).report.linkedin);
  for (const int ago : {20, 7, 3}) {
    log.readings[today - days{ago}].total = Thousandths{1'000 * ago};
  }
  const auto shown = [&](const AsOf& as_of) {
    const auto& both = report_on(log, as_of).report.linkedin;
    return both ? both->linkedin.total->count / 1'000 : 0;
  };
  // After the last activity, but no day was asked for.
  CHECK(shown(AsOfLog{}) == 3);
  CHECK(shown(AsOfLatest{}) == 3);
  CHECK(shown(today - days{4}) == 7);
  CHECK(shown(today - days{7}) == 7);
  CHECK(shown(today - days{8}) == 20);
  CHECK(shown(today - days{21}) == 0);
  const SideBySide both = *report_on(log, today - days{4}).report.linkedin;
  CHECK(both.day == today - days{7});
  CHECK(both.log == score(log.timeline, {}, today - days{7}, model_v1()));
  log.as_of = today - days{5};
  CHECK(shown(AsOfLog{}) == 7);
  CHECK(shown(AsOfLatest{}) == 3);
}

TEST_CASE("a reading changes nothing else in a report") {
  MemberLog log = log_of({{today, Search{}}});
  const Report without = report_on(log).report;
  log.readings[today + std::chrono::days{400}] = {.total = Thousandths{53'000}};
  const Report with = report_on(log).report;
  CHECK(with.as_of == without.as_of);
  CHECK(with.score == without.score);
}

TEST_CASE("two pillars are far apart from more than 10 points on") {
  SideBySide both{.log = score({}, {}, today, model_v1())};
  PillarScore& people = both.log.pillars[1];
  const auto is_far = [&](int hundredths, int thousandths) {
    people.score = Points{hundredths};
    both.linkedin.people = Thousandths{thousandths};
    return far_apart(both) == std::vector{PillarId::people};
  };
  CHECK_FALSE(is_far(500, 15'000));
  CHECK(is_far(500, 15'001));
  CHECK_FALSE(is_far(2000, 10'000));
  CHECK(is_far(2000, 9'999));
  people.score.reset();
  CHECK(far_apart(both).empty());
  people.score = Points{0};
  both.linkedin.people.reset();
  CHECK(far_apart(both).empty());
}

TEST_CASE("a gate is passed from the points wanted on") {
  // 52.81 in all, 5.23 for people
  const MemberLog amina = member_of(read_file("data/steady-weekly-poster.json"));
  const struct {
    Gate gate;
    int got;
    bool passed;
  } table[] = {
      {{.on = GateOn::total, .wanted = {0}}, 5281, true},
      {{.on = GateOn::total, .wanted = {5280}}, 5281, true},
      {{.on = GateOn::total, .wanted = {5281}}, 5281, true},
      {{.on = GateOn::total, .wanted = {5282}}, 5281, false},
      {{.on = GateOn::total, .wanted = {10'000}}, 5281, false},
      {{.on = GateOn::pillar, .pillar = PillarId::people, .wanted = {522}}, 523, true},
      {{.on = GateOn::pillar, .pillar = PillarId::people, .wanted = {523}}, 523, true},
      {{.on = GateOn::pillar, .pillar = PillarId::people, .wanted = {524}}, 523, false},
      {{.on = GateOn::pillar, .pillar = PillarId::brand, .wanted = {524}}, 1972, true},
      {{.on = GateOn::pillar, .pillar = PillarId::insights, .wanted = {2500}}, 1152, false},
      {{.on = GateOn::pillar, .pillar = PillarId::relationships, .wanted = {1634}}, 1634, true},
      {{.on = GateOn::complete, .wanted = total_max}, 10'000, true},
  };
  std::vector<Gate> gates;
  for (const auto& row : table) gates.push_back(row.gate);
  const Report report = report_on(amina, AsOfLog{}, gates).report;
  REQUIRE(report.gates.size() == gates.size());
  for (std::size_t i = 0; i < gates.size(); ++i) {
    INFO(i);
    REQUIRE(report.gates[i].gate == table[i].gate);
    REQUIRE(report.gates[i].got == Points{table[i].got});
    REQUIRE(report.gates[i].passed == table[i].passed);
  }
  REQUIRE(report_on(amina).report.gates.empty());
}

TEST_CASE("a strict gate judges the lower end of what was measured in part") {
  // 60.52 (40.36 to 75.36) in all, 10.65 (4.26 to 19.26) for people
  const MemberLog lucas = member_of(read_file("data/partly-measured.json"));
  const auto verdict = [&](const MemberLog& log, const Gate& gate) {
    return report_on(log, AsOfLog{}, {gate}).report.gates.front();
  };
  const GateVerdict easy = verdict(lucas, {.on = GateOn::total, .wanted = {6052}});
  REQUIRE(easy.got == Points{6052});
  REQUIRE(easy.range == PointsRange{{4036}, {7536}});
  REQUIRE(easy.passed);
  const struct {
    Gate gate;
    int got;
    bool passed;
  } table[] = {
      {{.on = GateOn::total, .wanted = {4036}, .strictly = true}, 4036, true},
      {{.on = GateOn::total, .wanted = {4037}, .strictly = true}, 4036, false},
      {{.on = GateOn::pillar, .pillar = PillarId::people, .wanted = {426}, .strictly = true},
       426,
       true},
      {{.on = GateOn::pillar, .pillar = PillarId::people, .wanted = {427}, .strictly = true},
       426,
       false},
  };
  for (const auto& [gate, got, passed] : table) {
    const GateVerdict strict = verdict(lucas, gate);
    REQUIRE(strict.got == Points{got});
    REQUIRE_FALSE(strict.range);
    REQUIRE(strict.passed == passed);
  }
  const MemberLog amina = member_of(read_file("data/steady-weekly-poster.json"));
  const Gate all{.on = GateOn::total, .wanted = {5281}, .strictly = true};
  REQUIRE(verdict(amina, all).passed);
  REQUIRE(verdict(amina, all).got == Points{5281});
}

TEST_CASE("a gate on completeness judges the points that could be assessed") {
  const MemberLog lucas = member_of(read_file("data/partly-measured.json"));
  const Gate complete{.on = GateOn::complete, .wanted = total_max};
  const GateVerdict verdict = report_on(lucas, AsOfLog{}, {complete}).report.gates.front();
  REQUIRE(verdict.got == Points::whole(65));
  REQUIRE_FALSE(verdict.passed);
}

TEST_CASE("a gate with nothing to judge is not passed") {
  MemberLog log = log_of({{today, Reaction{}}});
  log.not_measured.emplace();
  for (std::size_t i = 0; i < signals_in[0]; ++i) log.not_measured->set(i);  // all of brand
  const std::vector<Gate> gates = {{.on = GateOn::total, .wanted = {0}},
                                   {.on = GateOn::pillar, .pillar = PillarId::brand},
                                   {.on = GateOn::pillar, .pillar = PillarId::people},
                                   {.on = GateOn::complete, .wanted = total_max}};
  const Report report = report_on(log, AsOfLog{}, gates).report;
  REQUIRE_FALSE(report.gates[0].got);
  REQUIRE_FALSE(report.gates[0].passed);
  REQUIRE_FALSE(report.gates[1].got);
  REQUIRE_FALSE(report.gates[1].passed);
  REQUIRE(report.gates[2].got == Points{});
  REQUIRE(report.gates[2].passed);
  REQUIRE(report.gates[3].got == Points::whole(75));
  REQUIRE_FALSE(report.gates[3].passed);
}

TEST_CASE("a gate is named for what it judges") {
  REQUIRE(name(Gate{.on = GateOn::total, .pillar = PillarId::people}) == "total");
  REQUIRE(name(Gate{.on = GateOn::complete, .pillar = PillarId::people}) == "complete");
  for (const PillarId id :
       {PillarId::brand, PillarId::people, PillarId::insights, PillarId::relationships}) {
    REQUIRE(name(Gate{.on = GateOn::pillar, .pillar = id}) == name(id));
  }
  REQUIRE(describe(Gate{.strictly = true}) == "lower end of total");
  REQUIRE(describe(Gate{.on = GateOn::share, .from = {7000}, .strictly = true}) ==
          "lower end of share with 70.00 or above");
}

}  // namespace
}  // namespace ssi::test
