#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <ssi/day.hpp>
#include <ssi/names.hpp>

#include "render/field.hpp"

namespace ssi {

/// One row of RFC 4180, field by field (see field.hpp): the header, which has their names, or a row
/// of values.
class CsvRow {
 public:
  enum class Of { names, values };
  CsvRow(std::string& out, Of of) : out_{out}, of_{of} {}

  template <class T>
  void field(std::string_view name, const T& value, const Rule& /*rule*/ = {}) {
    field(name, "", value);
  }
  /// The same, where the name is put together from two.
  template <class T>
  void field(std::string_view name, std::string_view end, const T& value) {
    start_cell();
    if (of_ == Of::names) {
      out_.append(name).append(end);
    } else {
      write(value);
    }
  }
  template <class Items>
  void values(std::string_view name, const Items& items) {
    std::string cell;
    for (const auto& item : items) {
      if (!cell.empty()) cell += ' ';
      cell += ssi::name(item);
    }
    field(name, cell);
  }
  void end();

 private:
  void start_cell();

  /// Text of a log: what a spreadsheet would run as a formula is defused.
  void write(std::string_view cell);
  void write(Points points) { out_ += to_string(points); }
  void write(Day day) { out_ += to_string(day); }
  template <class T>
  void write(const std::optional<T>& value) {
    if (value) write(*value);
  }
  void write(std::integral auto number) { out_ += std::to_string(number); }

  std::string& out_;
  Of of_;
  bool first_ = true;
};

}  // namespace ssi
