#pragma once

// The tables of logs in tests/fixtures/log: how each is read, and what is said of it.
//
//   accepted.txt       scored, with no more than warnings; valid under the log schema
//   rejected.txt       refused; invalid under the log schema, or not JSON
//   beyond_schema.txt  refused for what no schema can say
//
// Each case is its name, the log, and what is said of it, a line each:
//
//   == count-zero
//   {"at": "2026-11-02", "type": "search", "count": 0}
//   --
//   log:1:49: /count: 0 is out of range, 1 to 1000000
//
// In a log marked "(escaped)" only \n ends a line; \r, \t, \\ and \xNN are what they are in C++.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ssi::test {

inline constexpr std::array<std::string_view, 3> log_tables = {"accepted", "rejected",
                                                               "beyond_schema"};

struct LogCase {
  std::string name{};     // with the mark
  std::string written{};  // the log, as the table has it
  std::string said{};

  [[nodiscard]] std::string log() const;
};

/// The cases of one of `log_tables`.
std::vector<LogCase> log_cases(std::string_view table);

/// Writes a table anew.
void write_log_cases(std::string_view table, const std::vector<LogCase>& cases);

}  // namespace ssi::test
