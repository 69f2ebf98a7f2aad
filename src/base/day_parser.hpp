#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <ssi/day.hpp>

namespace ssi {

/// Parses days as `parse_date` and `parse_date_or_time` do, quicker when most are of the month of
/// the day before, as they are in a log.
class DayParser {
 public:
  [[nodiscard]] std::optional<Day> date(std::string_view text);
  [[nodiscard]] std::optional<Day> date_or_time(std::string_view text);

 private:
  std::uint64_t month_text_ = 0;  // `YYYY-MM-` as eight bytes
  Day month_start_{};
  unsigned month_length_ = 0;  // days
};

}  // namespace ssi
