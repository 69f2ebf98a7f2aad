#pragma once

#include <ssi/score.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// The score that `facts` earn. Signals in `not_measured` earn nothing and weigh nothing.
[[nodiscard]] Score evaluate(const Facts& facts, const SignalSet& not_measured, const Model& model);

/// The same for one pillar. Whether it is weak is not told: that is for the whole score to say.
[[nodiscard]] PillarScore evaluate(PillarId id, const Facts& facts, const SignalSet& not_measured,
                                   const Model& model);

/// The index of the band that a total is in.
[[nodiscard]] std::size_t band_of(Points total, const std::vector<Band>& bands);

}  // namespace ssi
