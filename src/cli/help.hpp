#pragma once

#include <string>

#include "cli/commands/commands.hpp"

namespace ssi {

/// What a command is called by: `ssi score`.
[[nodiscard]] std::string full_name(const Command& command);

/// The help of a command, or of the program: examples first, then usage, arguments and options.
[[nodiscard]] std::string help(const Command& command);

/// What a command says that was called with nothing to do.
[[nodiscard]] std::string short_help(const Command& command);

}  // namespace ssi
