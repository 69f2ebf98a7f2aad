#include <array>
#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "cli/what_if.hpp"

namespace ssi {
namespace {

Style parse_score_style(const Environment& environment, const Arguments& arguments) {
  constexpr std::array<std::string_view, 3> precisions = {"0", "1", "2"};
  Style style = parse_style(environment, arguments);
  style.details = arguments.has("--details");
  style.precision =
      static_cast<int>(parse_choice("--precision", *arguments.value("--precision"), precisions));
  return style;
}

ReportSettings parse_score_settings(const Environment& environment, const Arguments& arguments) {
  ReportSettings settings = parse_settings(environment, arguments);
  settings.what_if = parse_what_if(arguments.values("--what-if"));
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
  ScoreRun(const Environment& environment, const Arguments& arguments)
      : environment_{environment},
        quiet_{arguments.has("--quiet")},
        format_{parse_format(arguments, formats())},
        style_{parse_score_style(environment, arguments)},
        settings_{parse_score_settings(environment, arguments)},
        inputs_{environment, input_options(arguments)},
        output_{environment, arguments.value("--output"), files_read(inputs_, arguments)} {}

  ExitCode run() {
    settings_.with_last_week = format_.is_for_people;
    inputs_.read([this](std::span<const MemberLog> logs, Diagnostics& diagnostics) -> Deliver {
      auto part = std::make_shared<Part>(score(logs, diagnostics));
      return [this, part] { take(*part); };
    });
    inputs_.mention_dropped();
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
    if (output_.would_print(lead.size() + part.text.size())) inputs_.hide_progress();
    if (!lead.empty()) output_.write(std::move(lead));
    output_.write(std::move(part.text));
  }

  void finish() {
    const bool has_result = !inputs_.are_bad() && total_.members > 0;
    if (!inputs_.are_bad() && !has_result) {
      say(environment_, "nothing to score: no good activity or document is left");
    }
    if (quiet_ || (!has_result && !output_.is_partly_printed())) return;
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
  Format format_;
  Style style_;
  ReportSettings settings_;
  LogInputs inputs_;
  Output output_;
  Part total_;  // without the text
};

}  // namespace

ExitCode run_score(const Environment& environment, const Arguments& arguments) {
  return ScoreRun{environment, arguments}.run();
}

}  // namespace ssi
