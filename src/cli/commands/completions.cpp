#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/arguments.hpp"
#include "cli/choices.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/shells.hpp"
#include "cli/values.hpp"

namespace ssi {

ExitCode run_completions(const Environment& environment, const Arguments& arguments) {
  constexpr std::array scripts = {bash_completion, zsh_completion, fish_completion};
  static_assert(scripts.size() == shells.size());
  const auto shell = arguments.value("SHELL");
  if (!shell) {
    throw CommandError{fmt::format("completions: name one of {}", fmt::join(shells, ", "))};
  }
  write_out(environment, scripts[parse_choice("completions", *shell, shells)]());
  return ExitCode::success;
}

}  // namespace ssi
