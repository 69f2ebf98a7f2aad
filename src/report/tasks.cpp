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

// The occasions that a rate needs: fewer are filled up with assumed ones, so that one lucky share
// is no rate of 400 reactions.
constexpr Count enough_occasions = 10;

// What is assumed, `count` of `of`.
struct AssumedRate {
  Of what;
  Count count;
  Count of;
};
constexpr std::array<AssumedRate, names_of<Of>.size()> assumed_rates = {{
    {Of::invitations, 1, 3},
    {Of::messages, 1, 4},
    {Of::reactions, 5, 1},
    {Of::comments, 1, 1},
    {Of::reshares, 0, 1},
    {Of::endorsements, 1, 2},
    {Of::recommendations, 1, 3},
}};

// The rate of a past of `count` on `of` occasions, or of none.
PlanRate blended(const AssumedRate& assumed, Count count, Count of) {
  // No more than the sums of a log can take.
  constexpr Wide most = 1'000'000;
  const Count filled = std::max<Count>(0, enough_occasions - of);
  const Wide whole = static_cast<Wide>(of + filled) * static_cast<Wide>(assumed.of);
  const Wide part = static_cast<Wide>(count) * static_cast<Wide>(assumed.of) +
                    static_cast<Wide>(filled) * static_cast<Wide>(assumed.count);
  return {.what = assumed.what,
          .count = count,
          .of = of,
          .assumed = filled,
          .rate = {std::min(part, most * whole), whole}};
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

std::string advice(Task task, Count least, Count most) {
  if (least == most || most == 1) return advice(task, most);
  const std::string amount =
      least == 0 ? fmt::format("up to {}", most) : fmt::format("{} to {}", least, most);
  return fmt::format(fmt::runtime(info(task).often), amount);
}

std::array<bool, day_kind_count> day_kinds(const DayRecord& record) {
  Observer observer{Profile{}};
  observer.observe(record);
  const Facts& facts = observer.facts();
  return {facts.editing_days > 0, facts.prospecting_days > 0, facts.insight_days > 0, false};
}

DayKind day_kind(Task task) {
  return task_counts()[static_cast<std::size_t>(task)].days;
}

Rates::Rates(const Timeline& timeline, Day day, const SignalSet& not_measured) {
  constexpr std::chrono::days to_answer{21};
  const Counts past = timeline.before(day + std::chrono::days{1}).counts;
  const Counts settled = timeline.before(day + std::chrono::days{1} - to_answer).counts;
  for (const AssumedRate& assumed : assumed_rates) {
    rates_[static_cast<std::size_t>(assumed.what)] = blended(assumed, 0, 0);
  }
  const auto set = [&](Of what, SignalId measures, Count count, Count of) {
    if (not_measured.test(static_cast<std::size_t>(measures))) return;
    const auto index = static_cast<std::size_t>(what);
    rates_[index] = blended(assumed_rates[index], count, of);
  };
  const Count accepted = settled[Counter::invitations_sent_accepted];
  set(Of::invitations, SignalId::acceptance, accepted,
      accepted + settled[Counter::invitations_sent_open]);
  const Count answered = past[Counter::messages_answered];
  set(Of::messages, SignalId::conversations, answered,
      answered + past[Counter::messages_unanswered]);
  const Count shares = past[Counter::posts] + past[Counter::articles] + past[Counter::reshares];
  const auto received = [&](Of what, Counter counter) {
    set(what, SignalId::engagement_received, past[counter], shares);
  };
  received(Of::reactions, Counter::reactions_received);
  received(Of::comments, Counter::comments_received);
  received(Of::reshares, Counter::reshares_received);
}

Count Rates::expected(PlanRate::Of what, Count occasions) const {
  const Ratio& r = rate(what).rate;
  return static_cast<Count>(static_cast<Wide>(occasions) * r.numerator / r.denominator);
}

Facts facts_after(const Facts& facts, const Workload& load, const Rates& rates, const Room& room) {
  Facts after = facts;
  const auto add = [&after](const DayRecord& record, Count times) {
    for (std::size_t i = 0; i < counter_count; ++i) {
      after.window.values[i] += record.counts.values[i] * times;
    }
  };
  // Tasks with little choice of days come first, so that others leave them theirs.
  std::array<Count, day_kind_count> days{};
  Count shares = 0;
  for (const Task each : room.order) {
    const auto i = static_cast<std::size_t>(each);
    if (load[i] == 0) continue;
    const TaskInfo& task = task_catalog[i];
    const TaskCounts& counts = task_counts()[i];
    const Count answered = task.rate ? rates.expected(*task.rate, load[i]) : load[i];
    add(counts.answered, answered);
    add(counts.unanswered, load[i] - answered);
    if (section_added(each)) after.stock.apply_edits(counts.answered);
    if (is_share(task)) shares += load[i];
    Count& covered = days[static_cast<std::size_t>(counts.days)];
    covered += std::clamp<Count>(room.free_days[i] - covered, 0, load[i]);
  }
  after.window[Counter::reactions_received] += rates.expected(Of::reactions, shares);
  after.window[Counter::comments_received] += rates.expected(Of::comments, shares);
  after.window[Counter::reshares_received] += rates.expected(Of::reshares, shares);
  const auto of = [&](DayKind kind) { return days[static_cast<std::size_t>(kind)]; };
  after.editing_days += of(DayKind::editing);
  after.prospecting_days += of(DayKind::prospecting);
  after.insight_days += of(DayKind::insight);
  return after;
}

std::vector<Activity> activities_of(const std::vector<Appointment>& appointments,
                                    const Rates& rates) {
  std::vector<Activity> activities;
  activities.reserve(appointments.size());
  ActionMaker maker{rates};
  for (const auto& [day, task] : appointments) {
    if (auto action = maker.make(task)) activities.push_back({day, *action});
  }
  return activities;
}

}  // namespace ssi
