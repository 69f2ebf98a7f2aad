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
  std::optional<Ratio> value{};  ///< in the signal's unit; nothing: not measured, which is not 0
  Points points{};               ///< 0 to `max`; 0 where not measured
  Points max{};                  ///< of the model, measured or not
  bool operator==(const SignalScore&) const = default;
};

/// One pillar. Signals that are not measured earn nothing and weigh nothing: `score` is `earned`
/// scaled from `assessable` to 25 points and rounded down. A pillar without any measured signal has
/// no score.
struct PillarScore {
  PillarId id{};
  std::optional<Points> score{};  ///< 0 to 25
  Points earned{};                ///< the sum over the measured signals
  Points assessable{};            ///< the most that the measured signals can earn
  bool weak = false;              ///< below the model's weak line
  bool weakest = false;           ///< weak, and no other pillar is lower; on a tie, each of them
  std::vector<SignalScore> signals{};

  /// What the score may be; nothing where all is measured, or nothing is.
  [[nodiscard]] std::optional<PointsRange> range() const;
  bool operator==(const PillarScore&) const = default;
};

/// A member's score on one day.
struct Score {
  std::optional<Points> total{};      ///< the sum of the pillars; nothing if one has no score
  Points assessable{};                ///< the sum over the pillars, 0 to 100
  std::optional<std::size_t> band{};  ///< index into the model's bands
  std::array<PillarScore, pillar_count> pillars{};

  /// What the total may be; nothing where all is measured, or where there is no total.
  [[nodiscard]] std::optional<PointsRange> range() const;
  [[nodiscard]] const PillarScore& pillar(PillarId id) const {
    return pillars[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] const SignalScore& signal(SignalId id) const {
    const PillarId of = pillar_of(id);
    return pillar(of).signals[static_cast<std::size_t>(id) - first_signal(of)];
  }
  bool operator==(const Score&) const = default;
};

/// Whether a pillar with this range is thinly measured: on less than half of its points.
[[nodiscard]] bool is_thin(const std::optional<PointsRange>& pillar);

/// The score of `timeline` at the end of `as_of`, the last day of the window. Later activities do
/// not count: the result is that of the log cut off after that day.
[[nodiscard]] Score score(const Timeline& timeline, const SignalSet& not_measured, Day as_of,
                          const Model& model);

}  // namespace ssi
