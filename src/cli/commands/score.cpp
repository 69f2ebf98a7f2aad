#include <array>
#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/scoring.hpp"
#include "cli/what_if.hpp"

namespace ssi {
namespace {

struct ScoreOptions {
  ScoringOptions scoring{};
  bool details = false;
  std::string precision = "0";
  std::vector<std::string> what_if{};
};

std::vector<const Format*> score_formats() {
  std::vector<const Format*> all;
  for (const Format& format : formats()) all.push_back(&format);
  return all;
}

Style find_score_style(const ScoreOptions& options, const Environment& environment) {
  constexpr std::array<std::string_view, 3> precisions = {"0", "1", "2"};
  Style style = find_style(options.scoring, environment);
  style.details = options.details;
  style.precision = static_cast<int>(find_choice("--precision", options.precision, precisions));
  return style;
}

ReportSettings find_score_settings(const ScoreOptions& options, const Environment& environment) {
  ReportSettings settings = find_settings(options.scoring, environment);
  settings.what_if = parse_what_if(options.what_if);
  return settings;
}

/// What was made of some members that follow each other.
struct Part {
  std::string text{};
  GateTally tally{};
  std::uint64_t members = 0;
  std::uint64_t without_total = 0;
};

/// One run: members come in, reports go out.
class ScoreRun {
 public:
  ScoreRun(const Environment& environment, const ScoreOptions& options)
      : environment_{environment},
        quiet_{options.scoring.input.quiet},
        format_{find_format(options.scoring, score_formats())},
        style_{find_score_style(options, environment)},
        settings_{find_score_settings(options, environment)},
        inputs_{environment, options.scoring.input},
        output_{environment, options.scoring.output, files_read(inputs_, options.scoring)} {}

  ExitCode run() {
    inputs_.read([this](std::span<const MemberLog> logs, Diagnostics& diagnostics) -> Deliver {
      auto part = std::make_shared<Part>(score(logs, diagnostics));
      return [this, part] { take(*part); };
    });
    if (quiet_) inputs_.tell_of_the_unsaid();
    finish();
    return verdict();
  }

 private:
  // Runs on any thread.
  [[nodiscard]] Part score(std::span<const MemberLog> logs, Diagnostics& diagnostics) const {
    Part part;
    for (const MemberLog& log : logs) {
      const Report report = make_report(log, settings_, diagnostics);
      part.tally.take(report);
      if (!report.score.total && format_.name == "total") ++part.without_total;
      if (part.members++ > 0) part.text += format_.separator;
      if (!quiet_) format_.member(part.text, report, settings_.model, style_);
    }
    return part;
  }

  void take(Part& part) {
    // After an error there is no score to show. Reading goes on, to find all errors.
    if (inputs_.are_bad() || part.members == 0) return;
    const bool is_first = total_.members == 0;
    total_.members += part.members;
    total_.without_total += part.without_total;
    total_.tally.append(part.tally);
    if (quiet_) return;
    std::string lead{is_first ? "" : format_.separator};
    if (is_first) format_.head(lead, settings_);
    if (output_.will_show(lead.size() + part.text.size())) inputs_.hide_progress();
    if (!lead.empty()) output_.write(std::move(lead));
    output_.write(std::move(part.text));
  }

  void finish() {
    const bool has_result = !inputs_.are_bad() && total_.members > 0;
    if (!inputs_.are_bad() && !has_result) {
      say(environment_, "nothing to score: no good activity or document is left");
    }
    if (quiet_ || (!has_result && !output_.must_finish())) return;
    std::string tail;
    format_.tail(tail, inputs_.diagnostics().list());
    output_.write(std::move(tail));
    output_.commit();
  }

  ExitCode verdict() {
    if (inputs_.are_bad() || total_.members == 0) return ExitCode::failure;
    if (total_.without_total > 0) {
      say(environment_, fmt::format("{} without a total: a pillar has nothing measured",
                                    counted(total_.without_total, "member", "members")));
      return ExitCode::failure;
    }
    return total_.tally.verdict(environment_, quiet_);
  }

  const Environment& environment_;
  bool quiet_;
  const Format& format_;
  Style style_;
  ReportSettings settings_;
  LogInputs inputs_;
  Output output_;
  Part total_;  // without the text
};

}  // namespace

void add_score(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("score", "Score activity logs and say what to do next");
  command->footer(
      "\nExamples:\n"
      "  ssi score activity.json\n"
      "  ssi score -f total activity.json\n"
      "  ssi score --fail-under 70 --fail-under insights=15 activity.json\n"
      "  ssi score --what-if 'search filters=1 count=10' activity.json\n"
      "  ssi score -f csv -o scores.csv logs/*.json\n"
      "  jq -c . logs/*.json | ssi score -f jsonl -\n");
  auto options = std::make_shared<ScoreOptions>();
  add_scoring_options(*command, options->scoring, score_formats());
  command->add_flag("--details", options->details, "Show all signals (text and markdown)");
  add_value(*command, "--precision", options->precision, "Decimals of the total format: 0, 1 or 2",
            "N");
  add_values(
      *command, "--what-if", options->what_if,
      "Show the score with this activity in each log, beside\nthe score as it is: a type and "
      "its fields, on the day of\nthe score unless at=DATE is among them; repeatable",
      "ACTIVITY");
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return ScoreRun{environment, *options}.run(); };
  });
}

}  // namespace ssi
