#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <ssi/points.hpp>

namespace ssi {

/// One row of RFC 4180, cell by cell.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_{out} {}

  /// Text of a log: what a spreadsheet would run as a formula is defused.
  void text(std::string_view cell);
  void text_or_empty(const std::optional<std::string>& cell) { text(cell ? *cell : ""); }
  void points(std::optional<Points> points);
  void number(std::uint64_t number);
  void end();

 private:
  void start_cell();

  std::string& out_;
  bool first_ = true;
};

}  // namespace ssi
