#include "linkedin/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/text.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

/// Takes a text apart from the front.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{trimmed(text)} {}

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  bool take(std::string_view word) {
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }
  // White space may be left out.
  void skip_spaces() { text_ = trimmed(text_); }
  // A number of at most so many digits.
  std::optional<int> number(std::size_t most) {
    const std::size_t length = digits_ahead();
    if (length == 0 || length > most) return std::nullopt;
    int value = 0;
    std::from_chars(text_.data(), text_.data() + length, value);
    text_.remove_prefix(length);
    return value;
  }
  // A month by its name, cut short or not.
  std::optional<int> month() {
    const std::string name = lowered(text_.substr(0, 3));
    const auto found = std::ranges::find(months, name);
    if (found == months.end()) return std::nullopt;
    text_.remove_prefix(std::min(text_.find_first_of(" ,."), text_.size()));
    return static_cast<int>(found - months.begin()) + 1;
  }
  // Digits up to the next other character.
  [[nodiscard]] std::size_t digits_ahead() const {
    return static_cast<std::size_t>(std::ranges::find_if_not(text_, is_digit) - text_.begin());
  }

 private:
  std::string_view text_;
};

std::optional<Moment> date_of(std::optional<int> y, std::optional<int> m, std::optional<int> d) {
  if (!y || !m || !d) return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)},
                            day{static_cast<unsigned>(*d)}};
  return date.ok() ? std::optional<Moment>{sys_days{date}} : std::nullopt;
}

// `2024-03-20`, `2017/06/08`
std::optional<Moment> scan_year_first(Scanner& in) {
  const auto y = in.number(4);
  if (!in.take("-") && !in.take("/")) return std::nullopt;
  const auto m = in.number(2);
  if (!in.take("-") && !in.take("/")) return std::nullopt;
  return date_of(y, m, in.number(2));
}

// `16 Dec 2024`
std::optional<Moment> scan_day_first(Scanner& in, std::optional<int> d) {
  in.skip_spaces();
  const auto m = in.month();
  in.skip_spaces();
  return in.digits_ahead() == 4 ? date_of(in.number(4), m, d) : std::nullopt;
}

// `6/17/23`, `05/25/2024`
std::optional<Moment> scan_month_first(Scanner& in, std::optional<int> m) {
  const auto d = in.number(2);
  if (!in.take("/")) return std::nullopt;
  if (in.digits_ahead() == 4) return date_of(in.number(4), m, d);
  if (in.digits_ahead() != 2) return std::nullopt;
  return date_of(2000 + *in.number(2), m, d);
}

std::optional<Moment> scan_date(Scanner& in) {
  if (in.digits_ahead() == 4) return scan_year_first(in);
  const auto first = in.number(2);
  return in.take("/") ? scan_month_first(in, first) : scan_day_first(in, first);
}

// `15:09:26`, `6:18 AM`
std::optional<seconds> scan_time(Scanner& in) {
  auto h = in.number(2);
  if (!in.take(":")) return std::nullopt;
  const auto m = in.number(2);
  const auto s = in.take(":") ? in.number(2) : std::optional{0};
  if (!h || !m || !s || *m > 59 || *s > 60) return std::nullopt;
  in.skip_spaces();
  const bool am = in.take("AM") || in.take("am");
  const bool pm = !am && (in.take("PM") || in.take("pm"));
  if (am || pm) {
    if (*h < 1 || *h > 12) return std::nullopt;
    h = *h % 12 + (pm ? 12 : 0);
  }
  if (*h > 23) return std::nullopt;
  return hours{*h} + minutes{*m} + seconds{*s};
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  Scanner in{text};
  auto moment = scan_date(in);
  if (!moment || in.at_end()) return moment;
  in.take(",");
  in.take("T");
  in.skip_spaces();
  const auto time = scan_time(in);
  if (!time) return std::nullopt;
  in.skip_spaces();
  (void)(in.take("UTC") || in.take("GMT") || in.take("Z"));
  return in.at_end() ? std::optional{*moment + *time} : std::nullopt;
}

Moment from_pacific(Moment local) {
  const year y = year_month_day{floor<days>(local)}.year();
  const Moment start = sys_days{y / March / Sunday[2]} + hours{2};
  const Moment end = sys_days{y / November / Sunday[1]} + hours{2};
  return local + (local >= start && local < end ? hours{7} : hours{8});
}

std::optional<Day> date_in_name(std::string_view name) {
  constexpr std::size_t length = 10;  // of MM-DD-YYYY
  for (std::size_t at = 0; at + length <= name.size(); ++at) {
    if (at > 0 && is_digit(name[at - 1])) continue;  // within a number
    Scanner in{name.substr(at, length)};
    const auto m = in.number(2);
    if (!in.take("-")) continue;
    const auto d = in.number(2);
    if (!in.take("-") || in.digits_ahead() != 4) continue;
    if (const auto date = date_of(in.number(4), m, d)) return floor<days>(*date);
  }
  return std::nullopt;
}

}  // namespace ssi::linkedin
