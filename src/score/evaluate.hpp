#pragma once

#include <ssi/score.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// The score that `facts` earn. Signals in `not_measured` earn nothing and weigh nothing.
[[nodiscard]] Score evaluate(const Facts& facts, const SignalSet& not_measured, const Model& model);

/// The score of one pillar, without `weak` and `weakest`: they depend on the other pillars.
[[nodiscard]] PillarScore evaluate(PillarId id, const Facts& facts, const SignalSet& not_measured,
                                   const Model& model);

/// The index of the band that holds `total`. `bands` ascend and start at 0.
[[nodiscard]] std::size_t band_of(Points total, const std::vector<Band>& bands);

}  // namespace ssi
