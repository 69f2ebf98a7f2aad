#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <ssi/score.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

using std::chrono::days;

SignalSet set_of(std::initializer_list<SignalId> ids) {
  SignalSet set;
  for (const SignalId id : ids) set.set(static_cast<std::size_t>(id));
  return set;
}

SignalSet all_of(PillarId pillar) {
  SignalSet set;
  for (std::size_t i = 0; i < signal_count; ++i) {
    set[i] = pillar_of(static_cast<SignalId>(i)) == pillar;
  }
  return set;
}

Score score_v1(const Timeline& timeline, const SignalSet& not_measured = {}) {
  return score(timeline, not_measured, today, model_v1());
}

void add(Timeline& timeline, const Action& action, Day day = today) {
  REQUIRE(timeline.add({day, action}));
}

// brand 20.00: all but the articles.
void add_brand(Timeline& timeline) {
  timeline.add(Profile{.sections = Sections{}.set(), .skills = 5, .endorsements = 50});
  for (int i = 0; i < 6; ++i) {
    add(timeline, ProfileEdit{.section = Section::other}, today - days{i});
  }
}

// people 25.00
void add_people(Timeline& timeline) {
  for (int i = 0; i < 45; ++i) {
    add(timeline, Search{.filters = 1, .count = 2}, today - days{i});
    add(timeline, ProfileView{.count = 4}, today - days{i});
    add(timeline, LeadSaved{}, today - days{i});
  }
}

// relationships 25.00 with a network of `connections`, 500 of which are wanted
void add_relationships(Timeline& timeline, Count connections) {
  timeline.add(Profile{.connections = connections - 60, .decision_makers = 50, .coworkers = 30});
  for (int i = 0; i < 60; ++i) add(timeline, Connection{});
}

// brand 20.00, relationships 15.00 but for the network, insights 5.00
Timeline forty_points(Count connections) {
  Timeline timeline;
  add_brand(timeline);
  timeline.add(Profile{.connections = connections, .decision_makers = 50, .coworkers = 30});
  add(timeline, Message{.replied = true, .count = 24});
  return timeline;
}

// insights: 5.00 each for shares, engagement given and (of 360) received, 2.28 for conversations,
// 0.22 for two days
Timeline strong_insights(Count received) {
  Timeline timeline;
  for (int i = 0; i < 35; ++i) add(timeline, Share{});
  add(timeline, Share{.reactions = received}, today - days{1});
  add(timeline, Reaction{.count = 180});
  add(timeline, Message{.replied = true, .count = 5});
  return timeline;
}

std::string band(const Score& score, const Model& model = model_v1()) {
  REQUIRE(score.band);
  REQUIRE(*score.band < model.bands.size());
  return model.bands[*score.band].name;
}

std::vector<std::string> flagged(const Score& score, bool PillarScore::*flag) {
  std::vector<std::string> ids;
  for (const PillarScore& pillar : score.pillars) {
    if (pillar.*flag) ids.emplace_back(name(pillar.id));
  }
  return ids;
}

using Ids = std::vector<std::string>;

TEST_CASE("a total is building from 40 and good from 70") {
  const auto at_seventy = [](Count connections) {
    Timeline timeline;
    add_brand(timeline);
    add_people(timeline);
    add_relationships(timeline, connections);
    return timeline;
  };
  const struct {
    Timeline timeline;
    Points total;
    std::string band;
  } table[] = {
      {{}, {0}, "starting"},
      {forty_points(499), {3999}, "starting"},
      {forty_points(500), {4000}, "building"},
      {at_seventy(499), {6999}, "building"},
      {at_seventy(500), {7000}, "good"},
  };
  for (const auto& [timeline, total, name_of_band] : table) {
    const Score score = score_v1(timeline);
    REQUIRE(score.total == total);
    REQUIRE(band(score) == name_of_band);
  }
}

