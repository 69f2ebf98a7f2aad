#include "page/value.hpp"

#include <cstdint>
#include <limits>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {

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

// In integers, as everything else about scores: a double would round some values up.
std::string show_value(const Ratio& value, std::string_view unit) {
  if (unit != "ratio") return number_of(value);
  return decimal(static_cast<std::uint64_t>(value.numerator * 10'000 / value.denominator), 2) + "%";
}

std::string number_of(const Ratio& value) {
  constexpr Wide most = std::numeric_limits<std::uint64_t>::max();
  if (value.denominator != 1) {
    return decimal(static_cast<std::uint64_t>(value.numerator * 10'000 / value.denominator), 4);
  }
  if (value.numerator > most) return fmt::format("{}", value.numerator);
  return fmt::format_int{static_cast<std::uint64_t>(value.numerator)}.str();
}

std::string short_points(Points points) {
  return decimal(static_cast<std::uint64_t>(points.hundredths), 2);
}

std::string to_string(PointsRange range) {
  return fmt::format("{} to {}", to_string(range.low), to_string(range.high));
}

std::string with_range(Points points, const std::optional<PointsRange>& range) {
  return to_string(points) + (range ? fmt::format(" ({})", to_string(*range)) : "");
}

}  // namespace ssi
