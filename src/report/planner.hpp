#pragma once

#include "report/tasks.hpp"

namespace ssi {

/// All that a search for a plan starts from.
struct PlanningBase {
  Facts facts{};  ///< on the day planned for, if nothing further happens
  SignalSet not_measured{};
  Rates rates;
  std::array<Count, day_kind_count> free_days{};
};

/// The cheapest workload that was found with which the target is reached, within the minutes there
/// are; else the one that comes nearest. It is found by taking, again and again, what brings most
/// for a minute, and by then taking some out and filling the gap anew as long as that saves time.
[[nodiscard]] Workload find_workload(const PlanningBase& base, const PlanSettings& settings);

/// How many hundredths are wanting, of all targets.
[[nodiscard]] std::int64_t shortfall(const Score& score, const PlanTarget& target);

}  // namespace ssi
