#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <ssi/linkedin.hpp>

#include "linkedin/dates.hpp"
#include "linkedin/table.hpp"

namespace ssi::linkedin {

inline void count(FileAccount& account) {
  ++account.counted;
}
inline void set_aside(FileAccount& account, SetAside why) {
  ++account.set_aside[static_cast<std::size_t>(why)];
}

/// A row that is being read. Each must be counted, set aside or rejected, exactly once: at once, or
/// later through its account, when that depends on other rows.
class ImportRow {
 public:
  /// `newest` is raised to the latest day in any row.
  ImportRow(const Row& row, FileAccount& account, std::optional<Day>& newest)
      : row_{row}, account_{account}, newest_{newest} {}

  [[nodiscard]] std::string_view operator[](std::size_t column) const { return row_[column]; }
  /// Whether the table has a column at all.
  [[nodiscard]] bool has(std::size_t column) const { return row_[column].data() != nullptr; }
  /// The moment in a column that is in UTC. If it has none, the row is rejected.
  [[nodiscard]] std::optional<Moment> utc(std::size_t column) {
    return take(column, parse_moment(row_[column], row_.order));
  }
  /// The same for a column in Pacific time.
  [[nodiscard]] std::optional<Moment> pacific(std::size_t column) {
    const auto local = parse_moment(row_[column], row_.order);
    return take(column, local ? std::optional{from_pacific(*local)} : local);
  }

  [[nodiscard]] FileAccount& account() { return account_; }
  void count() { linkedin::count(account_); }
  void set_aside(SetAside why) { linkedin::set_aside(account_, why); }
  void reject(Code code, std::string problem) { problem_ = {code, std::move(problem)}; }
  struct Problem {
    Code code{};
    std::string text{};
  };
  /// Why the row was rejected; nothing if it was not.
  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

 private:
  [[nodiscard]] std::optional<Moment> take(std::size_t column, std::optional<Moment> moment);

  const Row& row_;
  FileAccount& account_;
  std::optional<Day>& newest_;
  std::optional<Problem> problem_;
};

}  // namespace ssi::linkedin
