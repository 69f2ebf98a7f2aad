#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <ssi/day.hpp>

namespace ssi {

/// Parses days as `parse_date` and `parse_date_or_time` do, but keeps the months it has met and is
/// faster for them, in whatever order they come. Each function sets `day`, or returns false and
/// leaves it alone. Not an optional: compilers build one in memory, which shows with a day on every
/// line.
class DayParser {
 public:
  [[nodiscard]] bool date(std::string_view text, Day& day);
  [[nodiscard]] bool date_or_time(std::string_view text, Day& day);

 private:
  struct Month {
    std::uint64_t text = 0;  // `YYYY-MM-` as eight bytes
    Day start{};
    unsigned length = 0;  // days; 0 in an empty place, so that no day is valid there
  };

  std::array<Month, 256> months_{};
};

}  // namespace ssi
