#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <ssi/diff.hpp>

// A comparison as lines, which its page and its CSV share.
namespace ssi {

/// The total, a pillar or a signal on both sides, and what changed it.
struct DiffLine {
  struct Term {
    Cause cause{};
    Points points{};
  };
  std::string_view kind;  ///< `total`, `pillar` or `signal`
  std::string_view id;
  std::string_view title;
  std::optional<Points> before{};
  std::optional<Points> after{};
  std::optional<Points> change{};
  std::vector<Term> terms{};  ///< the terms of the report that changed this line
};

/// The total, then each pillar with its signals.
[[nodiscard]] std::vector<DiffLine> lines_of(const DiffReport& report);

/// A cause in words: `left the window`.
[[nodiscard]] std::string_view words_for(Cause cause);

}  // namespace ssi
