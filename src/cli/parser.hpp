#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"

namespace ssi {

/// A command, and what was typed behind it.
struct Call {
  const Command& command;
  Arguments arguments;
};

/// The command of that name. Throws CommandError, with a suggestion, where there is none.
[[nodiscard]] const Command& command_named(const std::string& word);

/// Parses all that was typed, of which there must be something. Throws CommandError for what the
/// table of options does not allow; where help or the version is asked for, only for an option that
/// lacks its value.
[[nodiscard]] Call parse(const std::vector<std::string>& args);

}  // namespace ssi
