#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <ssi/render.hpp>

#include "cli/inputs.hpp"

namespace ssi {

/// What commands that score logs have in common on the command line.
struct ScoringOptions {
  InputOptions input{};
  std::string format{};
  std::optional<std::string> output{};
  std::optional<std::string> as_of{};
  std::string model = model_v1().name;
  std::vector<std::string> fail_under{};
  bool require_complete = false;
  std::string color = "auto";
};

/// Adds the options. `formats` are those to choose from, the default first.
void add_scoring_options(CLI::App& command, ScoringOptions& options,
                         std::span<const Format* const> formats);

/// The index of `wanted` among the `choices` of `option`. Throws CommandError.
[[nodiscard]] std::size_t find_choice(std::string_view option, const std::string& wanted,
                                      std::span<const std::string_view> choices);

/// Each throws CommandError for what is not to be understood.
[[nodiscard]] const Format& find_format(const ScoringOptions& options,
                                        std::span<const Format* const> formats);
[[nodiscard]] ReportSettings find_settings(const ScoringOptions& options,
                                           const Environment& environment);
[[nodiscard]] Style find_style(const ScoringOptions& options, const Environment& environment);

/// The files that a run reads, which its output must not be.
[[nodiscard]] std::vector<std::string> files_read(const LogInputs& inputs,
                                                  const ScoringOptions& options);

}  // namespace ssi
