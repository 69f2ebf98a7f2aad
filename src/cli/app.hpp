#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include <ssi/day.hpp>

namespace ssi {

/// All that the program knows of the world around it.
struct Environment {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool is_utf8 = true;          ///< whether the locale's text is
  bool err_is_colored = false;  ///< whether errors are to be red
  bool is_quiet = false;        ///< `--quiet`: no report, summary or warning on the screen
  std::size_t out_columns = 0;  ///< of the terminal; 0 if it is none or its width is unknown
  std::size_t err_columns = 0;  ///< the same, where standard error writes to
  /// An environment variable; nothing where it is not set.
  std::function<std::optional<std::string>(const char* name)> variable;
  std::function<Day()> today;
  std::function<std::chrono::steady_clock::time_point()> now;
};

/// The whole program: runs `args`, which do not hold the program's name, and returns its exit code.
int run(const std::vector<std::string>& args, Environment environment);

}  // namespace ssi
