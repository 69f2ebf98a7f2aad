#include <algorithm>
#include <map>

#include <ssi/explain.hpp>

#include "base/name_index.hpp"
#include "log/description.hpp"
#include "report/assess.hpp"
#include "report/tasks.hpp"
#include "score/curve.hpp"
#include "score/evaluate.hpp"
#include "signals/catalog.hpp"
#include "signals/guide.hpp"
#include "timeline/actions_of.hpp"

namespace ssi {
namespace {

constexpr Action action_of(Task task) {
  return info(task).action;
}

// What is tried out for a signal. Completeness and showcase are tried by what is missing.
struct Trial {
  SignalId signal;
  Action action;
  More where = More::same_day;
};
constexpr std::array trials = {
    Trial{SignalId::completeness, ProfileEdit{}, More::missing_sections},
    Trial{SignalId::showcase, ProfileEdit{}, More::missing_sections},
    Trial{SignalId::endorsements, action_of(Task::endorsement_request)},
    Trial{SignalId::endorsements, action_of(Task::recommendation_request)},
    Trial{SignalId::articles, action_of(Task::article)},
    Trial{SignalId::upkeep, action_of(Task::profile_edit), More::new_days},
    Trial{SignalId::searches, action_of(Task::search)},
    Trial{SignalId::filtered_searches, action_of(Task::filtered_search)},
    Trial{SignalId::profile_views, action_of(Task::profile_view)},
    Trial{SignalId::saved_leads, action_of(Task::lead)},
    Trial{SignalId::prospecting_days, action_of(Task::search), More::new_days},
    Trial{SignalId::shares, action_of(Task::post)},
    Trial{SignalId::engagement_given, action_of(Task::reaction)},
    Trial{SignalId::engagement_given, action_of(Task::comment)},
    Trial{SignalId::engagement_received, Share{.reactions = 1}},
    Trial{SignalId::engagement_received, Share{.comments = 1}},
    Trial{SignalId::conversations, action_of(Task::message)},
    Trial{SignalId::insight_days, action_of(Task::comment), More::new_days},
    Trial{SignalId::network, action_of(Task::invitation)},
    Trial{SignalId::new_connections, action_of(Task::invitation)},
    Trial{SignalId::acceptance, action_of(Task::invitation)},
    Trial{SignalId::decision_makers, action_of(Task::decision_maker_invitation)},
    Trial{SignalId::coworkers, action_of(Task::coworker_invitation)},
};

// The facts on `as_of`, if nothing were done after `last`, which is not later.
Facts facts_on(const Timeline& timeline, Day last, Day as_of, int window_days) {
  const Day window_start = as_of - std::chrono::days{window_days - 1};
  Observer observer{timeline, std::min(window_start, last + std::chrono::days{1})};
  timeline.for_each_day_from(window_start, [&](Day day, const DayRecord& record) {
    if (day <= last) observer.observe(record);
  });
  return observer.facts();
}

Ratio measure_alone(SignalId signal, const DayRecord& record) {
  Observer observer{{}, {}};
  observer.observe(record);
  return info(signal).measure(observer.facts());
}

// Whether a signal of the window would be another without this.
bool counts_for(SignalId signal, const DayRecord& record) {
  return span_of(signal) == Span::window &&
         measure_alone(signal, record) != measure_alone(signal, {});
}

// Whether an activity of a type, by its index, can change a signal.
bool can_raise(std::size_t type, SignalId signal) {
  const auto does = [&](const Action& action) {
    if (action.index() != type) return false;
    DayRecord record;
    record.add(action);
    return measure_alone(signal, record) != measure_alone(signal, {});
  };
  return std::ranges::any_of(trials, does, &Trial::action) ||
         std::ranges::any_of(task_catalog, does, &TaskInfo::action);
}

Count count_of(const Action& action) {
  return std::visit(
      [](const auto& a) {
        if constexpr (requires { a.count; }) return a.count;
        return Count{1};
      },
      action);
}

/// Finds what a log has of a topic.
class TopicFinder {
 public:
  TopicFinder(const Topic& topic, const MemberLog& log, const ReportSettings& settings,
              Diagnostics& diagnostics)
      : topic_{topic},
        log_{log},
        model_{settings.model},
        now_{assess(log, settings, diagnostics)},
        as_of_{now_.as_of.value_or(Day{})} {}

