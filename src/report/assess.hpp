#pragma once

#include <ssi/report.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// A member's score, and what it takes to find out what one more action would add.
struct Assessment {
  std::optional<Day> as_of{};
  AsOfState state;
  SignalSet not_measured{};
  Score score{};
};

/// The verdict on a number, with its range or, if the gate is strict, on its lower end.
[[nodiscard]] GateVerdict judged(const Gate& gate, std::optional<Points> got,
                                 const std::optional<PointsRange>& range);

/// Warns of so many activities after `as_of`, if any. A day that was asked for is warned of never:
/// whoever names it knows what comes after.
void warn_of_later(const MemberLog& log, const AsOf& wanted, Day as_of, Count later,
                   Diagnostics& diagnostics);

/// Scores a member. Warns in `diagnostics` of activities after an as-of day that was not asked for.
[[nodiscard]] Assessment assess(const MemberLog& log, const ReportSettings& settings,
                                Diagnostics& diagnostics);

}  // namespace ssi
