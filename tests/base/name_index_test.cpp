#include "base/name_index.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <ssi/activity.hpp>
#include <ssi/diagnostic.hpp>
#include <ssi/model.hpp>
#include <ssi/signal.hpp>

#include "log/fields.hpp"
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

// What is found of a token in a text that goes on behind it with `behind`.
std::size_t found_before(const NameIndex& index, std::string_view token, char behind) {
  std::string text{token};
  text.append(16, behind);
  return index.find_token(std::string_view{text}.substr(0, token.size()));
}

std::string in_quotes(std::string_view word) {
  return '"' + std::string{word} + '"';
}

// Both ways to find a word, whatever stands behind it, find the same.
template <class Enum>
bool is_found_alike(std::string_view word) {
  const std::size_t found = index_of<Enum>.find(word);
  if (found > names_of<Enum>.size()) return false;
  for (const char behind : {'\0', ' ', '"', 'a', 's', '\xff'}) {
    if (found_before(index_of<Enum>, in_quotes(word), behind) != found) return false;
  }
  return true;
}

// All words of at most one edit: a byte changed, put in or taken out.
template <class Enum>
void require_found_alike() {
  for (const std::string_view name : names_of<Enum>) {
    INFO(name);
    REQUIRE(is_found_alike<Enum>(name));
    REQUIRE(index_of<Enum>.find(name) < names_of<Enum>.size());
    for (std::size_t i = 0; i <= name.size(); ++i) {
      for (int c = 0; c < 256; ++c) {
        const char byte = static_cast<char>(c);
        const std::string longer = std::string{name}.insert(i, 1, byte);
        if (!is_found_alike<Enum>(longer)) FAIL(longer);
        if (i == name.size()) continue;
        std::string other{name};
        other[i] = byte;
        if (!is_found_alike<Enum>(other)) FAIL(other);
      }
      const std::string start{name.substr(0, i)};
      if (!is_found_alike<Enum>(start)) FAIL(start);
      if (i == name.size()) continue;
      const std::string shorter = std::string{name}.erase(i, 1);
      if (!is_found_alike<Enum>(shorter)) FAIL(shorter);
    }
  }
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
  static constexpr NameIndex index{table};
  STATIC_REQUIRE(index.find("a") == 0U);
  STATIC_REQUIRE(index.find("b") == 1U);
  STATIC_REQUIRE(index.find("ab") == 2U);
  STATIC_REQUIRE(index.find("ba") == 3U);
  STATIC_REQUIRE(index.find("\xff\xfe") == 4U);
  STATIC_REQUIRE(index.find("") == 5U);
  STATIC_REQUIRE(index.find("aa") == 5U);
}

TEST_CASE("a name in a longer text is found as it is by itself, and nothing else is") {
  require_found_alike<Field>();
  require_found_alike<Section>();
  require_found_alike<Scope>();
  require_found_alike<Status>();
  require_found_alike<Seniority>();
  require_found_alike<SignalId>();
  require_found_alike<PillarId>();
  require_found_alike<Code>();
}

TEST_CASE("names of any length up to and beyond what is compared at once are told apart") {
  static constexpr std::array table = {"a"sv,
                                       "abcdefg"sv,
                                       "abcdefgh"sv,
                                       "abcdefghi"sv,
                                       "abcdefghijklmno"sv,
                                       "abcdefghijklmnop"sv,
                                       "abcdefghijklmnopq"sv,
                                       "abcdefghijklmnopqrstuvwxyz"sv};
  static constexpr NameIndex index{table};
  const std::string text = "abcdefghijklmnopqrstuvwxyz and more behind it";
  for (std::size_t size = 0; size <= 26; ++size) {
    INFO(size);
    const std::string_view start = std::string_view{text}.substr(0, size);
    const auto found = std::find(table.begin(), table.end(), start);
    REQUIRE(index.find(start) == static_cast<std::size_t>(found - table.begin()));
    REQUIRE(found_before(index, in_quotes(start), 'x') == index.find(start));
  }
  REQUIRE(found_before(index, in_quotes("abcdefghijklmnop"), 'r') == 5U);
  REQUIRE(found_before(index, in_quotes("abcdefghijklmnopr"), ' ') == table.size());
}

TEST_CASE("a token that is not a name in quotes is not found") {
  static constexpr std::array table = {"a"sv, "abcdefghijklmn"sv, "abcdefghijklmno"sv, ""sv};
  static constexpr NameIndex index{table};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::string name{table[i]};
    INFO(name);
    REQUIRE(found_before(index, in_quotes(name), ' ') == i);
    for (const std::string& token : {name, '"' + name, name + '"', "x" + name + '"',
                                     '"' + name + "x", "'" + name + "'", in_quotes(name) + '"'}) {
      INFO(token);
      REQUIRE(found_before(index, token, ' ') == table.size());
    }
  }
}

TEST_CASE("names that are short and much alike have an index, too") {
  static constexpr std::array table = {"a"sv,  "b"sv,  "c"sv,  "d"sv,  "e"sv,  "f"sv,  "g"sv,
                                       "h"sv,  "i"sv,  "j"sv,  "k"sv,  "l"sv,  "m"sv,  "n"sv,
                                       "aa"sv, "ab"sv, "ba"sv, "bb"sv, "io"sv, "oi"sv, "aaa"sv};
  static constexpr NameIndex index{table};
  for (std::size_t i = 0; i < table.size(); ++i) REQUIRE(index.find(table[i]) == i);
}

TEST_CASE("the empty word is found where it is a name") {
  static constexpr std::array table = {"a"sv, ""sv};
  static constexpr NameIndex index{table};
  STATIC_REQUIRE(index.find("") == 1U);
  STATIC_REQUIRE(index.find("a") == 0U);
}

}  // namespace
}  // namespace ssi::test
