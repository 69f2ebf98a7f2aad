#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ssi {

/// A calendar day, counted from 1970-01-01. It carries no time of day and no zone: an activity's
/// day is the date written in its timestamp, in the offset it was written with.
using Day = std::chrono::sys_days;

/// The days that a log can name: years 0000 to 9999, as RFC 3339 writes a year with four digits.
/// Code that adds to a day must not pass them: later days have no spelling, and no room in a
/// `Timeline`.
inline constexpr Day first_calendar_day = std::chrono::year{0} / 1 / 1;
inline constexpr Day last_calendar_day = std::chrono::year{9999} / 12 / 31;

/// The day that `text` names as `YYYY-MM-DD`, years 0000 to 9999 (RFC 3339 full-date); nothing for
/// any other text or for a date that the calendar does not have.
[[nodiscard]] std::optional<Day> parse_date(std::string_view text);

/// The day of a date as above, or of an RFC 3339 date-time `YYYY-MM-DDThh:mm:ss[.f](Z|±hh:mm)`.
[[nodiscard]] std::optional<Day> parse_date_or_time(std::string_view text);

/// `day`, which a log can name, as `YYYY-MM-DD`.
[[nodiscard]] std::string to_string(Day day);

}  // namespace ssi
