#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/plan.hpp>

#include "signals/catalog.hpp"
#include "signals/facts.hpp"

namespace ssi {

/// What a member can do, in the words of reports.
struct TaskInfo {
  Task task;
  PillarId pillar;                ///< that it is done for
  Action action;                  ///< what a log has of it if it comes to something
  std::optional<Capped> ceiling;  ///< that it counts against; nothing: done once
  std::string_view once;          ///< what to do: `publish a post`
  std::string_view often;   ///< the same with "{}" for the number of times: `publish {} posts`
  int a_week = 0;           ///< how often it fits into a week, as a next step; 0: it is none
  std::string_view step{};  ///< the next step in words, where `often` would not do
  std::optional<PlanRate::Of> rate{};  ///< how often it comes to something; nothing: always
};

constexpr TaskInfo section_task(Task task, Section section, std::string_view words) {
  ProfileEdit edit{.section = section};
  if (section == Section::skills) edit.entries = complete_skills;
  return {task, PillarId::brand, edit, std::nullopt, words, words, 1};
}

/// All tasks, in the order of `Task`: the one place that says what a member can do.
inline constexpr std::array<TaskInfo, task_count> task_catalog = {{
    section_task(Task::photo, Section::photo, "add a photo"),
    section_task(Task::cover, Section::cover, "add a cover image"),
    section_task(Task::headline, Section::headline, "write a headline"),
    section_task(Task::about, Section::about, "write your about section"),
    section_task(Task::location, Section::location, "add your location"),
    section_task(Task::industry, Section::industry, "add your industry"),
    section_task(Task::experience, Section::experience, "add your experience"),
    section_task(Task::education, Section::education, "add your education"),
    section_task(Task::skills, Section::skills, "list 5 skills or more"),
    section_task(Task::featured, Section::featured, "add featured content"),
    section_task(Task::custom_url, Section::custom_url, "claim your custom URL"),
    {Task::profile_edit, PillarId::brand, ProfileEdit{}, Capped::profile_edits,
     "bring a section of your profile up to date", "bring {} sections of your profile up to date",
     1, "bring a section of your profile up to date"},
    {Task::article, PillarId::brand, Share{.kind = ShareKind::article}, Capped::articles,
     "publish an article", "publish {} articles", 1, "publish {} article"},
    {Task::recommendation_request, PillarId::brand, Recommendation{},
     Capped::recommendation_requests, "ask for a recommendation", "ask for {} recommendations", 2,
     "", PlanRate::Of::recommendations},
    {Task::endorsement_request, PillarId::brand, Endorsement{}, Capped::endorsement_requests,
     "ask for an endorsement", "ask for {} endorsements", 5, "", PlanRate::Of::endorsements},

    {Task::search, PillarId::people, Search{}, Capped::searches, "search for people",
     "search for people {} times", 10, "run {} searches for people"},
    {Task::filtered_search, PillarId::people, Search{.filters = 1}, Capped::searches,
     "search with a filter", "search with a filter {} times", 8, "run {} searches with a filter"},
    {Task::profile_view, PillarId::people, ProfileView{}, Capped::profile_views, "view a profile",
     "view {} profiles", 20},
    {Task::lead, PillarId::people, LeadSaved{}, Capped::leads, "save a lead", "save {} leads", 12},

    {Task::post, PillarId::insights, Share{}, Capped::posts, "publish a post", "publish {} posts",
     3},
    {Task::reshare, PillarId::insights, Share{.kind = ShareKind::reshare}, Capped::reshares,
     "reshare a post", "reshare {} posts"},
    {Task::comment, PillarId::insights, Comment{}, Capped::comments, "comment on a post",
     "comment on {} posts", 10},
    {Task::reaction, PillarId::insights, Reaction{}, Capped::reactions, "react to a post",
     "react to {} posts", 20},
    {Task::message, PillarId::insights, Message{.replied = true}, Capped::messages,
     "write a message", "write {} messages", 6, "answer or start {} conversations",
     PlanRate::Of::messages},

    {Task::invitation, PillarId::relationships, Connection{}, Capped::invitations,
     "invite somebody", "invite {} people", 10, "connect with {} people",
     PlanRate::Of::invitations},
    {Task::decision_maker_invitation, PillarId::relationships,
     Connection{.seniority = Seniority::vp}, Capped::invitations,
     "invite a decision maker (VP or above)", "invite {} decision makers (VP or above)", 5,
     "connect with {} decision makers (VP or above)", PlanRate::Of::invitations},
    {Task::coworker_invitation, PillarId::relationships, Connection{.coworker = true},
     Capped::invitations, "invite a coworker", "invite {} coworkers", 5,
     "connect with {} coworkers", PlanRate::Of::invitations},
}};
static_assert([] {
  for (std::size_t i = 0; i < task_count; ++i) {
    if (task_catalog[i].task != static_cast<Task>(i)) return false;
  }
  return complete_skills == 5;  // as many as the words say
}());

constexpr const TaskInfo& info(Task task) {
  return task_catalog[static_cast<std::size_t>(task)];
}

/// The section that a task adds to the profile, once and for all.
constexpr std::optional<Section> section_added(Task task) {
  const auto* edit = std::get_if<ProfileEdit>(&info(task).action);
  return edit != nullptr && edit->section != Section::other ? std::optional{edit->section}
                                                            : std::nullopt;
}

/// Whether a task can be done in Sales Navigator only.
constexpr bool needs_sales_navigator(Task task) {
  return task == Task::lead;
}

/// The edit that adds a section, for which there must be a task.
[[nodiscard]] ProfileEdit edit_adding(Section section);

/// `publish a post`, `publish 13 posts`.
[[nodiscard]] std::string advice(Task task, Count times);
/// `publish 2 to 3 posts`, `publish up to 3 posts`.
[[nodiscard]] std::string advice(Task task, Count least, Count most);

/// How often each task is done.
using Workload = std::array<Count, task_count>;

/// The kinds of days that signals count. However many tasks of a kind are done on a day, it counts
/// once.
enum class DayKind { editing, prospecting, insight, any };
inline constexpr std::size_t day_kind_count = static_cast<std::size_t>(DayKind::any) + 1;

/// Of which kinds a day is on which this was done.
[[nodiscard]] std::array<bool, day_kind_count> day_kinds(const DayRecord& record);
/// The kind of day that a task makes.
[[nodiscard]] DayKind day_kind(Task task);

/// What others do about it: of so many occasions, so many come to something.
class Rates {
 public:
  /// Those of a log up to `day`. Where it has few occasions, or does not measure what came of
  /// them, assumed ones fill it up to ten. Invitations of the last weeks are left aside: many are
  /// still to be answered.
  Rates(const Timeline& timeline, Day day, const SignalSet& not_measured);

  /// What is expected of `occasions`, rounded down.
  [[nodiscard]] Count expected(PlanRate::Of what, Count occasions) const;
  [[nodiscard]] const PlanRate& rate(PlanRate::Of what) const {
    return rates_[static_cast<std::size_t>(what)];
  }

 private:
  std::array<PlanRate, names_of<PlanRate::Of>.size()> rates_{};
};

/// What the days of a plan have room for.
struct Room {
  std::array<Count, names_of<Capped>.size()> ceilings{};  ///< how often in all
  /// For each task, the days on which it can be done and nothing makes a day of its kind yet.
  std::array<Count, task_count> free_days{};
  std::array<Task, task_count> order{};  ///< all tasks, those with the fewest free days first
};

/// `facts` after all of `load`, for which there must be room, was done.
[[nodiscard]] Facts facts_after(const Facts& facts, const Workload& load, const Rates& rates,
                                const Room& room);

/// A task, once, on a day.
struct Appointment {
  Day day{};
  Task task{};
};
/// What `appointments`, in the order of their days, come to in a log.
[[nodiscard]] std::vector<Activity> activities_of(const std::vector<Appointment>& appointments,
                                                  const Rates& rates);

}  // namespace ssi
