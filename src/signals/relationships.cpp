#include <algorithm>

#include "signals/catalog.hpp"

namespace ssi {
namespace {

// A stock never falls below 0, as the log format says: a log may record the end of connections that
// were made before it starts.
Wide stock(Count made, Count removed) {
  return static_cast<Wide>(std::max<Count>(0, made - removed));
}

}  // namespace

Ratio network(const Facts& facts) {
  const Count made =
      facts.profile.connections +
      facts.in_all(Counter::invitations_sent_accepted, Counter::invitations_received_accepted);
  return {stock(made, facts.in_all(Counter::connections_removed))};
}

Ratio new_connections(const Facts& facts) {
  return {
      facts.in_window(Counter::invitations_sent_accepted, Counter::invitations_received_accepted)};
}

// Only invitations sent: LinkedIn lists the acceptance rate of requests sent.
Ratio acceptance(const Facts& facts) {
  const Wide accepted = facts.in_window(Counter::invitations_sent_accepted);
  return {accepted,
          accepted + facts.in_window(Counter::invitations_sent_open) + assumed_invitations};
}

Ratio decision_makers(const Facts& facts) {
  return {stock(facts.profile.decision_makers + facts.in_all(Counter::decision_makers_made),
                facts.in_all(Counter::decision_makers_removed))};
}

Ratio coworkers(const Facts& facts) {
  return {stock(facts.profile.coworkers + facts.in_all(Counter::coworkers_made),
                facts.in_all(Counter::coworkers_removed))};
}

}  // namespace ssi
