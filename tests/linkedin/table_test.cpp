#include "linkedin/table.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace ssi::linkedin::test {
namespace {

using Fields = std::vector<std::string>;

std::vector<Fields> rows_of(const std::string& text, Kind kind) {
  std::vector<Fields> rows;
  read_table(text, info(kind),
             [&](const Row& row) { rows.emplace_back(row.fields.begin(), row.fields.end()); });
  return rows;
}

// What is read of it as reposts, whose columns are Date and Link.
std::vector<Fields> reposts(const std::string& text) {
  return rows_of(text, Kind::reposts);
}

TEST_CASE("columns are found by name, wherever they stand and whatever else there is") {
  const std::vector<Fields> wanted = {{"1", "a"}, {"2", "b"}};
  for (const std::string_view text : {
           "Date,Link\n1,a\n2,b\n", "Link,Date\na,1\nb,2\n", "DATE, link \n1,a\n2,b",
           "\"Date\",\"Link\"\r\n\"1\",\"a\"\r\n2,b\r\n", "Extra,Date,,Link,,\nx,1,y,a,,\n,2,,b\n",
           "Date\tLink\n1\ta\n2\tb\n", "Date;Link\n1;a\n2;b\n",
           "Date,Link\n\n1,a\n,\n \n\"\",\"\"\n2,b\n,,,,\n\n",  // rows of nothing
           "Date,Link,Date\n1,a,x\n2,b\n",                      // of two columns alike the first
           "Date,Link,Date\n1,a,1\n,b,2\n",                     // unless it is empty
       }) {
    INFO(text);
    CHECK(reposts(std::string{text}) == wanted);
  }
}

TEST_CASE("a missing field and a missing column are both empty, but not the same") {
  std::vector<bool> has_link;
  const auto receive = [&](const Row& row) {
    CHECK(row[column::link].empty());
    has_link.push_back(row[column::link].data() != nullptr);
  };
  read_table("Date\n1\n", info(Kind::reposts), receive);
  read_table("Date,Link\n1\n2,\n", info(Kind::reposts), receive);
  CHECK(has_link == std::vector<bool>{false, true, true});
}

TEST_CASE("lines before the header are passed over") {
  const std::string preamble = "Notes:\n\"A quoted, \"\"long\"\"\nparagraph\"\n\n";
  CHECK(reposts(preamble + "Date,Link\n1,a\n") == std::vector<Fields>{{"1", "a"}});
  CHECK(reposts("\n\n" + preamble + "Date,Link\n1,a\n") == std::vector<Fields>{{"1", "a"}});
}

TEST_CASE("a table with no row is one") {
  for (const std::string_view text :
       {"Date,Link", "Date,Link\n", "Date,Link\n,\n\n", "No conversations found",
        "No conversations found\r\n", "\n No invitations found \n"}) {
    INFO(text);
    CHECK(reposts(std::string{text}).empty());
  }
}

TEST_CASE("a text without the header of its kind is no table") {
  for (const std::string_view text :
       {"", "\n\n", "1,a\n2,b\n", "Datum,Link\n1,a\n", "No conversations found\nDatum\n",
        "No conversation\n", "Link\na\n"}) {
    INFO(text);
    CHECK_THROWS_AS(reposts(std::string{text}), TableError);
  }
  std::string deep;  // a header is not looked for all through a file
  for (int i = 0; i < 50; ++i) deep += "x,y\n";
  CHECK_THROWS_AS(reposts(deep + "Date,Link\n1,a\n"), TableError);
}

TEST_CASE("a kind of which no column is read takes its first line for the header") {
  for (const std::string_view text : {"School Name,Notes\nX,\n\nY,\n", "School\nX\n\nY, Z\n",
                                      "\n\"School\"\t\"Notes\"\n\"X, X\"\t\"\"\n\"Y\"\t\"Z\nZ\"\n",
                                      "\"School\";\"Notes\"\r\n\"X\";\"X, X\"\r\n\"Y\";\"\"\r\n"}) {
    INFO(text);
    CHECK(rows_of(std::string{text}, Kind::education).size() == 2);
  }
  CHECK(rows_of("School Name,Notes\n", Kind::education).empty());
  for (const std::string_view text : {"", "\"\"", "\n\"\" \n"}) {
    INFO(text);
    CHECK_THROWS_AS(rows_of(std::string{text}, Kind::education), TableError);
  }
}

TEST_CASE("rows know their line and their text") {
  std::vector<std::uint64_t> lines;
  std::vector<std::string> texts;
  read_table("\nDate,Link\n1,\"a\nb\"\n\n2,b \n", info(Kind::reposts), [&](const Row& row) {
    lines.push_back(row.position.value().line);
    texts.emplace_back(row.text);
  });
  CHECK(lines == std::vector<std::uint64_t>{3, 6});
  CHECK(texts == std::vector<std::string>{"1,\"a\nb\"", "2,b"});
}

TEST_CASE("tables that LinkedIn quotes badly are read as CSV where they are in order") {
  // all quoted: no line starts with a bare date
  CHECK(rows_of("Date,Link,Message\n\"2024-03-20 15:09:26\",\"http://a\",\"x\ny\"\n",
                Kind::comments) == std::vector<Fields>{{"2024-03-20 15:09:26", "http://a"}});
  // the columns in another order
  CHECK(rows_of("Search Query,Time\n\"a, b\",2024/03/21 10:57:48 UTC\n", Kind::searches) ==
        std::vector<Fields>{{"2024/03/21 10:57:48 UTC", "a, b"}});
  // separated by tabs, as in 2018
  CHECK(rows_of("\"Time\"\t\"Search Query\"\n\"2018/01/02 10:00:00 UTC\"\t\"a, \"\"b\"\"\"\n",
                Kind::searches) == std::vector<Fields>{{"2018/01/02 10:00:00 UTC", "a, \"b\""}});
}

TEST_CASE("the page of an article tells when it was published") {
  const auto published = [](const std::string& html) {
    std::string date = "unread";
    read_page(html, [&](const Row& row) { date = row[column::published_at]; });
    return date;
  };
  const auto page = [](const std::string& line) {
    return "<html><body>\n<p class=\"created\">Created on 2020-01-01 08:00</p>\n<p "
           "class=\"published\">" +
           line + "</p>\n<p>Published on 1999-01-01 00:00</p></body></html>";
  };
  CHECK(published(page("Published on 2026-04-29 16:23")) == "2026-04-29 16:23");
  CHECK(published(page(" Published on  2026-04-29 16:23\n")) == "2026-04-29 16:23");
  CHECK(published(page("Published on ---")) == "---");
  CHECK(published(page("Not published yet")) == "Not published yet");
  CHECK(published("<p class=\"published\">cut") == "cut");
  CHECK_THROWS_AS(published("<html></html>"), TableError);
  CHECK_THROWS_AS(published(""), TableError);
}

}  // namespace
}  // namespace ssi::linkedin::test
