#include "cli/console.hpp"

#include <algorithm>
#include <cerrno>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {

void say(const Environment& environment, std::string_view message) {
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    environment.err << without_hashes(fmt::format("ssi: {}\n", message.substr(0, end)));
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  environment.err.flush();
}

bool write_out(const Environment& environment, std::string_view text) {
  errno = 0;
  environment.out.write(text.data(), static_cast<std::streamsize>(text.size())).flush();
  if (environment.out) return true;
  if (errno == EPIPE) return false;
  throw CommandError{fmt::format("standard output: {}", std::generic_category().message(errno))};
}

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
