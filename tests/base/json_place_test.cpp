// What the logs in tests/fixtures/log do not already hold `locate` to.

#include "base/json_place.hpp"

#include <string>
#include <string_view>
#include <utility>

#include <simdjson.h>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

// What stands in `json` where `locate` points, up to the end.
std::string found(std::string_view json, std::string_view pointer, Part part = Part::value,
                  std::size_t occurrence = 0) {
  std::string padded{json};
  padded.append(simdjson::SIMDJSON_PADDING, ' ');
  return std::string{json.substr(locate({padded.data(), json.size()}, pointer, part, occurrence))};
}

TEST_CASE("a pointer leads to its value or to its key", "[locate]") {
  constexpr std::string_view json = R"({"a": [10, {"b": "x", "c": 2}], "b": null})";
  CHECK(found(json, "") == json);
  CHECK(found(json, "/a") == R"([10, {"b": "x", "c": 2}], "b": null})");
  CHECK(found(json, "/a/0") == R"(10, {"b": "x", "c": 2}], "b": null})");
  CHECK(found(json, "/a/1/c") == R"(2}], "b": null})");
  CHECK(found(json, "/a/1/c", Part::key) == R"("c": 2}], "b": null})");
  CHECK(found(json, "/b") == "null}");
  CHECK(found(json, "/b", Part::key) == R"("b": null})");
}

TEST_CASE("of values with equal keys a pointer means the last, of the keys the one asked for",
          "[locate]") {
  constexpr std::string_view json = R"({"a": 1, "a": {"b": 2, "\u0062": 3}})";
  CHECK(found(json, "/a") == R"({"b": 2, "\u0062": 3}})");
  CHECK(found(json, "/a/b") == "3}}");
  CHECK(found(json, "/a/b", Part::key, 0) == R"("b": 2, "\u0062": 3}})");
  CHECK(found(json, "/a/b", Part::key, 1) == R"("\u0062": 3}})");
}

TEST_CASE("a pointer spells keys as RFC 6901 does", "[locate]") {
  constexpr std::string_view json = R"({"": 1, "a/b": 2, "m~n": 3, "~1": 4, "\"": 5})";
  for (const auto& [key, value] : {std::pair{"", "1"}, std::pair{"a/b", "2"}, std::pair{"m~n", "3"},
                                   std::pair{"~1", "4"}, std::pair{"\"", "5"}}) {
    INFO(key);
    CHECK(found(json, '/' + pointer_token(key)).substr(0, 1) == value);
  }
  CHECK(pointer_token("a/b") == "a~1b");
  CHECK(pointer_token("~1") == "~01");
  CHECK(pointer_token("") == "");
}

TEST_CASE("a pointer to what is missing leads to what should hold it", "[locate]") {
  constexpr std::string_view json = R"( {"a": {"b": 1}, "c": [1]})";
  CHECK(found(json, "/x") == json.substr(1));
  CHECK(found(json, "/a/x") == R"({"b": 1}, "c": [1]})");
  CHECK(found(json, "/c/9") == "[1]}");
}

TEST_CASE("a column counts characters, a line ends at its line feed", "[locate]") {
  constexpr std::string_view text = "a\r\n\xC3\xA9\xF0\x9F\x98\x80z\n";
  CHECK(position_at(text, 0, 1) == Position{1, 1});
  CHECK(position_at(text, 2, 1) == Position{1, 3});  // the line feed belongs to its line
  CHECK(position_at(text, 3, 1) == Position{2, 1});
  CHECK(position_at(text, 5, 1) == Position{2, 2});
  CHECK(position_at(text, 9, 1) == Position{2, 3});
  CHECK(position_at(text, text.size(), 1) == Position{3, 1});
  CHECK(position_at(text, 9, 41) == Position{42, 3});
  CHECK(position_at("", 0, 7) == Position{7, 1});
}

}  // namespace
}  // namespace ssi::test
