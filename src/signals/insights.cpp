// Engaging with insights: all signals count the window. Engagement received counts on the day of
// the share that received it, as logs do not date reactions one by one.

#include "signals/catalog.hpp"

namespace ssi {

Ratio shares(const Facts& facts) {
  return {facts.in_window(Counter::posts, Counter::articles, Counter::reshares)};
}

Ratio engagement_given(const Facts& facts) {
  return {facts.in_window(Counter::reactions) +
          comment_weight * facts.in_window(Counter::comments)};
}

Ratio engagement_received(const Facts& facts) {
  return {facts.in_window(Counter::reactions_received) +
          comment_weight * facts.in_window(Counter::comments_received) +
          reshare_weight * facts.in_window(Counter::reshares_received)};
}

Ratio conversations(const Facts& facts) {
  return {facts.in_window(Counter::messages_answered)};
}

Ratio insight_days(const Facts& facts) {
  return {static_cast<Wide>(facts.insight_days)};
}

}  // namespace ssi
