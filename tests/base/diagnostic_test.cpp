#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ssi/diagnostic.hpp>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

Diagnostic at(std::uint64_t line, std::uint64_t column, std::string message,
              Severity severity = Severity::error) {
  return {.severity = severity,
          .code = Code::syntax,
          .file = "a.json",
          .position = Position{line, column},
          .message = std::move(message)};
}

std::vector<std::string> lines_of(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics.list()) lines.push_back(to_string(d));
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("a diagnostic is one line that says where and what") {
  const std::pair<Diagnostic, std::string_view> table[] = {
      {{.message = "wrong"}, "wrong"},
      {{.file = "a.json", .message = "wrong"}, "a.json: wrong"},
      {{.file = "a.json", .position = Position{12, 18}, .message = "wrong"}, "a.json:12:18: wrong"},
      {{.file = "a.json",
        .position = Position{12, 18},
        .pointer = "/activities/3/at",
        .message = "'2026-02-30' is not a date"},
       "a.json:12:18: /activities/3/at: '2026-02-30' is not a date"},
      {{.severity = Severity::warning, .file = "a.json", .message = "odd"}, "a.json: warning: odd"},
      {{.severity = Severity::skipped,
        .file = "a.json",
        .position = Position{1, 1},
        .pointer = "/at",
        .message = "odd"},
       "a.json:1:1: skipped: /at: odd"},
      {{.severity = Severity::warning, .message = "odd"}, "warning: odd"},
      {{.pointer = "/at", .message = "odd"}, "/at: odd"},
  };
  for (const auto& [diagnostic, line] : table) REQUIRE(to_string(diagnostic) == line);
}

TEST_CASE("no part of a diagnostic can steer a terminal or start a line") {
  const Diagnostic d{.file = "a\x1b.json",
                     .position = Position{1, 2},
                     .pointer = "/a\nb",
                     .message = "'\u202e\xff' is wrong"};
  REQUIRE(to_string(d) == "a\\u001b.json:1:2: /a\\u000ab: '\\u202e\\xff' is wrong");
}

TEST_CASE("twenty of a kind are told in full and one more only as a count") {
  for (const std::uint64_t n : {0U, 1U, 19U, 20U, 21U, 22U, 1000U}) {
    Diagnostics diagnostics;
    for (std::uint64_t i = 1; i <= n; ++i) diagnostics.report(at(i, 1, "wrong"));
    diagnostics.end_file("a.json");
    INFO(n);
    REQUIRE(diagnostics.total(Severity::error) == n);
    REQUIRE(diagnostics.list().size() == std::min<std::uint64_t>(n, 21));
    if (n <= 20) continue;
    const Diagnostic& last = diagnostics.list().back();
    REQUIRE(last.code == Code::more);
    REQUIRE(last.severity == Severity::error);
    REQUIRE(to_string(last) ==
            "a.json: and " + std::to_string(n - 20) + " more error" + (n == 21 ? "" : "s"));
    REQUIRE(diagnostics.list()[19].position == Position{20, 1});
  }
}

TEST_CASE("each kind has twenty of its own") {
  Diagnostics diagnostics;
  for (std::uint64_t i = 1; i <= 22; ++i) {
    diagnostics.report(at(i, 1, "wrong"));
    diagnostics.report(at(i, 1, "left out", Severity::skipped));
    diagnostics.report(at(i, 1, "odd", Severity::warning));
  }
  diagnostics.end_file("a.json");
  const Lines lines = lines_of(diagnostics);
  REQUIRE(lines.size() == 63);
  REQUIRE(Lines(lines.begin() + 60, lines.end()) == Lines{"a.json: and 2 more errors",
                                                          "a.json: skipped: and 2 more",
                                                          "a.json: warning: and 2 more"});
  for (const Severity severity : {Severity::error, Severity::skipped, Severity::warning}) {
    REQUIRE(diagnostics.total(severity) == 22);
  }
}

TEST_CASE("each file has twenty of its own and the totals go on") {
  Diagnostics diagnostics;
  for (const std::string file : {"a.json", "b.json"}) {
    for (std::uint64_t i = 1; i <= 20; ++i) {
      Diagnostic d = at(i, 1, "wrong");
      d.file = file;
      diagnostics.report(std::move(d));
    }
    diagnostics.end_file(file);
  }
  REQUIRE(diagnostics.list().size() == 40);
  REQUIRE(diagnostics.total(Severity::error) == 40);
}

TEST_CASE("counting alone says when details are no longer wanted") {
  Diagnostics diagnostics;
  for (int i = 1; i <= 20; ++i) REQUIRE(diagnostics.count(Severity::warning));
  REQUIRE_FALSE(diagnostics.count(Severity::warning));
  REQUIRE_FALSE(diagnostics.count(Severity::warning));
  REQUIRE(diagnostics.count(Severity::error));
  REQUIRE(diagnostics.list().empty());
  REQUIRE(diagnostics.total(Severity::warning) == 22);
  diagnostics.end_file("");
  REQUIRE(lines_of(diagnostics) == Lines{"warning: and 2 more"});
  REQUIRE(diagnostics.count(Severity::warning));
}

// The same in parts of so many each, appended one after the other.
Diagnostics in_parts(const std::vector<Diagnostic>& said, std::size_t size) {
  Diagnostics all;
  for (std::size_t start = 0; start < said.size(); start += size) {
    Diagnostics part;
    for (std::size_t i = start; i < std::min(start + size, said.size()); ++i) part.report(said[i]);
    all.append(std::move(part));
  }
  return all;
}

