#include "log/batch.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

TEST_CASE("a batch has a few thousand lines at the most, however short they are", "[batch]") {
  constexpr std::size_t count = 20'000;
  std::string log;
  for (std::size_t i = 0; i < count; ++i) log += i % 2 == 0 ? "{}\n" : "[]\r\n";
  std::istringstream in{log};
  BatchReader reader{in};
  Batch batch;
  std::string text;
  std::size_t lines = 0;
  std::size_t most = 0;
  while (!batch.is_last) {
    reader.read(batch);
    CHECK(batch.first_line == lines + 1);
    text += batch.text;
    lines += batch.line_ends.size();
    most = std::max(most, batch.line_ends.size());
  }
  CHECK(text == log);
  CHECK(lines == count);
  CHECK(most == 4096);
}

TEST_CASE("blank lines before a log may fill a batch by their number", "[batch]") {
  for (const std::size_t blank : {4095U, 4096U, 4097U, 9000U}) {
    INFO(blank);
    std::istringstream in{std::string(blank, '\n') + "{\n}\n"};
    BatchReader reader{in};
    Batch batch;
    reader.read(batch);
    CHECK(batch.kind == Batch::Kind::log);
    CHECK(batch.text == "{\n}\n");
    CHECK(batch.first_line == blank + 1);
    CHECK(batch.is_last);
  }
}

TEST_CASE("a long line takes little more memory than its size", "[batch]") {
  const std::string line(std::size_t{20} << 20U, ' ');
  std::istringstream in{line + "{}"};
  BatchReader reader{in};
  Batch batch;
  reader.read(batch);
  CHECK(batch.text.size() >= line.size());
  CHECK(batch.buffer.size() < line.size() + line.size() / 3);
}

}  // namespace
}  // namespace ssi::test
