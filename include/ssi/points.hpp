#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ssi {

/// A score, or a part of one, in whole hundredths of a point. Integers keep the arithmetic exact:
/// signals add up to pillars and pillars to the total, to the last digit shown.
struct Points {
  std::int32_t hundredths = 0;

  static constexpr Points whole(std::int32_t points) { return {points * 100}; }

  friend constexpr auto operator<=>(Points, Points) = default;
  friend constexpr Points operator+(Points a, Points b) { return {a.hundredths + b.hundredths}; }
  friend constexpr Points operator-(Points a, Points b) { return {a.hundredths - b.hundredths}; }
  constexpr Points& operator+=(Points other) { return *this = *this + other; }
};

/// The most a pillar can earn, in every model.
inline constexpr Points pillar_max = Points::whole(25);

/// The most a member can earn: four pillars.
inline constexpr Points total_max = Points::whole(100);

/// What a partly measured number may be: from all that is not measured being nothing to its being
/// full.
struct PointsRange {
  Points low{};
  Points high{};
  friend bool operator==(PointsRange, PointsRange) = default;
};

/// Points as people write them, `70`, `17.5` or `69.99`: not negative, two decimals at most.
/// Nothing for any other text or for more than 10,000 points.
[[nodiscard]] std::optional<Points> parse_points(std::string_view text);

/// `points` with two decimals, `52.64` or `-0.05`.
[[nodiscard]] std::string to_string(Points points);

/// A number that LinkedIn shows: not negative, exact to three decimals.
struct Thousandths {
  std::int32_t count = 0;

  friend constexpr auto operator<=>(Thousandths, Thousandths) = default;
};

/// `number` without trailing zeros: `53`, `18.97` or `6.125`.
[[nodiscard]] std::string to_string(Thousandths number);

}  // namespace ssi
