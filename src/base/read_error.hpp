#pragma once

#include <stdexcept>
#include <string>

#include <ssi/diagnostic.hpp>

namespace ssi {

/// Thrown where an input cannot be read any further, through the standard streams that stand in
/// between; caught where the file's name is known, and turned into a Diagnostic. The message says
/// why, without the name.
struct ReadError : std::runtime_error {
  ReadError(Code why, const std::string& message) : std::runtime_error{message}, code{why} {}
  Code code;
};

}  // namespace ssi
