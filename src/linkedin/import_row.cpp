#include "linkedin/import_row.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi::linkedin {

std::optional<Moment> ImportRow::take(std::size_t column, std::optional<Moment> moment) {
  if (moment) {
    newest_ = std::max(newest_, std::optional{std::chrono::floor<std::chrono::days>(*moment)});
  } else if (row_[column].empty()) {
    reject(Code::missing, "no date");
  } else {
    reject(Code::bad_date, fmt::format("'{}' is not a date", shortened(row_[column])));
  }
  return moment;
}

}  // namespace ssi::linkedin
