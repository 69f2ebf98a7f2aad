#include "linkedin/api_pages.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/read_error.hpp"
#include "support/catch.hpp"

namespace ssi::linkedin::test {
namespace {

struct Read {
  std::vector<std::string> rows{};  // date and link
  std::vector<std::string> places{};
  std::vector<bool> broken{};
};

Read reposts_of(const std::string& json) {
  Read read;
  ApiPages{json}.read(Kind::reposts, "a.json", [&](const Row& row) {
    CHECK(row.file == "a.json");
    read.rows.push_back(std::string{row[column::published_at]} + " " +
                        std::string{row[column::link]});
    read.places.push_back(std::to_string(row.position.value().line) + row.pointer);
    read.broken.push_back(row.is_broken);
  });
  return read;
}

std::string refusal_of(const std::string& json) try {
  (void)ApiPages{json};
  return "";
} catch (const ReadError& error) {
  return error.what();
}

std::string page(const std::string& rows, const std::string& domain = "INSTANT_REPOSTS") {
  return R"({"snapshotDomain": ")" + domain + R"(", "snapshotData": [)" + rows + "]}";
}

const std::string a = R"({"Date": "1", "Link": "a"})";
const std::string b = R"({"Link": "b", "Date": "2"})";

TEST_CASE("pages are read alone, in an array, within elements, and a line each") {
  for (const std::string& json : {
           page(a + "," + b),
           "[" + page(a) + "," + page(b) + "]",
           R"({"paging": {}, "elements": [)" + page(a + "," + b) + "]}",
           R"([{"elements": [)" + page(a) + R"(]}, {"elements": [)" + page(b) + "]}]",
           page(a) + "\n\n" + page(b) + "\r\n",
           R"({"elements": [)" + page(a) + "]}\n" + R"({"elements": [)" + page(b) + "]}",
           page(a) + "\n" + page(a, "PHONE_NUMBERS") + "\n" + page(b),
           page("") + "\n" + page(a + "," + b),
       }) {
    INFO(json);
    CHECK(reposts_of(json).rows == std::vector<std::string>{"1 a", "2 b"});
  }
}

TEST_CASE("a row has its line and its pointer") {
  CHECK(reposts_of("[" + page(a) + ", " + page(b) + "]").places ==
        std::vector<std::string>{"1/0/snapshotData/0", "1/1/snapshotData/0"});
  CHECK(reposts_of(page(a) + "\n" + R"({"elements": [)" + page(a + "," + b) + "]}").places ==
        std::vector<std::string>{"1/snapshotData/0", "2/elements/0/snapshotData/0",
                                 "2/elements/0/snapshotData/1"});
}

TEST_CASE("a value is as a table would have it") {
  CHECK(reposts_of(page(R"({"DATE": " 1 ", "link": null})")).rows ==
        std::vector<std::string>{"1 "});
  CHECK(reposts_of(page(R"({"Date": 12, "Link": true})")).rows ==
        std::vector<std::string>{"12 true"});
  CHECK(reposts_of(page(R"({"Date": "", "date": "2", "Link": {"a": [1, 2]}})")).rows ==
        std::vector<std::string>{R"(2 {"a":[1,2]})"});
}

TEST_CASE("a row that is no object is broken") {
  CHECK(reposts_of(page("1," + a + ",[],null")).broken ==
        std::vector<bool>{true, false, true, true});
}

TEST_CASE("data that is no array is a row by itself") {
  const std::string domain = R"({"snapshotDomain": "INSTANT_REPOSTS", "snapshotData": )";
  CHECK(reposts_of(domain + a + "}").rows == std::vector<std::string>{"1 a"});
  CHECK(reposts_of(domain + a + "}").places == std::vector<std::string>{"1/snapshotData"});
  CHECK(reposts_of(domain + "1}").broken == std::vector<bool>{true});
  CHECK(ApiPages{R"({"snapshotDomain": "INSTANT_REPOSTS"})"}.kinds().empty());
}

TEST_CASE("the kinds are those of which there are pages, rows or none") {
  const std::string json = "[" + page("", "INBOX") + "," + page(a, "ALL_LIKES") + "," +
                           page(b, "ALL_LIKES") + "," + page("", "LOGINS") + "]";
  CHECK(ApiPages{json}.kinds() == std::set<Kind>{Kind::messages, Kind::reactions});
}

TEST_CASE("pages follow each other with anything between that parts values") {
  const std::string pretty = "{\n \"elements\": [" + page(a) + "\n]\n}";
  for (const std::string_view between : {"", "\n", " ", "\r\n", "\n\n12\n"}) {
    CHECK(reposts_of(page(a) + std::string{between} + page(b)).rows.size() == 2);
    CHECK(reposts_of(pretty + std::string{between} + pretty).rows.size() == 2);
  }
  CHECK(reposts_of(pretty + "\n" + pretty).places ==
        std::vector<std::string>{"1/elements/0/snapshotData/0", "5/elements/0/snapshotData/0"});
  for (const std::string_view cut : {"{", ",{}", "]", "nonsense"}) {
    CHECK(refusal_of(page(a) + "\n" + std::string{cut}).starts_with("not valid JSON"));
  }
}

TEST_CASE("what is no page of the API is refused") {
  for (const std::string_view json :
       {"", " \n", "{}", "[]", "1", "null", "Date,Link\n1,a\n", R"({"activities": []})", "{",
        R"({"snapshotDomain": 1, "snapshotData": []})",
        "{\"snapshotDomain\": \"INSTANT_REPOSTS\", \"snapshotData\": []}\nnonsense\n"}) {
    INFO(json);
    CHECK_THROWS_AS(ApiPages{std::string{json}}, ReadError);
  }
}

TEST_CASE("JSON that is nested without end is refused") {
  for (const std::string& open : {std::string{"["}, std::string{R"({"elements":)"}}) {
    std::string json;
    for (int i = 0; i < 100'000; ++i) json += open;
    CHECK_THROWS_AS(ApiPages{json}, ReadError);
  }
}

}  // namespace
}  // namespace ssi::linkedin::test
