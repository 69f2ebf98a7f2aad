#include "signals/catalog.hpp"

namespace ssi {
namespace {

constexpr Wide recommendation_weight = 5;

Wide present(const Facts& facts, std::initializer_list<Section> sections) {
  Wide n = 0;
  for (const Section section : sections)
    n += facts.stock.sections.test(static_cast<std::size_t>(section));
  return n;
}

}  // namespace

Ratio completeness(const Facts& facts) {
  const Wide skills = facts.stock.skills >= complete_skills ? 1 : 0;
  return {present(facts, {Section::photo, Section::location, Section::industry, Section::experience,
                          Section::education, Section::about}) +
          skills};
}

Ratio showcase(const Facts& facts) {
  return {
      present(facts, {Section::cover, Section::headline, Section::featured, Section::custom_url})};
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
