#include "base/name_index.hpp"

#include <array>
#include <string>
#include <string_view>

#include <ssi/activity.hpp>
#include <ssi/diagnostic.hpp>
#include <ssi/model.hpp>
#include <ssi/signal.hpp>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

using namespace std::string_view_literals;

template <class Enum>
void require_round_trip() {
  for (std::size_t i = 0; i < names_of<Enum>.size(); ++i) {
    const std::string_view word = names_of<Enum>[i];
    INFO(word);
    REQUIRE_FALSE(word.empty());
    REQUIRE(named<Enum>(word) == static_cast<Enum>(i));
    REQUIRE(name(static_cast<Enum>(i)) == word);
  }
}

template <class Enum>
bool is_name(std::string_view text) {
  for (const std::string_view word : names_of<Enum>) {
    if (word == text) return true;
  }
  return false;
}

// Words one edit away from a name: most share its length and letters, so they meet its slot.
template <class Enum>
void require_no_near_miss() {
  for (const std::string_view word : names_of<Enum>) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      for (int c = 0; c < 256; ++c) {
        std::string other{word};
        other[i] = static_cast<char>(c);
        if (named<Enum>(other).has_value() != is_name<Enum>(other)) FAIL(other);
      }
      const std::string cut{word.substr(0, i)};
      if (named<Enum>(cut).has_value() != is_name<Enum>(cut)) FAIL(cut);
    }
    REQUIRE_FALSE(named<Enum>(std::string{word} + '\0'));
    REQUIRE_FALSE(named<Enum>(" " + std::string{word}));
  }
}

TEST_CASE("every name is found and reads back as it is spelled") {
  require_round_trip<Section>();
  require_round_trip<EditAction>();
  require_round_trip<Scope>();
  require_round_trip<ShareKind>();
  require_round_trip<Direction>();
  require_round_trip<Status>();
  require_round_trip<Seniority>();
  require_round_trip<PillarId>();
  require_round_trip<SignalId>();
  require_round_trip<Curve>();
  require_round_trip<Severity>();
  require_round_trip<Code>();
}

TEST_CASE("a word that only resembles a name is not found") {
  require_no_near_miss<Section>();
  require_no_near_miss<Scope>();
  require_no_near_miss<Status>();
  require_no_near_miss<Seniority>();
  require_no_near_miss<SignalId>();
}

TEST_CASE("names are told apart by case and the empty word is none") {
  REQUIRE_FALSE(named<Section>("Photo"));
  REQUIRE_FALSE(named<Section>("PHOTO"));
  REQUIRE_FALSE(named<Section>(""));
  REQUIRE_FALSE(named<Section>(std::string(100'000, 'p')));
}

TEST_CASE("an index over any table finds its names at compile time") {
  static constexpr std::array table = {"a"sv, "b"sv, "ab"sv, "ba"sv, "\xff\xfe"sv};
  static constexpr NameIndex<5> index{table};
  STATIC_REQUIRE(index.find("a") == 0U);
  STATIC_REQUIRE(index.find("b") == 1U);
  STATIC_REQUIRE(index.find("ab") == 2U);
  STATIC_REQUIRE(index.find("ba") == 3U);
  STATIC_REQUIRE(index.find("\xff\xfe") == 4U);
  STATIC_REQUIRE_FALSE(index.find("").has_value());
  STATIC_REQUIRE_FALSE(index.find("aa").has_value());
}

TEST_CASE("the empty word is found where it is a name") {
  static constexpr std::array table = {"a"sv, ""sv};
  static constexpr NameIndex<2> index{table};
  STATIC_REQUIRE(index.find("") == 1U);
  STATIC_REQUIRE(index.find("a") == 0U);
}

}  // namespace
}  // namespace ssi::test
