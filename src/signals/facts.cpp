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
  facts_.stock += counts;
  if (day < window_start_) return;
  facts_.window += counts;
  const auto any = [&](auto... counters) { return (... || (counts[counters] > 0)) ? 1 : 0; };
  facts_.editing_days += any(Counter::profile_edits);
  facts_.prospecting_days += any(Counter::searches, Counter::profile_views, Counter::leads_saved);
  facts_.insight_days += any(Counter::shares, Counter::comments, Counter::reactions);
}

Observer observe_before(const Timeline& timeline, Day as_of, int window_days) {
  Observer observer{timeline.profile(), as_of, window_days};
  for (const auto& [day, record] : timeline.days()) {
    if (day >= as_of) break;
    observer.observe(day, record);
  }
  return observer;
}

DayRecord record_of(const Timeline& timeline, Day day) {
  const auto found = timeline.days().find(day);
  return found == timeline.days().end() ? DayRecord{} : found->second;
}

}  // namespace ssi
