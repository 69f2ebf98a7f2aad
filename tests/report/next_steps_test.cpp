#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ssi/report.hpp>

#include "log/encode.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

// All that may be advised: what a member can do for a pillar in a week.
struct Kind {
  PillarId pillar;
  std::string_view advice;
  Action action;
  int times = 1;
};

const std::vector<Kind>& kinds() {
  using enum PillarId;
  const auto edit = [](Section section) { return ProfileEdit{.section = section}; };
  static const std::vector<Kind> all = {
      {brand, "bring a section of your profile up to date", edit(Section::other)},
      {brand, "publish 1 article", Share{.kind = ShareKind::article}},
      {brand, "add a photo", edit(Section::photo)},
      {brand, "add a cover image", edit(Section::cover)},
      {brand, "write a headline", edit(Section::headline)},
      {brand, "write your about section", edit(Section::about)},
      {brand, "add your location", edit(Section::location)},
      {brand, "add your industry", edit(Section::industry)},
      {brand, "add your experience", edit(Section::experience)},
      {brand, "add your education", edit(Section::education)},
      {brand, "list 5 skills or more", ProfileEdit{.section = Section::skills, .entries = 5}},
      {brand, "add featured content", edit(Section::featured)},
      {brand, "claim your custom URL", edit(Section::custom_url)},
      {brand, "ask for 2 recommendations", Recommendation{}, 2},
      {brand, "ask for 5 endorsements", Endorsement{}, 5},
      {people, "save 12 leads", LeadSaved{}, 12},
      {people, "run 8 searches with a filter", Search{.filters = 1}, 8},
      {people, "run 10 searches for people", Search{}, 10},
      {people, "view 20 profiles", ProfileView{}, 20},
      {insights, "publish 3 posts", Share{}, 3},
      {insights, "comment on 10 posts", Comment{}, 10},
      {insights, "react to 20 posts", Reaction{}, 20},
      {insights, "answer or start 6 conversations", Message{.replied = true}, 6},
      {relationships, "connect with 5 decision makers (VP or above)",
       Connection{.seniority = Seniority::vp}, 5},
      {relationships, "connect with 5 coworkers", Connection{.coworker = true}, 5},
      {relationships, "connect with 10 people", Connection{}, 10},
  };
  return all;
}

Report report_on(const MemberLog& log, const Model& model = model_v1()) {
  Diagnostics diagnostics;
  return make_report(log, {.model = model}, diagnostics);
}

// By what a pillar rises when an action is added to the log and all of it is scored again.
Points gain_of(const MemberLog& log, PillarId pillar, const Action& action, int times,
               const Model& model = model_v1()) {
  const Day as_of = default_as_of(log).value_or(Day{});
  Timeline after = log.timeline;
  for (int i = 0; i < times; ++i) REQUIRE(after.add({as_of, action}));
  const SignalSet not_measured = log.not_measured.value_or(SignalSet{});
  return *score(after, not_measured, as_of, model).pillar(pillar).score -
         *score(log.timeline, not_measured, as_of, model).pillar(pillar).score;
}

// The first kind of those that raise a pillar most; nothing where none does.
std::optional<std::pair<Kind, Points>> best_of(const MemberLog& log, PillarId pillar,
                                               const Model& model) {
  std::optional<std::pair<Kind, Points>> best;
  for (const Kind& kind : kinds()) {
    if (kind.pillar != pillar) continue;
    const Points gain = gain_of(log, pillar, kind.action, kind.times, model);
    if (gain > (best ? best->second : Points{})) best = {kind, gain};
  }
  return best;
}

// The pillars to advise on: the weak and the thinly measured; with none of these, the lowest.
std::vector<PillarId> pillars_of(const Score& score) {
  std::vector<PillarScore> scored;
  for (const PillarScore& pillar : score.pillars) {
    if (pillar.score) scored.push_back(pillar);
  }
  std::ranges::stable_sort(scored, {}, [](const PillarScore& p) { return *p.score; });
  std::vector<PillarId> ids;
  for (const PillarScore& pillar : scored) {
    if (pillar.weak || 2 * pillar.assessable.hundredths < pillar_max.hundredths)
      ids.push_back(pillar.id);
  }
  if (ids.empty() && !scored.empty()) ids.push_back(scored.front().id);
  return ids;
}

void require_best_steps(const MemberLog& log, const Model& model = model_v1()) {
  const Report report = report_on(log, model);
  std::size_t count = 0;
  for (const PillarId pillar : pillars_of(report.score)) {
    INFO(log.member.id.value_or("-") << " " << name(pillar));
    const auto best = best_of(log, pillar, model);
    if (!best) continue;
    ++count;
    const auto found = std::ranges::find(report.next_steps, pillar, &NextStep::pillar);
    REQUIRE(found != report.next_steps.end());
    const NextStep& step = *found;
    REQUIRE(step.advice == best->first.advice);
    REQUIRE(encode(step.action) == encode(best->first.action));
    REQUIRE(step.times == best->first.times);
    REQUIRE(step.gain == best->second);
    REQUIRE(step.gain > Points{});
  }
  REQUIRE(count == report.next_steps.size());
  REQUIRE(std::ranges::is_sorted(report.next_steps, std::greater{}, &NextStep::gain));
}

