#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <ssi/day.hpp>

namespace ssi::linkedin {

/// A date and, if it has one, a time of day, as it is written: what zone it is in depends on the
/// file. Midnight where there is no time.
using Moment = std::chrono::sys_seconds;

/// The moment that `text` names in one of the ways of an export: `2024-03-20 15:09:26`, `2017/06/08
/// 08:15:44 UTC`, `16 Dec 2024`, `6/17/23, 6:18 AM`, each with or without its time. Nothing for any
/// other text or for a date that the calendar does not have.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);

/// A time of day in California, in UTC: since 2007 daylight saving time runs from the second Sunday
/// in March to the first in November, switched at 2 o'clock.
[[nodiscard]] Moment from_pacific(Moment local);

/// The date in a name such as `Complete_LinkedInDataExport_11-22-2026.zip`.
[[nodiscard]] std::optional<Day> date_in_name(std::string_view name);

}  // namespace ssi::linkedin
