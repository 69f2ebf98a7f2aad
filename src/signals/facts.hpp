#pragma once

#include <ssi/model.hpp>
#include <ssi/timeline.hpp>

namespace ssi {

/// What a timeline says at the end of one day: all that signals are measured on.
struct Facts {
  Profile profile{};           ///< before the log
  Counts earlier{};            ///< of the days before the window
  Counts window{};             ///< of the days of the window
  Count editing_days = 0;      ///< days of the window with a profile edit
  Count prospecting_days = 0;  ///< with a search, a profile view or a saved lead
  Count insight_days = 0;      ///< with a share, a comment or a reaction
  Sections sections{};         ///< that the profile has
  Count skills = 0;            ///< entries in its skills section

  /// How many of these the window holds.
  [[nodiscard]] Wide in_window(auto... counters) const {
    return (... + static_cast<Wide>(window[counters]));
  }
  /// How many of these there were up to that day.
  [[nodiscard]] Count in_all(auto... counters) const {
    return (... + (earlier[counters] + window[counters]));
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

/// A timeline as of a day, before that day itself is taken in: one may first add to it.
struct Eve {
  Observer observer;  ///< has taken in all days before
  DayRecord day{};    ///< the as-of day
  Count later = 0;    ///< activities after it
};
[[nodiscard]] Eve observe_eve(const Timeline& timeline, Day as_of, int window_days);

}  // namespace ssi
