#include "cli/help.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "cli/options.hpp"

namespace ssi {
namespace {

constexpr std::size_t help_column = 24;

// `text`, with what follows a line break set in.
std::string indented(std::string_view text, std::size_t columns) {
  std::string result;
  for (const char c : text) {
    result += c;
    if (c == '\n') result.append(columns, ' ');
  }
  return result;
}

// A name and what it means, side by side if the name is short enough.
std::string entry(std::string_view name, std::string_view meaning) {
  std::string line = fmt::format("  {}", name);
  if (line.size() >= help_column) line += '\n' + std::string(help_column, ' ');
  return fmt::format("{:<{}}{}\n", line, help_column, indented(meaning, help_column));
}

}  // namespace

std::string full_name(const Command& command) {
  return command.name.empty() ? "ssi" : fmt::format("ssi {}", command.name);
}

std::string help(const Command& command) {
  const bool is_program = command.run == nullptr;
  std::string usage =
      fmt::format("Usage: {}{} [OPTIONS]", full_name(command), is_program ? " COMMAND" : "");
  std::string positionals;
  std::string named;
  for (const Option& option : options_of(command)) {
    const std::string about = help_of(command, option);
    (option.is_positional() ? positionals : named) += entry(option.signature, about);
    if (!option.is_positional()) continue;
    // An argument that may be left out has a default, and its help says which.
    const bool is_needed = option.takes == Takes::one && about.find("(default") == about.npos;
    const std::string_view dots = option.takes == Takes::several ? "..." : "";
    usage +=
        is_needed ? fmt::format(" {}", option.name) : fmt::format(" [{}{}]", option.name, dots);
  }
  std::string commands;
  if (is_program) {
    for (const Command& each : command_table) commands += entry(each.name, each.summary);
  }
  std::string text = fmt::format("{}\n\nExamples:\n  {}\n\n{}\n", command.summary,
                                 indented(command.examples, 2), usage);
  if (!commands.empty()) text += "\nCommands:\n" + commands;
  if (!positionals.empty()) text += "\nArguments:\n" + positionals;
  text += "\nOptions:\n" + named;
  if (is_program) text += "\n'ssi help COMMAND' shows the options and examples of a command.\n";
  return text;
}

std::string short_help(const Command& command) {
  return fmt::format(
      "usage: {0} [OPTIONS] [FILE...]\n"
      "  for example: {1}\n"
      "  see 'ssi help {2}' for all options, 'ssi help' for all commands\n",
      full_name(command), command.examples.substr(0, command.examples.find('\n')), command.name);
}

}  // namespace ssi
