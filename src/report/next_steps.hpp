#pragma once

#include <span>

#include "report/assess.hpp"

namespace ssi {

/// Something a member can do for a pillar, in the amount that fits into a week.
struct ActionKind {
  PillarId pillar;
  std::string_view advice;  ///< "{}" is the number of times
  Action action;
  int times = 1;
};

/// All that can be advised. Of actions that add alike the first is advised.
[[nodiscard]] std::span<const ActionKind> action_kinds();

/// What to do, in words: `save 12 leads`.
[[nodiscard]] std::string advice(const ActionKind& kind);

/// By what an action, done on the as-of day, would raise its pillar's score: the pillar is scored
/// anew with the action. 0 for a pillar without a score.
[[nodiscard]] Points gain_of(const ActionKind& kind, const Assessment& assessment,
                             const Model& model);

/// The next step for each weak pillar, weakest first; with none weak, for the lowest. A pillar that
/// no action would raise has none.
[[nodiscard]] std::vector<NextStep> next_steps(const Assessment& assessment, const Model& model);

}  // namespace ssi
