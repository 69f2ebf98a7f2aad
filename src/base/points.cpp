#include <charconv>
#include <cstdint>
#include <system_error>

#include <fmt/format.h>

#include <ssi/points.hpp>

#include "base/text.hpp"

namespace ssi {
namespace {

// Far above any score, and small enough that hundredths fit into 32 bits.
constexpr std::int32_t most_points = 10'000;

std::optional<std::int32_t> parse_digits(std::string_view text) {
  std::int32_t number = 0;
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return {};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} ? std::optional{number} : std::nullopt;
}

}  // namespace

std::optional<Points> parse_points(std::string_view text) {
  const std::size_t dot = text.find('.');
  const auto whole = parse_digits(text.substr(0, dot));
  if (!whole || *whole > most_points) return std::nullopt;
  if (dot == std::string_view::npos) return Points::whole(*whole);
  const std::string_view decimals = text.substr(dot + 1);
  const auto fraction = parse_digits(decimals);
  if (!fraction || decimals.size() > 2) return std::nullopt;
  const Points points =
      Points::whole(*whole) + Points{decimals.size() == 1 ? *fraction * 10 : *fraction};
  return points <= Points::whole(most_points) ? std::optional{points} : std::nullopt;
}

// Without a format string: reports of a cohort write tens of points a member.
std::string to_string(Points points) {
  if (points < Points{}) return '-' + to_string(Points{} - points);
  const fmt::format_int whole{points.hundredths / 100};
  const std::int32_t fraction = points.hundredths % 100;
  std::string text{whole.data(), whole.size()};
  text += '.';
  text += static_cast<char>('0' + fraction / 10);
  text += static_cast<char>('0' + fraction % 10);
  return text;
}

std::string to_string(Thousandths number) {
  return decimal(static_cast<std::uint64_t>(number.count), 3);
}

}  // namespace ssi
