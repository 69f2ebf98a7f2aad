#pragma once

#include <array>
#include <optional>
#include <vector>

#include <ssi/model.hpp>
#include <ssi/points.hpp>
#include <ssi/signal.hpp>
#include <ssi/timeline.hpp>

namespace ssi {

/// One signal: what was measured, and what it earned.
struct SignalScore {
  SignalId id{};
  std::optional<Ratio> value{};  ///< nothing: not measured
  Points points{};               ///< 0 to `max`
  Points max{};
  bool operator==(const SignalScore&) const = default;
};

/// One pillar. `score` is `earned` scaled from the `assessable` points to 25; nothing where none of
/// its signals was measured.
struct PillarScore {
  PillarId id{};
  std::optional<Points> score{};
  Points earned{};
  Points assessable{};
  bool weak = false;     ///< below the model's weak line
  bool weakest = false;  ///< weak, and no other pillar is lower
  std::vector<SignalScore> signals{};
  bool operator==(const PillarScore&) const = default;
};

/// A member's score on one day.
struct Score {
  std::optional<Points> total{};      ///< the sum of the pillars; nothing if one has no score
  Points assessable{};                ///< of 100
  std::optional<std::size_t> band{};  ///< index into the model's bands
  std::array<PillarScore, pillar_count> pillars{};

  [[nodiscard]] const PillarScore& pillar(PillarId id) const {
    return pillars[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] const SignalScore& signal(SignalId id) const {
    const PillarId of = pillar_of(id);
    return pillar(of).signals[static_cast<std::size_t>(id) - first_signal(of)];
  }
  bool operator==(const Score&) const = default;
};

/// The score of `timeline` at the end of `as_of`. Later activities do not count.
[[nodiscard]] Score score(const Timeline& timeline, const SignalSet& not_measured, Day as_of,
                          const Model& model);

}  // namespace ssi
