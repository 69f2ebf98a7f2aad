#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace ssi {

/// Adds an option with a value, of which the last counts. `type` is what to call the value in help.
template <class Value>
void add_value(CLI::App& command, const std::string& names, Value& value, const std::string& help,
               const std::string& type) {
  command.add_option(names, value, help)
      ->type_name(type)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

/// The same of an option that may be given several times, each of which counts.
inline void add_values(CLI::App& command, const std::string& names,
                       std::vector<std::string>& values, const std::string& help,
                       const std::string& type) {
  command.add_option(names, values, help)
      ->type_name(type)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// A whole number from 1 to `most`, a value of `option`. Throws CommandError for anything else.
[[nodiscard]] int parse_whole(std::string_view option, const std::string& text, int most);

}  // namespace ssi
