#include "report/next_steps.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "report/tasks.hpp"
#include "score/evaluate.hpp"

namespace ssi {
namespace {

// An edit of any section stands before those of sections that may be missing: it adds as much as
// they do where they are not.
constexpr std::array steps_in_order = {
    Task::profile_edit,
    Task::article,
    Task::photo,
    Task::cover,
    Task::headline,
    Task::about,
    Task::location,
    Task::industry,
    Task::experience,
    Task::education,
    Task::skills,
    Task::featured,
    Task::custom_url,
    Task::recommendation_request,
    Task::endorsement_request,
    Task::lead,
    Task::filtered_search,
    Task::search,
    Task::profile_view,
    Task::post,
    Task::comment,
    Task::reaction,
    Task::message,
    Task::decision_maker_invitation,
    Task::coworker_invitation,
    Task::invitation,
};
static_assert([] {
  std::size_t count = 0;
  for (const TaskInfo& task : task_catalog) count += task.a_week > 0 ? 1 : 0;
  return count == steps_in_order.size();
}());

// Thin ground carries no praise: what little was measured may be the best of it.
bool is_strong(const PillarScore* pillar) {
  return !pillar->weak && !is_thin(pillar->range());
}

// The pillars to advise on, lowest first: those that are not strong, or else the lowest.
std::vector<const PillarScore*> pillars_to_raise(const Score& score) {
  std::vector<const PillarScore*> pillars;
  for (const PillarScore& pillar : score.pillars) {
    if (pillar.score) pillars.push_back(&pillar);
  }
  std::ranges::stable_sort(pillars, {}, [](const PillarScore* p) { return *p->score; });
  if (pillars.empty()) return pillars;
  if (std::ranges::all_of(pillars, is_strong)) return {pillars.front()};
  std::erase_if(pillars, is_strong);
  return pillars;
}

}  // namespace

std::span<const Task> possible_steps() {
  return steps_in_order;
}

NextStep step_of(Task task, Points gain) {
  const TaskInfo& what = info(task);
  const std::string_view words = what.step.empty() ? what.often : what.step;
  return {.pillar = what.pillar,
          .advice = fmt::format(fmt::runtime(words), what.a_week),
          .action = what.action,
          .times = what.a_week,
          .gain = gain};
}

Points gain_of(Task task, const Assessment& assessment, const Model& model) {
  const TaskInfo& what = info(task);
  const auto& before = assessment.score.pillar(what.pillar).score;
  if (!before) return {};
  DayRecord day = assessment.state.day;
  for (int i = 0; i < what.a_week; ++i) day.add(what.action);
  Observer after = assessment.state.before;
  after.observe(day);
  return *evaluate(what.pillar, after.facts(), assessment.not_measured, model).score - *before;
}

std::vector<NextStep> next_steps(const Assessment& assessment, const Model& model) {
  std::vector<NextStep> steps;
  for (const PillarScore* pillar : pillars_to_raise(assessment.score)) {
    std::optional<Task> best;
    Points most{};
    for (const Task task : steps_in_order) {
      if (info(task).pillar != pillar->id) continue;
      const Points gain = gain_of(task, assessment, model);
      if (gain <= most) continue;
      best = task;
      most = gain;
    }
    if (best) steps.push_back(step_of(*best, most));
  }
  std::ranges::stable_sort(steps, std::greater{}, &NextStep::gain);
  return steps;
}

}  // namespace ssi
