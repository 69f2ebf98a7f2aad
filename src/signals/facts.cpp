#include "signals/facts.hpp"

namespace ssi {
namespace {

// The sections and skills of the profile after the edits of a day.
void apply_edits(const DayRecord& record, Facts& facts) {
  constexpr auto skills = static_cast<std::size_t>(Section::skills);
  facts.sections = (facts.sections & ~record.removed) | record.present;
  if (record.present.test(skills)) {
    facts.skills = record.skills.value_or(facts.skills);
  } else if (record.removed.test(skills)) {
    facts.skills = 0;
  }
}

}  // namespace

Observer::Observer(const Profile& profile, Day as_of, int window_days)
    : window_start_{as_of - std::chrono::days{window_days - 1}},
      facts_{.profile = profile, .sections = profile.sections, .skills = profile.skills} {}

void Observer::observe(Day day, const DayRecord& record) {
  const Counts& counts = record.counts;
  apply_edits(record, facts_);
  if (day < window_start_) {
    facts_.earlier += counts;
    return;
  }
  facts_.window += counts;
  const auto any = [&](auto... counters) { return (... || (counts[counters] > 0)) ? 1 : 0; };
  facts_.editing_days += any(Counter::profile_edits);
  facts_.prospecting_days += any(Counter::people_searches, Counter::filtered_people_searches,
                                 Counter::filtered_company_searches, Counter::other_searches,
                                 Counter::profile_views, Counter::leads_saved);
  facts_.insight_days += any(Counter::posts, Counter::articles, Counter::reshares,
                             Counter::comments, Counter::reactions);
}

Eve observe_eve(const Timeline& timeline, Day as_of, int window_days) {
  Eve eve{.observer = Observer{timeline.profile(), as_of, window_days}};
  timeline.for_each_day([&](Day day, const DayRecord& record) {
    if (day < as_of) {
      eve.observer.observe(day, record);
    } else if (day == as_of) {
      eve.day = record;
    } else {
      eve.later += record.activities();
    }
  });
  return eve;
}

}  // namespace ssi
