#pragma once

#include <string>
#include <vector>

#include "render/fields.hpp"

namespace ssi {

/// One row of RFC 4180: the header, which has the names of the fields, or a row of values. The
/// fields of objects come out side by side, `object_field`; the values of a list share a cell.
class CsvRow final : public Fields {
 public:
  enum class Of { names, values };
  CsvRow(std::string& out, Of of) : out_{out}, of_{of} {}
  void end();

 private:
  void add(const FieldPlace& field, const Value& value) override;
  bool open(const FieldPlace& field, char bracket) override;
  void close(char bracket) override;
  /// Ends the cell before, if there is one; names the next in a header.
  void start_cell(const FieldPlace& field);

  std::string& out_;
  Of of_;
  std::vector<FieldPlace> open_{};  // objects and lists, from the outermost
  char separator_ = '\0';           // none before the first cell of a row, or value of a list
};

}  // namespace ssi
