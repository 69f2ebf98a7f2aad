#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <ssi/day.hpp>

namespace ssi::linkedin {

/// A date and, if it has one, a time of day, as it is written: what zone it is in depends on the
/// file. Midnight where there is no time.
using Moment = std::chrono::sys_seconds;

/// The order of the numbers in `6/7/24`.
enum class DateOrder { month_first, day_first };

/// The moment that `text` names in one of the ways of an export, or of a spreadsheet that saved it:
/// `2024-03-20 15:09:26`, `2017/06/08 08:15:44 UTC`, `16 Dec 2024`, `18-Jun-24`, `16. Dezember
/// 2025`, `Dec 16, 2025`, `16.12.2025`, `6/17/23, 6:18 AM`, each with or without its time. Months
/// have English, German, French, Spanish, Portuguese, Italian, Dutch or Danish names, cut short or
/// not. `order` is that of numbers between slashes or hyphens. Nothing for any other text or for a
/// date that the calendar does not have.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text,
                                                 DateOrder order = DateOrder::month_first);

/// Whether what a text starts with is a date whose reading depends on the order: `6/7/24`.
[[nodiscard]] bool has_open_order(std::string_view text);

/// Finds out the order of the dates in a column: no month is above 12.
class DateColumn {
 public:
  /// Takes in one field; any that is no date with an open order is passed over.
  void add(std::string_view text);
  /// The order that the dates prove; else the one usual where they are written like this: LinkedIn
  /// itself, and whoever has a clock of 12 hours, put the month first; who pads numbers with zeros,
  /// or parts columns by semicolons, the day. Nothing where they prove both orders.
  [[nodiscard]] std::optional<DateOrder> order(char separator) const;

 private:
  bool has_day_first_ = false;    // a first number above 12
  bool has_month_first_ = false;  // a second one
  bool has_padding_ = false;
  bool has_hyphen_ = false;
  bool has_12_hours_ = false;
};

/// A time of day in California, in UTC: since 2007 daylight saving time runs from the second Sunday
/// in March to the first in November, switched at 2 o'clock.
[[nodiscard]] Moment from_pacific(Moment local);

/// The date in a name such as `Complete_LinkedInDataExport_11-22-2026.zip`; nothing in any other.
[[nodiscard]] std::optional<Day> date_in_name(std::string_view name);

}  // namespace ssi::linkedin
