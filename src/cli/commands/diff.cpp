#include <array>
#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/models.hpp"
#include "cli/one_member.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/scoring.hpp"

namespace ssi {
namespace {

struct DiffOptions : ReportOptions {
  std::optional<std::string> member{};
  std::optional<std::string> from{};
  std::optional<std::string> to{};
  std::optional<std::string> to_model{};
  std::optional<std::string> fail_on_drop{};
};

// The options of reading the log of one side, which is the first or the last file.
InputOptions input_of(const DiffOptions& options, bool is_after) {
  InputOptions input = options.input;
  const auto& files = options.input.files;
  if (files.size() > 2) {
    throw CommandError{fmt::format("{} files, where two are compared", files.size())};
  }
  if (files.size() < 2) {
    if (!options.from && !options.to && !options.to_model) {
      throw CommandError{
          "nothing to compare a log with: name a second one, or --from, --to or --to-model"};
    }
    return input;
  }
  if (files[0] == "-" && files[1] == "-") {
    throw CommandError{"'-' is named twice, but standard input can be read only once"};
  }
  input.files = {is_after ? files[1] : files[0]};
  return input;
}

/// One run: one log comes in or two, what has changed goes out.
class DiffRun {
 public:
  DiffRun(const Environment& environment, const DiffOptions& options)
      : environment_{environment},
        options_{options},
        format_{find_format(options, diff_formats())},
        style_{find_style(options, environment)},
        from_{find_as_of("--from", options.from, environment)},
        to_{find_as_of("--to", options.to, environment)},
        model_{load_model(options.model)},
        to_model_{options.to_model ? load_model(*options.to_model) : model_},
        before_{environment, input_of(options, false)},
        after_{environment, input_of(options, true)},
        output_{environment, options.output, all_files()} {
    if (options.fail_on_drop) {
      allowed_ = parse_number("--fail-on-drop", *options.fail_on_drop, total_max);
    }
  }

  ExitCode run() {
    const std::optional<MemberLog> first = read_one_member(before_, options_.member);
    const bool are_two = options_.input.files.size() == 2;
    const std::optional<MemberLog> second =
        are_two ? read_one_member(after_, options_.member) : std::nullopt;
    if (!first || (are_two && !second)) return ExitCode::failure;
    if (second && !first->timeline.can_add(second->timeline)) {
      throw CommandError{"the logs hold more than 2^62 of something together"};
    }
    Diagnostics found;
    DiffReport report =
        make_diff({*first, from_, model_}, {are_two ? *second : *first, to_, to_model_}, found);
    if (allowed_) report.gates.push_back(judge_drop(*allowed_, report.change));
    LogInputs& last = are_two ? after_ : before_;
    last.add(std::move(found));
    last.finish();
    write(report);
    return verdict(report);
  }

 private:
  [[nodiscard]] std::vector<std::string> all_files() const {
    std::vector<std::string> files = files_read(before_, options_);
    files.insert(files.end(), after_.files().begin(), after_.files().end());
    if (options_.to_model) files.push_back(*options_.to_model);
    return files;
  }

  void write(const DiffReport& report) {
    if (options_.input.quiet) {
      before_.tell_of_the_unsaid();
      after_.tell_of_the_unsaid();
      return;
    }
    std::vector<Diagnostic> diagnostics = before_.diagnostics().list();
    const std::vector<Diagnostic>& more = after_.diagnostics().list();
    diagnostics.insert(diagnostics.end(), more.begin(), more.end());
    std::string text;
    format_.write(text, report, diagnostics, style_);
    output_.write(std::move(text));
    output_.commit();
  }

  [[nodiscard]] ExitCode verdict(const DiffReport& report) const {
    GateTally gates;
    for (const GateVerdict& verdict : report.gates) gates.take(verdict, "");
    return gates.verdict(environment_, options_.input.quiet);
  }

  const Environment& environment_;
  const DiffOptions& options_;
  const FormatOf<DiffReport>& format_;
  Style style_;
  AsOf from_;
  AsOf to_;
  Model model_;
  Model to_model_;
  LogInputs before_;
  LogInputs after_;  // not read where there is one log only
  Output output_;
  std::optional<Points> allowed_;
};

}  // namespace

void add_diff(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("diff", "Show what changed between two scores, and what caused it");
  command->footer(
      "\nExamples:\n"
      "  ssi diff before.json after.json\n"
      "  ssi diff --from 2026-10-01 --to 2026-11-22 activity.json\n"
      "  ssi diff --model v1 --to-model ours.json activity.json\n"
      "  ssi diff --fail-on-drop 2.5 before.json after.json\n");
  auto options = std::make_shared<DiffOptions>();
  DiffOptions& o = *options;
  add_report_options(*command, o, names_of_formats(diff_formats()),
                     "The logs before and after, or one log; - is standard input");
  add_member(*command, o.member);
  add_value(
      *command, "--from", o.from,
      "The day of the score before: a date, today or latest\n(default: the day that the log names, "
      "else latest)",
      "DAY");
  add_value(*command, "--to", o.to, "The same of the score after", "DAY");
  add_value(*command, "--to-model", o.to_model,
            "The model of the score after (default: that of --model)", "MODEL");
  add_value(*command, "--fail-on-drop", o.fail_on_drop,
            "Exit with 1 if the total drops, or drops by more\nthan N points", "[N]");
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return DiffRun{environment, *options}.run(); };
  });
}

}  // namespace ssi
