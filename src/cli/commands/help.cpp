#include "cli/help.hpp"

#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/parser.hpp"
#include "cli/shells.hpp"

namespace ssi {

ExitCode run_help(const Environment& environment, const Arguments& arguments) {
  const auto wanted = arguments.value("COMMAND");
  if (arguments.has("--man")) {
    write_out(environment, man_page());
    return ExitCode::success;
  }
  write_out(environment, help(wanted ? command_named(*wanted) : no_command));
  return ExitCode::success;
}

}  // namespace ssi
