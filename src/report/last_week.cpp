#include "report/last_week.hpp"

#include <ssi/diff.hpp>

namespace ssi {

std::optional<LastWeek> last_week(const MemberLog& log, Day as_of, const Model& model) {
  LastWeek week{.since = as_of - std::chrono::days{7}};
  const auto first = log.timeline.first_day();
  if (!first || *first > week.since) return std::nullopt;
  Diagnostics ignored;  // the report itself warns of what is too late to count
  const DiffReport diff = make_diff({log, week.since, model}, {log, as_of, model}, ignored);
  if (!diff.change.total) return std::nullopt;
  for (const DiffTerm& term : diff.terms) {
    // Of one log on a later day there is no other cause.
    const bool is_new = term.cause == Cause::new_activities;
    (is_new ? week.came : week.went) += term.activities;
    (is_new ? week.gained : week.lost) += *term.change.total;
  }
  return week;
}

}  // namespace ssi
