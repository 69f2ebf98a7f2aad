#pragma once

#include <optional>
#include <string>

#include <ssi/score.hpp>

namespace ssi {

/// What a signal earned; nothing where it was not measured.
[[nodiscard]] std::optional<Points> points_of(const SignalScore& signal);
[[nodiscard]] std::optional<Points> points_of(const Score& score, SignalId id);

/// A difference of points with its sign, `+2.50`, `-0.05` or `0.00`; `-` where there is none.
[[nodiscard]] std::string signed_points(std::optional<Points> difference);

/// A signal's value or target as people read it: `12`, `0.5`; of a ratio, `38.46 %`. Rounded down.
[[nodiscard]] std::string show_value(const Ratio& value, std::string_view unit);

/// The same as a JSON number: `12`, `0.3846`. At most four decimals, rounded down.
[[nodiscard]] std::string number_of(const Ratio& value);

/// Points without decimals that are 0: `70`, `17.5`.
[[nodiscard]] std::string short_points(Points points);

/// How far `total` is from the next band, `17.36 to go to 70, "good"`; empty in the highest.
[[nodiscard]] std::string to_go(Points total, std::size_t band, const Model& model);

}  // namespace ssi
