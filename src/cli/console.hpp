#pragma once

#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>

#include <ssi/diagnostic.hpp>

#include "cli/app.hpp"

namespace ssi {

/// What ends a command with exit code 2. The message is one line for people.
struct CommandError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Writes one line about the run to standard error, `ssi: MESSAGE`. The message must be fit to be
/// shown: see `visible`.
void say(const Environment& environment, std::string_view message);

/// Writes a whole result to standard output and flushes it. A closed pipe is no error. Throws
/// CommandError when it cannot be written.
void write_out(const Environment& environment, std::string_view text);

/// Whether output to a terminal, or to none, is to be coloured: `choice` is auto, always or never.
[[nodiscard]] bool wants_color(const Environment& environment, std::string_view choice,
                               bool to_terminal);

}  // namespace ssi
