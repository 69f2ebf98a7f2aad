#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/diagnostic.hpp>

#include "base/read_error.hpp"
#include "linkedin/dates.hpp"
#include "linkedin/kinds.hpp"

namespace ssi::linkedin {

/// Thrown for a file that can be read but is not a table of its kind. The other files still count;
/// signals that rest on this one are not measured.
struct TableError : ReadError {
  using ReadError::ReadError;
};

/// One row of a table.
struct Row {
  /// By the columns of its kind. A field that the row lacks is empty; one that the whole table
  /// lacks has a null `data()`.
  std::vector<std::string_view> fields{};
  std::string_view text{};             ///< the whole row, to compare it with others
  std::string_view file{};             ///< where it is, if its table is in several files
  std::optional<Position> position{};  ///< in a text file
  std::string pointer{};               ///< in JSON
  DateOrder order{};                   ///< how to read its dates
  bool is_broken = false;              ///< it cannot be taken apart into fields

  [[nodiscard]] std::string_view operator[](std::size_t column) const { return fields[column]; }
};
using ReceiveRow = std::function<void(const Row&)>;

/// What stands in front of the date in the HTML page of an article.
inline constexpr std::string_view page_mark = R"(<p class="published">)";

/// Calls `receive` with one row for the HTML page of an article: when it was published. Throws
/// TableError if the page does not say.
void read_page(std::string_view html, const ReceiveRow& receive);

/// Calls `receive` with the rows of a text in UTF-8, in their order and without blank ones. Throws
/// TableError if the header lacks a column that the kind must have, or if some dates in the first
/// column have the day first and others the month.
void read_table(std::string_view text, const KindInfo& kind, const ReceiveRow& receive);

}  // namespace ssi::linkedin
