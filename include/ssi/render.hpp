#pragma once

#include <span>
#include <string>
#include <string_view>

#include <ssi/report.hpp>

namespace ssi {

/// How a report may look. Each format heeds what it can show.
struct Style {
  bool color = false;    ///< ANSI colours
  bool unicode = false;  ///< bars and marks beyond ASCII
  bool details = false;  ///< every signal
  int precision = 0;     ///< decimals of the total format: 0, 1 or 2
};

/// A way to write reports: the head, each member with the separator between, the tail. Each
/// function appends to `out`.
struct Format {
  std::string_view name;
  std::string_view summary;
  void (*head)(std::string& out, const Model& model);
  void (*member)(std::string& out, const Report& report, const Model& model, const Style& style);
  std::string_view separator;
  void (*tail)(std::string& out, std::span<const Diagnostic> diagnostics);
};

/// All formats, the default first.
[[nodiscard]] std::span<const Format> formats();

/// The JSON Schema (draft 2020-12) of the `json` format and of a `jsonl` line.
[[nodiscard]] std::string report_schema();

/// The version of this library, `1.2.3`.
[[nodiscard]] std::string_view version();

}  // namespace ssi
