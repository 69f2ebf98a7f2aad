#pragma once

#include "report/tasks.hpp"

namespace ssi {

/// All that a search for a plan starts from.
struct PlanningBase {
  Facts facts{};  ///< on the day planned for, if nothing further happens
  SignalSet not_measured{};
  Rates rates;
  Room room{};
  std::int64_t minutes = 0;  ///< that there are in all
};

/// The cheapest workload that was found with which the target is reached, within the minutes there
/// are; else the one that comes nearest: first to the targets of pillars, then to that of the
/// total. For each pillar by itself it finds the cheapest way to every score, adding one kind of
/// task after the other to ways that are cheapest themselves; then the cheapest sum of four ways.
[[nodiscard]] Workload find_workload(const PlanningBase& base, const PlanSettings& settings);

/// How many hundredths are wanting, of all targets.
[[nodiscard]] std::int64_t shortfall(const Score& score, const PlanTarget& target);

}  // namespace ssi