std::vector<MemberLog> personas() {
  std::vector<std::string> files;
  for (const auto& entry :
       std::filesystem::directory_iterator{std::string{SSI_SOURCE_DIR} + "/data"}) {
    if (!entry.path().extension().string().starts_with(".json")) continue;  // no log
    files.push_back("data/" + entry.path().filename().string());
  }
  std::ranges::sort(files);
  std::vector<MemberLog> all;
  for (const std::string& file : files) {
    for (MemberLog& log : members_of(read_file(file))) all.push_back(std::move(log));
  }
  return all;
}

std::string steps_of(const Report& report) {
  std::string text;
  for (const NextStep& step : report.next_steps) {
    text +=
        std::string{name(step.pillar)} + ": " + step.advice + " +" + to_string(step.gain) + "\n";
  }
  return text;
}

SignalSet all_but(std::initializer_list<SignalId> ids) {
  SignalSet set;
  set.set();
  for (const SignalId id : ids) set.reset(static_cast<std::size_t>(id));
  return set;
}

TEST_CASE("each step is the one of all that raises its pillar most when the log is scored again") {
  for (const MemberLog& log : personas()) require_best_steps(log);
}

TEST_CASE("each step is the best with any one signal not measured and with any one measured") {
  const MemberLog amina = member_of(read_file("data/steady-weekly-poster.json"));
  for (std::size_t i = 0; i < signal_count; ++i) {
    MemberLog log = amina;
    log.not_measured = SignalSet{}.set(i);
    require_best_steps(log);
    log.not_measured->flip();
    require_best_steps(log);
  }
}

TEST_CASE("each step is the best on any day after the last activity") {
  MemberLog log = member_of(read_file("data/daily-social-seller.json"));
  for (const int later : {-40, -1, 1, 60, 89, 90, 400}) {
    log.as_of = today + std::chrono::days{later};
    require_best_steps(log);
  }
}

TEST_CASE("each weak pillar has one step and the most gain comes first") {
  REQUIRE(steps_of(report_on(member_of(read_file("data/steady-weekly-poster.json")))) ==
          "people: run 8 searches with a filter +3.19\n"
          "relationships: connect with 10 people +2.90\n"
          "insights: answer or start 6 conversations +2.50\n");
}

TEST_CASE("steps come in order of gain, whichever pillar is weakest") {
  REQUIRE(steps_of(report_on({})) ==
          "relationships: connect with 5 coworkers +8.98\n"
          "people: run 8 searches with a filter +4.18\n"
          "brand: add a cover image +3.29\n"
          "insights: answer or start 6 conversations +2.50\n");
}

TEST_CASE("with no pillar weak the lowest has the only step") {
  const MemberLog keiko = member_of(read_file("data/daily-social-seller.json"));
  const Report report = report_on(keiko);
  REQUIRE(report.next_steps.size() == 1);
  REQUIRE(report.next_steps.front().pillar == PillarId::insights);
}

TEST_CASE("a pillar that is thinly measured does not count as strong") {
  MemberLog keiko = member_of(read_file("data/daily-social-seller.json"));
  for (const SignalId id : {SignalId::showcase, SignalId::articles, SignalId::upkeep}) {
    keiko.not_measured.emplace(keiko.not_measured.value_or(SignalSet{}))
        .set(static_cast<std::size_t>(id));
  }
  const Report report = report_on(keiko);
  REQUIRE_FALSE(report.score.pillar(PillarId::brand).weak);
  REQUIRE(report.next_steps.size() == 1);
  REQUIRE(report.next_steps.front().pillar == PillarId::brand);
}

TEST_CASE("where there is nothing to gain there is no step") {
  REQUIRE(report_on(member_of(read_file("data/everything-at-target.json"))).next_steps.empty());
  const MemberLog unmeasured{.not_measured = SignalSet{}.set()};
  REQUIRE(report_on(unmeasured).next_steps.empty());
}

TEST_CASE("a pillar with nothing measured has no step") {
  MemberLog log{.not_measured = SignalSet{}};
  for (std::size_t i = 0; i < signals_in[0]; ++i) log.not_measured->set(i);
  const Report report = report_on(log);
  REQUIRE(report.next_steps.size() == 3);
  for (const NextStep& step : report.next_steps) REQUIRE(step.pillar != PillarId::brand);
}

