#pragma once

#include <stdexcept>
#include <string>

#include <ssi/diagnostic.hpp>

namespace ssi {

/// An input that cannot be read on. The message says why, without the file's name.
struct ReadError : std::runtime_error {
  ReadError(Code why, const std::string& message) : std::runtime_error{message}, code{why} {}
  Code code;
};

}  // namespace ssi
