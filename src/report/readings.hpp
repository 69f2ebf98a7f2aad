#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <ssi/report.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// Calls `receive` for each reading of a log from `first` to `last`, with the facts of its day. All
/// of them cost about as much as one.
void for_each_reading(const MemberLog& log, Day first, Day last, int window_days,
                      const std::function<void(Day, const Reading&, const Facts&)>& receive);

/// The readings of a log from `first` to `last`, each beside the score of its day.
[[nodiscard]] std::vector<SideBySide> readings_of(const MemberLog& log, Day first, Day last,
                                                  const Model& model);

/// The day of the last reading for a report as of `as_of`; nothing where there is none. A reading
/// is often taken after the last activity: only a day that was asked for, or that the log names,
/// is a limit.
[[nodiscard]] std::optional<Day> last_reading(const MemberLog& log, const AsOf& as_of);

}  // namespace ssi
