#include "cli/values.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/hint.hpp"

namespace ssi {

int parse_whole(std::string_view option, std::string_view text, int most) {
  int n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error == std::errc{} && end == text.data() + text.size() && n >= 1 && n <= most) return n;
  throw CommandError{
      fmt::format("{}: '{}' is not a number from 1 to {}", option, visible(text), most)};
}

Points parse_number(std::string_view option, std::string_view text, Points most) {
  const auto points = parse_points(text);
  if (points && *points <= most) return *points;
  throw CommandError{fmt::format("{}: '{}' is not a number from 0 to {} with at most two decimals",
                                 option, visible(text), most.hundredths / 100)};
}

std::size_t parse_choice(std::string_view option, std::string_view text,
                         std::span<const std::string_view> choices) {
  const auto found = std::ranges::find(choices, text);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  throw CommandError{fmt::format("{}: '{}' is not one of {}{}", option, shortened(visible(text)),
                                 fmt::join(choices, ", "), hint(text, choices))};
}

AsOf parse_as_of(std::string_view option, const std::optional<std::string>& text,
                 const Environment& environment) {
  if (!text) return AsOfLog{};
  if (*text == "latest") return AsOfLatest{};
  if (*text == "today") return environment.today();
  if (const auto day = parse_date(*text)) return *day;
  throw CommandError{
      fmt::format("{}: '{}' is not a date; write a date such as 2026-11-22, today or latest",
                  option, visible(*text))};
}

std::optional<Day> parse_date_option(std::string_view option,
                                     const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  if (const auto day = parse_date(*text)) return day;
  throw CommandError{
      fmt::format("{}: '{}' is not a date; write one such as 2026-11-22", option, visible(*text))};
}

}  // namespace ssi
