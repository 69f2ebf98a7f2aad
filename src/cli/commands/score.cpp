#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/choices.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "cli/what_if.hpp"
#include "render/verdicts.hpp"

namespace ssi {
namespace {

std::vector<Wanted<Format>> parse_score_formats(const Environment& environment,
                                                const Arguments& arguments) {
  std::vector<Wanted<Format>> all = parse_formats(environment, arguments, formats());
  const auto precision = parse_choice("--precision", *arguments.value("--precision"), precisions);
  for (Wanted<Format>& wanted : all) {
    wanted.style.details = arguments.has("--details");
    wanted.style.precision = static_cast<int>(precision);
  }
  return all;
}

ReportSettings parse_score_settings(const Environment& environment, const Arguments& arguments,
                                    const std::vector<Wanted<Format>>& wanted) {
  ReportSettings settings = parse_settings(environment, arguments);
  settings.what_if = parse_what_if(arguments.values("--what-if"));
  settings.with_last_week = std::ranges::any_of(
      wanted, [](const auto& each) { return each.format.is_for_people && !each.is_muted; });
  return settings;
}

/// What was made of some members that follow each other.
struct Part {
  std::vector<std::string> texts{};  // one a format
  GateTally tally{};
  std::uint64_t members = 0;
  std::uint64_t without_total = 0;
};

/// One run: members come in, reports go out.
class ScoreRun {
 public:
  ScoreRun(const Environment& environment, const Arguments& arguments)
      : environment_{environment},
        wanted_{parse_score_formats(environment, arguments)},
        wants_total_{std::ranges::any_of(
            wanted_, [](const auto& each) { return each.format.name == "total"; })},
        settings_{parse_score_settings(environment, arguments, wanted_)},
        inputs_{environment, input_options(arguments)},
        sinks_{open_sinks(environment, wanted_, files_read(inputs_, arguments))},
        limits_(sinks_.size()) {}

  ExitCode run() {
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
    Part part{.texts = std::vector<std::string>(sinks_.size())};
    for (const MemberLog& log : logs) {
      const Report report = make_report(log, settings_, diagnostics);
      part.tally.take(report);
      if (!report.score.total && wants_total_) ++part.without_total;
      const bool is_first = part.members++ == 0;
      for (std::size_t i = 0; i < sinks_.size(); ++i) {
        const Format& format = sinks_[i].format;
        if (!is_first) part.texts[i] += format.separator;
        format.member(part.texts[i], report, settings_.model, sinks_[i].style);
      }
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
    for (std::size_t i = 0; i < sinks_.size(); ++i) {
      const auto& [format, style, output] = sinks_[i];
      std::string lead{is_first ? "" : format.separator};
      if (is_first) format.head(lead, settings_);
      if (format.name == "github") limits_[i].take(part.texts[i]);
      if (output->would_print(lead.size() + part.texts[i].size())) inputs_.hide_progress();
      if (!lead.empty()) output->write(std::move(lead));
      output->write(std::move(part.texts[i]));
    }
  }

  void finish() {
    const bool has_result = !inputs_.are_bad() && total_.members > 0;
    if (!inputs_.are_bad() && !has_result) {
      say_error(environment_, "nothing to score: no activity or document can be read");
    }
    for (std::size_t i = 0; i < sinks_.size(); ++i) {
      const auto& [format, style, output] = sinks_[i];
      if (!has_result && !output->is_partly_printed()) continue;
      check_number(format, total_.members);
      std::string tail;
      format.tail(tail, inputs_.diagnostics());
      if (format.name == "github") {
        limits_[i].take(tail);
        tail += limits_[i].rest();
      }
      output->write(std::move(tail));
    }
    for (const auto& sink : sinks_) {
      if (has_result || sink.output->is_partly_printed()) sink.output->commit();
    }
  }

  ExitCode verdict() {
    if (inputs_.are_bad() || total_.members == 0) return ExitCode::failure;
    if (total_.without_total > 0) {
      say_error(environment_, fmt::format("{} without a total: a pillar is not measured at all",
                                          counted(total_.without_total, "member", "members")));
      return ExitCode::failure;
    }
    return total_.tally.verdict(environment_);
  }

  const Environment& environment_;
  std::vector<Wanted<Format>> wanted_;
  bool wants_total_;  // which a member without a total fails
  ReportSettings settings_;
  LogInputs inputs_;
  std::vector<Sink<Format>> sinks_;
  std::vector<GithubLimit> limits_;  // of each
  Part total_;                       // without the text
};

}  // namespace

ExitCode run_score(const Environment& environment, const Arguments& arguments) {
  return ScoreRun{environment, arguments}.run();
}

}  // namespace ssi
