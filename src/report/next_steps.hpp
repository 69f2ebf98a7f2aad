#pragma once

#include <span>

#include "report/assess.hpp"

namespace ssi {

/// All that can be advised as a next step. Of tasks that add alike the first is advised.
[[nodiscard]] std::span<const Task> possible_steps();

/// A week of a task as a step.
[[nodiscard]] NextStep step_of(Task task, Points gain);

/// By what a week of a task, done on the as-of day, would raise its pillar's score: the pillar is
/// scored anew with it. 0 for a pillar without a score.
[[nodiscard]] Points gain_of(Task task, const Assessment& assessment, const Model& model);

/// The next step for each weak pillar, the one with the most gain first; with none weak, for the
/// lowest. A pillar that no task would raise has none.
[[nodiscard]] std::vector<NextStep> next_steps(const Assessment& assessment, const Model& model);

}  // namespace ssi
