// A third of the exports that people keep were saved by a spreadsheet, which writes dates in the
// user's language and order. So dates are taken apart by a small scanner, part by part.

#include "linkedin/dates.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "linkedin/month_names.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

using namespace std::chrono;

// A month by its name or the first three letters of it or more. Nothing if they start two months of
// the same language, as `jui` does in French.
std::optional<int> month_named(std::string_view word) {
  const std::string name = without_accents(word);
  if (name.size() < 3) return std::nullopt;
  for (const Months& months : month_names) {
    const auto is_meant = [&](std::string_view month) { return month.starts_with(name); };
    const auto* found = std::ranges::find(months, name);
    if (found == months.end()) {
      found = std::ranges::find_if(months, is_meant);
      if (found == months.end()) continue;
      if (std::ranges::count_if(months, is_meant) > 1) return std::nullopt;
    }
    return static_cast<int>(found - months.begin()) + 1;
  }
  const auto other = std::ranges::find_if(
      other_months, [&](const OtherMonth& each) { return each.name.starts_with(name); });
  return other == other_months.end() ? std::nullopt : std::optional{other->month};
}

// Takes a text apart from the front. A function that does not find what it looks for leaves the
// text as it was.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{trimmed(text)} {}

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  bool take(std::string_view word) {
    if (!starts_with(word.front()) || !text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [this](std::string_view word) { return take(word); });
  }
  // Takes one of these characters and returns it; 0 if none is next.
  char take_char(std::string_view chars) {
    for (const char c : chars) {
      if (!text_.starts_with(c)) continue;
      text_.remove_prefix(1);
      return c;
    }
    return '\0';
  }
  void skip_spaces() { text_ = trimmed(text_); }
  // A number of at most `most` digits; nothing, not its start, if it has more.
  std::optional<int> number(std::size_t most) {
    const std::size_t length = digits_ahead();
    if (length == 0 || length > most) return std::nullopt;
    int value = 0;
    for (const char digit : text_.substr(0, length)) value = value * 10 + (digit - '0');
    text_.remove_prefix(length);
    return value;
  }
  // A year of four digits, or of two: LinkedIn was founded in 2003, so that all is of this century.
  std::optional<int> year() {
    if (digits_ahead() == 4) return number(4);
    if (digits_ahead() != 2) return std::nullopt;
    return 2000 + *number(2);
  }
  // A month by its name, in full or cut short.
  std::optional<int> month() {
    const std::size_t end = std::min(text_.find_first_of(" ,.-/"), text_.size());
    const auto month = month_named(text_.substr(0, end));
    if (month) text_.remove_prefix(end);
    return month;
  }
  // A weekday and what stands between it and a date: `Tue, `, `Di. `, `tirsdag den `. Any word is
  // one, in whatever language.
  bool take_weekday() {
    const std::size_t end = std::min(text_.find_first_of(" ,."), text_.size());
    const std::string_view word = text_.substr(0, end);
    const auto is_of_word = [](char c) {
      const bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      return is_letter || c == '-' || static_cast<unsigned char>(c) >= 0x80;  // terça-feira
    };
    const bool is_word = word.size() > 1 && word.front() != '-';
    if (!is_word || !std::ranges::all_of(word, is_of_word)) return false;
    text_.remove_prefix(end);
    take(".");
    take(",");
    skip_spaces();
    take("den ");
    return true;
  }
  [[nodiscard]] bool starts_with(char c) const { return text_.starts_with(c); }
  // How many digits come next.
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

// A date, and what its form says about the order of its numbers.
struct Written {
  std::optional<Moment> date{};
  bool has_open_order = false;
  int first = 0;  // the two numbers that may be day and month
  int second = 0;
  char separator = '\0';
  bool is_padded = false;
};

// What stands between two parts of a date: 0 if nothing does. Behind a dot there may be a blank.
char scan_separator(Scanner& in) {
  const char separator = in.take_char("-/.");
  if (separator == '.') in.skip_spaces();
  return separator;
}

// `2024-03-20`, `2017/06/08`, `2024-Mar-20`, `2024. 03. 20.`, `2024. december 20.`
Written scan_year_first(Scanner& in) {
  const auto y = in.number(4);
  const char separator = scan_separator(in);
  if (separator == '\0') return {};
  const bool is_named = in.digits_ahead() == 0;
  const auto m = is_named ? in.month() : in.number(2);
  const bool has_blank = is_named && separator == '.' && in.take(" ");
  if (!has_blank && scan_separator(in) != separator) return {};
  const Written written{date_of(y, m, in.number(2))};
  if (separator == '.') in.take(".");
  return written;
}

// Skips what may stand between the parts of a date with a month's name in it: `16. Dez. 2025`,
// `16 de dic de 2025`
void skip_between(Scanner& in) {
  in.skip_spaces();
  if (in.take_char("-/.,") != '\0') in.skip_spaces();
  if (in.take_any({"de ", "del ", "of "})) in.skip_spaces();
}

// `16 Dec 2024`, `18-Jun-24`, `1er mars 2024`, from behind the day on
Written scan_month_and_year(Scanner& in, std::optional<int> d) {
  (void)in.take_any({"st", "nd", "rd", "th", "er", "º", "°"});
  skip_between(in);
  const auto m = in.month();
  if (!m) return {};
  skip_between(in);
  return {date_of(in.year(), m, d)};
}

// `Dec 16, 2025`
Written scan_month_first(Scanner& in) {
  const auto m = in.month();
  if (!m) return {};
  skip_between(in);
  const auto d = in.number(2);
  (void)in.take_any({"st", "nd", "rd", "th"});
  skip_between(in);
  return {date_of(in.digits_ahead() == 4 ? in.year() : std::nullopt, m, d)};
}

