#include "linkedin/text.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "support/catch.hpp"

namespace ssi::linkedin::test {
namespace {

using namespace std::string_literals;

struct Decoded {
  Encoding encoding{};
  std::string text{};
  bool operator==(const Decoded&) const = default;
};

Decoded decoded(std::string text) {
  const Encoding encoding = to_utf8(text);
  return {encoding, text};
}

// `text`, of characters below U+0100, in UTF-16 with its mark.
std::string utf16(std::string_view text, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : text) out += big_endian ? "\0"s + c : c + "\0"s;
  return out;
}

TEST_CASE("UTF-8 stays as it is but for its byte order mark") {
  CHECK(decoded("") == Decoded{Encoding::utf8, ""});
  CHECK(decoded("Jörg 漢字 🚀\r\n") == Decoded{Encoding::utf8, "Jörg 漢字 🚀\r\n"});
  CHECK(decoded("\uFEFFDate") == Decoded{Encoding::utf8, "Date"});
  CHECK(decoded("\uFEFF\uFEFFDate") == Decoded{Encoding::utf8, "\uFEFFDate"});
  CHECK(decoded("Da\uFEFFte") == Decoded{Encoding::utf8, "Da\uFEFFte"});
  CHECK(decoded("\uFEFF") == Decoded{Encoding::utf8, ""});
}

TEST_CASE("UTF-16 is read in either order of its bytes") {
  for (const bool big_endian : {false, true}) {
    CHECK(decoded(utf16("\"Date\"\t\"x\"\r\n", big_endian)) ==
          Decoded{Encoding::wide, "\"Date\"\t\"x\"\r\n"});
    CHECK(decoded(utf16("\xE4", big_endian)) == Decoded{Encoding::wide, "ä"});
    CHECK(decoded(utf16("", big_endian)) == Decoded{Encoding::wide, ""});
  }
  // one character for each length in UTF-8, the two at each limit
  CHECK(decoded("\xFF\xFE\x7F\x00\x80\x00\xFF\x07\x00\x08\xFD\xFF"s) ==
        Decoded{Encoding::wide, "\x7F\u0080\u07FF\u0800\uFFFD"});
}

TEST_CASE("UTF-16 and UTF-32 are read without a mark, too, where the text starts in ASCII") {
  const Decoded wanted{Encoding::wide, "Date Ł 🚀"};
  CHECK(decoded("D\0a\0t\0e\0 \0\x41\x01 \0\x3D\xD8\x80\xDE"s) == wanted);
  CHECK(decoded("\0D\0a\0t\0e\0 \x01\x41\0 \xD8\x3D\xDE\x80"s) == wanted);
  const std::string little =
      "D\0\0\0a\0\0\0t\0\0\0e\0\0\0 \0\0\0\x41\x01\0\0 \0\0\0\x80\xF6\x01\0"s;
  CHECK(decoded(little) == wanted);
  CHECK(decoded("\xFF\xFE\0\0"s + little) == wanted);
  CHECK(decoded("\0\0\xFE\xFF\0\0\0D\0\x11\0\0\0\0\xD8\0"s).text == "D\uFFFD\uFFFD");
}

TEST_CASE("characters beyond the first 65,536 are two units of UTF-16") {
  CHECK(decoded("\xFF\xFE\x3D\xD8\x80\xDE"s) == Decoded{Encoding::wide, "🚀"});
  CHECK(decoded("\xFE\xFF\xD8\x3D\xDE\x80"s) == Decoded{Encoding::wide, "🚀"});
  CHECK(decoded("\xFF\xFE\x00\xD8\x00\xDC\xFF\xDB\xFF\xDF"s) ==
        Decoded{Encoding::wide, "\U00010000\U0010FFFF"});
}

TEST_CASE("half a character of UTF-16 is replaced, and nothing beside it") {
  const std::vector<std::pair<std::string, std::string>> halves = {
      {"\x3D\xD8"s, "\uFFFD"},                   // at the end
      {"\x3D\xD8\x41\x00"s, "\uFFFDA"},          // a lead alone
      {"\x80\xDE\x41\x00"s, "\uFFFDA"},          // a trail alone
      {"\x3D\xD8\x3D\xD8\x80\xDE"s, "\uFFFD🚀"},  // two leads
      {"\x80\xDE\x3D\xD8"s, "\uFFFD\uFFFD"},     // the wrong way round
      {"\x3D\xD8\x80"s, "\uFFFD\0"s},            // a byte short
  };
  for (const auto& [units, text] : halves) {
    CHECK(decoded("\xFF\xFE" + units).text == text);
  }
}

TEST_CASE("what is neither is taken for Latin-1, byte by byte") {
  CHECK(decoded("J\xF6rg") == Decoded{Encoding::latin1, "Jörg"});
  CHECK(decoded("\x80\xFF") == Decoded{Encoding::latin1, "\u0080ÿ"});
  CHECK(decoded("\xC3") == Decoded{Encoding::latin1, "Ã"});  // UTF-8 cut short
}

TEST_CASE("whatever the bytes, what comes out is UTF-8") {
  constexpr unsigned seed = 20;
  INFO("seed " << seed);
  std::mt19937 random{seed};
  const std::array<std::string, 6> starts = {
      "", "\xFF\xFE", "\xFE\xFF", "\xEF\xBB\xBF", "\xFF\xFE\0\0"s, "\0\0\xFE\xFF"s};
  for (int i = 0; i < 2000; ++i) {
    std::string text = starts.at(random() % starts.size());
    for (std::size_t n = random() % 24; n > 0; --n) {
      const auto byte = random() % 3 == 0 ? 0xD8 + random() % 8 : random() % 256;
      text += static_cast<char>(byte);
    }
    (void)to_utf8(text);
    REQUIRE(simdjson::validate_utf8(text));
  }
}

TEST_CASE("white space goes from both ends only, no-break spaces included") {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"", ""},
      {"a", "a"},
      {" \t\r\n", ""},
      {"  a b\t", "a b"},
      {"\u00A0\u202F\uFEFFa\u202Fb\u00A0 ", "a\u202Fb"},
      {"é", "é"},
      {" é ", "é"},
      {"\xC2", "\xC2"},  // half of a no-break space
  };
  for (const auto& [text, wanted] : texts) CHECK(trimmed(text) == wanted);
}

