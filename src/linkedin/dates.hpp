#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <ssi/day.hpp>

namespace ssi::linkedin {

/// A date and time of day as written, midnight if there is no time. Which zone it is in depends on
/// the file.
using Moment = std::chrono::sys_seconds;

/// How to read `6/7/24`: as June 7 or as 6 July.
enum class DateOrder { month_first, day_first };

/// The moment that `text` names, as LinkedIn writes it or as a spreadsheet saves it:
/// `2024-03-20 15:09:26`, `2017/06/08 08:15:44 UTC`, `16 Dec 2024`, `18-Jun-24`, `16. Dezember
/// 2025`, `Dec 16, 2025`, `16.12.2025`, `6/17/23, 6:18 AM`, each with or without its time, and
/// with or without a weekday in front, right or wrong. Months have a name in one of the languages
/// of month_names.hpp, in full or cut short. `order` is for numbers between slashes or hyphens.
/// Nothing for any other text or for a date that the calendar does not have.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text,
                                                 DateOrder order = DateOrder::month_first);

/// Whether `text` starts with a date that can be read in either order: `6/7/24`.
[[nodiscard]] bool has_open_order(std::string_view text);

/// Finds the order of the dates in a column, as no month is above 12. Reading each date by itself
/// would put some rows of a file into June and others into July.
class DateColumn {
 public:
  /// Takes in one field. It is ignored unless it is a date that can be read in either order.
  void add(std::string_view text);
  /// The order that the dates prove. If they prove none, the one that their form suggests: LinkedIn
  /// itself and countries with a 12-hour clock put the month first; countries that pad numbers with
  /// zeros, or whose spreadsheets separate columns by semicolons, put the day first. Nothing if the
  /// dates prove both orders.
  [[nodiscard]] std::optional<DateOrder> order(char separator) const;

 private:
  bool has_day_first_ = false;    // some first number is above 12
  bool has_month_first_ = false;  // some second number is above 12
  bool has_padding_ = false;
  bool has_hyphen_ = false;
  bool has_12_hours_ = false;
};

/// A time in California as UTC. LinkedIn writes invitations in its own local time. Since 2007,
/// daylight saving time runs from the second Sunday in March to the first Sunday in November and
/// changes at 2 o'clock. By rule, as the program must not depend on the machine's time zone data.
[[nodiscard]] Moment from_pacific(Moment local);

/// The date in a name such as `Complete_LinkedInDataExport_11-22-2026.zip`; nothing for a name of
/// another form.
[[nodiscard]] std::optional<Day> date_in_name(std::string_view name);

}  // namespace ssi::linkedin
