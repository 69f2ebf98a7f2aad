// Finding the right people: all signals count the window. A filtered search for people counts as a
// search, too; one for companies only as a filtered one.

#include "signals/catalog.hpp"

namespace ssi {

Ratio searches(const Facts& facts) {
  return {facts.in_window(Counter::people_searches, Counter::filtered_people_searches)};
}

Ratio filtered_searches(const Facts& facts) {
  return {facts.in_window(Counter::filtered_people_searches, Counter::filtered_company_searches)};
}

Ratio profile_views(const Facts& facts) {
  return {facts.in_window(Counter::profile_views)};
}

Ratio saved_leads(const Facts& facts) {
  return {facts.in_window(Counter::leads_saved)};
}

Ratio prospecting_days(const Facts& facts) {
  return {static_cast<Wide>(facts.prospecting_days)};
}

}  // namespace ssi
