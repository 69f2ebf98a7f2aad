#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/inputs.hpp"
#include "cli/models.hpp"
#include "cli/output.hpp"

namespace ssi {
namespace {

/// The command line as it was typed.
struct ScoreOptions {
  std::vector<std::string> files;
  std::string format{formats().front().name};
  std::optional<std::string> output;
  std::optional<std::string> as_of;
  std::string model = model_v1().name;
  std::vector<std::string> fail_under;
  bool require_complete = false;
  bool lenient = false;
  bool details = false;
  std::string precision = "0";
  std::string color = "auto";
  bool quiet = false;
};

AsOf find_as_of(const std::optional<std::string>& option, const Environment& environment) {
  if (!option) return AsOfLog{};
  const std::string& wanted = *option;
  if (wanted == "latest") return AsOfLatest{};
  if (wanted == "today") return environment.today();
  if (const auto day = parse_date(wanted)) return *day;
  throw CommandError{fmt::format(
      "--as-of: '{}' is not a date such as 2026-11-22, nor today or latest", visible(wanted))};
}

// The index of `wanted` among the `choices` of `option`.
std::size_t find_choice(std::string_view option, const std::string& wanted,
                        std::span<const std::string_view> choices) {
  const auto found = std::ranges::find(choices, wanted);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  throw CommandError{fmt::format("{}: {}", option, not_one_of(visible(wanted), choices))};
}

const Format& find_format(const std::string& wanted) {
  std::vector<std::string_view> names;
  for (const Format& format : formats()) names.push_back(format.name);
  return formats()[find_choice("--format", wanted, names)];
}

Style find_style(const ScoreOptions& options, const Environment& environment) {
  constexpr std::array<std::string_view, 3> precisions = {"0", "1", "2"};
  constexpr std::array<std::string_view, 3> colors = {"auto", "always", "never"};
  const std::size_t precision = find_choice("--precision", options.precision, precisions);
  (void)find_choice("--color", options.color, colors);
  const bool to_file = options.output && *options.output != "-";
  const bool to_terminal = environment.out_is_terminal && !to_file;
  const bool color = !to_file && wants_color(environment, options.color, to_terminal);
  const std::string term = environment.variable("TERM").value_or("");
  return {.color = color,
          .unicode = color || (to_terminal && term != "" && term != "dumb"),
          .details = options.details,
          .precision = static_cast<int>(precision)};
}

/// One run: members come in, reports go out.
class ScoreRun {
 public:
  ScoreRun(const Environment& environment, const ScoreOptions& options)
      : environment_{environment},
        options_{options},
        format_{find_format(options.format)},
        style_{find_style(options, environment)},
        settings_{.as_of = find_as_of(options.as_of, environment),
                  .gates = parse_gates(options.fail_under, options.require_complete)},
        files_{files_to_read(environment, options.files)} {
    settings_.model = load_model(options.model);
  }

  ExitCode run() {
    std::vector<std::string> inputs = files_;
    inputs.push_back(options_.model);
    Output output{environment_, options_.output, inputs};
    DiagnosticPrinter printer{environment_, diagnostics_, options_.quiet};
    const Strictness strictness = options_.lenient ? Strictness::lenient : Strictness::strict;
    MemberReader reader{strictness, diagnostics_,
                        [&](MemberLog&& log) { write_member(log, output); }};
    for (const std::string& file : files_) {
      read_file(environment_, file, reader, diagnostics_);
      printer.print();
    }
    reader.finish();
    diagnostics_.end_file("");
    printer.print();
    if (options_.quiet) tell_of_the_unsaid();
    finish(output);
    return verdict();
  }

 private:
  bool is_bad() const { return diagnostics_.total(Severity::error) > 0; }

  // Even a quiet run drops no activity without a word.
  void tell_of_the_unsaid() const {
    const bool dropped = std::ranges::any_of(diagnostics_.list(), [](const Diagnostic& d) {
      return d.severity == Severity::skipped || d.code == Code::unknown_type ||
             d.code == Code::after_as_of;
    });
    if (dropped) say(environment_, "not every activity counted; see which without --quiet");
  }

