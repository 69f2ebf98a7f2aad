#include "signals/facts.hpp"

namespace ssi {

Observer::Observer(const Timeline& timeline, Day window_start)
    : facts_{.profile = timeline.profile(), .stock = timeline.before(window_start)} {}

void Observer::observe(const DayRecord& day) {
  const Counts& counts = day.counts;
  facts_.stock.apply_edits(day);
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
  const Day window_start = as_of - std::chrono::days{window_days - 1};
  Eve eve{.observer = Observer{timeline, window_start}};
  timeline.for_each_day_from(window_start, [&](Day day, const DayRecord& record) {
    if (day < as_of) {
      eve.observer.observe(record);
    } else if (day == as_of) {
      eve.day = record;
    } else {
      eve.later += record.activities();
    }
  });
  return eve;
}

}  // namespace ssi
