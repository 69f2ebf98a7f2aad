#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <ssi/diff.hpp>

namespace ssi {

/// How a cohort changed: the means of those of its members who have a total now and had one before,
/// rounded down. The terms are the causes, in the order of `Cause`; they add up to the change, to
/// the hundredth, in the total and in each pillar and signal.
struct TeamChange {
  std::optional<Day> since{};  ///< the earlier day; nothing: each log's own
  std::uint64_t members = 0;
  Achieved before{};  ///< of the total and the pillars only; so is `after`
  Achieved after{};
  Change change{};
  std::vector<DiffTerm> terms{};
  std::vector<std::size_t> rose{};  ///< who rose most, the most first: at most five, as indexes
                                    ///< into `TeamReport::members`
  std::vector<std::size_t> fell{};  ///< the same of who fell most
};

/// Adds up the changes of members. Threads can add up parts of a cohort and append them.
class ChangeTally {
 public:
  /// `report` must have a change of the total.
  void take(const DiffReport& report);
  void append(const ChangeTally& next);
  /// The means; who rose and fell is left to the caller.
  [[nodiscard]] TeamChange change() const;

 private:
  static constexpr std::size_t cause_count = names_of<Cause>.size();
  /// The total, the pillars and the signals, in hundredths. A `Points` would overflow for large
  /// cohorts.
  using Sums = std::array<std::int64_t, 1 + pillar_count + signal_count>;

  /// Of the cohort with these sums, its mean.
  [[nodiscard]] Change mean_of(const Sums& sums) const;

  std::uint64_t members_ = 0;
  Sums before_{};
  std::array<Sums, cause_count> by_cause_{};
  std::array<Count, cause_count> activities_{};  // at most `count_max`
};

}  // namespace ssi
