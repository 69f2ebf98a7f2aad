#pragma once

#include <string>
#include <vector>

#include "render/fields.hpp"

namespace ssi {

/// Writes one row of CSV (RFC 4180) from a description: its names as the header, or its values. The
/// fields of an object are cells of their own, named `object_field`; the values of a list share a
/// cell, with blanks between them.
class CsvRow final : public Fields {
 public:
  enum class Of { names, values };
  CsvRow(std::string& out, Of of) : out_{out}, of_{of} {}
  void end();

 private:
  void add(const FieldPlace& field, const Value& value) override;
  bool open(const FieldPlace& field, char bracket) override;
  void close(char bracket) override;
  /// Ends the cell before, if there is one. In a header, writes the name of the next.
  void start_cell(const FieldPlace& field);

  std::string& out_;
  Of of_;
  std::vector<FieldPlace> open_{};  // objects and lists around the next field, outermost first
  char separator_ = '\0';  // before the next cell; none before the first, or the first of a list
};

}  // namespace ssi
