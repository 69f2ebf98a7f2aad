#pragma once

#include <string>

#include <ssi/team.hpp>

// What several formats say alike of a cohort.
namespace ssi {

/// `7 members`, or `7 members, 1 not scored`.
[[nodiscard]] std::string members_of(const TeamReport& report);

/// What to call a member: the name, else the id, else that there is none.
[[nodiscard]] std::string name_of(const TeamMember& member);

/// `below 40`, `40 to 70`, `from 70`.
[[nodiscard]] std::string band_range(std::size_t band, const Model& model);

/// The pillars in which a member is weakest, with a space between.
[[nodiscard]] std::string weakest_pillars(const TeamMember& member);

/// The mean, `-` where there is none.
[[nodiscard]] std::string mean_or_dash(const std::optional<Distribution>& distribution);

}  // namespace ssi
