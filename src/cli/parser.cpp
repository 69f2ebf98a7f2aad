#include "cli/parser.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <ssi/points.hpp>

#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/help.hpp"
#include "cli/hint.hpp"

// The one file that includes CLI11, which takes long to compile. CLI11 only finds the options of
// one command and their values: help and messages come from the table.
namespace ssi {
namespace {

std::vector<std::string_view> names_of_options(std::span<const Option> options) {
  std::vector<std::string_view> names;
  for (const Option& option : options) {
    if (option.is_positional()) continue;
    names.push_back(option.name);
    if (!option.other_name.empty()) names.push_back(option.other_name);
  }
  return names;
}

// `no option '--formt'; did you mean '--format'?`
std::string unknown(std::string_view what, std::string_view word,
                    std::span<const std::string_view> names, const Command& command) {
  const std::string guess = hint(word, names);
  return fmt::format("no {} '{}'{}", what, visible(word),
                     guess.empty() ? fmt::format("; see '{} --help'", full_name(command)) : guess);
}

// Of a first argument that is neither a command nor an option of the program.
CommandError no_option(const std::string& word) {
  const std::string message =
      unknown("option", word, names_of_options(options_of(no_command)), no_command);
  const bool has_guess = message.ends_with('?');
  return CommandError{message + (has_guess ? "" : "; a command comes before its options")};
}

CommandError no_command_called(const std::string& word) {
  if (word.find_first_of("./") != std::string::npos) {
    return CommandError{
        fmt::format("no command '{0}'; to score a log: ssi score {0}", visible(word))};
  }
  const std::vector<Option> options = options_of(no_command);
  std::vector<std::string_view> names = names_of_options(options);
  names.insert(names.end(), command_names.begin(), command_names.end());
  return CommandError{unknown("command", word, names, no_command)};
}

// What is wrong with `--name=value` or `-n=value`; nothing if `arg` is neither, or is fine.
std::string flaw_of(const std::string& arg, std::span<const Option> options) {
  const std::size_t equals = std::min(arg.find('='), arg.size());
  const std::string name = arg.substr(0, equals);
  const bool is_long = name.starts_with("--");
  if (equals == arg.size() || !(is_long || (name.size() == 2 && name[0] == '-'))) return "";
  const auto option =
      std::ranges::find_if(options, [&](const Option& each) { return each.is_called(name); });
  if (option != options.end() && option->takes == Takes::none) {
    return fmt::format("{} takes no value", name);
  }
  const std::string value = arg.substr(equals + 1);
  if (value.empty()) return fmt::format("{} needs a value", visible(name));
  return is_long ? ""
                 : fmt::format("'{}': write {} {}", visible(arg), visible(name), visible(value));
}

// The arguments as CLI11 takes them. It would look for a value that is missing after `=`, or that
// may be left out, in the next argument, and stumbles over `--` behind a file.
std::vector<std::string> normalized(std::span<const std::string> args,
                                    std::span<const Option> options) {
  std::vector<std::string> result;
  bool only_files = false;
  const Option* bare = nullptr;  // the argument before, where it may stand without a value
  for (const std::string& arg : args) {
    const Option* before = std::exchange(bare, nullptr);
    if (only_files) {
      result.push_back(arg.starts_with('-') && arg != "-" ? "./" + arg : arg);
      continue;
    }
    const auto option = std::ranges::find(options, arg, &Option::name);
    if (before != nullptr && parse_points(arg)) {
      result.back() = fmt::format("{}={}", before->name, arg);
    } else if (option != options.end() && option->takes == Takes::optional) {
      bare = &*option;
      result.push_back(fmt::format("{}={}", arg, bare->default_value));
    } else if (arg == "--") {
      only_files = true;
    } else if (const std::string flaw = flaw_of(arg, options); !flaw.empty()) {
      throw CommandError{flaw};
    } else {
      result.push_back(arg);
    }
  }
  return result;
}

CLI::Option* add(CLI::App& parser, const Option& option) {
  std::string names{option.name};
  if (!option.other_name.empty()) names += fmt::format(",{}", option.other_name);
  if (option.takes == Takes::none) return parser.add_flag(names);
  return parser.add_option(names)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void take(Arguments::Values& values, const Option& option, const CLI::Option& parsed) {
  if (parsed.count() == 0) return;
  auto& given = values[option.name];
  if (option.takes != Takes::none) given = parsed.results();
}

// What CLI11 found wrong, in words that need no knowledge of CLI11.
std::string explain(const CLI::ParseError& error) {
  const std::string what = error.what();
  if (error.get_name() == "ArgumentMismatch") {
    return fmt::format("{} needs a value", visible(what.substr(0, what.find(':'))));
  }
  return visible(what);
}

// Takes what no option took for the positional arguments. CLI11 would, but takes `[x]` for a list.
void take_positionals(Arguments::Values& values, std::span<const Option> options,
                      const std::vector<std::string>& words, const Command& command) {
  const bool have_fields = std::ranges::any_of(options, std::mem_fn(&Option::is_field));
  for (const std::string& word : words) {
    const bool is_option = word.starts_with('-') && word != "-";
    const bool is_field = have_fields && word.find('=') < word.find('/');
    const auto option = std::ranges::find_if(options, [&](const Option& each) {
      return each.is_positional() && each.is_field() == is_field &&
             (each.takes == Takes::several || !values.contains(each.name));
    });
    if (is_option) {
      throw CommandError{
          unknown("option", word.substr(0, word.find('=')), names_of_options(options), command)};
    }
    if (option == options.end()) {
      throw CommandError{fmt::format("unexpected argument '{}'; see '{} --help'", visible(word),
                                     full_name(command))};
    }
    values[option->name].push_back(word);
  }
}

Arguments parse_arguments(const Command& command, std::span<const std::string> args) {
  std::vector<Option> options = options_of(command);
  const auto first_named =
      std::stable_partition(options.begin(), options.end(), std::mem_fn(&Option::is_positional));
  const std::span<const Option> named{first_named, options.end()};
  CLI::App parser;
  parser.set_help_flag();  // help is in the table
  parser.allow_extras();
  std::vector<CLI::Option*> parsed;
  parsed.reserve(named.size());
  for (const Option& option : named) parsed.push_back(add(parser, option));
  std::vector<std::string> reversed = normalized(args, options);
  std::ranges::reverse(reversed);
  Arguments::Values values;
  try {
    parser.parse(std::move(reversed));
    for (std::size_t i = 0; i < parsed.size(); ++i) take(values, named[i], *parsed[i]);
  } catch (const CLI::ParseError& error) {
    take_positionals(values, options, parser.remaining(), command);
    throw CommandError{explain(error)};
  }
  if (values.contains("--help") || values.contains("--version")) return Arguments{values};
  take_positionals(values, options, parser.remaining(), command);
  for (const Option& option : options) {
    if (option.takes != Takes::one || option.default_value.empty()) continue;
    values.try_emplace(option.name, std::vector{std::string{option.default_value}});
  }
  return Arguments{std::move(values)};
}

}  // namespace

const Command& command_named(const std::string& word) {
  const std::size_t index = command_index(word);
  if (index == command_table.size()) throw no_command_called(word);
  return command_table[index];
}

Call parse(const std::vector<std::string>& args) {
  // Help and the version may be asked for in front of the command.
  const std::vector<Option> questions = options_of(no_command);
  const std::vector<std::string_view> names = names_of_options(questions);
  std::vector<std::string> rest = args;
  const auto word = std::ranges::find_if(
      rest, [&](const std::string& arg) { return std::ranges::find(names, arg) == names.end(); });
  const std::size_t index = word == rest.end() ? command_table.size() : command_index(*word);
  if (index < command_table.size()) {
    rest.erase(word);
    return {command_table[index], parse_arguments(command_table[index], rest)};
  }
  if (word == rest.begin()) {
    throw word->starts_with('-') ? no_option(*word) : no_command_called(*word);
  }
  return {no_command, parse_arguments(no_command, rest)};
}

}  // namespace ssi
