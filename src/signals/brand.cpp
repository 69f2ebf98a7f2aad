#include <span>

#include "signals/catalog.hpp"

namespace ssi {
namespace {

Wide present(const Facts& facts, std::span<const Section> sections) {
  Wide n = 0;
  for (const Section section : sections) n += static_cast<Wide>(has(facts.stock, section));
  return n;
}

}  // namespace

bool has(const Standing& standing, Section section) {
  if (section == Section::skills) return standing.skills >= complete_skills;
  return standing.sections.test(static_cast<std::size_t>(section));
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
