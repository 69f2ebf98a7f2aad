#include "page/value.hpp"

#include <cstdint>
#include <limits>

#include <fmt/format.h>

namespace ssi {
namespace {

// `value` with at most `decimals` decimals, rounded down, without trailing zeros. In integers, as
// everything else about scores: a double would round some values up.
std::string decimal(const Ratio& value, int decimals) {
  Wide scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const Wide whole = value.numerator / value.denominator;
  const Wide fraction = value.numerator % value.denominator * scale / value.denominator;
  if (fraction == 0) return fmt::format("{}", whole);
  std::string text =
      fmt::format("{}.{:0{}}", whole, static_cast<std::uint64_t>(fraction), decimals);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

}  // namespace

std::optional<Points> points_of(const SignalScore& signal) {
  return signal.value ? std::optional{signal.points} : std::nullopt;
}

std::optional<Points> points_of(const Score& score, SignalId id) {
  // Schemas are made from scores by default, which have no signals.
  if (score.pillar(pillar_of(id)).signals.empty()) return std::nullopt;
  return points_of(score.signal(id));
}

std::string signed_points(std::optional<Points> difference) {
  if (!difference) return "-";
  return (*difference > Points{} ? "+" : "") + to_string(*difference);
}

std::string show_value(const Ratio& value, std::string_view unit) {
  if (unit == "ratio") return decimal({value.numerator * 100, value.denominator}, 2) + "%";
  return number_of(value);
}

std::string number_of(const Ratio& value) {
  constexpr Wide most = std::numeric_limits<std::uint64_t>::max();
  if (value.denominator == 1 && value.numerator <= most) {
    return fmt::format_int{static_cast<std::uint64_t>(value.numerator)}.str();
  }
  return decimal(value, 4);
}

std::string short_points(Points points) {
  return decimal({static_cast<Wide>(points.hundredths), 100}, 2);
}

std::string to_string(PointsRange range) {
  return fmt::format("{} to {}", to_string(range.low), to_string(range.high));
}

std::string with_range(Points points, const std::optional<PointsRange>& range) {
  return to_string(points) + (range ? fmt::format(" ({})", to_string(*range)) : "");
}

}  // namespace ssi
