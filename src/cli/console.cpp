#include "cli/console.hpp"

#include <algorithm>
#include <cerrno>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {
namespace {

// Each line has the prefix, so that scripts can filter messages.
void say_in(std::string_view color, const Environment& environment, std::string_view message) {
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    const std::string line = without_hashes(fmt::format("ssi: {}", message.substr(0, end)));
    environment.err << (color.empty() ? line : fmt::format("\033[{}m{}\033[0m", color, line))
                    << '\n';
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  environment.err.flush();
}

}  // namespace

void say(const Environment& environment, std::string_view message) {
  say_in("", environment, message);
}

void say_error(const Environment& environment, std::string_view message) {
  constexpr std::string_view red = "31";
  say_in(environment.err_is_colored ? red : "", environment, message);
}

void say(const Environment& environment, const Diagnostic& d) {
  if (d.severity == Severity::error) {
    say_error(environment, to_string(d));
  } else {
    say(environment, to_string(d));
  }
}

bool write_out(const Environment& environment, std::string_view text) {
  errno = 0;
  environment.out.write(text.data(), static_cast<std::streamsize>(text.size())).flush();
  if (environment.out) return true;
  if (errno == EPIPE) return false;  // the reader, such as `head`, has seen enough
  throw CommandError{fmt::format("standard output: {}", std::generic_category().message(errno))};
}

// The option first, then the variables as no-color.org and bixense.com/clicolors define them.
bool wants_color(const Environment& environment, std::string_view choice, bool to_terminal) {
  const auto variable = [&](const char* name) { return environment.variable(name).value_or(""); };
  const auto forces = [&](const char* name) {
    return variable(name) != "" && variable(name) != "0";
  };
  if (choice != "auto") return choice == "always";
  if (variable("NO_COLOR") != "") return false;
  if (forces("FORCE_COLOR") || forces("CLICOLOR_FORCE")) return true;
  if (variable("TERM") == "" || variable("TERM") == "dumb") return false;
  return to_terminal;
}

}  // namespace ssi
