#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>

#include <ssi/activity.hpp>
#include <ssi/points.hpp>
#include <ssi/signal.hpp>

namespace ssi {

/// What LinkedIn itself showed a member on a day as their Social Selling Index; nothing for what
/// was not noted down. It is no activity, and no score depends on it.
struct Reading {
  std::optional<Thousandths> total{};          ///< 0 to 100
  std::optional<Thousandths> brand{};          ///< 0 to 25, as are all pillars
  std::optional<Thousandths> people{};         ///< the same
  std::optional<Thousandths> insights{};       ///< the same
  std::optional<Thousandths> relationships{};  ///< the same
  std::optional<Count> industry_rank{};  ///< in per cent, 1 to 100: 10 is LinkedIn's "Top 10%"
  std::optional<Count> network_rank{};   ///< the same among the member's connections
  std::optional<Thousandths> industry_average{};  ///< of the totals, 0 to 100
  std::optional<Thousandths> network_average{};   ///< the same

  [[nodiscard]] std::optional<Thousandths> pillar(PillarId id) const {
    return std::array{brand, people, insights, relationships}[static_cast<std::size_t>(id)];
  }
  bool operator==(const Reading&) const = default;
};

/// The readings of a log, at most one a day.
using Readings = std::map<Day, Reading>;

}  // namespace ssi
