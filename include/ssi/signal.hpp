#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

#include <ssi/names.hpp>

namespace ssi {

/// The four pillars of LinkedIn's index, in LinkedIn's order, which every report keeps.
enum class PillarId { brand, people, insights, relationships };
template <>
inline constexpr std::array<std::string_view, 4> names_of<PillarId> = {
    "brand",
    "people",
    "insights",
    "relationships",
};
static_assert(is_named_to<PillarId>(PillarId::relationships));

/// The signals, pillar by pillar, in the order of every report. src/signals/README.md says what
/// each measures and where LinkedIn names it.
enum class SignalId {
  completeness,
  showcase,
  endorsements,
  articles,
  upkeep,
  searches,
  filtered_searches,
  profile_views,
  saved_leads,
  prospecting_days,
  shares,
  engagement_given,
  engagement_received,
  conversations,
  insight_days,
  network,
  new_connections,
  acceptance,
  decision_makers,
  coworkers,
};
template <>
inline constexpr std::array<std::string_view, 20> names_of<SignalId> = {
    "completeness",
    "showcase",
    "endorsements",
    "articles",
    "upkeep",
    "searches",
    "filtered_searches",
    "profile_views",
    "saved_leads",
    "prospecting_days",
    "shares",
    "engagement_given",
    "engagement_received",
    "conversations",
    "insight_days",
    "network",
    "new_connections",
    "acceptance",
    "decision_makers",
    "coworkers",
};
static_assert(is_named_to<SignalId>(SignalId::coworkers));

inline constexpr std::size_t pillar_count = names_of<PillarId>.size();
inline constexpr std::size_t signal_count = names_of<SignalId>.size();

/// How many signals each pillar has.
inline constexpr std::array<std::size_t, pillar_count> signals_in = {5, 5, 5, 5};

/// A set of signals, one bit each, in the order of `SignalId`.
using SignalSet = std::bitset<signal_count>;

/// The first signal of a pillar; the others follow it.
constexpr std::size_t first_signal(PillarId pillar) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(pillar); ++i) first += signals_in[i];
  return first;
}
static_assert(first_signal(static_cast<PillarId>(pillar_count)) == signal_count);

/// The pillar that a signal counts for.
constexpr PillarId pillar_of(SignalId signal) {
  std::size_t pillar = 0;
  for (std::size_t i = static_cast<std::size_t>(signal); i >= signals_in[pillar]; ++pillar) {
    i -= signals_in[pillar];
  }
  return static_cast<PillarId>(pillar);
}

}  // namespace ssi
