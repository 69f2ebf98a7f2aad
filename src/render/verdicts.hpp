#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/diff.hpp>
#include <ssi/team.hpp>

#include "page/page.hpp"

namespace ssi {

/// What build servers show of a report, the same for a member, a cohort and a comparison.
struct Verdicts {
  struct Pillar {
    std::string_view id{};
    std::optional<Points> points{};  ///< nothing: not measured
    std::string_view mark{};         ///< `weakest`
  };
  std::string who{};              ///< `Amina Khalil`
  std::optional<Origin> place{};  ///< where the log starts
  std::string total{};            ///< `52.81 building`; in a comparison, `+1.05`
  Tone tone = Tone::plain;
  std::vector<Pillar> pillars{};  ///< their points; in a comparison, the change of them
  std::vector<GateVerdict> gates{};
};

[[nodiscard]] Verdicts verdicts_of(const Report& report, const Model& model);
[[nodiscard]] Verdicts verdicts_of(const TeamReport& report);
[[nodiscard]] Verdicts verdicts_of(const DiffReport& report);

/// Why a gate was missed: `total is 52.81, 17.19 below the 70.00 wanted`.
[[nodiscard]] std::string describe_miss(const GateVerdict& verdict);

/// JUnit's XML as Jenkins reads it: a suite for each report, a case for each gate and pillar.
void write_junit_head(std::string& out);
void write_junit(std::string& out, const Verdicts& verdicts);
void write_junit_tail(std::string& out, const Diagnostics& diagnostics);

/// GitHub's workflow commands: an error for each gate missed, a warning for each weakest pillar,
/// and one or the other for each diagnostic.
void write_github(std::string& out, const Verdicts& verdicts);
void write_github(std::string& out, const Diagnostics& diagnostics);

/// GitHub shows only ten errors and ten warnings of a step, and drops the others without a word.
/// This keeps as many, and counts the others.
class GithubLimit {
 public:
  /// Removes the lines from `text` that are beyond the limit.
  void take(std::string& text);
  /// Lines for the end, with the numbers of those removed; empty if there are none.
  [[nodiscard]] std::string rest() const;

 private:
  static constexpr std::uint64_t most = 10;
  std::array<std::uint64_t, 2> counts_{};  // errors, warnings
};

/// A badge as SVG, and as JSON for the endpoint badge of shields.io.
void write_badge(std::string& out, const Verdicts& verdicts);
void write_shields(std::string& out, const Verdicts& verdicts);

}  // namespace ssi
