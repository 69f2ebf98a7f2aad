#include "cli/options.hpp"

#include <fmt/format.h>

namespace ssi {

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> options;
  for (const Option& row : option_table) {
    if (!row.commands.contains(command)) continue;
    const std::span<const Option> rows =
        row.stands_for == nullptr ? std::span{&row, 1} : row.stands_for();
    options.insert(options.end(), rows.begin(), rows.end());
  }
  return options;
}

std::string help_of(const Command& command, const Option& option) {
  std::string help = fmt::format(fmt::runtime(option.help), option.default_value);
  if (option.name != "--format") return help;
  for (const FormatName& format : command.formats()) {
    help += fmt::format("\n{}: {}", format.name, format.summary);
  }
  return help;
}

}  // namespace ssi
