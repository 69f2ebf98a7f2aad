#pragma once

namespace ssi {

/// What the program's exit code says.
enum class ExitCode {
  success = 0,      ///< done, and every gate met
  gate_missed = 1,  ///< done, and a gate was missed, or no plan reaches its target
  failure = 2,      ///< no trustworthy result: usage, input, model or I/O
};

}  // namespace ssi
