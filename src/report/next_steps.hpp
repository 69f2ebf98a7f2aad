#pragma once

#include <ssi/report.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// The next step for each weak pillar, weakest first; with none weak, for the lowest. A pillar that
/// no action would raise has none. `before` has taken in all days before the as-of day, `today` is
/// that day's record: each action of the table is added to it, and the pillar scored anew.
[[nodiscard]] std::vector<NextStep> next_steps(const Score& score, const Observer& before,
                                               Day as_of, const DayRecord& today,
                                               const SignalSet& not_measured, const Model& model);

}  // namespace ssi