  void write_member(const MemberLog& log, Output& output) {
    // After an error there is no score to show. Reading goes on, to find all errors.
    if (is_bad()) return;
    const Report report = make_report(log, settings_, diagnostics_);
    tally_.take(report);
    ++members_;
    if (!report.score.total && format_.name == "total") ++without_total_;
    if (options_.quiet) return;
    text_.clear();
    if (members_ == 1) {
      format_.head(text_, settings_.model);
    } else {
      text_ += format_.separator;
    }
    format_.member(text_, report, settings_.model, style_);
    output.write(text_);
  }

  void finish(Output& output) {
    if (!is_bad() && members_ == 0) {
      say(environment_, "nothing to score: no good activity or document is left");
    }
    const bool has_result = !is_bad() && members_ > 0;
    if (options_.quiet || (!has_result && !output.must_finish())) return;
    text_.clear();
    format_.tail(text_, diagnostics_.list());
    output.write(text_);
    output.commit();
  }

  ExitCode verdict() {
    if (is_bad() || members_ == 0) return ExitCode::failure;
    if (without_total_ > 0) {
      say(environment_, fmt::format("{} without a total: a pillar has nothing measured",
                                    counted(without_total_, "member", "members")));
      return ExitCode::failure;
    }
    return tally_.verdict(environment_, options_.quiet);
  }

  const Environment& environment_;
  const ScoreOptions& options_;
  const Format& format_;
  Style style_;
  ReportSettings settings_;
  std::vector<std::string> files_;
  Diagnostics diagnostics_;
  GateTally tally_;
  std::uint64_t members_ = 0;
  std::uint64_t without_total_ = 0;
  std::string text_;  // of one member; kept to be filled again
};

std::string format_help() {
  std::string help = "One of";
  for (const Format& format : formats())
    help += fmt::format("\n{}: {}", format.name, format.summary);
  return help;
}

}  // namespace

void add_score(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("score", "Score activity logs and say what to do next");
  command->footer(
      "\nExamples:\n"
      "  ssi score activity.json\n"
      "  ssi score -f total activity.json\n"
      "  ssi score --fail-under 70 --fail-under insights=15 activity.json\n"
      "  ssi score -f csv -o scores.csv logs/*.json\n"
      "  jq -c . logs/*.json | ssi score -f jsonl -\n");
  auto options = std::make_shared<ScoreOptions>();
  ScoreOptions& o = *options;
  const auto last = CLI::MultiOptionPolicy::TakeLast;
  command->add_option("FILE", o.files, "Logs to score; - is standard input")->type_name("");
  command->add_option("-f,--format", o.format, format_help())
      ->type_name("FORMAT")
      ->multi_option_policy(last);
  command->add_option("-o,--output", o.output, "Write the result to this file, whole or not at all")
      ->type_name("FILE")
      ->multi_option_policy(last);
  command
      ->add_option("--as-of", o.as_of,
                   "Score at the end of this day: a date, today, or latest,\nthe day of a log's "
                   "last activity (default: the day that\nthe log names, else latest)")
      ->type_name("DAY")
      ->multi_option_policy(last);
  command->add_option("--model", o.model, "A built-in model or a model file (default: v1)")
      ->type_name("MODEL")
      ->multi_option_policy(last);
  command
      ->add_option("--fail-under", o.fail_under,
                   "Exit with 1 if the total is under N, or a pillar\nunder PILLAR=N; repeatable")
      ->type_name("[PILLAR=]N")
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--require-complete", o.require_complete,
                    "Exit with 1 if a signal was not measured");
  command->add_flag("--lenient", o.lenient, "Skip bad activities and lines instead of failing");
  command->add_flag("--details", o.details, "Show all signals (text and markdown)");
  command->add_option("--precision", o.precision, "Decimals of the total format: 0, 1 or 2")
      ->type_name("N")
      ->multi_option_policy(last);
  command->add_option("--color", o.color, "auto, always or never")
      ->type_name("WHEN")
      ->multi_option_policy(last);
  command->add_flag("-q,--quiet", o.quiet, "No report, only the exit code and errors");
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return ScoreRun{environment, *options}.run(); };
  });
}

}  // namespace ssi
