#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/calibrate.hpp>
#include <ssi/diff.hpp>
#include <ssi/explain.hpp>
#include <ssi/linkedin.hpp>
#include <ssi/plan.hpp>
#include <ssi/team.hpp>
#include <ssi/trend.hpp>

namespace ssi {

/// How a report may look. Each format uses what applies to it and ignores the rest.
struct Style {
  bool color = false;      ///< ANSI colours
  bool unicode = false;    ///< bars and marks beyond ASCII
  bool ascii = false;      ///< nothing beyond ASCII, not even in names
  bool details = false;    ///< show every signal, not only the pillars
  int precision = 0;       ///< decimals of the total format: 0, 1 or 2
  std::size_t width = 80;  ///< columns of text, 60 or more
};

/// A way to write the reports of members. The output is the head, each member with the separator
/// between them, and the tail, so that reports can be written one by one as they are finished.
/// Each function appends to `out`.
struct Format {
  std::string_view name;     ///< as `--format` takes it
  std::string_view summary;  ///< for the help, in a few words
  void (*member)(std::string& out, const Report& report, const Model& model, const Style& style);
  std::string_view separator = "";
  void (*head)(std::string& out, const ReportSettings& settings) = [](auto&, const auto&) {};
  void (*tail)(std::string& out, const Diagnostics& diagnostics) = [](auto&, const auto&) {};
  bool is_for_people = false;  ///< people read it, and want to see what the last week changed
  bool is_of_one = false;      ///< it can show one member only
};

/// All formats of the reports of members, the default first.
[[nodiscard]] std::span<const Format> formats();

/// A way to write a report of another kind, or a list of such reports of several members, as a
/// whole. `write` appends to `out`.
template <class Report>
struct FormatOf {
  std::string_view name;     ///< as `--format` takes it
  std::string_view summary;  ///< for the help, in a few words
  void (*write)(std::string& out, const Report& report, const Diagnostics& diagnostics,
                const Style& style);
  bool is_for_people = false;  ///< people read it, but no leaderboard of thousands
  bool is_of_one = false;      ///< it can show one member only
};

/// All formats of the other reports, the default first.
[[nodiscard]] std::span<const FormatOf<TeamReport>> team_formats();
[[nodiscard]] std::span<const FormatOf<std::vector<TrendReport>>> trend_formats();
[[nodiscard]] std::span<const FormatOf<std::vector<PlanReport>>> plan_formats();
[[nodiscard]] std::span<const FormatOf<Explanation>> explain_formats();
[[nodiscard]] std::span<const FormatOf<std::vector<DiffReport>>> diff_formats();
[[nodiscard]] std::span<const FormatOf<CalibrationReport>> calibrate_formats();

/// What became of each file of an export, as text for people.
[[nodiscard]] std::string summary_of(const ImportedLog& imported, const Style& style);

/// The JSON Schema (draft 2020-12) of each kind of report: of the document of the `json` format,
/// and of a line of `jsonl` where there is that format.
[[nodiscard]] std::string report_schema();
[[nodiscard]] std::string team_schema();
[[nodiscard]] std::string trend_schema();
[[nodiscard]] std::string plan_schema();
[[nodiscard]] std::string explain_schema();
[[nodiscard]] std::string diff_schema();
[[nodiscard]] std::string calibrate_schema();

/// The version of this library, such as `1.2.3` (semver.org).
[[nodiscard]] std::string_view version();

}  // namespace ssi
