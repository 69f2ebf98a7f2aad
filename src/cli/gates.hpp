#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/report.hpp>

#include "cli/app.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"

namespace ssi {

/// The gates that were asked for. Throws CommandError for an unknown pillar, a number out of range,
/// or any text that is no gate.
[[nodiscard]] std::vector<Gate> parse_gates(const Arguments& arguments);

/// What stands before a verdict on one member among others: `Amina: `; empty for one without a
/// name.
[[nodiscard]] std::string member_prefix(const Member& member);

/// Collects the verdicts of a run and prints them at its end: only then is it known whether the run
/// fails for a worse reason.
class GateTally {
 public:
  void take(const Report& report);
  /// The same for one verdict; `prefix` names the member, `Amina: `, or is empty for a cohort.
  void take(const GateVerdict& verdict, std::string_view prefix);
  /// Takes what was gathered of the members that follow.
  void append(const GateTally& next);
  /// Writes the verdict to standard error, a failed one even in a quiet run.
  [[nodiscard]] ExitCode verdict(const Environment& environment) const;

 private:
  std::uint64_t judged_ = 0;
  std::uint64_t missed_ = 0;
  std::uint64_t unjudged_ = 0;
  std::uint64_t unsure_ = 0;         // met, but not by the lower end of the range
  std::vector<std::string> misses_;  // the first of them, in words
  std::vector<std::string> unjudged_lines_;
};

}  // namespace ssi