TEST_CASE("the bands of a model are its own") {
  Model model = model_v1();
  model.bands = {{"low", {0}}, {"high", {1}}, {"top", Points::whole(100)}};
  const auto band_of = [&](const Timeline& timeline) {
    return band(score(timeline, {}, today, model), model);
  };
  REQUIRE(band_of({}) == "low");
  REQUIRE(band_of(forty_points(500)) == "high");
  model.bands = {{"only", {0}}};
  REQUIRE(band_of({}) == "only");
  REQUIRE(band_of(forty_points(500)) == "only");
}

TEST_CASE("a pillar is weak below 17.50") {
  for (const auto& [received, points, weak] :
       std::initializer_list<std::tuple<Count, int, bool>>{{359, 1749, true}, {360, 1750, false}}) {
    const Score score = score_v1(strong_insights(received));
    const PillarScore& insights = score.pillar(PillarId::insights);
    REQUIRE(insights.score == Points{points});
    REQUIRE(insights.weak == weak);
    REQUIRE_FALSE(insights.weakest);
    REQUIRE(flagged(score, &PillarScore::weakest) == Ids{"brand", "people", "relationships"});
  }
}

TEST_CASE("the weak line of a model is its own") {
  Model model = model_v1();
  const Timeline timeline = strong_insights(360);
  const auto weak_below = [&](int hundredths) {
    model.weak_below = {hundredths};
    return flagged(score(timeline, {}, today, model), &PillarScore::weak);
  };
  REQUIRE(weak_below(1751) == Ids{"brand", "people", "insights", "relationships"});
  REQUIRE(weak_below(1750) == Ids{"brand", "people", "relationships"});
  REQUIRE(weak_below(1) == Ids{"brand", "people", "relationships"});
  REQUIRE(weak_below(0).empty());
  REQUIRE(flagged(score(timeline, {}, today, model), &PillarScore::weakest).empty());
}

TEST_CASE("all weak pillars with the lowest score are the weakest") {
  REQUIRE(flagged(score_v1({}), &PillarScore::weakest) ==
          Ids{"brand", "people", "insights", "relationships"});

  Timeline timeline = timeline_of({}, {.connections = 500, .decision_makers = 50});
  REQUIRE(flagged(score_v1(timeline), &PillarScore::weakest) == Ids{"brand", "people", "insights"});
  timeline.add(Profile{.endorsements = 1});
  REQUIRE(flagged(score_v1(timeline), &PillarScore::weakest) == Ids{"people", "insights"});
  add(timeline, Message{.replied = true});
  REQUIRE(flagged(score_v1(timeline), &PillarScore::weakest) == Ids{"people"});
  add(timeline, LeadSaved{.count = 45});
  REQUIRE(flagged(score_v1(timeline), &PillarScore::weakest) == Ids{"brand"});
  REQUIRE(flagged(score_v1(timeline), &PillarScore::weak) ==
          Ids{"brand", "people", "insights", "relationships"});
}

TEST_CASE("a hundredth apart is no tie") {
  const Timeline timeline = timeline_of({}, {.endorsements = 50, .connections = 499});
  REQUIRE(flagged(score_v1(timeline, all_of(PillarId::people) | all_of(PillarId::insights)),
                  &PillarScore::weakest) == Ids{"relationships"});
  const Timeline tie = timeline_of({}, {.endorsements = 50, .connections = 500});
  REQUIRE(flagged(score_v1(tie, all_of(PillarId::people) | all_of(PillarId::insights)),
                  &PillarScore::weakest) == Ids{"brand", "relationships"});
}

TEST_CASE("where no pillar is weak none is the weakest") {
  const MemberLog keiko = member_of(read_file("data/daily-social-seller.json"));
  const Score score = score_v1(keiko.timeline);
  REQUIRE(flagged(score, &PillarScore::weak).empty());
  REQUIRE(flagged(score, &PillarScore::weakest).empty());
}

