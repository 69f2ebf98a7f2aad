#include "cli/settings.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/choices.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/models.hpp"

namespace ssi {

ReportSettings parse_settings(const Environment& environment, const Arguments& arguments) {
  ReportSettings settings{.as_of = parse_as_of("--as-of", arguments.value("--as-of"), environment),
                          .gates = parse_gates(arguments)};
  settings.model = load_model(*arguments.value("--model"));
  return settings;
}

std::vector<FormatChoice> parse_format_choices(const Arguments& arguments,
                                               std::span<const std::string_view> names,
                                               const std::optional<std::string>& output) {
  std::vector<FormatChoice> all;
  std::optional<FormatChoice> to_output;
  for (const std::string& text : arguments.values("--format")) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::size_t index = parse_choice("--format", text.substr(0, colon), names);
    if (colon == text.size()) {
      to_output = FormatChoice{index, output};
    } else if (colon + 1 == text.size()) {
      throw CommandError{fmt::format("--format: '{}' lacks a file name", visible(text))};
    } else {
      all.push_back({index, text.substr(colon + 1)});
    }
  }
  if (output && !to_output && !all.empty()) {
    throw CommandError{fmt::format(
        "--output: nothing goes to {}, as each format has a file of its own", visible(*output))};
  }
  if (to_output || all.empty())
    all.insert(all.begin(), to_output.value_or(FormatChoice{0, output}));
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (all[i].file.value_or("-") != all[j].file.value_or("-")) continue;
      throw CommandError{fmt::format("--format: {} and {} would both be written to {}",
                                     names[all[j].index], names[all[i].index],
                                     visible(all[i].file.value_or("-")))};
    }
  }
  return all;
}

// The width of text on a terminal of so many columns, or on none. Narrower, tables do not fit;
// wider, the eye loses the line between a name and its number.
static std::size_t text_width(std::size_t columns) {
  constexpr std::size_t narrowest = 60;
  constexpr std::size_t widest = 120;
  constexpr std::size_t usual = 80;
  return columns == 0 ? usual : std::clamp(columns, narrowest, widest);
}

Style parse_style(const Environment& environment, const Arguments& arguments,
                  const std::optional<std::string>& file) {
  const std::string choice = *arguments.value("--color");
  (void)parse_choice("--color", choice, colors);
  const bool to_file = file.value_or("-") != "-";
  const bool to_terminal = environment.out_is_terminal && !to_file;
  const bool color = !to_file && wants_color(environment, choice, to_terminal);
  const std::string term = environment.variable("TERM").value_or("");
  const bool is_able = color || (to_terminal && term != "" && term != "dumb");
  return {.color = color,
          .unicode = is_able && environment.is_utf8,
          .ascii = !environment.is_utf8,
          .width = text_width(to_terminal ? environment.out_columns : 0)};
}

Style style_of_messages(const Environment& environment) {
  return {.color = environment.err_is_colored,
          .ascii = !environment.is_utf8,
          .width = text_width(environment.err_columns)};
}

std::vector<std::string> files_read(const LogInputs& inputs, const Arguments& arguments) {
  std::vector<std::string> files = inputs.files();
  files.push_back(*arguments.value("--model"));
  return files;
}

}  // namespace ssi
