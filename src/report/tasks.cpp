#include "report/tasks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ssi {
namespace {

using Of = PlanRate::Of;

// What a log has of a task that came to nothing; nothing where that leaves no trace.
std::optional<Action> unanswered(const Action& action) {
  if (const auto* message = std::get_if<Message>(&action)) {
    Message sent = *message;
    sent.replied = false;
    return sent;
  }
  if (const auto* connection = std::get_if<Connection>(&action)) {
    Connection invitation = *connection;
    invitation.status = Status::pending;
    return invitation;
  }
  return std::nullopt;
}

bool is_share(const TaskInfo& task) {
  return std::holds_alternative<Share>(task.action);
}

// What doing a task once counts as: a plan is counted as the log is that it becomes.
struct TaskCounts {
  DayRecord answered{};
  DayRecord unanswered{};
  DayKind days = DayKind::any;
};

TaskCounts counts_of(const TaskInfo& task) {
  TaskCounts counts;
  counts.answered.add(task.action);
  if (const auto action = unanswered(task.action)) counts.unanswered.add(*action);
  const auto kinds = day_kinds(counts.answered);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i]) counts.days = static_cast<DayKind>(i);
  }
  return counts;
}

const std::array<TaskCounts, task_count>& task_counts() {
  static const auto all = [] {
    std::array<TaskCounts, task_count> counts;
    std::ranges::transform(task_catalog, counts.begin(), counts_of);
    return counts;
  }();
  return all;
}

DayKind day_kind(std::size_t task) {
  return task_counts()[task].days;
}

/// Makes activities of tasks. The k-th of a kind comes to something where the expectation of k is
/// one more than that of those before.
class ActionMaker {
 public:
  explicit ActionMaker(const Rates& rates) : rates_{rates} {}

  // The action that a task comes to; nothing where nobody answers.
  std::optional<Action> make(Task task) {
    const TaskInfo& what = info(task);
    if (is_share(what)) return received(std::get<Share>(what.action));
    if (!what.rate) return what.action;
    const Count done = done_[static_cast<std::size_t>(task)]++;
    return more_of(*what.rate, done) > 0 ? what.action : unanswered(what.action);
  }

 private:
  // By how much one more occasion raises what is expected.
  [[nodiscard]] Count more_of(Of what, Count occasions) const {
    return rates_.expected(what, occasions + 1) - rates_.expected(what, occasions);
  }

  Share received(Share share) {
    const Count before = shares_++;
    share.reactions = more_of(Of::reactions, before);
    share.comments = more_of(Of::comments, before);
    share.reshares = more_of(Of::reshares, before);
    return share;
  }

  const Rates& rates_;
  Workload done_{};
  Count shares_ = 0;
};

// The tasks that make days of a kind, each as evenly strewn among the others as can be.
std::vector<Task> mixed(const Workload& load, DayKind kind) {
  struct Turn {
    Count at;  // in 2 * `of` parts of the whole
    Count of;
    Task task;
  };
  std::vector<Turn> turns;
  for (std::size_t task = 0; task < task_count; ++task) {
    const Count times = day_kind(task) == kind ? load[task] : 0;
    for (Count i = 0; i < times; ++i) {
      turns.push_back({2 * i + 1, 2 * times, static_cast<Task>(task)});
    }
  }
  std::ranges::stable_sort(turns,
                           [](const Turn& a, const Turn& b) { return a.at * b.of < b.at * a.of; });
  std::vector<Task> result;
  result.reserve(turns.size());
  for (const Turn& turn : turns) result.push_back(turn.task);
  return result;
}

}  // namespace

ProfileEdit edit_adding(Section section) {
  const auto* task = std::ranges::find_if(
      task_catalog, [&](const TaskInfo& t) { return section_added(t.task) == section; });
  return std::get<ProfileEdit>(task->action);
}

std::string advice(Task task, Count times) {
  const TaskInfo& what = info(task);
  return times == 1 ? std::string{what.once} : fmt::format(fmt::runtime(what.often), times);
}