TEST_CASE("a signal that was not measured earns and weighs nothing") {
  Timeline timeline;
  add(timeline, Search{.count = 30});  // 2.88 of 5
  add(timeline, LeadSaved{.count = 1});
  const PillarScore all = score_v1(timeline).pillar(PillarId::people);
  REQUIRE(all.score == Points{288 + 74 + 11});
  REQUIRE(all.assessable == pillar_max);

  const SignalSet gaps = set_of({SignalId::filtered_searches, SignalId::saved_leads});
  const Score score = score_v1(timeline, gaps);
  const PillarScore& people = score.pillar(PillarId::people);
  REQUIRE(people.earned == Points{288 + 11});
  REQUIRE(people.assessable == Points::whole(15));
  REQUIRE(people.score == Points{498});  // 299 * 25 / 15 = 498.33...
  REQUIRE(score.assessable == Points::whole(90));
  for (const SignalScore& signal : people.signals) {
    const bool measured = !gaps.test(static_cast<std::size_t>(signal.id));
    REQUIRE(signal.value.has_value() == measured);
    REQUIRE(signal.max == Points::whole(5));
    if (!measured) REQUIRE(signal.points == Points{});
  }
  REQUIRE(score.pillar(PillarId::brand) == score_v1(timeline).pillar(PillarId::brand));
}

TEST_CASE("what was not measured is scaled by whole hundredths rounded down") {
  const struct {
    SignalSet measured;
    int earned, assessable, score;
  } table[] = {
      {set_of({SignalId::searches}), 52, 500, 260},
      {set_of({SignalId::searches, SignalId::saved_leads}), 52 + 74, 1000, 315},
      {set_of({SignalId::searches, SignalId::saved_leads, SignalId::prospecting_days}),
       52 + 74 + 11, 1500, 228},  // 228.33...
      {all_of(PillarId::people) & ~set_of({SignalId::profile_views}), 52 + 74 + 11, 2000, 171},
      {all_of(PillarId::people), 52 + 74 + 11, 2500, 137},
  };
  const Timeline timeline = timeline_of({{today, Search{}}, {today, LeadSaved{}}});
  for (const auto& [measured, earned, assessable, points] : table) {
    const SignalSet gaps = all_of(PillarId::people) & ~measured;
    const PillarScore people = score_v1(timeline, gaps).pillar(PillarId::people);
    REQUIRE(people.earned == Points{earned});
    REQUIRE(people.assessable == Points{assessable});
    REQUIRE(people.score == Points{points});
  }
}

TEST_CASE("a partly measured score ranges from what is earned to that with the rest in full") {
  const Timeline timeline = timeline_of({{today, Search{}}, {today, LeadSaved{}}});
  const Score whole = score_v1(timeline);
  REQUIRE_FALSE(whole.range());
  REQUIRE_FALSE(whole.pillar(PillarId::people).range());

  const Score partly =
      score_v1(timeline, set_of({SignalId::saved_leads, SignalId::upkeep, SignalId::shares}));
  const int earned = whole.total->hundredths - 74;
  REQUIRE(partly.range() == PointsRange{{earned}, {earned + 1500}});
  REQUIRE(partly.pillar(PillarId::people).range() == PointsRange{{52 + 11}, {52 + 11 + 500}});
  REQUIRE_FALSE(partly.pillar(PillarId::relationships).range());

  const Score none = score_v1(timeline, all_of(PillarId::people));
  REQUIRE_FALSE(none.range());
  REQUIRE_FALSE(none.pillar(PillarId::people).range());
}

TEST_CASE("a pillar is thin where less than half of its points are measured") {
  Model model = model_v1();
  const auto is_thin_with = [&](int points) {
    const auto set = [&](SignalId id, int hundredths) {
      model.signals[static_cast<std::size_t>(id)].points = {hundredths};
    };
    set(SignalId::searches, points);
    set(SignalId::saved_leads, 1000 - points);
    const SignalSet gaps =
        all_of(PillarId::people) & ~set_of({SignalId::searches, SignalId::filtered_searches});
    return is_thin(score(Timeline{}, gaps, today, model).pillar(PillarId::people).range());
  };
  REQUIRE(is_thin_with(749));
  REQUIRE_FALSE(is_thin_with(750));
  REQUIRE_FALSE(is_thin(std::nullopt));
  REQUIRE_FALSE(is_thin(score_v1({}, all_of(PillarId::people)).pillar(PillarId::people).range()));
}