TEST_CASE("what is not measured is not advised") {
  const struct {
    SignalId measured;
    std::string steps;
  } table[] = {
      {SignalId::completeness, "brand: add a photo +3.55\n"},
      {SignalId::showcase, "brand: add a cover image +6.25\n"},
      {SignalId::endorsements, "brand: ask for 2 recommendations +11.15\n"},
      {SignalId::articles, "brand: publish 1 article +14.40\n"},
      {SignalId::upkeep, "brand: bring a section of your profile up to date +10.20\n"},
      {SignalId::searches, "people: run 10 searches for people +8.30\n"},
      {SignalId::filtered_searches, "people: run 8 searches with a filter +12.90\n"},
      {SignalId::profile_views, "people: view 20 profiles +8.30\n"},
      {SignalId::saved_leads, "people: save 12 leads +12.90\n"},
      {SignalId::prospecting_days, "people: save 12 leads +0.55\n"},
      {SignalId::shares, "insights: publish 3 posts +7.20\n"},
      {SignalId::engagement_given, "insights: comment on 10 posts +10.20\n"},
      {SignalId::engagement_received, ""},
      {SignalId::conversations, "insights: answer or start 6 conversations +12.50\n"},
      {SignalId::insight_days, "insights: publish 3 posts +0.55\n"},
      {SignalId::network, "relationships: connect with 10 people +3.50\n"},
      {SignalId::new_connections, "relationships: connect with 10 people +10.20\n"},
      {SignalId::acceptance,
       "relationships: connect with 5 decision makers (VP or above) +25.00\n"},
      {SignalId::decision_makers,
       "relationships: connect with 5 decision makers (VP or above) +7.90\n"},
      {SignalId::coworkers, "relationships: connect with 5 coworkers +10.20\n"},
  };
  for (const auto& [measured, steps] : table) {
    MemberLog log;
    log.not_measured = all_but({measured});
    REQUIRE(steps_of(report_on(log)) == steps);
  }
}

TEST_CASE("sections that are missing are advised one after the other") {
  MemberLog log;
  log.not_measured = all_but({SignalId::completeness, SignalId::showcase});
  std::vector<std::string> advised;
  while (true) {
    const Report report = report_on(log);
    if (report.next_steps.empty()) break;
    const NextStep& step = report.next_steps.front();
    advised.push_back(step.advice);
    REQUIRE(log.timeline.add({today, step.action}));
    REQUIRE(advised.size() < 20);
  }
  REQUIRE(advised == std::vector<std::string>{
                         "add a cover image", "write a headline", "add featured content",
                         "claim your custom URL", "add a photo", "write your about section",
                         "add your location", "add your industry", "add your experience",
                         "add your education", "list 5 skills or more"});
}

TEST_CASE("following the advice day by day leads to a full score") {
  MemberLog log{.not_measured = SignalSet{}};
  log.timeline.add(Profile{.sections = Sections{}.set(), .skills = 5});
  // What others do is no action to advise, and no action adds days to the past.
  log.not_measured->set(static_cast<std::size_t>(SignalId::engagement_received));
  log.not_measured->set(static_cast<std::size_t>(SignalId::prospecting_days));
  log.not_measured->set(static_cast<std::size_t>(SignalId::insight_days));
  log.as_of = today;
  for (int done = 1; done < 500; ++done) {
    const Report report = report_on(log);
    if (report.score.total == total_max) break;
    const bool tomorrow = report.next_steps.empty() || done % 10 == 0;
    if (tomorrow) *log.as_of += std::chrono::days{1};
    if (report.next_steps.empty()) continue;
    const NextStep& step = report.next_steps.front();
    for (int i = 0; i < step.times; ++i) REQUIRE(log.timeline.add({*log.as_of, step.action}));
  }
  REQUIRE(report_on(log).score.total == total_max);
}

TEST_CASE("what no action of the day would raise has no step") {
  // Five days of upkeep of six, the as-of day among them, and nothing else to gain.
  MemberLog log;
  log.not_measured = all_but({SignalId::upkeep});
  for (int ago = 0; ago < 5; ++ago) {
    REQUIRE(
        log.timeline.add({today - std::chrono::days{ago}, ProfileEdit{.section = Section::other}}));
  }
  REQUIRE(steps_of(report_on(log)) == "");
  log.as_of = today + std::chrono::days{1};
  REQUIRE(steps_of(report_on(log)) == "brand: bring a section of your profile up to date +2.20\n");
}

TEST_CASE("steps are weighed by the model that scores") {
  Model model = model_v1();
  model.weak_below = Points{0};
  const MemberLog amina = member_of(read_file("data/steady-weekly-poster.json"));
  REQUIRE(report_on(amina, model).next_steps.size() == 1);
  require_best_steps(amina, model);
  model.weak_below = pillar_max;
  REQUIRE(report_on(amina, model).next_steps.size() == 4);
  require_best_steps(amina, model);
  model.signals[static_cast<std::size_t>(SignalId::saved_leads)].target = Ratio{1'000'000};
  require_best_steps(amina, model);
}

}  // namespace
}  // namespace ssi::test
