#include "base/text.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

using namespace std::string_view_literals;

constexpr std::array words = {"search"sv, "share"sv, "message"sv, "connection"sv, "photo"sv};

TEST_CASE("text that steers nothing is shown as it is") {
  const std::string_view table[] = {
      "",
      "a",
      " ",
      "~",
      "Amina Khalil",
      "back\\slash",
      "\"'<>&|`*=@",
      "Zoë",
      "李小龍",
      "Ольга",
      "\u00a0",
      "🦊",
      "👩‍👩‍👧",
      "e\u0301",
      "\u2027",
      "\u202f",
      "\ufffd",
      "\U0010ffff",
  };
  for (const std::string_view text : table) {
    INFO(text);
    REQUIRE(visible(text) == text);
  }
}

TEST_CASE("what cannot be seen is shown as an escape") {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"\0"sv, "\\u0000"},
      {"\x07", "\\u0007"},
      {"\b", "\\u0008"},
      {"\t", "\\u0009"},
      {"\n", "\\u000a"},
      {"\r", "\\u000d"},
      {"\x1b[31mred", "\\u001b[31mred"},
      {"\x1b]0;title\x07", "\\u001b]0;title\\u0007"},
      {"\x1f", "\\u001f"},
      {"\x7f", "\\u007f"},
      {"\u0080", "\\u0080"},
      {"\u0085", "\\u0085"},
      {"\u009b31m", "\\u009b31m"},
      {"\u009f", "\\u009f"},
      {"\u061c", "\\u061c"},
      {"\u200e", "\\u200e"},
      {"\u200f", "\\u200f"},
      {"\u2028", "\\u2028"},
      {"\u2029", "\\u2029"},
      {"\u202a", "\\u202a"},
      {"\u202e", "\\u202e"},
      {"\u2066", "\\u2066"},
      {"\u2069", "\\u2069"},
      {"\ufeff", "\\ufeff"},
      {"a\nb\u202ec", "a\\u000ab\\u202ec"},
      {"soft\u00adhyphen", "soft\\u00adhyphen"},
      {"\u0600", "\\u0600"},
      {"a\u034fb", "a\\u034fb"},
      {"\u115f\u1160\u3164\uffa0", "\\u115f\\u1160\\u3164\\uffa0"},
      {"\u17b4\u180b\u180e", "\\u17b4\\u180b\\u180e"},
      {"\u2800", "\\u2800"},
      {"zero\u200bwidth", "zero\\u200bwidth"},
      {"\u2060\u2064\u206a", "\\u2060\\u2064\\u206a"},
      {"\ufff9", "\\ufff9"},
      {"A\U000E0041", "A\\U000e0041"},
      {"葛\U000E0100", "葛\\U000e0100"},
  };
  for (const auto& [text, shown] : table) {
    INFO(shown);
    REQUIRE(visible(text) == shown);
  }
}

TEST_CASE("an invisible character is shown as it is where an emoji or a script needs it") {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"👩‍👩‍👧", "👩‍👩‍👧"},
      {"👩🏽‍💻", "👩🏽‍💻"},
      {"🏳️‍🌈", "🏳️‍🌈"},
      {"❤️‍🔥 ❤\uFE0E 5️⃣", "❤️‍🔥 ❤\uFE0E 5️⃣"},
      {"\u200d", "\\u200d"},
      {"a\u200db", "a\\u200db"},
      {"a\u200d👩", "a\\u200d👩"},
      {"👩\u200d", "👩\\u200d"},
      {"👩\u200da", "👩\\u200da"},
      {"👩\u200d\u200d👩", "👩\\u200d\\u200d👩"},
      {"anna\uFE0F", "anna\\ufe0f"},
      {"anna\uFE0F\u200d👩", "anna\\ufe0f\\u200d👩"},
      {"5\uFE0F", "5\\ufe0f"},
      {"❤\uFE0F\uFE0F", "❤\uFE0F\\ufe0f"},
      {"❤\uFE00", "❤\\ufe00"},
      {"🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
       "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿"},
      {"🏴\U000E0068", "🏴\\U000e0068"},
      {"🏴󠁧󠁢󠁥󠁮󠁧󠁿\U000E0068", "🏴󠁧󠁢󠁥󠁮󠁧󠁿\\U000e0068"},
      {"🦊\U000E0068", "🦊\\U000e0068"},
      {"ශ්\u200dරී", "ශ්\u200dරී"},  // Sinhala
      {"क्\u200cष", "क्\u200cष"},
      {"क\u200cष", "क\\u200cष"},
      {"علی\u200cرضا", "علی\u200cرضا"},
      {"علی\u200dرضا", "علی\\u200dرضا"},
      {"علی\u200c", "علی\\u200c"},
      {"\u200cرضا", "\\u200cرضا"},
      {"١\u200c١", "١\\u200c١"},
      {"a\u200cb", "a\\u200cb"},
  };
  for (const auto& [text, shown] : table) {
    INFO(shown);
    CHECK(visible(text) == shown);
  }
}

