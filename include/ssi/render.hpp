#pragma once

#include <span>
#include <string>
#include <string_view>

#include <ssi/diff.hpp>
#include <ssi/explain.hpp>
#include <ssi/plan.hpp>
#include <ssi/team.hpp>
#include <ssi/trend.hpp>

namespace ssi {

/// How a report may look. Each format heeds what it can show.
struct Style {
  bool color = false;      ///< ANSI colours
  bool unicode = false;    ///< bars and marks beyond ASCII
  bool ascii = false;      ///< nothing beyond ASCII, not even in names
  bool details = false;    ///< every signal
  int precision = 0;       ///< decimals of the total format: 0, 1 or 2
  std::size_t width = 80;  ///< columns of text, 60 or more
};

/// A way to write the reports of members: the head, each member with the separator between, the
/// tail. Each function appends to `out`.
struct Format {
  std::string_view name;
  std::string_view summary;
  void (*member)(std::string& out, const Report& report, const Model& model, const Style& style);
  std::string_view separator = "";
  void (*head)(std::string& out, const ReportSettings& settings) = [](auto&, const auto&) {};
  void (*tail)(std::string& out, std::span<const Diagnostic> diagnostics) = [](auto&, auto) {};
  bool is_for_people = false;  ///< who want to know what changed
  bool is_of_one = false;      ///< of several members there is nothing to show
};

/// All formats, the default first.
[[nodiscard]] std::span<const Format> formats();

/// A way to write a report of another kind. `write` appends to `out`.
template <class Report>
struct FormatOf {
  std::string_view name;
  std::string_view summary;
  void (*write)(std::string& out, const Report& report, std::span<const Diagnostic> diagnostics,
                const Style& style);
  bool is_for_people = false;  ///< who do not read a leaderboard of thousands
};

/// All formats of cohorts, the default first.
[[nodiscard]] std::span<const FormatOf<TeamReport>> team_formats();

/// All formats of trends, the default first.
[[nodiscard]] std::span<const FormatOf<TrendReport>> trend_formats();

/// All formats of plans, the default first.
[[nodiscard]] std::span<const FormatOf<PlanReport>> plan_formats();

/// All formats of explanations, the default first.
[[nodiscard]] std::span<const FormatOf<Explanation>> explain_formats();

/// All formats of comparisons, the default first.
[[nodiscard]] std::span<const FormatOf<DiffReport>> diff_formats();

/// The JSON Schema (draft 2020-12) of the `json` format and of a `jsonl` line.
[[nodiscard]] std::string report_schema();

/// The same for reports of cohorts.
[[nodiscard]] std::string team_schema();

/// The same for the `json` format of trends.
[[nodiscard]] std::string trend_schema();

/// The same for the `json` format of plans.
[[nodiscard]] std::string plan_schema();

/// The same for the `json` format of explanations.
[[nodiscard]] std::string explain_schema();

/// The same of comparisons.
[[nodiscard]] std::string diff_schema();

/// The version of this library, `1.2.3`.
[[nodiscard]] std::string_view version();

}  // namespace ssi
