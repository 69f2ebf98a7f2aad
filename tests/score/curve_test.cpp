#include "score/curve.hpp"

#include <cstdint>
#include <utility>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

// The largest number of hundredths that the definition allows, found by trying one after the other.
std::int32_t slow_points(const Ratio& value, const SignalRule& rule) {
  const auto most = static_cast<Wide>(rule.points.hundredths);
  const Wide part = value.numerator * rule.target.denominator;
  const Wide whole = value.denominator * rule.target.numerator;
  Wide points = 0;
  const auto fits = [&](Wide p) {
    return rule.curve == Curve::linear ? p * whole <= most * part
                                       : p * p * whole <= most * most * part;
  };
  while (points < most && fits(points + 1)) ++points;
  return static_cast<std::int32_t>(points);
}

void require_slow_points(const Ratio& value, const SignalRule& rule) {
  const std::int32_t fast = points_for(value, rule).hundredths;
  const std::int32_t slow = slow_points(value, rule);
  if (fast == slow) return;
  FAIL(name(rule.curve) << " of " << static_cast<double>(value.numerator) << " / "
                        << static_cast<double>(value.denominator) << " with "
                        << rule.points.hundredths << ": " << fast << ", not " << slow);
}

int earns(Curve curve, std::int32_t points, const Ratio& value, const Ratio& target) {
  return points_for(value, {.points = {points}, .curve = curve, .target = target}).hundredths;
}

