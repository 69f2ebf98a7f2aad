// One pass over the days of a timeline gives the facts of one day; from there, each further day
// costs only what enters and what leaves the window. Trends and plans walk along hundreds of days.

#include "signals/facts.hpp"

namespace ssi {

Observer::Observer(const Profile& profile)
    : facts_{.profile = profile,
             .stock = {.sections = profile.sections, .skills = profile.skills}} {}

Observer::Observer(const Timeline& timeline, Day window_start)
    : facts_{.profile = timeline.profile(), .stock = timeline.before(window_start)} {}

// Edits take effect when a day enters, once and for all. Counts move to the stock when it leaves:
// until then `window` has them, and `in_all` sums the two.
void Observer::observe(const DayRecord& day) {
  facts_.stock.apply_edits(day);
  facts_.window += day.counts;
  count_day(day.counts, 1);
}

void Observer::leave(const DayRecord& day) {
  facts_.stock.counts += day.counts;
  facts_.window -= day.counts;
  count_day(day.counts, -1);
}

// Adds or takes away (`times` 1 or -1) the kinds of active days that a day is.
void Observer::count_day(const Counts& counts, Count times) {
  const auto any = [&](auto... counters) { return (... || (counts[counters] > 0)) ? times : 0; };
  facts_.editing_days += any(Counter::profile_edits);
  facts_.prospecting_days += any(Counter::people_searches, Counter::filtered_people_searches,
                                 Counter::filtered_company_searches, Counter::other_searches,
                                 Counter::profile_views, Counter::leads_saved);
  facts_.insight_days += any(Counter::posts, Counter::articles, Counter::reshares,
                             Counter::comments, Counter::reactions);
}

// Starts a whole window early, with an empty window, and walks up to `day`.
DayWalk::DayWalk(const Timeline& timeline, Day day, Day last, int window_days)
    : day_{day - std::chrono::days{window_days}},
      window_days_{window_days},
      observer_{timeline, day_ + std::chrono::days{1}} {
  timeline.for_each_day_from(day_ + std::chrono::days{1}, [&](Day on, const DayRecord& record) {
    if (on <= last) {
      records_.emplace_back(on, record);
    } else {
      later_ += record.activities();
    }
  });
  while (day_ < day) step();
}

// `records_[left_]` to `records_[entered_ - 1]` are the window: two indices that only move forward.
void DayWalk::step() {
  day_ += std::chrono::days{1};
  if (entered_ < records_.size() && records_[entered_].first == day_) {
    observer_.observe(records_[entered_++].second);
  }
  const Day leaves = day_ - std::chrono::days{window_days_};
  if (left_ < entered_ && records_[left_].first == leaves) {
    observer_.leave(records_[left_++].second);
  }
}

AsOfState observe_as_of(const Timeline& timeline, Day as_of, int window_days) {
  const Day window_start = as_of - std::chrono::days{window_days - 1};
  AsOfState state{.before = Observer{timeline, window_start}};
  timeline.for_each_day_from(window_start, [&](Day day, const DayRecord& record) {
    if (day < as_of) {
      state.before.observe(record);
    } else if (day == as_of) {
      state.day = record;
    } else {
      state.later += record.activities();
    }
  });
  return state;
}

}  // namespace ssi
