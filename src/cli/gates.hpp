#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/report.hpp>

#include "cli/app.hpp"
#include "cli/exit_code.hpp"

namespace ssi {

/// A number of points from 0 to `most`, a value of `option`. Throws CommandError for anything else.
[[nodiscard]] Points parse_number(std::string_view option, std::string_view text, Points most);

/// Gates as typed, `70` or `insights=15`. Throws CommandError for any other text, an unknown
/// pillar, or a number out of range.
[[nodiscard]] std::vector<Gate> parse_gates(const std::vector<std::string>& fail_under,
                                            bool require_complete);
/// A gate on the mean of a cohort, typed as `70`. Throws CommandError.
[[nodiscard]] Gate parse_mean_gate(const std::string& text);
/// A gate on the share of a cohort that reaches a total, typed as `80%=70`. Throws CommandError.
[[nodiscard]] Gate parse_share_gate(const std::string& text);

/// Gathers the verdicts of a run, and speaks them at its end: only then is it known whether the run
/// fails for a worse reason.
class GateTally {
 public:
  void take(const Report& report);
  /// The same for a verdict on `whose`, `Amina: `, or nothing in front of one on a cohort.
  void take(const GateVerdict& verdict, std::string_view whose);
  /// Takes what was gathered of the members that follow.
  void append(const GateTally& next);
  /// Writes the verdict to standard error, a failed one even if `quiet`.
  [[nodiscard]] ExitCode verdict(const Environment& environment, bool quiet) const;

 private:
  std::uint64_t judged_ = 0;
  std::uint64_t missed_ = 0;
  std::uint64_t unjudged_ = 0;
  std::vector<std::string> misses_;  // the first of them, in words
  std::vector<std::string> unjudged_names_;
};

}  // namespace ssi