TEST_CASE("a curve earns whole hundredths rounded down") {
  const struct {
    Curve curve;
    std::int32_t points;
    Ratio value, target;
    int earned;
  } table[] = {
      {Curve::linear, 500, {0}, {7}, 0},
      {Curve::linear, 500, {1}, {7}, 71},  // 71.42...
      {Curve::linear, 500, {6}, {7}, 428},
      {Curve::linear, 500, {7}, {7}, 500},
      {Curve::linear, 500, {8}, {7}, 500},
      {Curve::linear, 500, {1}, {500}, 1},
      {Curve::linear, 500, {1}, {501}, 0},
      {Curve::linear, 500, {500}, {501}, 499},
      {Curve::linear, 500, {5, 13}, {1, 2}, 384},  // 384.6...
      {Curve::linear, 500, {1, 2}, {1, 2}, 500},
      {Curve::linear, 500, {49, 100}, {1, 2}, 490},
      {Curve::sqrt, 500, {0}, {90}, 0},
      {Curve::sqrt, 500, {1}, {90}, 52},  // 52.7...
      {Curve::sqrt, 500, {1}, {4}, 250},
      {Curve::sqrt, 500, {1}, {2}, 353},  // 353.55...
      {Curve::sqrt, 500, {499}, {500}, 499},
      {Curve::sqrt, 500, {500}, {500}, 500},
      {Curve::sqrt, 500, {501}, {500}, 500},
      {Curve::sqrt, 500, {1}, {250'000}, 1},
      {Curve::sqrt, 500, {1}, {250'001}, 0},
      {Curve::sqrt, 500, {249'999}, {250'000}, 499},
      {Curve::sqrt, 500, {249'001}, {250'000}, 499},  // 499² exactly
      {Curve::sqrt, 500, {249'000}, {250'000}, 498},
      {Curve::sqrt, 1, {9'999}, {10'000}, 0},
      {Curve::sqrt, 1, {1}, {1}, 1},
      {Curve::sqrt, 2500, {1}, {4}, 1250},
      {Curve::linear, 2500, {1}, {4}, 625},
      {Curve::linear, 0, {1}, {2}, 0},
      {Curve::sqrt, 0, {1}, {2}, 0},
      {Curve::linear, 0, {2}, {1}, 0},
      {Curve::linear, 500, {1}, {25, 10}, 200},
      {Curve::sqrt, 500, {1}, {1, 10'000}, 500},
  };
  for (const auto& [curve, points, value, target, earned] : table) {
    INFO(name(curve) << " " << points << " " << static_cast<double>(value.numerator) << " "
                     << static_cast<double>(target.numerator));
    REQUIRE(earns(curve, points, value, target) == earned);
  }
}

TEST_CASE("both curves agree with a slow search at every value up to a little above the target") {
  for (const Curve curve : {Curve::linear, Curve::sqrt}) {
    for (const unsigned target :
         {1U, 2U, 3U, 4U, 6U, 7U, 24U, 30U, 36U, 45U, 50U, 60U, 90U, 180U, 360U, 500U, 997U}) {
      for (const std::int32_t points : {1, 333, 500, 2500}) {
        const SignalRule rule{.points = {points}, .curve = curve, .target = {target}};
        for (Wide n = 0; n <= target + 2; ++n) require_slow_points({n}, rule);
      }
    }
  }
  SUCCEED();
}

TEST_CASE("both curves agree with a slow search on ratios and on targets with decimals") {
  for (const Curve curve : {Curve::linear, Curve::sqrt}) {
    for (const Ratio target : {Ratio{1, 2}, Ratio{5'000, 10'000}, Ratio{1, 10'000}, Ratio{25, 10},
                               Ratio{9'999, 10'000}, Ratio{10'001, 10'000}}) {
      const SignalRule rule{.points = {500}, .curve = curve, .target = target};
      for (Wide denominator = 5; denominator <= 105; ++denominator) {
        for (Wide n = 0; n <= denominator - 5; ++n) require_slow_points({n, denominator}, rule);
      }
    }
  }
  SUCCEED();
}

TEST_CASE("equal ratios earn alike however they are written") {
  for (const Curve curve : {Curve::linear, Curve::sqrt}) {
    for (Wide n = 0; n <= 90; ++n) {
      const int plain = earns(curve, 500, {n}, {90});
      REQUIRE(earns(curve, 500, {n * 7, 7}, {90}) == plain);
      REQUIRE(earns(curve, 500, {n}, {900'000, 10'000}) == plain);
    }
  }
}

TEST_CASE("the largest numbers of a log and of a model are exact") {
  const Wide max = Wide{1} << 62U;
  const Ratio one{1};
  const Ratio billion{10'000'000'000'000, 10'000};  // as a model file gives it
  for (const Curve curve : {Curve::linear, Curve::sqrt}) {
    REQUIRE(earns(curve, 500, {max}, one) == 500);
    REQUIRE(earns(curve, 2500, {6 * max}, billion) == 2500);
    REQUIRE(earns(curve, 2500, {max}, {1, 10'000}) == 2500);
    REQUIRE(earns(curve, 500, {max, max}, one) == 500);
    REQUIRE(earns(curve, 500, {max - 1, max}, one) == 499);
    REQUIRE(earns(curve, 500, {max + 1, max}, one) == 500);
    REQUIRE(earns(curve, 2500, {max - 1, max}, one) == 2499);
    REQUIRE(earns(curve, 500, {1, max + 5}, one) == 0);
    REQUIRE(earns(curve, 500, {0, max + 5}, one) == 0);
    REQUIRE(earns(curve, 2500, {max, max + 5}, billion) == 0);
    REQUIRE(earns(curve, 2500, {999'999'999}, billion) == 2499);
    REQUIRE(earns(curve, 2500, {1'000'000'000}, billion) == 2500);
  }
  // Half and quarter of the target, and one less in 2^62.
  REQUIRE(earns(Curve::linear, 500, {max / 2, max}, one) == 250);
  REQUIRE(earns(Curve::linear, 500, {max / 2 - 1, max}, one) == 249);
  REQUIRE(earns(Curve::sqrt, 500, {max / 4, max}, one) == 250);
  REQUIRE(earns(Curve::sqrt, 500, {max / 4 - 1, max}, one) == 249);
  REQUIRE(earns(Curve::sqrt, 2500, {max / 4, max}, one) == 1250);
  REQUIRE(earns(Curve::sqrt, 2500, {max / 4 - 1, max}, one) == 1249);
  REQUIRE(earns(Curve::sqrt, 2500, {250'000'000}, billion) == 1250);
  REQUIRE(earns(Curve::sqrt, 2500, {249'999'999}, billion) == 1249);
}

TEST_CASE("a higher value never earns less") {
  for (const Curve curve : {Curve::linear, Curve::sqrt}) {
    int before = 0;
    for (Wide n = 0; n <= 600; ++n) {
      const int now = earns(curve, 500, {n}, {500});
      REQUIRE(now >= before);
      REQUIRE(now <= 500);
      before = now;
    }
    REQUIRE(before == 500);
  }
}

}  // namespace
}  // namespace ssi::test