std::array<bool, day_kind_count> day_kinds(const DayRecord& record) {
  Observer observer{Profile{}};
  observer.observe(record);
  const Facts& facts = observer.facts();
  return {facts.editing_days > 0, facts.prospecting_days > 0, facts.insight_days > 0, false};
}

Rates::Rates(const Facts& facts) {
  const auto set = [this](Of what, Count count, Count of, Count assumed, Count assumed_of) {
    const bool is_past = of > 0;
    rates_[static_cast<std::size_t>(what)] = {.what = what,
                                              .count = is_past ? count : assumed,
                                              .of = is_past ? of : assumed_of,
                                              .is_past = is_past};
  };
  const Count accepted = facts.in_all(Counter::invitations_sent_accepted);
  const Count answered = facts.in_all(Counter::messages_answered);
  const Count shares = facts.in_all(Counter::posts, Counter::articles, Counter::reshares);
  set(Of::invitations, accepted, accepted + facts.in_all(Counter::invitations_sent_open), 1, 3);
  set(Of::messages, answered, answered + facts.in_all(Counter::messages_unanswered), 1, 4);
  set(Of::reactions, facts.in_all(Counter::reactions_received), shares, 5, 1);
  set(Of::comments, facts.in_all(Counter::comments_received), shares, 1, 1);
  set(Of::reshares, facts.in_all(Counter::reshares_received), shares, 0, 1);
  set(Of::endorsements, 0, 0, 1, 2);
  set(Of::recommendations, 0, 0, 1, 3);
}

Count Rates::expected(PlanRate::Of what, Count occasions) const {
  const PlanRate& r = rate(what);
  return static_cast<Count>(static_cast<Wide>(occasions) * static_cast<Wide>(r.count) /
                            static_cast<Wide>(r.of));
}

Facts facts_after(const Facts& facts, const Workload& load, const Rates& rates,
                  const std::array<Count, day_kind_count>& free_days) {
  Facts after = facts;
  const auto add = [&after](const DayRecord& record, Count times) {
    for (std::size_t i = 0; i < counter_count; ++i) {
      after.window.values[i] += record.counts.values[i] * times;
    }
  };
  std::array<Count, day_kind_count> done{};  // tasks of each kind
  Count shares = 0;
  for (std::size_t i = 0; i < task_count; ++i) {
    if (load[i] == 0) continue;
    const TaskInfo& task = task_catalog[i];
    const TaskCounts& counts = task_counts()[i];
    const Count answered = task.rate ? rates.expected(*task.rate, load[i]) : load[i];
    add(counts.answered, answered);
    add(counts.unanswered, load[i] - answered);
    if (section_added(task.task)) after.stock.apply_edits(counts.answered);
    if (is_share(task)) shares += load[i];
    done[static_cast<std::size_t>(counts.days)] += load[i];
  }
  after.window[Counter::reactions_received] += rates.expected(Of::reactions, shares);
  after.window[Counter::comments_received] += rates.expected(Of::comments, shares);
  after.window[Counter::reshares_received] += rates.expected(Of::reshares, shares);
  const auto days = [&](DayKind kind) {
    const auto index = static_cast<std::size_t>(kind);
    return std::min(done[index], free_days[index]);
  };
  after.editing_days += days(DayKind::editing);
  after.prospecting_days += days(DayKind::prospecting);
  after.insight_days += days(DayKind::insight);
  return after;
}

std::vector<Activity> schedule(const Workload& load, const Rates& rates,
                               const std::array<std::vector<Day>, day_kind_count>& free_days,
                               const std::vector<Day>& days) {
  std::vector<Activity> activities;
  ActionMaker maker{rates};
  for (std::size_t i = 0; i < day_kind_count; ++i) {
    const std::vector<Task> turns = mixed(load, static_cast<DayKind>(i));
    const std::vector<Day>& on = free_days[i].empty() ? days : free_days[i];
    for (std::size_t turn = 0; turn < turns.size(); ++turn) {
      const Day day = on[turn * on.size() / turns.size()];
      if (auto action = maker.make(turns[turn])) activities.push_back({day, *action});
    }
  }
  std::ranges::stable_sort(activities, {}, &Activity::day);
  return activities;
}

}  // namespace ssi
