#pragma once

#include <optional>
#include <string>

#include <ssi/score.hpp>

namespace ssi {

/// What a signal earned; nothing if it was not measured, so that it does not show as 0.
[[nodiscard]] std::optional<Points> points_of(const SignalScore& signal);
[[nodiscard]] std::optional<Points> points_of(const Score& score, SignalId id);

/// A difference of points with its sign, `+2.50`, `-0.05` or `0.00`; `-` for nothing.
[[nodiscard]] std::string signed_points(std::optional<Points> difference);

/// A signal's value or target for people: `12`, `0.5`, or in the unit `ratio` a percentage,
/// `38.46%`. Rounded down, as points are: a rounded value must not seem to reach a target.
[[nodiscard]] std::string show_value(const Ratio& value, std::string_view unit);

/// The same as a JSON number: `12`, `0.3846`. At most four decimals, rounded down.
[[nodiscard]] std::string number_of(const Ratio& value);

/// Points without trailing zeros: `70`, `17.5`.
[[nodiscard]] std::string short_points(Points points);

/// `40.36 to 75.36`.
[[nodiscard]] std::string to_string(PointsRange range);

/// `60.52 (40.36 to 75.36)`, or `60.52` alone where there is no range.
[[nodiscard]] std::string with_range(Points points, const std::optional<PointsRange>& range);

}  // namespace ssi
