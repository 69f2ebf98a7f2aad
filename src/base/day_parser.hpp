#pragma once

#include <cstdint>
#include <string_view>

#include <ssi/day.hpp>

namespace ssi {

/// Parses days as `parse_date` and `parse_date_or_time` do, quicker when most are of the month of
/// the day before, as they are in a log. Each fills in `day`, or returns false and leaves it: an
/// optional would be put together in memory for every activity.
class DayParser {
 public:
  [[nodiscard]] bool date(std::string_view text, Day& day);
  [[nodiscard]] bool date_or_time(std::string_view text, Day& day);

 private:
  std::uint64_t month_text_ = 0;  // `YYYY-MM-` as eight bytes
  Day month_start_{};
  unsigned month_length_ = 0;  // days
};

}  // namespace ssi
