#include "cli/app.hpp"

#include <new>
#include <ostream>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "cli/console.hpp"
#include "cli/help.hpp"
#include "cli/parser.hpp"

namespace ssi {
namespace {

ExitCode run_command(Environment& environment, const std::vector<std::string>& args) {
  const auto [command, arguments] = parse(args);
  environment.is_quiet = arguments.has("--quiet");
  if (const auto color = arguments.value("--color")) {
    environment.err_is_colored = wants_color(environment, *color, environment.err_is_terminal);
  }
  if (arguments.has("--version")) {
    write_out(environment, fmt::format("ssi {}\n", version()));
  } else if (arguments.has("--help")) {
    write_out(environment, help(command));
  } else {
    return command.run(environment, arguments);
  }
  return ExitCode::success;
}

}  // namespace

int run(const std::vector<std::string>& args, Environment environment) {
  environment.err_is_colored = wants_color(environment, "auto", environment.err_is_terminal);
  ExitCode code = ExitCode::failure;
  try {
    if (args.empty()) throw NothingToDo{};
    code = run_command(environment, args);
  } catch (const CommandError& error) {
    say_error(environment, error.what());
  } catch (const NothingToDo&) {
    environment.err << (args.empty() ? help(no_command) : short_help(command_named(args.front())))
                    << std::flush;
  } catch (const std::bad_alloc&) {
    say_error(environment, "out of memory");
  }
  return static_cast<int>(code);
}

}  // namespace ssi