// `6/17/23`, `17.06.2023`, `17. 6. 2023`, `17-6-2023`
Written scan_numbers(Scanner& in, DateOrder order, int first, char separator, bool is_padded) {
  const auto second = in.number(2);
  if (!second || scan_separator(in) != separator) return {};
  const auto y = in.year();
  const bool is_open = separator != '.';
  const bool day_first = !is_open || order == DateOrder::day_first;
  return {.date = day_first ? date_of(y, second, first) : date_of(y, first, second),
          .has_open_order = is_open && y,
          .first = first,
          .second = *second,
          .separator = separator,
          .is_padded = is_padded};
}

// With or without a weekday in front. In French and others, `mar.` may be a Tuesday or in March.
Written scan_date(Scanner& in, DateOrder order) {
  if (in.digits_ahead() == 0) {
    Scanner ahead = in;
    const Written written = scan_month_first(ahead);
    if (written.date) {
      in = ahead;
      return written;
    }
    if (!in.take_weekday()) return {};
  }
  const std::size_t digits = in.digits_ahead();
  if (digits == 4) return scan_year_first(in);
  if (digits == 0) return scan_month_first(in);
  const bool is_padded = digits == 2 && in.starts_with('0');
  const auto first = in.number(2);
  if (!first) return {};
  Scanner ahead = in;
  const char separator = scan_separator(ahead);
  if (separator == '\0' || ahead.digits_ahead() == 0) return scan_month_and_year(in, first);
  in = ahead;
  return scan_numbers(in, order, *first, separator, is_padded);
}

// What `PM` or `AM` adds to a time, 12 hours or none; nothing if a time has neither.
std::optional<hours> scan_half_day(Scanner& in) {
  if (in.take_any({"AM", "am", "a.m.", "a. m."})) return hours{0};
  if (in.take_any({"PM", "pm", "p.m.", "p. m."})) return hours{12};
  return std::nullopt;
}

// `15:09:26`, `15.09`, `6:18 AM`
std::optional<seconds> scan_time(Scanner& in) {
  auto h = in.number(2);
  if (in.take_char(":.") == '\0') return std::nullopt;
  const auto m = in.number(2);
  const auto s = in.take_char(":.") != '\0' ? in.number(2) : std::optional{0};
  if (!h || !m || !s || *m > 59 || *s > 60) return std::nullopt;
  if (in.take(".")) (void)in.number(9);  // parts of a second
  in.skip_spaces();
  if (const auto half = scan_half_day(in)) {
    if (*h < 1 || *h > 12) return std::nullopt;
    h = *h % 12 + static_cast<int>(half->count());
  }
  if (*h > 23) return std::nullopt;
  return hours{*h} + minutes{*m} + seconds{*s};
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text, DateOrder order) {
  Scanner in{text};
  const auto moment = scan_date(in, order).date;
  if (!moment || in.at_end()) return moment;
  in.take(",");
  in.take("T");
  in.skip_spaces();
  const auto time = scan_time(in);
  if (!time) return std::nullopt;
  in.skip_spaces();
  (void)in.take_any({"UTC", "GMT", "Z", "+00:00", "+0000"});
  return in.at_end() ? std::optional{*moment + *time} : std::nullopt;
}

// Most dates of an export start with the year: the digits are checked first, as this is asked of
// every row.
bool has_open_order(std::string_view text) {
  Scanner in{text};
  const std::size_t digits = in.digits_ahead();
  return digits <= 2 && scan_date(in, DateOrder::month_first).has_open_order;
}

void DateColumn::add(std::string_view text) {
  Scanner in{text};
  const Written written = scan_date(in, DateOrder::month_first);
  if (!written.has_open_order) return;
  const auto only_day = [](int n) { return n > 12 && n <= 31; };
  const auto month = [](int n) { return n >= 1 && n <= 12; };
  has_day_first_ |= only_day(written.first) && month(written.second);
  has_month_first_ |= month(written.first) && only_day(written.second);
  has_padding_ |= written.is_padded;
  has_hyphen_ |= written.separator == '-';
  has_12_hours_ |= text.ends_with('M') || text.ends_with('m') || text.ends_with("m.");
}

std::optional<DateOrder> DateColumn::order(char separator) const {
  if (has_day_first_ && has_month_first_) return std::nullopt;
  if (has_day_first_) return DateOrder::day_first;
  if (has_month_first_ || has_12_hours_) return DateOrder::month_first;
  const bool is_european = separator == ';' || has_padding_ || has_hyphen_;
  return is_european ? DateOrder::day_first : DateOrder::month_first;
}

Moment from_pacific(Moment local) {
  const year y = year_month_day{floor<days>(local)}.year();
  const Moment start = sys_days{y / March / Sunday[2]} + hours{2};
  const Moment end = sys_days{y / November / Sunday[1]} + hours{2};
  return local + (local >= start && local < end ? hours{7} : hours{8});
}

std::optional<Day> date_in_name(std::string_view name) {
  constexpr std::string_view mark = "LinkedInDataExport_";
  const std::size_t at = name.find(mark);
  if (at == name.npos) return std::nullopt;
  Scanner in{name.substr(at + mark.size())};
  const auto m = in.number(2);
  if (!in.take("-")) return std::nullopt;
  const auto d = in.number(2);
  if (!in.take("-") || in.digits_ahead() != 4) return std::nullopt;
  const auto date = date_of(in.number(4), m, d);
  return date ? std::optional<Day>{floor<days>(*date)} : std::nullopt;
}

}  // namespace ssi::linkedin