TEST_CASE("a byte that is not UTF-8 is shown as its number") {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"\xff", "\\xff"},
      {"\x80", "\\x80"},
      {"a\xbf"
       "b",
       "a\\xbf"
       "b"},
      {"\xc0\x80", "\\xc0\\x80"},                    // too long a form of 0
      {"\xc1\xbf", "\\xc1\\xbf"},                    // of 7f
      {"\xe0\x9f\xbf", "\\xe0\\x9f\\xbf"},           // of 7ff
      {"\xf0\x8f\xbf\xbf", "\\xf0\\x8f\\xbf\\xbf"},  // of ffff
      {"\xed\xa0\x80", "\\xed\\xa0\\x80"},           // the first surrogate
      {"\xed\xbf\xbf", "\\xed\\xbf\\xbf"},           // the last
      {"\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"},  // above 10ffff
      {"\xf5\x80\x80\x80", "\\xf5\\x80\\x80\\x80"},
      {"\xc3", "\\xc3"},  // cut short
      {"\xe2\x82", "\\xe2\\x82"},
      {"\xf0\x9f\xa6", "\\xf0\\x9f\\xa6"},
      {"\xc3(", "\\xc3("},
      {"\xe2\x82(", "\\xe2\\x82("},
      {"\xff\x1b", "\\xff\\u001b"},
      {"\xc3\xab\xc3", "ë\\xc3"},
  };
  for (const auto& [text, shown] : table) {
    INFO(shown);
    REQUIRE(visible(text) == shown);
  }
}

TEST_CASE("the first and last character of each length of UTF-8 is shown as it is") {
  for (const std::string_view text : {"\x20", "\x7e", "\u00a0", "\u07ff", "\u0800", "\xed\x9f\xbf",
                                      "\ue000", "\uffff", "\U00010000", "\U0010ffff"}) {
    REQUIRE(visible(text) == text);
  }
}

std::vector<std::string_view> graphemes_of(std::string_view text) {
  std::vector<std::string_view> result;
  while (!text.empty()) {
    result.push_back(first_grapheme(text).text);
    text.remove_prefix(result.back().size());
  }
  return result;
}

TEST_CASE("no two hashes in a row are left, for a build server would take them for a command") {
  CHECK(without_hashes("##vso[x]") == "\\u0023#vso[x]");
  CHECK(without_hashes("###vso[x]") == "\\u0023\\u0023#vso[x]");
  CHECK(without_hashes("####") == "\\u0023\\u0023\\u0023#");
  CHECK(without_hashes("# a#b #") == "# a#b #");
}

