#include <algorithm>
#include <map>

#include <ssi/diff.hpp>

#include "report/assess.hpp"
#include "score/evaluate.hpp"

namespace ssi {
namespace {

using Days = std::map<Day, DayRecord>;

/// What a score is made of, but for the model.
struct State {
  SignalSet not_measured{};
  Profile profile{};
  Days days{};                     // that count
  std::vector<Day> window_ends{};  // a day is in the window if it is in that of one of them
};

/// A state, scored.
struct Stage {
  Score score{};
  Count activities = 0;
  Count in_window = 0;  // of them
};

/// Whom a side is about, and what counts for it.
struct Side {
  const MemberLog& log;
  Day day{};
  State state{};
  Count later = 0;  // activities
};

Side side_of(const MemberLog& log, Day day) {
  Side side{.log = log,
            .day = day,
            .state = {.not_measured = log.not_measured.value_or(SignalSet{}),
                      .profile = log.timeline.profile(),
                      .window_ends = {day}}};
  log.timeline.for_each_day([&](Day on, const DayRecord& record) {
    if (on <= day) {
      side.state.days[on] = record;
    } else {
      side.later += record.activities();
    }
  });
  return side;
}

Stage score(const State& state, const Model& model) {
  Stage stage;
  Observer observer{state.profile};
  for (const auto& [day, record] : state.days) {
    const Count activities = record.activities();
    stage.activities += activities;
    observer.observe(record);
    const bool is_in_window = std::ranges::any_of(state.window_ends, [&, on = day](Day end) {
      return on <= end && end - on < std::chrono::days{model.window_days};
    });
    if (is_in_window) {
      stage.in_window += activities;
    } else {
      observer.leave(record);
    }
  }
  stage.score = evaluate(observer.facts(), state.not_measured, model);
  return stage;
}

void raise(Count& to, Count other) {
  to = std::max(to, other);
}

void raise(Profile& to, const Profile& other) {
  to.sections |= other.sections;
  to.unknown_sections &= other.unknown_sections;
  raise(to.skills, other.skills);
  raise(to.endorsements, other.endorsements);
  raise(to.recommendations, other.recommendations);
  raise(to.connections, other.connections);
  raise(to.decision_makers, other.decision_makers);
  raise(to.coworkers, other.coworkers);
}

void raise(DayRecord& to, const DayRecord& other) {
  for (std::size_t i = 0; i < counter_count; ++i) {
    raise(to.counts.values[i], other.counts.values[i]);
  }
  to.present |= other.present;
  to.removed |= other.removed;
  to.skills = std::max(to.skills, other.skills);
}

// Adds from the days of the other side those up to `last`, or those after it.
void raise_past(Days& to, const Days& other, Day last) {
  for (const auto& [day, record] : other) {
    if (day <= last) raise(to[day], record);
  }
}

void add_later(Days& to, const Days& other, Day last) {
  to.insert(other.upper_bound(last), other.end());
}

// The steps of one side up to what both have, each of which brings in what a cause left out.
constexpr std::size_t step_count = 4;
constexpr std::array<Cause, step_count> causes_up = {Cause::measured, Cause::profile_gained,
                                                     Cause::past_added, Cause::new_activities};

std::array<Stage, step_count + 1> climb(const Side& from, const Side& other, const Model& model) {
  const Day shared = std::min(from.day, other.day);
  std::array<Stage, step_count + 1> stages;
  State state = from.state;
  stages.fill(score(state, model));
  if (&from.log != &other.log) {  // of one log, no more than days differ
    state.not_measured &= other.state.not_measured;
    stages[1] = score(state, model);
    raise(state.profile, other.state.profile);
    stages[2] = score(state, model);
    raise_past(state.days, other.state.days, shared);
    stages[3] = score(state, model);
  }
  add_later(state.days, other.state.days, shared);
  state.window_ends.push_back(other.day);
  stages[4] = score(state, model);
  return stages;
}

Cause opposite(Cause cause) {
  if (cause == Cause::model) return cause;
  return static_cast<Cause>(static_cast<std::size_t>(cause) ^ 1U);
}

// What a step up does. The last one takes in days, and with them a window: the earlier side lacked
// the days, the later one the window.
Cause cause_of(std::size_t step, const Side& from, const Side& other) {
  const bool is_time = causes_up[step] == Cause::new_activities;
  return is_time && from.day > other.day ? Cause::back_in_window : causes_up[step];
}

// The change of a step on the way. What does not exist at both ends of it does not change.
Change change_of(const Score& from, const Score& to, const DiffReport& report) {
  Change change = change_between(from, to);
  if (!report.change.total) change.total.reset();
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (!report.change.pillars[i]) change.pillars[i].reset();
  }
  return change;
}

bool is_nothing(const Change& change) {
  const auto is_zero = [](const auto& points) { return points.value_or(Points{}) == Points{}; };
  return is_zero(change.total) && std::ranges::all_of(change.pillars, is_zero) &&
         change.signals == Change{}.signals;
}

// How many activities came or went: days that are new count whether or not they are in a window,
// those that leave it stay.
Count activities_of(Cause cause, const Stage& from, const Stage& to) {
  if (cause == Cause::model) return 0;
  const Count all = std::abs(to.activities - from.activities);
  return all > 0 ? all : std::abs(to.in_window - from.in_window);
}

void add_term(DiffReport& report, Cause cause, const Stage& from, const Stage& to) {
  const DiffTerm term{.cause = cause,
                      .activities = activities_of(cause, from, to),
                      .change = change_of(from.score, to.score, report)};
  const bool is_measuring = cause == Cause::measured || cause == Cause::unmeasured;
  const bool measures = is_measuring && from.score.assessable != to.score.assessable;
  if (measures || term.activities > 0 || !is_nothing(term.change)) report.terms.push_back(term);
}

void warn_of_later(const DiffSide& before, const Side& from, const DiffSide& after, const Side& to,
                   Diagnostics& diagnostics) {
  // Of one log what counts on the later day is not left out.
  const bool is_one = &from.log == &to.log;
  if (!is_one || from.day > to.day) {
    warn_of_later(before.log, before.as_of, from.day, from.later, diagnostics);
  }
  if (!is_one || from.day <= to.day)
    warn_of_later(after.log, after.as_of, to.day, to.later, diagnostics);
}

}  // namespace

