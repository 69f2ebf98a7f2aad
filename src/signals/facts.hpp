#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <ssi/model.hpp>
#include <ssi/timeline.hpp>

namespace ssi {

/// The facts of a member at the end of one day: all that signals are measured on. A score depends
/// on nothing else.
struct Facts {
  Profile profile{};           ///< before the log
  Standing stock{};            ///< counts before the window; sections and skills as of the day
  Counts window{};             ///< counts within the window
  Count editing_days = 0;      ///< days of the window with a profile edit
  Count prospecting_days = 0;  ///< with a search, a profile view or a saved lead
  Count insight_days = 0;      ///< with a share, a comment or a reaction

  /// The sum of some counters over the window: for flow signals.
  [[nodiscard]] Wide in_window(auto... counters) const {
    return (... + static_cast<Wide>(window[counters]));
  }
  /// The sum of some counters up to and including the day, without the profile: for stock signals.
  [[nodiscard]] Count in_all(auto... counters) const {
    return (... + (stock.counts[counters] + window[counters]));
  }
  bool operator==(const Facts&) const = default;
};

/// Gathers facts day by day, in ascending order.
class Observer {
 public:
  /// Starts from the profile alone.
  explicit Observer(const Profile& profile);
  /// Starts with all days before the window taken in.
  Observer(const Timeline& timeline, Day window_start);
  /// Takes in the next day, which enters the window.
  void observe(const DayRecord& day);
  /// Lets a day that was observed leave the window. What it added to stocks stays.
  void leave(const DayRecord& day);
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  void count_day(const Counts& counts, Count times);

  Facts facts_;
};

/// Walks along a timeline and has the facts of each day on its way. Each record enters the window
/// once and leaves it once, so that a year of daily scores costs about as much as one score.
class DayWalk {
 public:
  /// Starts at the end of `day`. Activities after `last` do not count.
  DayWalk(const Timeline& timeline, Day day, Day last, int window_days);
  /// Goes on to the end of the next day.
  void step();
  [[nodiscard]] Day day() const { return day_; }
  [[nodiscard]] const Facts& facts() const { return observer_.facts(); }
  /// Whether the window is empty and stays so: no later day changes anything.
  [[nodiscard]] bool is_over() const { return left_ == records_.size(); }
  /// How many activities are later than `last`.
  [[nodiscard]] Count later() const { return later_; }

 private:
  Day day_;
  int window_days_;
  Observer observer_;
  std::vector<std::pair<Day, DayRecord>>
      records_;              // from the start of the first window up to `last`
  std::size_t entered_ = 0;  // how many of them have entered the window
  std::size_t left_ = 0;     // how many of those have left it again
  Count later_ = 0;
};

/// A timeline as of a day, with the record of that day still apart. Advice tries out tasks: it adds
/// them to copies of that record, and observes each in turn.
struct AsOfState {
  Observer before;  ///< has taken in all days before the as-of day
  DayRecord day{};  ///< the as-of day
  Count later = 0;  ///< activities after it
};
/// The state of `timeline` as of a day, for a window that ends on it.
[[nodiscard]] AsOfState observe_as_of(const Timeline& timeline, Day as_of, int window_days);

}  // namespace ssi
