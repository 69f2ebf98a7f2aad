#include "cli/hint.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ssi/explain.hpp>

#include "base/text.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"

namespace ssi {
namespace {

/// A word of the program, and where it belongs.
struct Word {
  std::string_view word;
  std::string where;
};

// The commands that have an option.
std::vector<std::string> commands_with(std::string_view option) {
  std::vector<std::string> commands;
  for (const Command& command : command_table) {
    const auto is_meant = [&](const Option& each) { return each.is_called(option); };
    if (std::ranges::any_of(options_of(command), is_meant)) commands.push_back(full_name(command));
  }
  return commands;
}

std::vector<Word> all_words() {
  std::vector<Word> words;
  words.reserve(command_table.size() + option_table.size() + topic_names().size());
  for (const Command& command : command_table) {
    words.push_back({command.name, fmt::format("it is a command: ssi help {}", command.name)});
  }
  for (const Option& option : option_table) {
    if (!option.name.starts_with("--")) continue;
    words.push_back({option.name, fmt::format("it is an option of {}",
                                              fmt::join(commands_with(option.name), ", "))});
  }
  for (const std::string_view topic : topic_names()) {
    words.push_back({topic, fmt::format("see 'ssi explain {}'", topic)});
  }
  return words;
}

}  // namespace

std::string hint(std::string_view word, std::span<const std::string_view> fitting) {
  std::vector<std::string_view> candidates{fitting.begin(), fitting.end()};
  for (const Word& each : all_words()) {
    if (each.word == word) return "; " + each.where;
    candidates.push_back(each.word);
  }
  for (const FormatName& format : format_names<formats>()) {
    if (word == fmt::format("--{}", format.name))
      return fmt::format("; it is a format: -f {}", format.name);
  }
  const std::string_view meant = nearest(word, candidates);
  return std::ranges::find(fitting, meant) == fitting.end() ? "" : suggestion(word, fitting);
}

}  // namespace ssi
