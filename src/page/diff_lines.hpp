#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/diff.hpp>

// What several formats say alike of a comparison.
namespace ssi {

/// The total, a pillar or a signal on both sides.
struct DiffLine {
  std::string_view kind;  ///< `total`, `pillar` or `signal`
  std::string_view id;
  std::string_view title;
  std::optional<Points> before;
  std::optional<Points> after;
  std::optional<Points> change;
  std::function<std::optional<Points>(const Change&)> in;  ///< its part of a change
};

/// The total, then each pillar with its signals.
[[nodiscard]] std::vector<DiffLine> lines_of(const DiffReport& report);

/// What a cause did to a line: 0 where it is no term, nothing where there is no change.
[[nodiscard]] std::optional<Points> part_of(const DiffLine& line, const DiffReport& report,
                                            Cause cause);

/// Whether a line has a term that is not 0.
[[nodiscard]] bool has_changed(const DiffLine& line, const DiffReport& report);

/// A cause in words, `left the window`.
[[nodiscard]] std::string_view words_for(Cause cause);

/// The same with the number of activities: `new activities (41)`.
[[nodiscard]] std::string describe(const DiffTerm& term);

}  // namespace ssi
