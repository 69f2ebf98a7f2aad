#include "cli/settings.hpp"

#include <array>

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

Style parse_style(const Environment& environment, const Arguments& arguments) {
  constexpr std::array<std::string_view, 3> colors = {"auto", "always", "never"};
  const std::string choice = *arguments.value("--color");
  (void)parse_choice("--color", choice, colors);
  const bool to_file = arguments.value("--output").value_or("-") != "-";
  const bool to_terminal = environment.out_is_terminal && !to_file;
  const bool color = !to_file && wants_color(environment, choice, to_terminal);
  const std::string term = environment.variable("TERM").value_or("");
  return {.color = color, .unicode = color || (to_terminal && term != "" && term != "dumb")};
}

std::vector<std::string> files_read(const LogInputs& inputs, const Arguments& arguments) {
  std::vector<std::string> files = inputs.files();
  files.push_back(*arguments.value("--model"));
  return files;
}

}  // namespace ssi
