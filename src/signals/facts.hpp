#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <ssi/model.hpp>
#include <ssi/timeline.hpp>

namespace ssi {

/// What a timeline says at the end of one day: all that signals are measured on.
struct Facts {
  Profile profile{};           ///< before the log
  Standing stock{};            ///< counts of the days before the window; the profile now
  Counts window{};             ///< of the days of the window
  Count editing_days = 0;      ///< days of the window with a profile edit
  Count prospecting_days = 0;  ///< with a search, a profile view or a saved lead
  Count insight_days = 0;      ///< with a share, a comment or a reaction

  /// How many of these the window holds.
  [[nodiscard]] Wide in_window(auto... counters) const {
    return (... + static_cast<Wide>(window[counters]));
  }
  /// How many of these there were up to that day.
  [[nodiscard]] Count in_all(auto... counters) const {
    return (... + (stock.counts[counters] + window[counters]));
  }
  bool operator==(const Facts&) const = default;
};

/// Gathers facts day by day, first to last.
class Observer {
 public:
  /// Has taken in no day yet.
  explicit Observer(const Profile& profile);
  /// Has taken in all days before the window.
  Observer(const Timeline& timeline, Day window_start);
  /// Takes in a day of the window. Days must come in ascending order.
  void observe(const DayRecord& day);
  /// Lets a day that was observed leave the window; what it did to stocks stays.
  void leave(const DayRecord& day);
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  void count_day(const Counts& counts, Count times);

  Facts facts_;
};

/// Goes through a timeline day by day, each of which is read once. Activities after `last` do not
/// count.
class DayWalk {
 public:
  /// Stands at the end of `day`.
  DayWalk(const Timeline& timeline, Day day, Day last, int window_days);
  /// Goes on to the end of the next day.
  void step();
  [[nodiscard]] Day day() const { return day_; }
  [[nodiscard]] const Facts& facts() const { return observer_.facts(); }
  /// Whether nothing changes on the days that follow, for the window is empty and stays so.
  [[nodiscard]] bool is_over() const { return left_ == records_.size(); }
  /// How many activities there are after `last`.
  [[nodiscard]] Count later() const { return later_; }

 private:
  Day day_;
  int window_days_;
  Observer observer_;
  std::vector<std::pair<Day, DayRecord>> records_;  // of the days that matter from the start on
  std::size_t entered_ = 0;                         // of them, in the window or past it
  std::size_t left_ = 0;                            // the window again
  Count later_ = 0;
};

/// A timeline as of a day, with that day still apart: one may first add to it.
struct AsOfState {
  Observer before;  ///< has taken in all days before
  DayRecord day{};  ///< the as-of day
  Count later = 0;  ///< activities after it
};
[[nodiscard]] AsOfState observe_as_of(const Timeline& timeline, Day as_of, int window_days);

}  // namespace ssi
