#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <ssi/points.hpp>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

TEST_CASE("points are read as whole hundredths") {
  const std::pair<std::string_view, std::int32_t> table[] = {
      {"0", 0},          {"0.0", 0},          {"0.00", 0},        {"0.01", 1},
      {"0.1", 10},       {"0.10", 10},        {"0.99", 99},       {"1", 100},
      {"1.01", 101},     {"17.5", 1750},      {"17.50", 1750},    {"39.99", 3999},
      {"69.99", 6999},   {"70", 7000},        {"070", 7000},      {"100", 10'000},
      {"100.01", 10001}, {"9999.99", 999999}, {"10000", 1000000}, {"10000.00", 1000000},
  };
  for (const auto& [text, hundredths] : table) {
    INFO(text);
    REQUIRE(parse_points(text) == Points{hundredths});
  }
}

TEST_CASE("what is not a decimal number of two places at the most is refused") {
  using namespace std::string_view_literals;
  const std::string_view table[] = {
      "",      ".",    "5.",    ".5",   "-1",    "-0",    "+1",          "1e2",
      "1,5",   " 1",   "1 ",    "1. 5", "1.5 ",  "1.234", "1.230",       "1..2",
      "1.2.",  ".1.2", "1.2.3", "0x10", "1'000", "1_000", "inf",         "nan",
      "١",     "70%",  "1.-5",  "1.+5", "10001", "99999", "99999999999", "10000000000000000000",
      "1\0"sv,
  };
  for (const std::string_view text : table) {
    INFO(text);
    REQUIRE_FALSE(parse_points(text));
  }
}

TEST_CASE("points are shown with two decimals") {
  const std::pair<std::int32_t, std::string_view> table[] = {
      {0, "0.00"},     {1, "0.01"},     {9, "0.09"},       {10, "0.10"},
      {99, "0.99"},    {100, "1.00"},   {101, "1.01"},     {1749, "17.49"},
      {5264, "52.64"}, {9999, "99.99"}, {10000, "100.00"}, {1000000, "10000.00"},
      {-1, "-0.01"},   {-99, "-0.99"},  {-100, "-1.00"},   {-1749, "-17.49"},
  };
  for (const auto& [hundredths, text] : table) {
    REQUIRE(to_string(Points{hundredths}) == text);
  }
}

TEST_CASE("all points up to a hundred read back as they are shown") {
  for (Points points; points <= total_max; points += Points{1}) {
    if (parse_points(to_string(points)) != points) FAIL(to_string(points));
  }
  REQUIRE(parse_points(to_string(total_max)) == total_max);
}

TEST_CASE("points add and subtract and compare as their hundredths do") {
  STATIC_REQUIRE(Points::whole(25) == Points{2500});
  STATIC_REQUIRE(Points{1750} + Points{1} == Points{1751});
  STATIC_REQUIRE(Points{1750} - Points{1} == Points{1749});
  STATIC_REQUIRE(Points{1749} < Points{1750});
  STATIC_REQUIRE_FALSE(Points{1750} < Points{1750});
  STATIC_REQUIRE(Points{} == Points{0});
  STATIC_REQUIRE(pillar_max + pillar_max + pillar_max + pillar_max == total_max);
  Points sum{20};
  sum += Points{7};
  REQUIRE(sum == Points{27});
}

}  // namespace
}  // namespace ssi::test
