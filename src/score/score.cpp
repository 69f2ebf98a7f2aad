#include <algorithm>

#include <ssi/score.hpp>

#include "score/curve.hpp"
#include "score/evaluate.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

// One pillar without a score leaves no total: a sum of three would pass for a low score.
std::optional<Points> total_of(const Score& score) {
  Points total{};
  for (const PillarScore& pillar : score.pillars) {
    if (!pillar.score) return std::nullopt;
    total += *pillar.score;
  }
  return total;
}

// Without a weak pillar none is the weakest: the lowest of four good ones needs no warning.
void flag_weak_pillars(Score& score, Points weak_below) {
  std::optional<Points> lowest;
  for (PillarScore& pillar : score.pillars) {
    pillar.weak = pillar.score && *pillar.score < weak_below;
    if (pillar.weak) lowest = std::min(*pillar.score, lowest.value_or(*pillar.score));
  }
  for (PillarScore& pillar : score.pillars) {
    pillar.weakest = pillar.weak && pillar.score == lowest;
  }
}

}  // namespace

std::optional<PointsRange> PillarScore::range() const {
  if (!score || assessable == pillar_max) return std::nullopt;
  return PointsRange{earned, earned + pillar_max - assessable};
}

std::optional<PointsRange> Score::range() const {
  if (!total || assessable == total_max) return std::nullopt;
  Points earned{};
  for (const PillarScore& pillar : pillars) earned += pillar.earned;
  return PointsRange{earned, earned + total_max - assessable};
}

bool is_thin(const std::optional<PointsRange>& pillar) {
  return pillar && 2 * (pillar->high - pillar->low).hundredths > pillar_max.hundredths;
}

std::size_t band_of(Points total, const std::vector<Band>& bands) {
  const auto above =
      std::ranges::upper_bound(bands, total, {}, [](const Band& band) { return band.from; });
  return static_cast<std::size_t>(above - bands.begin()) - 1;
}

PillarScore evaluate(PillarId id, const Facts& facts, const SignalSet& not_measured,
                     const Model& model) {
  PillarScore pillar{.id = id};
  const std::size_t count = signals_in[static_cast<std::size_t>(id)];
  pillar.signals.reserve(count);
  for (std::size_t index = first_signal(id); index < first_signal(id) + count; ++index) {
    const SignalInfo& signal = signal_catalog[index];
    const SignalRule& rule = model.signals[index];
    SignalScore& s = pillar.signals.emplace_back(SignalScore{.id = signal.id, .max = rule.points});
    if (not_measured.test(index)) continue;
    s.value = signal.measure(facts);
    s.points = points_for(*s.value, rule);
    pillar.earned += s.points;
    pillar.assessable += s.max;
  }
  if (pillar.assessable > Points{}) {
    // In 32 bits: at most 2500 * 2500.
    pillar.score =
        Points{pillar_max.hundredths * pillar.earned.hundredths / pillar.assessable.hundredths};
  }
  return pillar;
}

Score evaluate(const Facts& facts, const SignalSet& not_measured, const Model& model) {
  Score score;
  for (const PillarInfo& pillar : pillar_catalog) {
    PillarScore& p = score.pillars[static_cast<std::size_t>(pillar.id)];
    p = evaluate(pillar.id, facts, not_measured, model);
    score.assessable += p.assessable;
  }
  score.total = total_of(score);
  if (score.total) score.band = band_of(*score.total, model.bands);
  flag_weak_pillars(score, model.weak_below);
  return score;
}

Score score(const Timeline& timeline, const SignalSet& not_measured, Day as_of,
            const Model& model) {
  AsOfState state = observe_as_of(timeline, as_of, model.window_days);
  state.before.observe(state.day);
  return evaluate(state.before.facts(), not_measured, model);
}

}  // namespace ssi
