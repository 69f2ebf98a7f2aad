#include <algorithm>
#include <functional>

#include <ssi/team.hpp>

namespace ssi {
namespace {

// Those with a name or an id in the order of the alphabet, then the others.
bool is_before(const TeamMember& a, const TeamMember& b) {
  const auto& name = a.member.label();
  const auto& other = b.member.label();
  return name && (!other || *name < *other);
}

// The pillar whose score ranks; nothing where it is the total.
std::optional<std::size_t> ranking_pillar(SortBy by) {
  if (by == SortBy::total || by == SortBy::name) return std::nullopt;
  return static_cast<std::size_t>(by) - static_cast<std::size_t>(SortBy::brand);
}

}  // namespace

Points ranked_points(const TeamMember& member, SortBy by) {
  const auto pillar = ranking_pillar(by);
  return pillar ? *member.achieved.pillars[*pillar] : *member.achieved.total;
}

const std::optional<PointsRange>& ranked_range(const TeamMember& member, SortBy by) {
  const auto pillar = ranking_pillar(by);
  return pillar ? member.achieved.pillar_ranges[*pillar] : member.achieved.range;
}

std::vector<Place> leaderboard_of(const std::vector<TeamMember>& members, SortBy by) {
  std::vector<Place> places;
  std::vector<Points> descending;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].is_scored()) continue;
    places.push_back({.member = i});
    descending.push_back(ranked_points(members[i], by));
  }
  std::ranges::sort(descending, std::greater{});
  for (Place& place : places) {
    const Points points = ranked_points(members[place.member], by);
    const auto first = std::ranges::lower_bound(descending, points, std::greater{});
    place.rank = static_cast<std::uint64_t>(first - descending.begin()) + 1;
    place.top_percent =
        static_cast<unsigned>((100 * place.rank + places.size() - 1) / places.size());
  }
  // Stable: what is equal stays in the order of the input.
  if (by == SortBy::name) {
    std::ranges::stable_sort(places, [&](const Place& a, const Place& b) {
      return is_before(members[a.member], members[b.member]);
    });
  } else {
    std::ranges::stable_sort(places, {}, &Place::rank);
  }
  return places;
}

}  // namespace ssi
