// What the logs in tests/fixtures/log do not already hold `locate` to.

#include "base/json_place.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

// What stands in `json` where `locate` points, up to the end.
std::string found(std::string_view json, std::string_view pointer, Part part = Part::value,
                  std::size_t occurrence = 0) {
  std::string padded{json};
  padded.append(simdjson::SIMDJSON_PADDING, ' ');
  const JsonPlace place{std::string{pointer}, part, occurrence};
  return std::string{json.substr(locate({padded.data(), json.size()}, {&place, 1}).front())};
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

TEST_CASE("many places are found in one pass as each by itself", "[locate]") {
  const std::string json =
      R"({"a": [10, {"b": "x", "b": 2}, [[], [3]]], "c": {"d": {}}, "a": [4, {"b": {"e": 5}}]})";
  std::string padded = json;
  padded.append(simdjson::SIMDJSON_PADDING, ' ');
  const std::string_view text{padded.data(), json.size()};
  const std::vector<JsonPlace> places = {{"/c/d"},
                                         {""},
                                         {"/a/1/b/e"},
                                         {"/a/0"},
                                         {"/a", Part::key, 1},
                                         {"/a", Part::key},
                                         {"/a/1/b/e/f"},
                                         {"/a/7"},
                                         {"/c/d", Part::key},
                                         {"/x"},
                                         {"/a/0"},
                                         {"/c/x"},
                                         {"/a/2/1/0"},
                                         {"/a/1"},
                                         {"/a/1/b", Part::key, 0}};
  const std::vector<std::size_t> offsets = locate(text, places);
  const std::vector<Position> positions = positions_at(text, offsets, 3);
  for (std::size_t i = 0; i < places.size(); ++i) {
    INFO(places[i].pointer);
    CHECK(offsets[i] == locate(text, {&places[i], 1}).front());
    CHECK(positions[i] == position_at(text, offsets[i], 3));
  }
  CHECK(json.substr(offsets[0]) == R"({}}, "a": [4, {"b": {"e": 5}}]})");
  CHECK(json.substr(offsets[2]) == "5}}]}");
}

TEST_CASE("what is too large or too deep is named by its pointer", "[locate]") {
  const auto excess_in = [](std::string json) {
    const std::size_t size = json.size();
    json.append(simdjson::SIMDJSON_PADDING, ' ');
    return find_excess({json.data(), size});
  };
  CHECK_FALSE(excess_in(R"({"a": [1, {"b": 2}]})").has_value());
  const auto large = excess_in(R"({"a": [1, {"b/c": [18446744073709551616, 1e400]}], "d": 1e999})");
  REQUIRE(large.has_value());
  CHECK(large->pointer == "/a/1/b~1c/1");
  CHECK(large->offset == 41);
  CHECK(large->message == "the number 1e400 is too large");
  const auto deep = excess_in("[0, " + std::string(64, '[') + std::string(64, ']') + "]");
  REQUIRE(deep.has_value());
  CHECK(deep->message == "nested more than 64 deep");
  CHECK(deep->pointer.starts_with("/1/0/0"));
  CHECK(deep->pointer.size() == 2 * 64);
}

TEST_CASE("a key is repeated if its own object has had it before", "[locate]") {
  const auto repeated_in = [](std::string json) {
    const std::size_t size = json.size();
    json.append(simdjson::SIMDJSON_PADDING, ' ');
    return repeated_keys({json.data(), size});
  };
  using Keys = std::vector<RepeatedKey>;
  CHECK(repeated_in(R"([1, "a", "a", {"a": {"a": "b"}, "b": {"b": [{"a": 1}, {"a": 2}]}}])") ==
        Keys{});
  CHECK(repeated_in(R"({"a": {"a": 1, "b": 2}, "b": "a", "\u0061": 1, "a": 2})") ==
        Keys{{"a", 34}, {"a", 47}});
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
