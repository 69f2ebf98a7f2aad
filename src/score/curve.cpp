// Integers only: a score must be the same on every machine, which floating point does not promise,
// and a signal must never earn a hundredth more than its formula gives.

#include "score/curve.hpp"

namespace ssi {
namespace {

// The largest root with root² * divisor <= dividend: the square root of the quotient, rounded down.
// The root must be below `limit`. By bisection, which is exact and short; a signal has so few
// points that it takes about ten steps. Invariant: `low` is small enough, and `limit` is too large.
Wide root_of_quotient(Wide dividend, Wide divisor, Wide limit) {
  Wide low = 0;
  while (limit - low > 1) {
    const Wide middle = (low + limit) / 2;
    (middle * middle * divisor <= dividend ? low : limit) = middle;
  }
  return low;
}

}  // namespace

Points points_for(const Ratio& value, const SignalRule& rule) {
  // part / whole is value / target. Multiplying out keeps both whole.
  const Wide part = value.numerator * rule.target.denominator;
  const Wide whole = value.denominator * rule.target.numerator;
  if (part >= whole) return rule.points;
  // P * sqrt(part / whole) is sqrt(P² * part / whole), so that only one rounding happens. The share
  // is below 1 here, and hence the root below P + 1.
  const auto most = static_cast<Wide>(rule.points.hundredths);
  const Wide earned = rule.curve == Curve::linear
                          ? most * part / whole
                          : root_of_quotient(most * most * part, whole, most + 1);
  return {static_cast<std::int32_t>(earned)};
}

}  // namespace ssi
