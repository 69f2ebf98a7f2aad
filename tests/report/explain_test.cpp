#include <algorithm>
#include <map>
#include <vector>

#include <ssi/explain.hpp>

#include "score/curve.hpp"
#include "signals/catalog.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

MemberLog log_of(const RandomLog& random) {
  return {.member = random.head.member,
          .as_of = random.head.as_of,
          .not_measured = random.head.not_measured,
          .timeline = timeline_of(random.activities, random.head.profile)};
}

// The log as if it had ended on its as-of day.
Timeline cut(const RandomLog& random, const std::vector<Activity>& more = {}) {
  std::vector<Activity> activities = more;
  for (const Activity& activity : random.activities) {
    if (activity.day <= random.as_of()) activities.push_back(activity);
  }
  return timeline_of(activities, random.head.profile);
}

const SignalScore& in(const Score& score, SignalId id) {
  return score.signal(id);
}

Explanation explained(const Topic& topic, const MemberLog& log, const Model& model = model_v1()) {
  Diagnostics ignored;
  return explain(topic, log, {.model = model}, ignored);
}

constexpr std::uint64_t seeds = 150;

TEST_CASE("what an explanation tells of a log is its score, now and 30 days on") {
  std::vector<Model> models(3, model_v1());
  models[1].window_days = 7;  // shorter than the outlook
  models[2].window_days = 400;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    const RandomLog random = random_log(seed);
    const Model& model = models[seed % models.size()];
    const SignalSet& gaps = random.head.not_measured;
    const Score now = score(cut(random), gaps, random.as_of(), model);
    const Score then =
        score(cut(random), gaps, random.as_of() + std::chrono::days{outlook_days}, model);
    for (const PillarId id :
         {PillarId::brand, PillarId::people, PillarId::insights, PillarId::relationships}) {
      const TopicInLog found = *explained(id, log_of(random), model).in_log;
      REQUIRE(found.as_of == random.as_of());
      REQUIRE(found.pillars == std::vector{now.pillar(id)});
      REQUIRE(found.change.pillar(id).has_value() == now.pillar(id).score.has_value());
      if (now.pillar(id).score) {
        REQUIRE(*now.pillar(id).score + *found.change.pillar(id) == *then.pillar(id).score);
      }
      REQUIRE(found.signals.size() == now.pillar(id).signals.size());
      for (std::size_t i = 0; i < found.signals.size(); ++i) {
        REQUIRE(found.signals[i] == now.pillar(id).signals[i]);
        REQUIRE(found.signals[i].points + found.change.signal(found.signals[i].id) ==
                then.pillar(id).signals[i].points);
      }
    }
  }
}

TEST_CASE("what more of an action would add is what scoring the log with it adds") {
  std::map<SignalId, int> seen;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    RandomLog random = random_log(seed);
    random.head.profile.unknown_sections.reset();  // nobody is told to add those
    const SignalSet& gaps = random.head.not_measured;
    const Score now = score(cut(random), gaps, random.as_of(), model_v1());
    const TopicInLog found = *explained(Everything{}, log_of(random)).in_log;
    for (const MoreOf& more : found.more) {
      INFO(name(more.signal) << ' ' << name(more.where));
      const SignalScore& signal = in(now, more.signal);
      REQUIRE(signal.value);
      REQUIRE(signal.points < signal.max);
      ++seen[more.signal];
      for (std::size_t i = 0; i < more_times.size(); ++i) {
        const auto times = static_cast<std::size_t>(more_times[i]);
        if (more.where == More::same_day) {
          const std::vector<Activity> activities(times, {random.as_of(), more.action});
          const Score then = score(cut(random, activities), gaps, random.as_of(), model_v1());
          REQUIRE(more.gains[i] == in(then, more.signal).points - signal.points);
        } else {
          // A new day or section each, as far as there are any.
          const SignalRule& rule = model_v1().rule(more.signal);
          const Wide room = more.where == More::new_days ? Wide{90} : rule.target.numerator;
          const Wide value = std::min<Wide>(signal.value->numerator + times, room);
          REQUIRE(more.gains[i] == points_for({value}, rule) - signal.points);
        }
      }
    }
    // Every signal that is measured and below its target has something to try.
    for (const SignalInfo& info : signal_catalog) {
      const SignalScore& signal = in(now, info.id);
      const bool is_tried =
          std::ranges::find(found.more, info.id, &MoreOf::signal) != found.more.end();
      REQUIRE(is_tried == (signal.value && signal.points < signal.max));
    }
  }
  REQUIRE(seen.size() == signal_count);
}

