#include "linkedin/records.hpp"

#include <chrono>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace ssi::linkedin::test {
namespace {

using namespace std::string_literals;
using Fields = std::vector<std::string>;

struct Got {
  std::vector<Fields> records{};  // unquoted
  std::vector<std::uint64_t> lines{};
  std::vector<bool> broken{};
};

Got read_all(const std::string& text, Framing framing = Framing::csv, char separator = ',') {
  Got got;
  RecordReader reader{text, separator};
  Record record;
  std::string storage;
  while (reader.read(framing, record)) {
    Fields fields;
    for (const std::string_view field : record.fields) {
      fields.emplace_back(unquoted(field, storage));
    }
    got.records.push_back(std::move(fields));
    got.lines.push_back(record.line);
    got.broken.push_back(record.is_broken);
  }
  return got;
}

TEST_CASE("CSV is read as RFC 4180 has it") {
  struct Sample {
    std::string text;
    std::vector<Fields> records;
  };
  const std::vector<Sample> samples = {
      {"", {}},
      {"a", {{"a"}}},
      {"a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"a,b\r\nc,d\r", {{"a", "b"}, {"c", "d"}}},
      {",\n", {{"", ""}}},
      {"\n\na\n", {{""}, {""}, {"a"}}},
      {"\"a,b\",c\n", {{"a,b", "c"}}},
      {"\"a\nb\",c\n", {{"a\nb", "c"}}},
      {"\"a\r\nb\",c\r\n", {{"a\r\nb", "c"}}},
      {"\"say \"\"yes\"\"\",c\n", {{"say \"yes\"", "c"}}},
      {"\"\"\"\",c\n", {{"\"", "c"}}},
      {"\"\",\"\"\n", {{"", ""}}},
      {"\"\"\n\"\"", {{""}, {""}}},
      {"a,\"b\"", {{"a", "b"}}},
      {"漢,\"字,\n\"\n", {{"漢", "字,\n"}}},
  };
  for (const auto& [text, records] : samples) {
    INFO(text);
    CHECK(read_all(text).records == records);
  }
}

TEST_CASE("other separators part fields as commas do") {
  CHECK(read_all("a\tb,c\t\"d\te\"\n", Framing::csv, '\t').records ==
        std::vector<Fields>{{"a", "b,c", "d\te"}});
  CHECK(read_all("a;\"b;\"\n", Framing::csv, ';').records == std::vector<Fields>{{"a", "b;"}});
}

TEST_CASE("a quote that ends no field is a quote") {
  const std::vector<std::pair<std::string, Fields>> samples = {
      {"a \"b\" c,d\n", {"a \"b\" c", "d"}},
      {"\"a \"b\" c\",d\n", {"a \"b\" c", "d"}},
      {"\"a\" b,c\"\n", {"a\" b,c"}},
      {"\"a \\\"b\\\" c\",d\n", {"a \\\"b\\\" c", "d"}},
  };
  for (const auto& [text, fields] : samples) {
    INFO(text);
    CHECK(read_all(text).records == std::vector<Fields>{fields});
  }
}

TEST_CASE("a line break between two pairs of quotes is part of the text") {
  CHECK(read_all("1,\"Two lines\"\"\n\"\"of text\",x\n2,b,c\n").records ==
        std::vector<Fields>{{"1", "Two lines\"\n\"of text", "x"}, {"2", "b", "c"}});
}

TEST_CASE("a record has the line on which it starts, whatever is in it") {
  CHECK(read_all("a\n\"b\nc\r\nd\"\ne\n\nf").lines == std::vector<std::uint64_t>{1, 2, 5, 6, 7});
}

TEST_CASE("a quote that is never closed breaks its own line only") {
  const Got got = read_all("a,b\n\"c,d\ne,f\ng,h\n");
  CHECK(got.records == std::vector<Fields>{{"a", "b"}, {"\"c,d"}, {"e", "f"}, {"g", "h"}});
  CHECK(got.broken == std::vector<bool>{false, true, false, false});
  CHECK(got.lines == std::vector<std::uint64_t>{1, 2, 3, 4});
}

TEST_CASE("of a row with millions of fields only those are kept that a column may have") {
  const auto fields_of = [](std::size_t commas) {
    Got got = read_all(std::string(commas, ',') + "\na,b\n");
    CHECK(got.records.at(1) == Fields{"a", "b"});
    return got.records.at(0).size();
  };
  CHECK(fields_of(998) == 999);
  CHECK(fields_of(999) == 1000);
  CHECK(fields_of(1000) == 1000);
  CHECK(fields_of(1'000'000) == 1000);
}

TEST_CASE("dated records start where a line has a date and a link") {
  const std::string link = ",https://www.linkedin.com/feed/update/1,";
  const std::string text = "2024-03-20 15:09:26" + link + "\"a, \\\"b\\\"\"\n" +  //
                           "2024-03-19 10:00:00" + link + "one\n\ntwo, \"three\n" +
                           "2024-03-18 10:00:00, no link\r\n" +  //
                           "2017/06/08 08:15:44 UTC" + link + "\n";
  const Got got = read_all(text, Framing::dated);
  REQUIRE(got.records.size() == 3);
  for (const Fields& fields : got.records) {
    CHECK(fields.size() == 3);
    CHECK(fields[1] == "https://www.linkedin.com/feed/update/1");
  }
  CHECK(got.records[0][2] == "a, \\\"b\\\"");
  CHECK(got.records[1][2] == "one\n\ntwo, \"three\n2024-03-18 10:00:00, no link");
  CHECK(got.records[2][0] == "2017/06/08 08:15:44 UTC");
  CHECK(got.lines == std::vector<std::uint64_t>{1, 2, 6});
}

TEST_CASE("dated records need neither a message nor a link on their first line") {
  CHECK(read_all("2024-03-20 15:09:26,https://a", Framing::dated).records ==
        std::vector<Fields>{{"2024-03-20 15:09:26", "https://a"}});
  CHECK(read_all("nonsense", Framing::dated).records == std::vector<Fields>{{"nonsense"}});
}

TEST_CASE("only a date and a link start a dated record") {
  for (const std::string_view line :
       {"2024-03-20 15:09:26,https://x", "2024-03-20 15:09:26,http://x",
        "2017/06/08 08:15:44 UTC,https://x"}) {
    CHECK(starts_dated(line));
  }
  for (const std::string_view line :
       {"", "2024-03-20 15:09:26", "2024-03-20 15:09:26,", "2024-03-20 15:09:26, https://x",
        "2024-03-20 15:09:2x,https://x", " 2024-03-20 15:09:26,https://x", "2024-03-20,https://x",
        "\"2024-03-20 15:09:26\",https://x"}) {
    INFO(line);
    CHECK_FALSE(starts_dated(line));
  }
}

TEST_CASE("split records are parted at the first separator only") {
  const Got got = read_all(
      "2024/03/21 10:57:48 UTC,sales, \"Berlin\"\r\n"
      "2024/03/21 10:57:49 UTC,\"sales, Berlin\"\n"
      "2024/03/21 10:57:50 UTC,\n"
      "2024/03/21 10:57:51 UTC\n"
      "2024/03/21 10:57:52 UTC,\"a \"\"b\"\"\"\n",
      Framing::split);
  CHECK(got.records == std::vector<Fields>{{"2024/03/21 10:57:48 UTC", "sales, \"Berlin\""},
                                           {"2024/03/21 10:57:49 UTC", "sales, Berlin"},
                                           {"2024/03/21 10:57:50 UTC", ""},
                                           {"2024/03/21 10:57:51 UTC"},
                                           {"2024/03/21 10:57:52 UTC", "a \"b\""}});
}

TEST_CASE("a quoted text of a split record goes on until its quotes match or a record starts") {
  const Got got = read_all(
      "2024/03/21 10:57:48 UTC,\"two\nlines\"\n"
      "2024/03/21 10:57:49 UTC,\"never closed\n"
      "2024/03/21 10:57:50 UTC,b\n",
      Framing::split);
  CHECK(got.records == std::vector<Fields>{{"2024/03/21 10:57:48 UTC", "two\nlines"},
                                           {"2024/03/21 10:57:49 UTC", "\"never closed"},
                                           {"2024/03/21 10:57:50 UTC", "b"}});
  CHECK(got.lines == std::vector<std::uint64_t>{1, 3, 4});
}

TEST_CASE("a field is without its quotes, the doubled ones in it halved") {
  std::string storage;
  CHECK(unquoted("", storage) == "");
  CHECK(unquoted("\"", storage) == "\"");
  CHECK(unquoted("\"\"", storage) == "");
  CHECK(unquoted("  \"a\"  ", storage) == "a");
  CHECK(unquoted("\"a\"b", storage) == "\"a\"b");
  CHECK(unquoted("\"\"\"\"\"\"", storage) == "\"\"");
  CHECK(unquoted("a\"\"b", storage) == "a\"\"b");
}

TEST_CASE("whatever the text, its records hold all of it, in order") {
  constexpr unsigned seed = 4;
  INFO("seed " << seed);
  std::mt19937 random{seed};
  constexpr std::string_view alphabet = "\"\"\"\n\n\r,,a\t2";
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::size_t n = random() % 30; n > 0; --n) text += alphabet[random() % alphabet.size()];
    for (const Framing framing : {Framing::csv, Framing::dated, Framing::split}) {
      RecordReader reader{text, ','};
      Record record;
      std::string all;
      std::uint64_t line = 0;
      while (reader.read(framing, record)) {
        all += record.text;
        REQUIRE(record.line > line);
        line = record.line;
      }
      REQUIRE(all == text);
    }
  }
}

TEST_CASE("hostile text is read in a time that grows with its length") {
  constexpr std::size_t size = 1U << 20U;
  const auto repeated = [](const std::string& part) {
    std::string text;
    while (text.size() < size) text += part;
    return text;
  };
  for (const std::string& part :
       {"\""s, "\"\n"s, "\"a\n"s, "a,\"b\n"s, "\"\"\n"s, "\"\"a"s, ","s, "\n"s,
        "2024-03-20 15:09:26,http"s, "2024-03-20 15:09:26,http\n"s, "2024/03/21,\"\n"s}) {
    const std::string text = repeated(part);
    for (const Framing framing : {Framing::csv, Framing::dated, Framing::split}) {
      INFO(part);
      const auto start = std::chrono::steady_clock::now();
      RecordReader reader{text, ','};
      Record record;
      while (reader.read(framing, record)) {
      }
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
      CHECK(taken.count() < 5);  // a quadratic reader takes many minutes
    }
  }
}

}  // namespace
}  // namespace ssi::linkedin::test
