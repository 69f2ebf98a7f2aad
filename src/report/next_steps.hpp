#pragma once

#include <ssi/report.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// The next step for each weak pillar, weakest first; with none weak, for the lowest. A pillar that
/// no action would raise has none. Each action of the table is added to the as-of day of `eve`, and
/// the pillar scored anew; `score` is the score without.
[[nodiscard]] std::vector<NextStep> next_steps(const Score& score, const Eve& eve,
                                               const SignalSet& not_measured, const Model& model);

}  // namespace ssi
