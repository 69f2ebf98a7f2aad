#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/render.hpp>

#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "cli/values.hpp"

// What commands that report on logs make of their options. Each function throws CommandError for
// what is not to be understood.
namespace ssi {

/// The format that was asked for, else the first.
template <class Format>
Format parse_format(const Arguments& arguments, std::span<const Format> formats) {
  const auto wanted = arguments.value("--format");
  std::vector<std::string_view> names;
  for (const Format& format : formats) names.push_back(format.name);
  return formats[wanted ? parse_choice("--format", *wanted, names) : 0];
}

[[nodiscard]] ReportSettings parse_settings(const Environment& environment,
                                            const Arguments& arguments);
[[nodiscard]] Style parse_style(const Environment& environment, const Arguments& arguments);

/// The files that a run reads, which its output must not be.
[[nodiscard]] std::vector<std::string> files_read(const LogInputs& inputs,
                                                  const Arguments& arguments);

}  // namespace ssi
