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

/// A file that can be read and is no table of its kind: the others tell what they tell without it.
struct TableError : ReadError {
  using ReadError::ReadError;
};

/// One row of a table by the columns of its kind; empty what the row does not have, null what the
/// table does not have.
struct Row {
  std::vector<std::string_view> fields{};
  std::string_view text{};             ///< the whole row, to tell it from others
  std::optional<Position> position{};  ///< of a text file
  std::string pointer{};               ///< of JSON
  DateOrder order{};                   ///< of its dates
  bool is_broken = false;              ///< cannot be taken apart

  [[nodiscard]] std::string_view operator[](std::size_t column) const { return fields[column]; }
};
using ReceiveRow = std::function<void(const Row&)>;

/// What stands before the date in the HTML page of an article.
inline constexpr std::string_view page_mark = R"(<p class="published">)";

/// What an HTML page of an article says of when it was published, as its only column. Throws
/// TableError where it says nothing.
void read_page(std::string_view html, const ReceiveRow& receive);

/// Passes on the rows of a text in UTF-8, blank ones aside, in their order. Throws TableError where
/// the header lacks the column that the kind must have, and where the dates in the first column are
/// of both orders.
void read_table(std::string_view text, const KindInfo& kind, const ReceiveRow& receive);

}  // namespace ssi::linkedin
