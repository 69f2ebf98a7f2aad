#include "cli/shells.hpp"

#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "cli/choices.hpp"
#include "cli/help.hpp"

namespace ssi {
namespace {

// What an option is for, in a few words: its help up to the first break in the sentence.
std::string summary_of(const Command& command, const Option& option) {
  const std::string help = escaped(help_of(command, option), {{'\n', " "}});
  const std::string start = help.substr(0, help.find_first_of(":;(["));
  return start.substr(0, start.find_last_not_of(' ') + 1);
}

bool takes_value(const Option& option) {
  return option.takes == Takes::one || option.takes == Takes::several;
}

std::vector<std::string_view> names_of_option(const Option& option) {
  if (option.other_name.empty()) return {option.name};
  return {option.other_name, option.name};
}

// What may stand where no option needs a value.
std::vector<std::string> positional_words(const Command& command) {
  std::vector<std::string> words;
  for (const Option& option : options_of(command)) {
    if (!option.is_positional()) continue;
    for (const std::string_view word : choices_of(command, option)) words.emplace_back(word);
  }
  return words;
}

std::string option_words(const Command& command) {
  std::vector<std::string_view> words;
  for (const Option& option : options_of(command)) {
    if (option.is_positional()) continue;
    for (const std::string_view name : names_of_option(option)) words.push_back(name);
  }
  return fmt::format("{}", fmt::join(words, " "));
}

// The lines of bash's `case` for a command: after an option its words, else the others.
std::string bash_cases(const Command& command) {
  std::string cases;
  for (const Option& option : options_of(command)) {
    if (option.is_positional() || !takes_value(option)) continue;
    std::string patterns = fmt::format("{}:{}", command.name, option.name);
    if (!option.other_name.empty()) {
      patterns += fmt::format("|{}:{}", command.name, option.other_name);
    }
    cases += fmt::format("    {}) words='{}' ;;\n", patterns,
                         fmt::join(choices_of(command, option), " "));
  }
  return cases + fmt::format("    {}:*) words='{}'; options='{}' ;;\n", command.name,
                             fmt::join(positional_words(command), " "), option_words(command));
}

// A text in single quotes, where zsh's _arguments gives a meaning to some characters.
std::string zsh_text(std::string_view text) {
  return escaped(text, {{'\'', "'\\''"}, {':', "\\:"}});
}

std::string zsh_value(const Command& command, const Option& option) {
  const auto choices = choices_of(command, option);
  std::string action;
  if (takes_file(option)) {
    action = choices.empty()
                 ? "_files"
                 : fmt::format("{{_alternative \"words:word:({})\" \"files:file:_files\"}}",
                               fmt::join(choices, " "));
  } else if (!choices.empty()) {
    action = fmt::format("({})", fmt::join(choices, " "));
  } else {
    action = " ";
  }
  return fmt::format(":{}:{}", zsh_text(option.name.substr(option.is_positional() ? 0 : 2)),
                     action);
}

std::string zsh_specs(const Command& command) {
  std::string specs;
  for (const Option& option : options_of(command)) {
    if (option.is_field()) continue;  // they stand anywhere
    if (option.is_positional()) {
      const std::string_view many = option.takes == Takes::several ? "*" : "";
      specs += fmt::format(" \\\n        '{}{}'", many, zsh_value(command, option));
      continue;
    }
    const std::string about = zsh_text(summary_of(command, option));
    for (const std::string_view name : names_of_option(option)) {
      const std::string_view many = option.takes == Takes::several ? "*" : "";
      const std::string_view joint = !takes_value(option) ? "" : name.starts_with("--") ? "=" : "+";
      specs += fmt::format(" \\\n        '{}{}{}[{}]{}'", many, name, joint, about,
                           takes_value(option) ? zsh_value(command, option) : "");
    }
  }
  return specs;
}

// A text in single quotes, as fish reads it.
std::string fish_text(std::string_view text) {
  return escaped(text, {{'\\', "\\\\"}, {'\'', "\\'"}});
}

std::string fish_line(const Command& command, const Option& option) {
  std::string line =
      fmt::format("complete -c ssi -n '__fish_seen_subcommand_from {}'", command.name);
  const auto choices = choices_of(command, option);
  if (!option.is_positional()) {
    for (const std::string_view name : names_of_option(option)) {
      const bool is_long = name.starts_with("--");
      line += fmt::format(" -{} {}", is_long ? 'l' : 's', name.substr(is_long ? 2 : 1));
    }
    if (takes_value(option)) line += takes_file(option) ? " -r -F" : " -x";
  }
  if (!choices.empty()) line += fmt::format(" -a '{}'", fmt::join(choices, " "));
  if (option.is_positional() && choices.empty()) return "";
  return line + fmt::format(" -d '{}'\n", fish_text(summary_of(command, option)));
}

}  // namespace

std::string bash_completion() {
  std::string cases;
  for (const Command& command : command_table) cases += bash_cases(command);
  return fmt::format(
      R"(# bash completion for ssi, made by 'ssi completions bash'. Where no word fits, bash completes files.
_ssi() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command= words= options= i
  [[ $cur == = ]] && cur=
  [[ $prev == = ]] && prev=${{COMP_WORDS[COMP_CWORD-2]}}
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${{COMP_WORDS[i]}} == -* ]] || {{ command=${{COMP_WORDS[i]}}; break; }}
  done
  case $command:$prev in
    :*) words='{}'; options='{}' ;;
{}  esac
  [[ $cur == -* ]] && words=$options
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}}
complete -o default -F _ssi ssi
)",
      fmt::join(command_names, " "), option_words(no_command), cases);
}

std::string zsh_completion() {
  std::string commands;
  std::string cases;
  for (const Command& command : command_table) {
    commands += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.summary));
    cases +=
        fmt::format("    {})\n      _arguments -s{}\n      ;;\n", command.name, zsh_specs(command));
  }
  return fmt::format(R"(#compdef ssi
# zsh completion for ssi, made by 'ssi completions zsh'.
local -a commands
commands=(
{})
if (( CURRENT == 2 )); then
  _describe command commands
else
  shift words
  (( CURRENT-- ))
  case $words[1] in
{}  esac
fi
)",
                     commands, cases);
}

std::string fish_completion() {
  std::string lines =
      "# fish completion for ssi, made by 'ssi completions fish'.\n"
      "complete -c ssi -n __fish_use_subcommand -f\n";
  for (const Command& command : command_table) {
    lines += fmt::format("complete -c ssi -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                         fish_text(command.summary));
  }
  for (const Command& command : command_table) {
    for (const Option& option : options_of(command)) lines += fish_line(command, option);
  }
  return lines;
}

}  // namespace ssi