  [[nodiscard]] TopicInLog find() const {
    TopicInLog found{.member = log_.member, .as_of = now_.as_of, .total = now_.score.total};
    const Facts later = facts_on(log_.timeline, as_of_, as_of_ + std::chrono::days{outlook_days},
                                 model_.window_days);
    const Score then = evaluate(later, now_.not_measured, model_);
    found.change = change_between(now_.score, then);
    for (const SignalId id : signals_of(topic_)) found.signals.push_back(now_.score.signal(id));
    for (const PillarScore& pillar : now_.score.pillars) {
      if (is_of_topic(pillar.id)) found.pillars.push_back(pillar);
    }
    found.more = more();
    found.leaving = leaving();
    return found;
  }

 private:
  [[nodiscard]] bool is_of_topic(PillarId id) const {
    const auto signals = signals_of(topic_);
    return std::ranges::any_of(signals, [id](SignalId s) { return pillar_of(s) == id; });
  }

  [[nodiscard]] bool is_of_topic(SignalId id) const {
    const auto signals = signals_of(topic_);
    return std::ranges::find(signals, id) != signals.end();
  }

  // Whether it is of the activity type that the topic is, if it is one.
  [[nodiscard]] bool is_of_topic(const Action& action) const {
    const auto* type = std::get_if<RecordType>(&topic_);
    return type == nullptr || type->index == action.index();
  }

  [[nodiscard]] std::vector<MoreOf> more() const {
    std::vector<MoreOf> all;
    for (const Trial& trial : trials) {
      const SignalScore& now = now_.score.signal(trial.signal);
      if (!is_of_topic(trial.signal) || !is_of_topic(trial.action)) continue;
      if (!now.value || now.points == now.max) continue;
      const auto first = activities_of(trial, 1);
      if (first.empty()) continue;  // a target beyond what a profile or a window can hold
      MoreOf more{trial.signal, first.front().action, trial.where};
      for (std::size_t i = 0; i < more_times.size(); ++i) {
        const auto activities = activities_of(trial, more_times[i]);
        more.gains[i] = points_with(activities, trial.signal) - now.points;
      }
      all.push_back(more);
    }
    return all;
  }

  [[nodiscard]] Points points_with(const std::vector<Activity>& activities, SignalId id) const {
    Timeline timeline = log_.timeline;
    // A log that holds as much as it may has reached every target.
    for (const Activity& activity : activities) (void)timeline.add(activity);
    const Facts facts = facts_on(timeline, as_of_, as_of_, model_.window_days);
    return evaluate(facts, now_.not_measured, model_).signal(id).points;
  }

  [[nodiscard]] std::vector<Activity> activities_of(const Trial& trial, int times) const {
    const auto most = static_cast<std::size_t>(times);
    std::vector<Activity> activities;
    if (trial.where == More::same_day) {
      activities.assign(most, {as_of_, trial.action});
    } else if (trial.where == More::new_days) {
      const auto days = log_.timeline.days();
      for (int back = 0; back < model_.window_days && activities.size() < most; ++back) {
        const Day day = as_of_ - std::chrono::days{back};
        if (day < first_calendar_day) break;
        const auto record = days.find(day);
        if (record == days.end() || !counts_for(trial.signal, record->second)) {
          activities.push_back({day, trial.action});
        }
      }
    } else {
      activities = edits_of_missing(trial.signal);
      if (activities.size() > most) activities.resize(most);
    }
    return activities;
  }

  [[nodiscard]] std::vector<Activity> edits_of_missing(SignalId id) const {
    const Facts facts = facts_on(log_.timeline, as_of_, as_of_, model_.window_days);
    const auto sections = id == SignalId::completeness
                              ? std::span<const Section>{completeness_sections}
                              : std::span<const Section>{showcase_sections};
    std::vector<Activity> edits;
    for (const Section section : sections) {
      if (counts(facts, section) && !has(facts.stock, section)) {
        edits.push_back({as_of_, edit_adding(section)});
      }
    }
    return edits;
  }

