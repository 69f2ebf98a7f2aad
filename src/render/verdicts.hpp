#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/diff.hpp>
#include <ssi/team.hpp>

#include "page/page.hpp"

namespace ssi {

/// What build servers want to know of a report, whatever it is about.
struct Verdicts {
  struct Pillar {
    std::string_view id{};
    std::optional<Points> points{};  ///< nothing: not measured
    std::string_view mark{};         ///< `weakest`
  };
  std::string who{};              ///< `Amina Khalil`
  std::optional<Origin> place{};  ///< of the log
  std::string total{};            ///< `52.64 building`, or `+1.05`
  Tone tone = Tone::plain;
  std::vector<Pillar> pillars{};  ///< of a comparison, by how much they changed
  std::vector<GateVerdict> gates{};
};

[[nodiscard]] Verdicts verdicts_of(const Report& report, const Model& model);
[[nodiscard]] Verdicts verdicts_of(const TeamReport& report);
[[nodiscard]] Verdicts verdicts_of(const DiffReport& report);

/// Why a gate is not passed: `total is 52.64, 17.36 below the 70.00 wanted`.
[[nodiscard]] std::string describe_miss(const GateVerdict& verdict);

/// JUnit's XML as Jenkins reads it: a suite for each report, a case for each gate and pillar.
void write_junit_head(std::string& out);
void write_junit(std::string& out, const Verdicts& verdicts);
void write_junit_tail(std::string& out);

/// GitHub's workflow commands: an error for each gate missed, a warning for each weakest pillar.
void write_github(std::string& out, const Verdicts& verdicts);
void write_github(std::string& out, std::span<const Diagnostic> diagnostics);

/// GitHub shows ten errors and ten warnings of a step: keeps so many lines, and counts the others.
class GithubLimit {
 public:
  void take(std::string& text);
  /// What to say at the end of those left out.
  [[nodiscard]] std::string rest() const;

 private:
  static constexpr std::uint64_t most = 10;
  std::array<std::uint64_t, 2> counts_{};  // errors, warnings
};

/// An SVG, and what shields.io makes the same of.
void write_badge(std::string& out, const Verdicts& verdicts);
void write_shields(std::string& out, const Verdicts& verdicts);

}  // namespace ssi
