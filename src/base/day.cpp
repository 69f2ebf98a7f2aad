// Parses days by hand: std::chrono::parse is missing in GCC 12 and clang 14, and a log has a day in
// each line, so that this decides how fast logs are read.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

#include <ssi/day.hpp>

#include "base/day_parser.hpp"

namespace ssi {
namespace {

// The number that two characters write, or 100 if they are not both digits. Subtracting '0' turns
// everything below it into a large unsigned number, so one comparison checks a digit.
constexpr unsigned two_digits(const char* digits) {
  const unsigned tens = static_cast<unsigned char>(digits[0]) - unsigned{'0'};
  const unsigned ones = static_cast<unsigned char>(digits[1]) - unsigned{'0'};
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

// Eight bytes as one number.
constexpr std::uint64_t word_of(std::string_view text) {
  std::array<char, 8> bytes{};
  std::copy_n(text.begin(), bytes.size(), bytes.begin());
  return std::bit_cast<std::uint64_t>(bytes);
}

// Whether each of eight bytes lies between those of `least` and `most`, which are ASCII. All eight
// are compared at once: no byte of a difference borrows from the next, as the one that is
// subtracted from has its upper bit set.
constexpr bool all_between(std::uint64_t bytes, std::uint64_t least, std::uint64_t most) {
  constexpr std::uint64_t upper_bits = 0x8080808080808080U;
  const std::uint64_t good =
      ((bytes | upper_bits) - least) & ((most | upper_bits) - bytes) & ~bytes;
  return (good & upper_bits) == upper_bits;
}

// `Z`, `+hh:mm` or `-hh:mm`.
bool is_offset(std::string_view text) {
  if (text.size() == 1) return text[0] == 'Z' || text[0] == 'z';
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && two_digits(&text[1]) < 24 &&
         text[3] == ':' && two_digits(&text[4]) < 60;
}

// The time of RFC 3339 behind the `T`: `hh:mm:ss`, a fraction if any, and the offset. The time is
// checked but not used. RFC 3339 allows :60 for a leap second.
bool is_time(std::string_view text) {
  if (text.size() < 9) return false;
  if (!all_between(word_of(text), word_of("00:00:00"), word_of("29:59:69"))) return false;
  const auto number_at = [&](std::size_t i) { return (text[i] - '0') * 10 + (text[i + 1] - '0'); };
  if (number_at(0) > 23 || number_at(6) > 60) return false;
  text.remove_prefix(8);
  if (text.front() == '.') {
    std::size_t end = 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == 1) return false;
    text.remove_prefix(end);
  }
  return is_offset(text);
}

}  // namespace

// The first eight bytes name the month. A month met before costs one comparison of eight bytes and
// a check of the day; only a new one is taken apart and looked up in the calendar.
bool DayParser::date(std::string_view text, Day& day) {
  if (text.size() != 10) return false;
  std::uint64_t month_text = 0;
  std::memcpy(&month_text, text.data(), sizeof month_text);
  // A place for each month of ten years, by the last digit of the year and the number of the month:
  // logs in any order jump between months, but seldom between decades. Characters that are not
  // digits get some place, too, and fail the checks below.
  const auto digit = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) & 15U; };
  Month& month = months_[digit(3) * 16 + (digit(5) % 2 * 10 + digit(6)) % 16];
  if (month.text != month_text) {
    const unsigned century = two_digits(&text[0]);
    const unsigned year = two_digits(&text[2]);
    if (century > 99 || year > 99 || text[4] != '-' || text[7] != '-') return false;
    const std::chrono::year_month named{std::chrono::year{static_cast<int>(century * 100 + year)},
                                        std::chrono::month{two_digits(&text[5])}};
    if (!named.ok()) return false;
    month = {month_text, named / 1, static_cast<unsigned>((named / std::chrono::last).day())};
  }
  const unsigned day_of_month = two_digits(&text[8]);
  if (day_of_month == 0 || day_of_month > month.length) return false;
  day = month.start + std::chrono::days{day_of_month - 1};
  return true;
}

bool DayParser::date_or_time(std::string_view text, Day& day) {
  if (text.size() > 10) {
    if ((text[10] != 'T' && text[10] != 't') || !is_time(text.substr(11))) return false;
    text.remove_suffix(text.size() - 10);
  }
  return date(text, day);
}

std::optional<Day> parse_date(std::string_view text) {
  Day day{};
  return DayParser{}.date(text, day) ? std::optional{day} : std::nullopt;
}

std::optional<Day> parse_date_or_time(std::string_view text) {
  Day day{};
  return DayParser{}.date_or_time(text, day) ? std::optional{day} : std::nullopt;
}

std::string to_string(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace ssi