DiffReport make_diff(const DiffSide& before, const DiffSide& after, Diagnostics& diagnostics) {
  const std::optional<Day> first = as_of_day(before.log, before.as_of);
  const std::optional<Day> second = as_of_day(after.log, after.as_of);
  const Side from = side_of(before.log, first.value_or(second.value_or(Day{})));
  const Side to = side_of(after.log, second.value_or(from.day));
  warn_of_later(before, from, after, to, diagnostics);

  const auto up = climb(from, to, before.model);
  const auto down = climb(to, from, after.model);
  DiffReport report{.before = {before.log.member, first, before.model, up.front().score},
                    .after = {after.log.member, second, after.model, down.front().score}};
  report.change = change_between(up.front().score, down.front().score);
  for (std::size_t i = 0; i < step_count; ++i) {
    add_term(report, cause_of(i, from, to), up[i], up[i + 1]);
  }
  add_term(report, Cause::model, up.back(), down.back());
  for (std::size_t i = step_count; i-- > 0;) {
    add_term(report, opposite(cause_of(i, to, from)), down[i + 1], down[i]);
  }
  return report;
}

GateVerdict judge_drop(Points allowed, const Change& change) {
  GateVerdict verdict{.gate = {.on = GateOn::drop, .wanted = allowed}};
  if (!change.total) return verdict;
  verdict.got = std::max(Points{}, Points{} - *change.total);
  verdict.passed = *verdict.got <= allowed;
  return verdict;
}

}  // namespace ssi