TEST_CASE("a text is as wide as a terminal shows it, and is cut only between graphemes") {
  const struct {
    std::size_t width;
    std::vector<std::string_view> graphemes;
  } table[] = {
      {0, {}},
      {1, {"a"}},
      {3, {" ", "~", " "}},
      {4, {"Z", "o", "ë", "!"}},
      {4, {"Z", "o", "e\u0308", "!"}},
      {1, {"a\u0301\u0302\u0303\u0304\u0305"}},
      {6, {"李", "小", "龍"}},
      {2, {"が"}},
      {2, {"か\u3099"}},      // the same in two parts
      {2, {"\uFF76\uFF9E"}},  // in half-width forms
      {4, {"한", "글"}},
      {2, {"\u1112\u1161\u11AB"}},  // the first of them in three parts
      // Thai: vowels and tones stand above and below; sara am takes a column of its own.
      {6, {"ส", "วั", "ส", "ดี", "ค", "ะ"}},
      {2, {"กำ"}},
      {3, {"น้ำ", "1"}},
      // Devanagari: vowel signs and virama take no column.
      {4, {"न", "म", "स्", "ते"}},
      {3, {"हि", "न्", "दी"}},
      {2, {"🦊"}},
      {2, {"👍🏽"}},
      {2, {"☝🏽"}},
      {2, {"👩‍👩‍👧‍👦"}},
      {2, {"🏳️‍🌈"}},
      {2, {"❤️"}},
      {1, {"❤"}},
      {2, {"1️⃣"}},
      {4, {"🇩🇪", "🇫🇷"}},
      {2, {"🏴󠁧󠁢󠁥󠁮󠁧󠁿"}},
      {4, {"a", "👩‍💻", "b"}},
      {3, {"a", "\xFF", "b"}},
      {3, {"ë", "\xC3", "\xC3"}},
      {2, {"e\u0301", "\xCC"}},
  };
  for (const auto& [width, graphemes] : table) {
    std::string text;
    for (const std::string_view grapheme : graphemes) text += grapheme;
    INFO(text);
    CHECK(width_of(text) == width);
    CHECK(graphemes_of(text) == graphemes);
  }
}

TEST_CASE("a word a few edits away is what was meant") {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"search", "search"},
      {"SEARCH", "search"},
      {"Search", "search"},
      {"serch", "search"},
      {"seearch", "search"},
      {"saerch", "search"},
      {"sxarch", "search"},
      {"searhc", "search"},
      {"srch", ""},
      {"serhc", ""},
      {"seacrh", "search"},
      {"sxxrch", "search"},
      {"sxxxch", ""},
      {"shar", "share"},
      {"sahre", "share"},
      {"shaer", "share"},
      {"shxxe", ""},
      {"connexion", "connection"},
      {"conection", "connection"},
      {"foto", ""},
      {"photos", "photo"},
      {"xyz", ""},
      {"", ""},
      {"sh", ""},
      {"messages", "message"},
      {"masssage", "message"},
      {"conn", "connection"},  // the only one that starts so
      {"CON", "connection"},
  };
  for (const auto& [word, meant] : table) {
    INFO(word);
    REQUIRE(nearest(word, words) == meant);
  }
}

TEST_CASE("of three letters one may be wrong and of two none") {
  constexpr std::array short_words = {"ab"sv, "cat"sv};
  REQUIRE(nearest("ab", short_words) == "ab");
  REQUIRE(nearest("AB", short_words) == "ab");
  REQUIRE(nearest("ax", short_words).empty());
  REQUIRE(nearest("a", short_words).empty());
  REQUIRE(nearest("cut", short_words) == "cat");
  REQUIRE(nearest("act", short_words) == "cat");
  REQUIRE(nearest("cuu", short_words).empty());
  REQUIRE(nearest("cats", short_words) == "cat");
}

TEST_CASE("of words as near as each other the first is meant") {
  constexpr std::array alike = {"bat"sv, "cat"sv, "rat"sv};
  REQUIRE(nearest("xat", alike) == "bat");
  REQUIRE(nearest("rat", alike) == "rat");
  constexpr std::array<std::string_view, 3> starts = {"brand", "bands", "Report.json"};
  REQUIRE(nearest("band", starts) == "bands");
  REQUIRE(nearest("repotr.json", starts) == "Report.json");
}

TEST_CASE("nothing is guessed for a word of more than 64 letters nor without candidates") {
  const std::string long_word(64, 'a');
  const std::array candidates = {std::string_view{long_word}};
  REQUIRE(nearest(long_word, candidates) == long_word);
  REQUIRE(nearest(long_word + "a", candidates).empty());
  REQUIRE(nearest("search", {}).empty());
}

