#include "signals/catalog.hpp"

namespace ssi {
namespace {

// Unanswered invitations that everybody starts with: two accepted out of two prove no good rate.
constexpr Wide assumed_invitations = 5;

}  // namespace

Ratio network(const Facts& facts) {
  return {facts.stocked(facts.profile.connections, Counter::connections)};
}

Ratio new_connections(const Facts& facts) {
  return {facts.in_window(Counter::connections_made)};
}

Ratio acceptance(const Facts& facts) {
  return {facts.in_window(Counter::invitations_accepted),
          facts.in_window(Counter::invitations_sent) + assumed_invitations};
}

Ratio decision_makers(const Facts& facts) {
  return {facts.stocked(facts.profile.decision_makers, Counter::decision_makers)};
}

Ratio coworkers(const Facts& facts) {
  return {facts.stocked(facts.profile.coworkers, Counter::coworkers)};
}

}  // namespace ssi
