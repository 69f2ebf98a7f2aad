#include <cstddef>

#include <fmt/format.h>

#include <ssi/day.hpp>

namespace ssi {
namespace {

// The two digits at `at`, or a number no field allows.
int two_digits(std::string_view text, std::size_t at) {
  constexpr int none = 100;
  if (at + 2 > text.size()) return none;
  const unsigned tens = static_cast<unsigned char>(text[at]) - unsigned{'0'};
  const unsigned ones = static_cast<unsigned char>(text[at + 1]) - unsigned{'0'};
  return tens > 9 || ones > 9 ? none : static_cast<int>(tens * 10 + ones);
}

// `Z`, `+hh:mm` or `-hh:mm`.
bool is_offset(std::string_view text) {
  if (text == "Z" || text == "z") return true;
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && two_digits(text, 1) < 24 &&
         text[3] == ':' && two_digits(text, 4) < 60;
}

// `hh:mm:ss`, a fraction if any, and the offset. A leap second is :60.
bool is_time(std::string_view text) {
  if (text.size() < 9 || two_digits(text, 0) > 23 || text[2] != ':' || two_digits(text, 3) > 59 ||
      text[5] != ':' || two_digits(text, 6) > 60) {
    return false;
  }
  text.remove_prefix(8);
  if (text.front() == '.') {
    const std::size_t end = text.find_first_not_of("0123456789", 1);
    if (end == 1 || end == std::string_view::npos) return false;
    text.remove_prefix(end);
  }
  return is_offset(text);
}

}  // namespace

std::optional<Day> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int century = two_digits(text, 0);
  const int year = two_digits(text, 2);
  const int month = two_digits(text, 5);
  const int day = two_digits(text, 8);
  if (century > 99 || year > 99) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{century * 100 + year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::optional<Day> parse_date_or_time(std::string_view text) {
  if (text.size() == 10) return parse_date(text);
  if (text.size() < 10 || (text[10] != 'T' && text[10] != 't') || !is_time(text.substr(11))) {
    return std::nullopt;
  }
  return parse_date(text.substr(0, 10));
}

std::string to_string(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace ssi