TEST_CASE("escapes of addresses are taken out, and what only looks like them stays") {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"urn%3Ali%3aactivity%3A1", "urn:li:activity:1"},
      {"j%C3%B6rg", "jörg"},
      {"%2525", "%25"},  // once
      {"%", "%"},
      {"100%", "100%"},
      {"%4", "%4"},
      {"%zz%4g%41", "%zz%4gA"},
      {"%-1%+1% 1", "%-1%+1% 1"},
      {"", ""},
  };
  for (const auto& [text, wanted] : texts) {
    INFO(text);
    CHECK(percent_decoded(text) == wanted);
  }
}

TEST_CASE("a profile has one key, however its address is spelled") {
  for (const std::string_view url :
       {"https://www.linkedin.com/in/jane-doe", "http://linkedin.com/in/jane-doe/",
        "https://de.linkedin.com/in/Jane-Doe", "www.linkedin.com/in/jane-doe?trk=x",
        "https://www.linkedin.com/in/jane-doe#about", " https://www.linkedin.com/in/jane%2Ddoe\t",
        "/in/jane-doe//"}) {
    INFO(url);
    CHECK(profile_key(url) == "in/jane-doe");
  }
  CHECK(profile_key("https://www.linkedin.com/in/j%C3%B6rg") ==
        profile_key("https://www.linkedin.com/in/jörg"));
  CHECK(profile_key("https://www.linkedin.com/in/jane") !=
        profile_key("https://www.linkedin.com/in/jane-doe"));
  CHECK(profile_key("https://www.linkedin.com/company/in") ==
        "https://www.linkedin.com/company/in");
  CHECK(profile_key("https://www.linkedin.com/in/jane-doe/details/skills/") == "in/jane-doe");
  CHECK(profile_key("") == "");
  CHECK(profile_key("/") == "");
}

TEST_CASE("an address without a name is nobody's") {
  for (const std::string_view url :
       {"https://www.linkedin.com/in", "https://www.linkedin.com/in/", "http://linkedin.com/in?x=1",
        "www.linkedin.com/in#", "/in/", "in/", "https://www.linkedin.com/", "www.linkedin.com"}) {
    INFO(url);
    CHECK(profile_key(url) == "");
  }
}

TEST_CASE("words are compared in small letters with single blanks, names with their accents") {
  CHECK(folded("  Ann \t\u00A0 B  ") == "ann b");
  CHECK(folded("J\u00D6RG \u0141\u00D3D\u0179 \u0178\u00C7 \u00D7") ==
        "j\u00F6rg \u0142\u00F3d\u017A \u00FF\u00E7 \u00D7");
  CHECK(folded("\u0391\u03A9 \u0410\u042F\u0401 \u0139\u0147 \u0100\u0136") ==
        "\u03B1\u03C9 \u0430\u044F\u0451 \u013A\u0148 \u0101\u0137");
  CHECK(folded("\u6F22\u5B57") == "\u6F22\u5B57");
  CHECK(folded("") == "");
  CHECK(folded("\xC3") == "\xC3");
  CHECK(without_accents("Gr\u00FCnder \u017Bo\u0142\u0105d\u017A \u00D8re \u0160\u0165") ==
        "grunder zoladz ore st");
}

TEST_CASE("a share has one key, however the link to it is spelled") {
  for (const std::string_view link :
       {"https://www.linkedin.com/feed/update/urn:li:share:6999000000000000001",
        "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A6999000000000000001",
        "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A6999000000000000001/",
        "https://www.linkedin.com/feed/update/urn:li:share:6999000000000000001?commentUrn=1234",
        "https://www.linkedin.com/posts/jane_hello-activity-6999000000000000001-abcd",
        "https://www.linkedin.com/posts/jane-2_24-hello-activity-6999000000000000001-a9B1"}) {
    INFO(link);
    CHECK(share_key(link) == 6999000000000000001U);
  }
  CHECK(share_key("https://www.linkedin.com/feed/") == 0);
  CHECK(share_key("") == 0);
  CHECK(share_key("urn:li:share:18446744073709551615") == 18446744073709551615U);
  CHECK(share_key("urn:li:share:18446744073709551616") == 0);  // a number of no share
}

}  // namespace
}  // namespace ssi::linkedin::test
