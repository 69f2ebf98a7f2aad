#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <ssi/day.hpp>

namespace ssi {

/// Parses days as `parse_date` and `parse_date_or_time` do, quicker for months that were met
/// before, in whatever order. Each fills in `day`, or returns false and leaves it: an optional
/// would be put together in memory for every activity.
class DayParser {
 public:
  [[nodiscard]] bool date(std::string_view text, Day& day);
  [[nodiscard]] bool date_or_time(std::string_view text, Day& day);

 private:
  struct Month {
    std::uint64_t text = 0;  // `YYYY-MM-` as eight bytes
    Day start{};
    unsigned length = 0;  // days
  };

  std::array<Month, 256> months_{};
};

}  // namespace ssi