TEST_CASE("a suggestion is made for a near miss only") {
  REQUIRE(suggestion("serch", words) == "; did you mean 'search'?");
  REQUIRE(suggestion("xyz", words).empty());
  REQUIRE(
      not_one_of("serch", words) ==
      "'serch' is not one of search, share, message, connection, photo; did you mean 'search'?");
  REQUIRE(not_one_of("xyz", words) ==
          "'xyz' is not one of search, share, message, connection, photo");
  REQUIRE(not_one_of("", {}) == "'' is not one of ");
}

TEST_CASE("what is too long to be quoted is cut between graphemes") {
  REQUIRE(shortened("") == "");
  REQUIRE(shortened(std::string(59, 'a')) == std::string(59, 'a'));
  REQUIRE(shortened(std::string(60, 'a')) == std::string(60, 'a'));
  REQUIRE(shortened(std::string(61, 'a')) == std::string(60, 'a') + "...");
  REQUIRE(shortened(std::string(100'000, 'a')) == std::string(60, 'a') + "...");
  REQUIRE(shortened(std::string(58, 'a') + "ë!") == std::string(58, 'a') + "ë...");
  REQUIRE(shortened(std::string(59, 'a') + "ë") == std::string(59, 'a') + "...");
  REQUIRE(shortened(std::string(58, 'a') + "e\u0301") == std::string(58, 'a') + "...");
  REQUIRE(shortened(std::string(57, 'a') + "e\u0301!") == std::string(57, 'a') + "e\u0301...");
  REQUIRE(shortened(std::string(50, 'a') + "👩‍👩‍👧‍👦") ==
          std::string(50, 'a') + "...");
  REQUIRE(shortened("a" + std::string(30, '\xFF') + "bb") == "a" + std::string(30, '\xFF') + "bb");
  REQUIRE(shortened(std::string(61, '\xFF')) == std::string(60, '\xFF') + "...");
  REQUIRE(shortened(std::string(57, 'a') + "🦊") == std::string(57, 'a') + "...");
  REQUIRE(not_one_of(std::string(61, 'a'), words) ==
          "'" + std::string(60, 'a') +
              "...' is not one of search, share, message, connection, photo");
}

TEST_CASE("text is broken between words, by columns and not by bytes") {
  const struct {
    std::string text;
    std::size_t width;
    std::string lines;
  } table[] = {
      {"", 5, ""},
      {"one", 5, "one"},
      {"one two", 7, "one two"},
      {"one two", 6, "one\ntwo"},
      {"one two three", 7, "one two\nthree"},
      {"longer than that", 3, "longer\nthan\nthat"},
      {"ë ë", 3, "ë ë"},
      {"e\u0308 e\u0308", 3, "e\u0308 e\u0308"},
      {"李 龍", 5, "李 龍"},
      {"李 龍", 4, "李\n龍"},
      {"a b c d", 3, "a b\nc d"},
  };
  for (const auto& [text, width, lines] : table) {
    INFO(text);
    CHECK(wrapped(text, width) == lines);
  }
}

TEST_CASE("a number of bytes is shown in the largest unit of which it is a whole number") {
  REQUIRE(byte_size(0) == "0 bytes");
  REQUIRE(byte_size(1023) == "1023 bytes");
  REQUIRE(byte_size(1024) == "1 KiB");
  REQUIRE(byte_size(1025) == "1025 bytes");
  REQUIRE(byte_size(64 << 10U) == "64 KiB");
  REQUIRE(byte_size((1U << 20U) + 1024) == "1025 KiB");
  REQUIRE(byte_size(std::size_t{1} << 30U) == "1 GiB");
  REQUIRE(byte_size(std::size_t{4} << 40U) == "4096 GiB");
}

TEST_CASE("only one of a thing is named in the singular") {
  REQUIRE(counted(0, "member", "members") == "0 members");
  REQUIRE(counted(1, "member", "members") == "1 member");
  REQUIRE(counted(2, "member", "members") == "2 members");
  REQUIRE(counted(~std::uint64_t{0}, "a", "b") == "18446744073709551615 b");
}

}  // namespace
}  // namespace ssi::test
