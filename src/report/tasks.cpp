#include "report/tasks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "signals/catalog.hpp"

namespace ssi {
namespace {

using Of = PlanRate::Of;

// One row a task.
constexpr std::array<TaskInfo, task_count> tasks = {{
    {Task::photo, PillarId::brand, TaskField::profile, "add a photo", "", Section::photo},
    {Task::cover, PillarId::brand, TaskField::profile, "add a cover image", "", Section::cover},
    {Task::headline, PillarId::brand, TaskField::profile, "write a headline", "",
     Section::headline},
    {Task::about, PillarId::brand, TaskField::profile, "write your about section", "",
     Section::about},
    {Task::location, PillarId::brand, TaskField::profile, "add your location", "",
     Section::location},
    {Task::industry, PillarId::brand, TaskField::profile, "add your industry", "",
     Section::industry},
    {Task::experience, PillarId::brand, TaskField::profile, "add your experience", "",
     Section::experience},
    {Task::education, PillarId::brand, TaskField::profile, "add your education", "",
     Section::education},
    {Task::skills, PillarId::brand, TaskField::profile, "list 5 skills or more", "",
     Section::skills},
    {Task::featured, PillarId::brand, TaskField::profile, "add featured content", "",
     Section::featured},
    {Task::custom_url, PillarId::brand, TaskField::profile, "claim your custom URL", "",
     Section::custom_url},
    {Task::profile_edit, PillarId::brand, TaskField::profile,
     "bring a section of your profile up to date", "bring {} sections of your profile up to date"},
    {Task::article, PillarId::brand, TaskField::insight, "publish an article",
     "publish {} articles"},
    {Task::recommendation_request, PillarId::brand, TaskField::contact, "ask for a recommendation",
     "ask for {} recommendations"},
    {Task::endorsement_request, PillarId::brand, TaskField::contact, "ask for an endorsement",
     "ask for {} endorsements"},
    {Task::search, PillarId::people, TaskField::prospecting, "search for people",
     "search for people {} times"},
    {Task::filtered_search, PillarId::people, TaskField::prospecting, "search with a filter",
     "search with a filter {} times"},
    {Task::profile_view, PillarId::people, TaskField::prospecting, "view a profile",
     "view {} profiles"},
    {Task::lead, PillarId::people, TaskField::prospecting, "save a lead", "save {} leads"},
    {Task::post, PillarId::insights, TaskField::insight, "publish a post", "publish {} posts"},
    {Task::reshare, PillarId::insights, TaskField::insight, "reshare a post", "reshare {} posts"},
    {Task::comment, PillarId::insights, TaskField::insight, "comment on a post",
     "comment on {} posts"},
    {Task::reaction, PillarId::insights, TaskField::insight, "react to a post",
     "react to {} posts"},
    {Task::message, PillarId::insights, TaskField::contact, "write a message", "write {} messages"},
    {Task::invitation, PillarId::relationships, TaskField::contact, "invite somebody",
     "invite {} people"},
    {Task::decision_maker_invitation, PillarId::relationships, TaskField::contact,
     "invite a decision maker (VP or above)", "invite {} decision makers (VP or above)"},
    {Task::coworker_invitation, PillarId::relationships, TaskField::contact, "invite a coworker",
     "invite {} coworkers"},
}};
static_assert([] {
  for (std::size_t i = 0; i < task_count; ++i) {
    if (tasks[i].task != static_cast<Task>(i)) return false;
  }
  return complete_skills == 5;  // as many as the advice says
}());

Count of(const Workload& load, Task task) {
  return load[static_cast<std::size_t>(task)];
}

Count shares_of(const Workload& load) {
  return of(load, Task::post) + of(load, Task::article) + of(load, Task::reshare);
}

// How many tasks of a field there are.
Count of(const Workload& load, TaskField field) {
  Count sum = 0;
  for (const TaskInfo& task : tasks) sum += task.field == field ? of(load, task.task) : 0;
  return sum;
}

ProfileEdit edit_of(Section section) {
  ProfileEdit edit{.section = section};
  if (section == Section::skills) edit.entries = complete_skills;
  return edit;
}

/// Makes activities of tasks. The k-th of a kind comes to something where the expectation of k is
/// one more than that of those before.
class Doing {
 public:
  explicit Doing(const Rates& rates) : rates_{rates} {}

  // The action that a task comes to; nothing where nobody answers.
  std::optional<Action> act(Task task) {
    const TaskInfo& what = info(task);
    if (what.adds) return edit_of(*what.adds);
    switch (task) {
      case Task::article:
        return share(ShareKind::article);
      case Task::post:
        return share(ShareKind::post);
      case Task::reshare:
        return share(ShareKind::reshare);
      case Task::recommendation_request:
        return comes(task, Of::recommendations) > 0 ? std::optional<Action>{Recommendation{}}
                                                    : std::nullopt;
      case Task::endorsement_request:
        return comes(task, Of::endorsements) > 0 ? std::optional<Action>{Endorsement{}}
                                                 : std::nullopt;
      case Task::search:
        return Search{};
      case Task::filtered_search:
        return Search{.filters = 1};
      case Task::profile_view:
        return ProfileView{};
      case Task::lead:
        return LeadSaved{};
      case Task::comment:
        return Comment{};
      case Task::reaction:
        return Reaction{};
      case Task::message:
        return Message{.replied = comes(task, Of::messages) > 0};
      case Task::invitation:
      case Task::decision_maker_invitation:
      case Task::coworker_invitation:
        return invitation(task);
      default:
        return ProfileEdit{};
    }
  }

