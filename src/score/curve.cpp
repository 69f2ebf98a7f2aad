#include "score/curve.hpp"

namespace ssi {
namespace {

// The largest root with root² * divisor <= dividend, known to be below `limit`.
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
  // value / target as part / whole
  const Wide part = value.numerator * rule.target.denominator;
  const Wide whole = value.denominator * rule.target.numerator;
  if (part >= whole) return rule.points;
  const auto most = static_cast<Wide>(rule.points.hundredths);
  const Wide earned = rule.curve == Curve::linear
                          ? most * part / whole
                          : root_of_quotient(most * most * part, whole, most + 1);
  return {static_cast<std::int32_t>(earned)};
}

}  // namespace ssi
