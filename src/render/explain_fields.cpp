#include <numeric>

#include "page/explain_words.hpp"
#include "render/describe.hpp"
#include "render/render.hpp"
#include "signals/catalog.hpp"
#include "signals/guide.hpp"

namespace ssi {

static void describe(Fields& out, const Example& example) {
  out.field("value", example.value);
  out.field("points", example.points, of_pillar);
}

static void describe(Fields& out, SignalId id, const Model& model) {
  const SignalRule& rule = model.rule(id);
  out.field("id", id);
  out.field("pillar", pillar_of(id));
  out.field("title", guide(id).title);
  out.field("value", counts_of(id, model));
  out.field("target", rule.target);
  out.field("unit", Word{info(id).unit});
  out.field("curve", rule.curve);
  out.field("max", rule.points, of_pillar);
}

static void describe(Fields& out, const PillarScore& pillar, const Change& change) {
  out.field("id", pillar.id);
  out.field("points", pillar.score, of_pillar);
  out.field("change", change.pillar(pillar.id), change_of_pillar);
}

static void describe(Fields& out, const SignalScore& signal, const Change& change) {
  out.field("id", signal.id);
  out.field("value", signal.value);
  out.field("points", points_of(signal), of_pillar);
  out.field("change", signal.value ? std::optional{change.signal(signal.id)} : std::nullopt,
            change_of_pillar);
}

static void describe(Fields& out, const MoreOf& more) {
  out.field("signal", more.signal);
  out.field("activity", more.action);
  out.field("where", more.where);
  std::array<std::size_t, more_times.size()> trials{};
  std::iota(trials.begin(), trials.end(), 0);
  out.list("gains", trials, [&](Fields& fields, std::size_t i) {
    fields.field("times", more_times[i], {.least = 1});
    fields.field("gain", more.gains[i], of_pillar);
  });
}

static void describe(Fields& out, const Leaving& leaving) {
  out.field("on", leaving.leaves);
  out.field("of", leaving.done);
  out.list("activities", leaving.activities, [](Fields& fields, const auto& activity) {
    fields.field("type", Word{activity_types[activity.first]});
    fields.field("count", activity.second);
  });
}

static void describe(Fields& out, const Contributions& contributions) {
  const auto points = [](Fields& fields, const Contribution& of) {
    describe_points(fields, of, change_of_total, change_of_pillar);
  };
  std::vector<std::pair<std::string_view, Contribution>> types;
  types.reserve(activity_types.size() + 1);
  types.emplace_back("profile", contributions.profile);
  for (std::size_t i = 0; i < activity_types.size(); ++i) {
    types.emplace_back(activity_types[i], contributions.types[i]);
  }
  out.list("types", types,
           [&](Fields& fields, const auto& type) {
             fields.field("type", Word{type.first});
             points(fields, type.second);
           },
           {.about = "The profile before the log alone, then Shapley values. They add up to the "
                     "score."});
  out.list("months", contributions.months,
           [&](Fields& fields, const MonthLost& month) {
             fields.field("month", month_of(month.first));
             points(fields, month.lost);
           },
           {.about = "What the score would lose without the activities of a month."});
  out.list("activities", contributions.activities,
           [&](Fields& fields, const ActivityLost& single) {
             fields.field("activity", single.activity);
             fields.field("times", single.times, {.least = 0});
             points(fields, single.lost);
           },
           {.most_items = most_activities_lost,
            .about = "What the score would lose without one activity, of `times` on its day."});
}

static void describe(Fields& out, const TopicInLog& log) {
  describe(out, log.member);
  out.field("as_of", log.as_of);
  out.field("days_ahead", outlook_days);
  const auto with_change = [&](Fields& fields, const auto& of) {
    describe(fields, of, log.change);
  };
  out.list("pillars", log.pillars, with_change);
  out.list("signals", log.signals, with_change);
  out.list("more", log.more);
  out.list("leaving", log.leaving);
  out.object("contributions", log.contributions, ByType{}, {.may_be_left_out = true});
}

void describe(Fields& out, const Explanation& explanation) {
  const Model& model = explanation.model;
  const TopicWords words = words_of(explanation);
  describe_tool(out, model);
  out.field(
      "topic", words.id.empty() ? std::nullopt : std::optional{words.id},
      {.about =
           "A pillar, a signal, an activity type, window, bands, model, linkedin, or null: all."});
  out.field("title", words.title);
  out.field("why", words.why);
  out.values("linkedin", words.terms);
  out.values("habits", words.habits);
  out.values("not_counted", words.not_counted);
  out.list("examples", explanation.examples);
  out.list("signals", signals_of(explanation.topic),
           [&](Fields& fields, SignalId signal) { describe(fields, signal, model); });
  out.object("log", explanation.in_log);
}

std::string explain_schema() {
  return schema_of<Explanation>("ssi explanation",
                                "The document of the json format of ssi explain.");
}

}  // namespace ssi