 private:
  Count comes(Task task, Of what) {
    const Count done = done_[static_cast<std::size_t>(task)]++;
    return rates_.expected(what, done + 1) - rates_.expected(what, done);
  }

  Share share(ShareKind kind) {
    const Count done = shares_++;
    const auto received = [&](Of what) {
      return rates_.expected(what, done + 1) - rates_.expected(what, done);
    };
    return {.kind = kind,
            .reactions = received(Of::reactions),
            .comments = received(Of::comments),
            .reshares = received(Of::reshares)};
  }

  Connection invitation(Task task) {
    Connection connection{.status = comes(task, Of::invitations) > 0 ? Status::accepted
                                                                     : Status::pending};
    if (task == Task::decision_maker_invitation) connection.seniority = Seniority::vp;
    connection.coworker = task == Task::coworker_invitation;
    return connection;
  }

  const Rates& rates_;
  Workload done_{};
  Count shares_ = 0;
};

// The tasks of a field, each as evenly strewn among the others as can be.
std::vector<Task> mixed(const Workload& load, TaskField field) {
  struct Turn {
    Count at;  // in 2 * `of` parts of the whole
    Count of;
    Task task;
  };
  std::vector<Turn> turns;
  for (const TaskInfo& task : tasks) {
    const Count times = task.field == field ? of(load, task.task) : 0;
    for (Count i = 0; i < times; ++i) turns.push_back({2 * i + 1, 2 * times, task.task});
  }
  std::ranges::stable_sort(turns,
                           [](const Turn& a, const Turn& b) { return a.at * b.of < b.at * a.of; });
  std::vector<Task> result;
  result.reserve(turns.size());
  for (const Turn& turn : turns) result.push_back(turn.task);
  return result;
}

}  // namespace

const TaskInfo& info(Task task) {
  return tasks[static_cast<std::size_t>(task)];
}

std::string advice(Task task, Count times) {
  return times == 1 ? std::string{info(task).one}
                    : fmt::format(fmt::runtime(info(task).many), times);
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
                  const std::array<Count, task_field_count>& free_days) {
  Facts after = facts;
  Counts& window = after.window;
  for (const TaskInfo& task : tasks) {
    if (!task.adds || of(load, task.task) == 0) continue;
    after.stock.sections.set(static_cast<std::size_t>(*task.adds));
    if (task.adds == Section::skills) after.stock.skills = complete_skills;
  }
  window[Counter::profile_edits] += of(load, TaskField::profile);
  window[Counter::endorsements] +=
      rates.expected(Of::endorsements, of(load, Task::endorsement_request));
  window[Counter::recommendations] +=
      rates.expected(Of::recommendations, of(load, Task::recommendation_request));
  window[Counter::people_searches] += of(load, Task::search);
  window[Counter::filtered_people_searches] += of(load, Task::filtered_search);
  window[Counter::profile_views] += of(load, Task::profile_view);
  window[Counter::leads_saved] += of(load, Task::lead);
  window[Counter::posts] += of(load, Task::post);
  window[Counter::articles] += of(load, Task::article);
  window[Counter::reshares] += of(load, Task::reshare);
  window[Counter::reactions_received] += rates.expected(Of::reactions, shares_of(load));
  window[Counter::comments_received] += rates.expected(Of::comments, shares_of(load));
  window[Counter::reshares_received] += rates.expected(Of::reshares, shares_of(load));
  window[Counter::comments] += of(load, Task::comment);
  window[Counter::reactions] += of(load, Task::reaction);
  const Count answered = rates.expected(Of::messages, of(load, Task::message));
  window[Counter::messages_answered] += answered;
  window[Counter::messages_unanswered] += of(load, Task::message) - answered;
  for (const Task task :
       {Task::invitation, Task::decision_maker_invitation, Task::coworker_invitation}) {
    const Count accepted = rates.expected(Of::invitations, of(load, task));
    window[Counter::invitations_sent_accepted] += accepted;
    window[Counter::invitations_sent_open] += of(load, task) - accepted;
    if (task == Task::decision_maker_invitation) window[Counter::decision_makers_made] += accepted;
    if (task == Task::coworker_invitation) window[Counter::coworkers_made] += accepted;
  }
  const auto days = [&](TaskField field) {
    return std::min(of(load, field), free_days[static_cast<std::size_t>(field)]);
  };
  after.editing_days += days(TaskField::profile);
  after.prospecting_days += days(TaskField::prospecting);
  after.insight_days += days(TaskField::insight);
  return after;
}

std::vector<Activity> schedule(const Workload& load, const Rates& rates,
                               const std::array<std::vector<Day>, task_field_count>& free_days,
                               const std::vector<Day>& days) {
  std::vector<Activity> activities;
  Doing doing{rates};
  for (std::size_t i = 0; i < task_field_count; ++i) {
    const std::vector<Task> turns = mixed(load, static_cast<TaskField>(i));
    const std::vector<Day>& on = free_days[i].empty() ? days : free_days[i];
    for (std::size_t turn = 0; turn < turns.size(); ++turn) {
      const Day day = on[turn * on.size() / turns.size()];
      if (auto action = doing.act(turns[turn])) activities.push_back({day, *action});
    }
  }
  std::ranges::stable_sort(activities, {}, &Activity::day);
  return activities;
}

}  // namespace ssi
