#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ssi/render.hpp>

#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "cli/values.hpp"

// What commands that report on logs make of their options. Each function throws CommandError for
// what is not to be understood.
namespace ssi {

/// A format that was asked for, and where its result goes: to `--output` unless it names a file.
template <class Format>
struct Wanted {
  Format format;
  Style style;
  std::optional<std::string> file;
  bool is_muted = false;  ///< not to be written: the run is quiet, and this would go to the screen
};

/// What the values of `--format` stand for: the index of a name, and the file behind a colon. Of
/// those without a file the last counts, and goes to `output`; with none of either, the first name
/// does.
struct FormatChoice {
  std::size_t index = 0;
  std::optional<std::string> file{};
};
[[nodiscard]] std::vector<FormatChoice> parse_format_choices(
    const Arguments& arguments, std::span<const std::string_view> names,
    const std::optional<std::string>& output);

[[nodiscard]] Style parse_style(const Environment& environment, const Arguments& arguments,
                                const std::optional<std::string>& file);

/// The style of a report for people on standard error.
[[nodiscard]] Style style_of_messages(const Environment& environment);

template <class Format>
std::vector<Wanted<Format>> parse_formats(const Environment& environment,
                                          const Arguments& arguments,
                                          std::span<const Format> formats,
                                          const std::optional<std::string>& output) {
  std::vector<std::string_view> names;
  for (const Format& format : formats) names.push_back(format.name);
  std::vector<Wanted<Format>> all;
  for (FormatChoice& choice : parse_format_choices(arguments, names, output)) {
    const Style style = parse_style(environment, arguments, choice.file);
    const bool is_muted = environment.is_quiet && choice.file.value_or("-") == "-";
    all.push_back({formats[choice.index], style, std::move(choice.file), is_muted});
  }
  return all;
}
/// The same where the result goes to `--output`.
template <class Format>
std::vector<Wanted<Format>> parse_formats(const Environment& environment,
                                          const Arguments& arguments,
                                          std::span<const Format> formats) {
  return parse_formats(environment, arguments, formats, arguments.value("--output"));
}

[[nodiscard]] ReportSettings parse_settings(const Environment& environment,
                                            const Arguments& arguments);

/// The files that a run reads, which its output must not be.
[[nodiscard]] std::vector<std::string> files_read(const LogInputs& inputs,
                                                  const Arguments& arguments);

}  // namespace ssi
