#include "cli/app.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include <ssi/points.hpp>
#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"

namespace ssi {
namespace {

using AddCommand = void (*)(CLI::App& app, const Environment& environment, Chosen& chosen);
constexpr AddCommand commands[] = {
    add_score, add_explain, add_plan,   add_trend,    add_diff,  add_team,
    add_add,   add_merge,   add_import, add_validate, add_model, add_schema,
};

// Help with the examples first: CLI11 puts a footer last.
class HelpFormatter final : public CLI::Formatter {
 public:
  HelpFormatter() { column_width(24); }

  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    std::string help = make_description(app) + make_footer(app) + make_usage(app, name);
    help += make_positionals(app) + make_groups(app, mode) + make_subcommands(app, mode);
    return help;
  }
};

std::string short_help(std::string_view command) {
  return fmt::format(
      "usage: ssi {0} [OPTIONS] [FILE...]\n"
      "  for example: ssi {0} activity.json\n"
      "  see 'ssi --help' for all commands, 'ssi {0} --help' for all options\n",
      command);
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

// `no option '--formt'; did you mean '--format'?`
std::string unknown(std::string_view what, std::string_view word,
                    const std::vector<std::string>& names, std::string_view command) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string guess = suggestion(word, candidates);
  return fmt::format("no {} '{}'{}", what, visible(word),
                     guess.empty() ? fmt::format("; see '{} --help'", command) : guess);
}

// The first argument must be a command, or ask for help or the version.
void check_command(const std::vector<std::string>& args, const CLI::App& app) {
  const auto names = names_of_commands(app);
  const std::string& word = args.front();
  if (std::ranges::find(names, word) != names.end()) return;
  const auto options = names_of_options(app);
  if (std::ranges::find(options, word) != options.end()) return;
  if (word.starts_with('-')) {
    const std::string message = unknown("option", word, options, "ssi");
    const bool has_guess = message.ends_with('?');
    throw CommandError{message + (has_guess ? "" : "; a command comes before its options")};
  }
  if (word.find_first_of("./") == std::string::npos) {
    throw CommandError{unknown("command", word, names, "ssi")};
  }
  throw CommandError{fmt::format("no command '{0}'; to score a log: ssi score {0}", visible(word))};
}

// The option whose number may be left out, and what it means then.
constexpr std::string_view bare_option = "--fail-on-drop";
constexpr std::string_view bare_meaning = "--fail-on-drop=0";

// The arguments as CLI11 takes them. It would look for a value that is missing after `=`, or that
// may be left out, in the next argument, and stumbles over `--` behind a file.
std::vector<std::string> prepared(const std::vector<std::string>& args) {
  std::vector<std::string> result;
  bool only_files = false;
  bool is_bare = false;  // the argument before
  for (const std::string& arg : args) {
    const bool takes_number = std::exchange(is_bare, arg == bare_option) && parse_points(arg);
    if (only_files) {
      result.push_back(arg.starts_with('-') && arg != "-" ? "./" + arg : arg);
    } else if (takes_number) {
      result.back() = fmt::format("{}={}", bare_option, arg);
    } else if (arg == bare_option) {
      result.emplace_back(bare_meaning);
    } else if (arg == "--") {
      only_files = true;
    } else if (arg.starts_with("--") && arg.find('=') == arg.size() - 1) {
      throw CommandError{fmt::format("{} needs a value", visible(arg.substr(0, arg.size() - 1)))};
    } else if (arg.size() > 2 && arg[0] == '-' && arg[1] != '-' && arg[2] == '=') {
      throw CommandError{fmt::format("'{0}': write {1} {2}", visible(arg),
                                     visible(arg.substr(0, 2)), visible(arg.substr(3)))};
    } else {
      result.push_back(arg);
    }
  }
  return result;
}

// What CLI11 found wrong, in words that need no knowledge of CLI11.
std::string explain(const CLI::ParseError& error, const CLI::App& app) {
  const auto used = app.get_subcommands();
  const CLI::App& command = used.empty() ? app : *used.front();
  const auto extras = command.remaining();
  if (!extras.empty()) {
    const std::string word = extras.front().substr(0, extras.front().find('='));
    return unknown(word.starts_with('-') ? "option" : "use for", word, names_of_options(command),
                   used.empty() ? "ssi" : "ssi " + command.get_name());
  }
  const std::string what = error.what();
  if (error.get_name() == "ArgumentMismatch") {
    return fmt::format("{} needs a value", visible(what.substr(0, what.find(':'))));
  }
  const std::size_t option = what.find("--");
  const std::size_t end = what.find(" = ");
  if (error.get_name() == "ConversionError" && option < end && end != std::string::npos) {
    return fmt::format("{} takes no value", visible(what.substr(option, end - option)));
  }
  return visible(what);
}

ExitCode run_command(const std::vector<std::string>& args, const Environment& environment) {
  CLI::App app{
      "Scores how a member sells socially, from a log of their activity on LinkedIn.\n"
      "Unofficial; every point is explained."};
  app.name("ssi");
  app.footer("\nExamples:\n  ssi score activity.json\n  ssi score --fail-under 70 activity.json\n");
  app.formatter(std::make_shared<HelpFormatter>());
  app.set_version_flag("--version", fmt::format("ssi {}", version()));
  app.require_subcommand(0, 1);  // what follows a command is its own, even if named like another
  Chosen chosen;
  for (const AddCommand add : commands) add(app, environment, chosen);
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    command->set_version_flag("--version", app.version());
  }
  if (args.empty()) throw NothingToDo{};
  check_command(args, app);
  std::vector<std::string> reversed = prepared(args);
  std::ranges::reverse(reversed);
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) throw CommandError{explain(error, app)};
    std::ostringstream help;
    app.exit(error, help, help);
    write_out(environment, help.str());
    return ExitCode::success;
  }
  return chosen();
}

}  // namespace

int run(const std::vector<std::string>& args, const Environment& environment) {
  ExitCode code = ExitCode::failure;
  try {
    code = run_command(args, environment);
  } catch (const CommandError& error) {
    say(environment, error.what());
  } catch (const NothingToDo&) {
    environment.err << short_help(args.empty() ? "score" : args.front()) << std::flush;
  } catch (const std::bad_alloc&) {
    say(environment, "out of memory");
  }
  return static_cast<int>(code);
}

}  // namespace ssi
