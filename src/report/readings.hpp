#pragma once

#include <optional>
#include <vector>

#include <ssi/report.hpp>

namespace ssi {

/// The readings of a log from `first` to `last`, each beside the score of its day.
[[nodiscard]] std::vector<SideBySide> readings_of(const MemberLog& log, Day first, Day last,
                                                  const Model& model);

/// The day of the last reading for a report as of `as_of`; nothing where there is none. A reading
/// is often taken after the last activity: only a day that was asked for, or that the log names,
/// is a limit.
[[nodiscard]] std::optional<Day> last_reading(const MemberLog& log, const AsOf& as_of);

}  // namespace ssi
