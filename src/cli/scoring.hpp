#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <ssi/render.hpp>

#include "cli/inputs.hpp"

namespace ssi {

/// What commands that report on logs have in common on the command line.
struct ReportOptions {
  InputOptions input{};
  std::string format{};
  std::optional<std::string> output{};
  std::string model = model_v1().name;
  std::string color = "auto";
};

/// The same of those that score them.
struct ScoringOptions : ReportOptions {
  std::optional<std::string> as_of{};
  std::vector<std::string> fail_under{};
  bool require_complete = false;
};

/// A format to choose.
struct FormatName {
  std::string_view name;
  std::string_view summary;
};

/// The names of a table of formats.
template <class Report>
std::vector<FormatName> names_of_formats(std::span<const FormatOf<Report>> formats) {
  std::vector<FormatName> names;
  for (const auto& format : formats) names.push_back({format.name, format.summary});
  return names;
}

/// Each adds the options. `formats` are those to choose from, the default first; `files` is what
/// the files are for.
void add_report_options(CLI::App& command, ReportOptions& options,
                        std::span<const FormatName> formats, const std::string& files);
void add_scoring_options(CLI::App& command, ScoringOptions& options,
                         std::span<const Format* const> formats);

/// The index of `wanted` among the `choices` of `option`. Throws CommandError.
[[nodiscard]] std::size_t find_choice(std::string_view option, const std::string& wanted,
                                      std::span<const std::string_view> choices);

/// Each throws CommandError for what is not to be understood.
[[nodiscard]] const Format& find_format(const ScoringOptions& options,
                                        std::span<const Format* const> formats);
template <class Report>
const FormatOf<Report>& find_format(const ReportOptions& options,
                                    std::span<const FormatOf<Report>> formats) {
  std::vector<std::string_view> names;
  for (const FormatName& format : names_of_formats(formats)) names.push_back(format.name);
  return formats[find_choice("--format", options.format, names)];
}
[[nodiscard]] ReportSettings find_settings(const ScoringOptions& options,
                                           const Environment& environment);
[[nodiscard]] Style find_style(const ReportOptions& options, const Environment& environment);
/// The day that `wanted` says, a value of `option`; the log's own if it is not given.
[[nodiscard]] AsOf find_as_of(std::string_view option, const std::optional<std::string>& wanted,
                              const Environment& environment);

/// The files that a run reads, which its output must not be.
[[nodiscard]] std::vector<std::string> files_read(const LogInputs& inputs,
                                                  const ReportOptions& options);

}  // namespace ssi