void require_same(const Diagnostics& a, const Diagnostics& b) {
  REQUIRE(a.list() == b.list());
  REQUIRE(a.closed().size() == b.closed().size());
  for (const Severity severity : {Severity::error, Severity::skipped, Severity::warning}) {
    REQUIRE(a.total(severity) == b.total(severity));
  }
}

TEST_CASE("parts that are appended come to what one run of reports does") {
  constexpr Severity kinds[] = {Severity::error,   Severity::warning, Severity::error,
                                Severity::skipped, Severity::error,   Severity::warning,
                                Severity::error};
  for (const std::uint64_t n : {0U, 1U, 19U, 20U, 21U, 60U, 70U, 71U, 300U}) {
    std::vector<Diagnostic> said;
    for (std::uint64_t i = 1; i <= n; ++i) {
      said.push_back(at(i * 37 % 101, i, std::to_string(i), kinds[i % std::size(kinds)]));
    }
    for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{19}, std::size_t{20},
                                   std::size_t{21}, std::size_t{50}, std::size_t{1000}}) {
      INFO(n << " in parts of " << size);
      Diagnostics one;
      for (const Diagnostic& d : said) one.report(d);
      Diagnostics parts = in_parts(said, size);
      require_same(parts, one);
      one.end_file("a.json");
      parts.end_file("a.json");
      require_same(parts, one);
      // The next file starts at 0 in both.
      for (Diagnostics* all : {&one, &parts}) {
        for (std::uint64_t i = 0; i < 21; ++i) all->report(at(1, i + 1, "again"));
        all->end_file("b.json");
      }
      require_same(parts, one);
    }
  }
}

TEST_CASE("what was counted only counts where it is appended") {
  Diagnostics all;
  for (int i = 0; i < 2; ++i) {
    Diagnostics part;
    for (int n = 0; n < 15; ++n) REQUIRE(part.count(Severity::warning));
    part.report(at(1, 1, "wrong"));
    all.append(std::move(part));
  }
  REQUIRE(all.total(Severity::warning) == 30);
  REQUIRE(all.total(Severity::error) == 2);
  REQUIRE_FALSE(all.count(Severity::warning));
  all.end_file("a.json");
  REQUIRE(lines_of(all) ==
          Lines{"a.json:1:1: wrong", "a.json:1:1: wrong", "a.json: warning: and 11 more"});
}

TEST_CASE("nothing appended changes nothing") {
  Diagnostics all;
  all.report(at(1, 1, "wrong"));
  all.append({});
  REQUIRE(lines_of(all) == Lines{"a.json:1:1: wrong"});
  REQUIRE(all.total(Severity::error) == 1);
}

TEST_CASE("what was said of files that are through is closed and stays as it is") {
  Diagnostics diagnostics;
  REQUIRE(diagnostics.closed().empty());
  diagnostics.report(at(2, 1, "b"));
  diagnostics.report(at(1, 1, "a"));
  REQUIRE(diagnostics.closed().empty());
  diagnostics.end_file("a.json");
  const auto closed = [&] {
    const auto span = diagnostics.closed();
    return std::vector<Diagnostic>(span.begin(), span.end());
  };
  const std::vector<Diagnostic> first = {at(1, 1, "a"), at(2, 1, "b")};
  REQUIRE(closed() == first);
  for (std::uint64_t i = 1; i <= 22; ++i) diagnostics.report(at(23 - i, 1, "c"));
  REQUIRE(closed() == first);
  diagnostics.end_file("b.json");
  const std::vector<Diagnostic> all = closed();
  REQUIRE(all == diagnostics.list());
  REQUIRE(all.size() == 23);
  REQUIRE(std::vector<Diagnostic>(all.begin(), all.begin() + 2) == first);
  REQUIRE(all[2] == at(3, 1, "c"));
  REQUIRE(to_string(all.back()) == "b.json: and 2 more errors");
  diagnostics.end_file("c.json");  // of which nothing was said
  REQUIRE(closed() == all);
}

TEST_CASE("what is said of one place stays in the order in which it was said") {
  Diagnostics diagnostics;
  Lines expected;
  for (int i = 0; i < 20; ++i) {
    diagnostics.report(at(7, 1, std::to_string(i)));
    diagnostics.report(at(7, 1, std::to_string(i), Severity::warning));
    expected.push_back("a.json:7:1: " + std::to_string(i));
    expected.push_back("a.json:7:1: warning: " + std::to_string(i));
  }
  diagnostics.end_file("a.json");
  REQUIRE(lines_of(diagnostics) == expected);
}

TEST_CASE("what is said of a file comes in the order of its places") {
  Diagnostics diagnostics;
  diagnostics.report(at(10, 1, "d"));
  diagnostics.report(at(2, 9, "b", Severity::warning));
  diagnostics.report(at(2, 10, "c"));
  diagnostics.report({.file = "a.json", .message = "of all of it"});
  diagnostics.report(at(2, 9, "b too"));
  diagnostics.report(at(1, 50, "a"));
  diagnostics.end_file("a.json");
  diagnostics.report(at(1, 1, "of another file"));
  diagnostics.end_file("b.json");
  REQUIRE(lines_of(diagnostics) == Lines{"a.json: of all of it", "a.json:1:50: a",
                                         "a.json:2:9: warning: b", "a.json:2:9: b too",
                                         "a.json:2:10: c", "a.json:10:1: d",
                                         "a.json:1:1: of another file"});
}

}  // namespace
}  // namespace ssi::test
