#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <ssi/log.hpp>
#include <ssi/model.hpp>

namespace ssi {

/// How far scores are from readings on average, in points, rounded to the nearest hundredth.
struct MeanErrors {
  std::uint64_t readings = 0;      ///< how many there are; with none, no error
  std::optional<Points> before{};  ///< with the model as it was
  std::optional<Points> after{};   ///< with the fitted one
  bool operator==(const MeanErrors&) const = default;
};

/// What the readings of one pillar say about its targets.
struct PillarFit {
  PillarId id{};
  /// The fitted factor, by which the targets of counts and days are to be multiplied, in lowest
  /// terms: 1/4 to 4.
  Ratio factor{.numerator = 1};
  MeanErrors errors{};  ///< with this factor
  /// The mean error on a reading with the factor that all others give; nothing below two readings.
  std::optional<Points> left_out{};
  /// Whether the fitted model has the factor. It has not unless that brings a reading which the fit
  /// has not seen nearer, on average.
  bool is_used = false;
  bool operator==(const PillarFit&) const = default;
};

/// A model fitted to what LinkedIn showed.
struct CalibrationReport {
  Model base{};
  Model model{};                  ///< the fitted one; its `source` names the readings
  std::vector<Member> members{};  ///< those with a reading
  std::uint64_t readings = 0;
  Day first{};  ///< the day of the first reading
  Day last{};   ///< of the last
  std::array<PillarFit, pillar_count> pillars{};
  MeanErrors total{};  ///< of the totals, which are not fitted to
};

/// With fewer readings of a pillar than this a fit is a guess.
inline constexpr std::uint64_t fewest_readings = 4;

/// Fits `base` to the readings of `logs`. Each pillar gets the factor of a grid with steps of about
/// 5% for which the errors of its readings add up to least, with a tenth of a point on top for each
/// step away from 1: few readings move the targets only as far as they clearly ask for. Targets of
/// shares (sections, rates) stay, and no target in days exceeds the window. Nothing if there is no
/// reading.
[[nodiscard]] std::optional<CalibrationReport> calibrate(std::span<const MemberLog> logs,
                                                         const Model& base);

}  // namespace ssi
