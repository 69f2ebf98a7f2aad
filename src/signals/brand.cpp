#include <algorithm>
#include <span>

#include "signals/catalog.hpp"

namespace ssi {
namespace {

Wide present(const Facts& facts, std::span<const Section> sections) {
  return static_cast<Wide>(std::ranges::count_if(sections, [&](Section section) {
    return counts(facts, section) && has(facts.stock, section);
  }));
}

}  // namespace

// Skills go by their number. A removed section has none left, so that its bit need not be asked.
bool has(const Standing& standing, Section section) {
  if (section == Section::skills) return standing.skills >= complete_skills;
  return standing.sections.test(static_cast<std::size_t>(section));
}

// A section may be unknown and named at once: unknown to an export, and named in the log that was
// merged with it. What is named was seen.
bool counts(const Facts& facts, Section section) {
  const auto index = static_cast<std::size_t>(section);
  const Profile& profile = facts.profile;
  const bool is_named =
      section == Section::skills ? profile.skills > 0 : profile.sections.test(index);
  return is_named || !profile.unknown_sections.test(index);
}

Ratio completeness(const Facts& facts) {
  return {present(facts, completeness_sections)};
}

Ratio showcase(const Facts& facts) {
  return {present(facts, showcase_sections)};
}

Ratio endorsements(const Facts& facts) {
  const Count endorsed = facts.profile.endorsements + facts.in_all(Counter::endorsements);
  const Count recommended = facts.profile.recommendations + facts.in_all(Counter::recommendations);
  return {static_cast<Wide>(endorsed) + recommendation_weight * static_cast<Wide>(recommended)};
}

Ratio articles(const Facts& facts) {
  return {facts.in_window(Counter::articles)};
}

Ratio upkeep(const Facts& facts) {
  return {static_cast<Wide>(facts.editing_days)};
}

}  // namespace ssi
