#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linkedin/table.hpp"

namespace ssi::linkedin {

/// A sheet of an Excel workbook: the texts of its cells, row by row. Columns beyond the 16th are
/// dropped.
struct Sheet {
  std::string name{};
  std::vector<std::vector<std::string>> rows{};
};

/// The sheets of an XLSX, in their order. Throws ReadError if it is not one.
[[nodiscard]] std::vector<Sheet> sheets_of(std::string xlsx);

/// Calls `receive` with the rows of LinkedIn's creator analytics, by the columns of
/// `Kind::analytics`: one for each of the top posts, and one without a post for each day that the
/// analytics cover. Throws TableError for any other workbook, and for one that is not in English.
void read_analytics(std::string xlsx, const ReceiveRow& receive);

}  // namespace ssi::linkedin
