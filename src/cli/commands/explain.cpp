#include <filesystem>
#include <system_error>
#include <variant>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/hint.hpp"
#include "cli/member_logs.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

/// What to explain, and with which logs.
struct Wish {
  Topic topic{};
  std::vector<std::string> files{};
};

// A first argument that is no topic but a file is a log: all of it is explained.
Wish parse_wish(const Arguments& arguments) {
  Wish wish{.files = arguments.values("FILE")};
  const auto word = arguments.value("TOPIC");
  if (!word) return wish;
  if (const auto topic = topic_named(*word)) {
    wish.topic = *topic;
    return wish;
  }
  std::error_code ignored;
  const bool is_file = *word == "-" || word->find_first_of("./") != std::string::npos ||
                       std::filesystem::exists(*word, ignored);
  if (!is_file) {
    const std::string guess = hint(*word, topic_names());
    throw CommandError{fmt::format("explain: no topic '{}'{}", visible(*word),
                                   guess.empty() ? "; 'ssi explain' lists them all" : guess)};
  }
  wish.files.insert(wish.files.begin(), *word);
  return wish;
}

// A topic behind another one or behind a log would be looked for as a file.
void refuse_more_topics(const std::vector<std::string>& files) {
  std::error_code ignored;
  for (const std::string& file : files) {
    if (!topic_named(file) || std::filesystem::exists(file, ignored)) continue;
    throw CommandError{fmt::format("explain: name one topic, before the log, not '{}'", file)};
  }
}

}  // namespace

ExitCode run_explain(const Environment& environment, const Arguments& arguments) {
  const auto [topic, files] = parse_wish(arguments);
  refuse_more_topics(files);
  const bool with_contributions = arguments.has("--contributions");
  if (with_contributions && (files.empty() || !std::holds_alternative<Everything>(topic))) {
    throw CommandError{"explain: --contributions takes a log and no topic"};
  }
  const auto wanted = parse_formats(environment, arguments, explain_formats());
  const ReportSettings settings = parse_settings(environment, arguments);
  if (files.empty()) {
    const auto sinks = open_sinks(environment, wanted, {*arguments.value("--model")});
    write_report(sinks, explain(topic, settings.model), {});
    return ExitCode::success;
  }
  InputOptions options = input_options(arguments);
  options.files = files;
  LogInputs inputs{environment, options};
  const auto sinks = open_sinks(environment, wanted, files_read(inputs, arguments));
  const auto log = read_one_member(inputs, arguments.value("--member"));
  if (!log) return ExitCode::failure;
  Diagnostics diagnostics;
  Explanation explanation = explain(topic, *log, settings, diagnostics);
  if (with_contributions) explanation.in_log->contributions = contributions_of(*log, settings);
  inputs.add(std::move(diagnostics));
  inputs.finish();
  inputs.mention_dropped();
  write_report(sinks, explanation, inputs.diagnostics());
  return ExitCode::success;
}

}  // namespace ssi