  [[nodiscard]] std::vector<Leaving> leaving() const {
    std::vector<Leaving> all;
    const std::chrono::days window{model_.window_days};
    const Day outlook_end = std::min(as_of_ + std::chrono::days{outlook_days}, last_calendar_day);
    const Day last = std::min(as_of_, outlook_end - window);
    log_.timeline.for_each_day_from(
        as_of_ - window + std::chrono::days{1}, [&](Day day, const DayRecord& record) {
          if (day > last) return;
          std::map<std::size_t, Count> counts;
          for (const Action& action : actions_of(record)) {
            if (counts_for_topic(action)) counts[action.index()] += count_of(action);
          }
          if (counts.empty()) return;
          all.push_back({day, day + window, {counts.begin(), counts.end()}});
        });
    return all;
  }

  [[nodiscard]] bool counts_for_topic(const Action& action) const {
    if (!is_of_topic(action)) return false;
    DayRecord alone;
    alone.add(action);
    const auto signals = signals_of(topic_);
    return std::ranges::any_of(
        signals, [&](SignalId id) { return now_.score.signal(id).value && counts_for(id, alone); });
  }

  const Topic& topic_;
  const MemberLog& log_;
  const Model& model_;
  Assessment now_;
  Day as_of_;
};

// Whole numbers on the way to the target, or of a ratio parts of it.
std::vector<Example> examples_of(SignalId id, const Model& model) {
  const SignalRule& rule = model.rule(id);
  const bool is_ratio = info(id).unit == "ratio";
  std::vector<Ratio> values;
  if (!is_ratio) values.push_back({1, 1});
  for (const unsigned part : {4U, 2U, 1U}) {
    Ratio value{rule.target.numerator, rule.target.denominator * part};
    if (!is_ratio) value = {(value.numerator + value.denominator - 1) / value.denominator, 1};
    if (values.empty() || values.back() != value) values.push_back(value);
  }
  std::vector<Example> examples;
  examples.reserve(values.size());
  for (const Ratio& value : values) examples.push_back({value, points_for(value, rule)});
  return examples;
}

}  // namespace

std::vector<std::string_view> topic_names() {
  std::vector<std::string_view> names{names_of<PillarId>.begin(), names_of<PillarId>.end()};
  names.insert(names.end(), names_of<SignalId>.begin(), names_of<SignalId>.end());
  names.insert(names.end(), record_types.begin(), record_types.end());
  names.insert(names.end(), names_of<Subject>.begin(), names_of<Subject>.end());
  return names;
}

std::optional<Topic> topic_named(std::string_view name) {
  if (const auto pillar = named<PillarId>(name)) return *pillar;
  if (const auto signal = named<SignalId>(name)) return *signal;
  if (const auto subject = named<Subject>(name)) return *subject;
  const std::size_t type = type_index.find(name);
  if (type == record_types.size()) return std::nullopt;
  return RecordType{type};
}

std::vector<SignalId> signals_of(const Topic& topic) {
  std::vector<SignalId> signals;
  for (const SignalInfo& signal : signal_catalog) {
    const auto* pillar = std::get_if<PillarId>(&topic);
    const auto* one = std::get_if<SignalId>(&topic);
    const auto* type = std::get_if<RecordType>(&topic);
    if (type != nullptr && !can_raise(type->index, signal.id)) continue;
    if (pillar != nullptr && pillar_of(signal.id) != *pillar) continue;
    if (one != nullptr && signal.id != *one) continue;
    signals.push_back(signal.id);
  }
  return signals;
}

Explanation explain(const Topic& topic, const Model& model) {
  Explanation explanation{.topic = topic, .model = model};
  if (const auto* id = std::get_if<SignalId>(&topic)) {
    explanation.examples = examples_of(*id, model);
    const Ratio& target = model.rule(*id).target;
    const Wide days = target.denominator * static_cast<Wide>(model.window_days);
    explanation.per_week = static_cast<std::uint64_t>((target.numerator * 7 + days - 1) / days);
  }
  return explanation;
}

Explanation explain(const Topic& topic, const MemberLog& log, const ReportSettings& settings,
                    Diagnostics& diagnostics) {
  Explanation explanation = explain(topic, settings.model);
  explanation.in_log = TopicFinder{topic, log, settings, diagnostics}.find();
  return explanation;
}

}  // namespace ssi