TEST_CASE("a target that nothing more can reach has nothing to try") {
  Model model = model_v1();
  for (SignalRule& rule : model.signals) rule.target = {1'000'000, 1};
  RandomLog random = random_log(1);
  random.head.not_measured = {};
  random.activities.clear();
  for (int day = 0; day < model.window_days; ++day) {
    random.activities.push_back({random.as_of() - std::chrono::days{day}, Search{}});
  }
  random.head.profile.sections.set();
  random.head.profile.skills = 5;
  const TopicInLog found = *explained(Everything{}, log_of(random), model).in_log;
  for (const SignalId id :
       {SignalId::completeness, SignalId::showcase, SignalId::prospecting_days}) {
    INFO(name(id));
    CHECK(std::ranges::find(found.more, id, &MoreOf::signal) == found.more.end());
  }
  CHECK(std::ranges::find(found.more, SignalId::searches, &MoreOf::signal) != found.more.end());
}

TEST_CASE("what leaves the window is all that does, and on its day") {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    RandomLog random = random_log(seed);
    random.head.not_measured = {};
    const int window = model_v1().window_days;
    const auto leaves = [&](const Activity& activity) {
      return activity.day > random.as_of() - std::chrono::days{window} &&
             activity.day <= random.as_of() - std::chrono::days{window - outlook_days};
    };
    std::map<Day, std::map<std::size_t, Count>> wanted;
    for (const Activity& activity : random.activities) {
      const auto* search = std::get_if<Search>(&activity.action);
      const auto* message = std::get_if<Message>(&activity.action);
      if (!leaves(activity)) continue;
      if (search != nullptr && search->scope == Scope::people) {
        wanted[activity.day][activity.action.index()] += search->count;
      }
      // Not answered, it counts for nothing.
      if (message != nullptr && message->replied) {
        wanted[activity.day][activity.action.index()] += message->count;
      }
    }
    std::map<Day, std::map<std::size_t, Count>> got;
    for (const SignalId id : {SignalId::searches, SignalId::conversations}) {
      const TopicInLog found = *explained(id, log_of(random)).in_log;
      for (const Leaving& leaving : found.leaving) {
        REQUIRE(leaving.leaves == leaving.done + std::chrono::days{window});
        for (const auto& [type, count] : leaving.activities) got[leaving.done][type] += count;
      }
    }
    REQUIRE(got == wanted);
  }
}

TEST_CASE("a signal's points fall on no day but those on which something leaves") {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    const RandomLog random = random_log(seed);
    const Timeline timeline = cut(random);
    const TopicInLog found = *explained(PillarId::insights, log_of(random)).in_log;
    for (int day = 1; day <= outlook_days; ++day) {
      const Day on = random.as_of() + std::chrono::days{day};
      const auto at = [&](Day d) {
        return score(timeline, random.head.not_measured, d, model_v1()).pillar(PillarId::insights);
      };
      const bool is_told =
          std::ranges::find(found.leaving, on, &Leaving::leaves) != found.leaving.end();
      const Day eve = on - std::chrono::days{1};
      if (!is_told) REQUIRE(at(on).signals == at(eve).signals);
    }
  }
}

TEST_CASE("nothing leaves of signals that forget nothing, or are not measured") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    RandomLog random = random_log(seed);
    CHECK(explained(SignalId::network, log_of(random)).in_log->leaving.empty());
    random.head.not_measured.set();
    const TopicInLog found = *explained(Everything{}, log_of(random)).in_log;
    CHECK(found.leaving.empty());
    CHECK(found.more.empty());
    CHECK(found.change == Change{});
  }
}

TEST_CASE("examples lead to the target, and a week's share reaches it") {
  const Explanation searches = explain(SignalId::searches, model_v1());
  REQUIRE(searches.per_week == 7);
  REQUIRE(searches.examples.size() == 4);
  REQUIRE(searches.examples[0].value == Ratio{1});
  REQUIRE(searches.examples[1].value == Ratio{23});
  REQUIRE(searches.examples[3].points == Points::whole(5));
  REQUIRE(explain(SignalId::filtered_searches, model_v1()).per_week == 3);
  REQUIRE(explain(SignalId::articles, model_v1()).examples.size() == 3);  // 1, 2, 3
  for (const SignalInfo& info : signal_catalog) {
    const Explanation explanation = explain(info.id, model_v1());
    for (const Example& example : explanation.examples) {
      CHECK(example.points == points_for(example.value, model_v1().rule(info.id)));
    }
    CHECK(explanation.examples.back().points == Points::whole(5));
    const Ratio& target = model_v1().rule(info.id).target;
    CHECK(explanation.per_week * 90 >= 7 * target.numerator / target.denominator);
  }
  CHECK(explain(PillarId::people, model_v1()).examples.empty());
}

}  // namespace
}  // namespace ssi::test
