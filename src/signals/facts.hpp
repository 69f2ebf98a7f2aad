#pragma once

#include <algorithm>

#include <ssi/model.hpp>
#include <ssi/timeline.hpp>

namespace ssi {

/// What a timeline says at the end of one day: all that signals are measured on.
struct Facts {
  Profile profile{};           ///< before the log
  Counts stock{};              ///< of all days up to that day
  Counts window{};             ///< of the days of the window
  Count editing_days = 0;      ///< days of the window with a profile edit
  Count prospecting_days = 0;  ///< with a search, a profile view or a saved lead
  Count insight_days = 0;      ///< with a share, a comment or a reaction
  Sections sections{};         ///< that the profile has
  Count skills = 0;            ///< entries in its skills section

  /// How many of `counter` the window holds. Only for counters that never fall.
  [[nodiscard]] Wide in_window(Counter counter) const { return static_cast<Wide>(window[counter]); }
  /// What a stock that began at `before` holds: never less than nothing.
  [[nodiscard]] Wide stocked(Count before, Counter counter) const {
    return static_cast<Wide>(std::max<Count>(0, before + stock[counter]));
  }
  bool operator==(const Facts&) const = default;
};

/// Gathers facts day by day, first to last.
class Observer {
 public:
  /// The window is the `window_days` days that end on `as_of`, which is one of them.
  Observer(const Profile& profile, Day as_of, int window_days);
  /// Takes in a day. Days must come in ascending order, none after the as-of day.
  void observe(Day day, const DayRecord& record);
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  Day window_start_;
  Facts facts_;
};

/// An observer that has taken in all days of `timeline` before `as_of`. The as-of day itself is
/// left to the caller, who may first add to it.
[[nodiscard]] Observer observe_before(const Timeline& timeline, Day as_of, int window_days);

/// What `timeline` holds for one day.
[[nodiscard]] DayRecord record_of(const Timeline& timeline, Day day);

}  // namespace ssi