TEST_CASE("full points on what was measured are a full pillar and one hundredth less is not") {
  const SignalSet gaps = all_of(PillarId::relationships) & ~set_of({SignalId::network});
  const auto relationships = [&](Count connections) {
    return score_v1(timeline_of({}, {.connections = connections}), gaps)
        .pillar(PillarId::relationships);
  };
  REQUIRE(relationships(500).score == pillar_max);
  REQUIRE(relationships(499).score == Points{2495});
  REQUIRE(relationships(0).score == Points{});
}

TEST_CASE("a pillar with nothing measured has no score and then there is no total") {
  for (std::size_t i = 0; i < pillar_count; ++i) {
    const auto id = static_cast<PillarId>(i);
    INFO(name(id));
    const Score score = score_v1(forty_points(500), all_of(id));
    const PillarScore& pillar = score.pillar(id);
    REQUIRE_FALSE(pillar.score);
    REQUIRE(pillar.earned == Points{});
    REQUIRE(pillar.assessable == Points{});
    REQUIRE_FALSE(pillar.weak);
    REQUIRE_FALSE(pillar.weakest);
    REQUIRE_FALSE(score.total);
    REQUIRE_FALSE(score.band);
    REQUIRE(score.assessable == Points::whole(75));
    for (const PillarScore& other : score.pillars) {
      if (other.id != id)
        REQUIRE(other == [&] {
          PillarScore expected = score_v1(forty_points(500)).pillar(other.id);
          expected.weakest = other.weakest;
          return expected;
        }());
    }
  }
}

TEST_CASE("the weakest pillar is sought among those that have a score") {
  const Score score = score_v1(forty_points(500), all_of(PillarId::people));
  REQUIRE(flagged(score, &PillarScore::weakest) == Ids{"insights"});
}

TEST_CASE("with nothing measured at all there is no score of anything") {
  const Score score = score_v1(forty_points(500), SignalSet{}.set());
  REQUIRE_FALSE(score.total);
  REQUIRE(score.assessable == Points{});
  REQUIRE(flagged(score, &PillarScore::weak).empty());
  REQUIRE(flagged(score, &PillarScore::weakest).empty());
}

TEST_CASE("pillars and signals come in the order of every report") {
  const Score score = score_v1({});
  std::size_t i = 0;
  for (std::size_t p = 0; p < pillar_count; ++p) {
    REQUIRE(score.pillars[p].id == static_cast<PillarId>(p));
    for (const SignalScore& signal : score.pillars[p].signals) {
      REQUIRE(signal.id == static_cast<SignalId>(i++));
    }
  }
}

TEST_CASE("a model without points for a signal still measures it") {
  Model model = model_v1();
  const auto rule = [&](SignalId id) -> SignalRule& {
    return model.signals[static_cast<std::size_t>(id)];
  };
  rule(SignalId::searches).points = Points{0};
  rule(SignalId::saved_leads).points = Points::whole(10);
  const Timeline timeline =
      timeline_of({{today, Search{.count = 90}}, {today, LeadSaved{.count = 45}}});
  const PillarScore people = score(timeline, {}, today, model).pillar(PillarId::people);
  REQUIRE((people.signals[0].value == Ratio{90}));
  REQUIRE(people.signals[0].points == Points{});
  REQUIRE(people.earned == Points{1011});
  // All that has points is not measured: nothing to assess.
  const SignalSet gaps = all_of(PillarId::people) & ~set_of({SignalId::searches});
  REQUIRE_FALSE(score(timeline, gaps, today, model).pillar(PillarId::people).score);
}

TEST_CASE("the window of a model is its own") {
  Model model = model_v1();
  const auto leads = [&](int window, int ago) {
    model.window_days = window;
    const Timeline timeline = timeline_of({{today - days{ago}, LeadSaved{}}});
    return score(timeline, {}, today, model).pillar(PillarId::people).earned > Points{};
  };
  REQUIRE(leads(1, 0));
  REQUIRE_FALSE(leads(1, 1));
  REQUIRE(leads(2, 1));
  REQUIRE_FALSE(leads(2, 2));
  REQUIRE(leads(3650, 3649));
  REQUIRE_FALSE(leads(3650, 3650));
}

}  // namespace
}  // namespace ssi::test
