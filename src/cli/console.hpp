#pragma once

#include <stdexcept>
#include <string_view>

#include <ssi/diagnostic.hpp>

#include "cli/app.hpp"

namespace ssi {

/// What ends a command with exit code 2. The message is a line for people, or several.
struct CommandError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A command that was called without anything to do: a short help says how.
struct NothingToDo {};

/// Writes each line of a message to standard error, `ssi: LINE`. The message must be fit to be
/// shown: see `visible`.
void say(const Environment& environment, std::string_view message);

/// The same for what is wrong, in red where standard error is coloured.
void say_error(const Environment& environment, std::string_view message);

/// Says what a diagnostic says, an error in red.
void say(const Environment& environment, const Diagnostic& d);

/// Writes to standard output and flushes it. False if it is a closed pipe: that is no error, but
/// nothing more can be written. Throws CommandError when it cannot be written for another reason.
bool write_out(const Environment& environment, std::string_view text);

/// Whether output to a terminal, or to none, is to be coloured: `choice` is auto, always or never.
[[nodiscard]] bool wants_color(const Environment& environment, std::string_view choice,
                               bool to_terminal);

}  // namespace ssi
