// The built-in model. Every number here is an assumption of this project: LinkedIn names what its
// index looks at, but neither weights nor targets.

#include <ssi/model.hpp>

namespace ssi {
namespace {

// Five signals a pillar, five points each: without published weights, equal ones are as good a
// guess as any (R. M. Dawes, "The robust beauty of improper linear models", 1979).
struct Rule {
  SignalId signal;
  Curve curve;
  Ratio target;
  Points points = Points::whole(5);
};

// The targets of v1. Counts have a sqrt curve, so that the first action is worth most and flooding
// one kind stops paying. Shares, of fields or of days, and rates have a linear one.
constexpr std::array<Rule, signal_count> v1_rules = {{
    {SignalId::completeness, Curve::linear, {7, 1}},
    {SignalId::showcase, Curve::linear, {4, 1}},
    {SignalId::endorsements, Curve::sqrt, {50, 1}},
    {SignalId::articles, Curve::sqrt, {3, 1}},
    {SignalId::upkeep, Curve::sqrt, {6, 1}},
    {SignalId::searches, Curve::sqrt, {90, 1}},
    {SignalId::filtered_searches, Curve::sqrt, {30, 1}},
    {SignalId::profile_views, Curve::sqrt, {180, 1}},
    {SignalId::saved_leads, Curve::sqrt, {45, 1}},
    {SignalId::prospecting_days, Curve::linear, {45, 1}},
    {SignalId::shares, Curve::sqrt, {36, 1}},
    {SignalId::engagement_given, Curve::sqrt, {180, 1}},
    {SignalId::engagement_received, Curve::sqrt, {360, 1}},
    {SignalId::conversations, Curve::sqrt, {24, 1}},
    {SignalId::insight_days, Curve::linear, {45, 1}},
    {SignalId::network, Curve::sqrt, {500, 1}},
    {SignalId::new_connections, Curve::sqrt, {60, 1}},
    {SignalId::acceptance, Curve::linear, {1, 2}},
    {SignalId::decision_makers, Curve::sqrt, {50, 1}},
    {SignalId::coworkers, Curve::sqrt, {30, 1}},
}};
static_assert([] {
  std::array<Points, pillar_count> sums{};
  for (std::size_t i = 0; i < signal_count; ++i) {
    const Rule& rule = v1_rules[i];
    if (rule.signal != static_cast<SignalId>(i) || rule.target.numerator == 0) return false;
    sums[static_cast<std::size_t>(pillar_of(rule.signal))] += rule.points;
  }
  for (const Points sum : sums) {
    if (sum != pillar_max) return false;
  }
  return true;
}());

// Minutes, estimated for somebody who knows the platform. Plans use them; no score does.
constexpr Effort v1_effort = [] {
  Effort minutes{};
  const auto set = [&minutes](Task task, int n) { minutes[static_cast<std::size_t>(task)] = n; };
  set(Task::photo, 15);
  set(Task::cover, 15);
  set(Task::headline, 10);
  set(Task::about, 45);
  set(Task::location, 2);
  set(Task::industry, 2);
  set(Task::experience, 30);
  set(Task::education, 10);
  set(Task::skills, 10);
  set(Task::featured, 15);
  set(Task::custom_url, 5);
  set(Task::profile_edit, 10);
  set(Task::article, 120);
  set(Task::recommendation_request, 15);
  set(Task::endorsement_request, 3);
  set(Task::search, 2);
  set(Task::filtered_search, 4);
  set(Task::profile_view, 1);
  set(Task::lead, 1);
  set(Task::post, 20);
  set(Task::reshare, 5);
  set(Task::comment, 3);
  set(Task::reaction, 1);
  set(Task::message, 6);
  set(Task::invitation, 3);
  set(Task::decision_maker_invitation, 6);
  set(Task::coworker_invitation, 3);
  return minutes;
}();
static_assert([] {
  for (const int minutes : v1_effort) {
    if (minutes == 0) return false;
  }
  return true;
}());

// LinkedIn restricts members who send more invitations than that; the others are estimates.
constexpr Ceilings v1_ceilings = [] {
  Ceilings most{};
  const auto set = [&most](Capped what, Ceiling ceiling) {
    most[static_cast<std::size_t>(what)] = ceiling;
  };
  set(Capped::profile_edits, {.day = 1, .week = 7});
  set(Capped::articles, {.day = 1, .week = 1});
  set(Capped::recommendation_requests, {.day = 2, .week = 5});
  set(Capped::endorsement_requests, {.day = 5, .week = 20});
  set(Capped::searches, {.day = 15, .week = 105});
  set(Capped::profile_views, {.day = 25, .week = 175});
  set(Capped::leads, {.day = 15, .week = 105});
  set(Capped::posts, {.day = 1, .week = 7});
  set(Capped::reshares, {.day = 1, .week = 7});
  set(Capped::comments, {.day = 10, .week = 70});
  set(Capped::reactions, {.day = 15, .week = 105});
  set(Capped::messages, {.day = 10, .week = 70});
  set(Capped::invitations, {.day = 20, .week = 100});
  return most;
}();
static_assert([] {
  for (const Ceiling& most : v1_ceilings) {
    if (most.day == 0 || most.week < most.day) return false;
  }
  return true;
}());

}  // namespace

// The window of 90 days is an assumption, too. 70 counts as a good score; a pillar is weak below
// its share of that, 70% of 25.
const Model& model_v1() {
  static const Model model = [] {
    Model v1{.name = "v1",
             .window_days = 90,
             .weak_below = {1750},
             .bands = {{"starting", Points::whole(0)},
                       {"building", Points::whole(40)},
                       {"good", Points::whole(70)}}};
    for (std::size_t i = 0; i < signal_count; ++i) {
      const Rule& rule = v1_rules[i];
      v1.signals[i] = {.points = rule.points, .curve = rule.curve, .target = rule.target};
    }
    v1.effort = v1_effort;
    v1.ceilings = v1_ceilings;
    return v1;
  }();
  return model;
}

}  // namespace ssi
