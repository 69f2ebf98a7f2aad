#pragma once

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
  /// Has taken in all days before the window.
  Observer(const Timeline& timeline, Day window_start);
  /// Takes in a day of the window. Days must come in ascending order.
  void observe(const DayRecord& day);
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
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
