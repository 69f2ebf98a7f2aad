#pragma once

#include <ssi/report.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// A member's score, and what it takes to find out what one more action would add.
struct Assessment {
  std::optional<Day> as_of{};
  Eve eve;
  SignalSet not_measured{};
  Score score{};
};

/// Scores a member. Warns in `diagnostics` of activities after the as-of day.
[[nodiscard]] Assessment assess(const MemberLog& log, const ReportSettings& settings,
                                Diagnostics& diagnostics);

}  // namespace ssi
