#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linkedin/table.hpp"

namespace ssi::linkedin {

/// A sheet of an Excel workbook: the texts of its cells, row by row, the first 16 columns.
struct Sheet {
  std::string name{};
  std::vector<std::vector<std::string>> rows{};
};

/// The sheets of an XLSX in their order. Throws ReadError for what is none.
[[nodiscard]] std::vector<Sheet> sheets_of(std::string xlsx);

/// Passes on what LinkedIn's creator analytics have, by the columns of their kind: each of the top
/// posts, and each day of the period without a post. Throws TableError for any other workbook, and
/// for one in another language.
void read_analytics(std::string xlsx, const ReceiveRow& receive);

}  // namespace ssi::linkedin
