#include <algorithm>
#include <charconv>
#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>
#include <ssi/team.hpp>

#include "base/text.hpp"
#include "cli/choices.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

// So many lines of the leaderboard; nothing where the option is not given.
std::optional<std::size_t> parse_lines(std::string_view option,
                                       const std::optional<std::string>& value) {
  if (!value) return std::nullopt;
  const std::string& text = *value;
  std::size_t lines = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), lines);
  if (error == std::errc{} && end == text.data() + text.size()) return lines;
  throw CommandError{fmt::format("{}: '{}' is not a number of members", option, visible(text))};
}

TeamSettings parse_team_settings(const Arguments& arguments,
                                 const std::vector<Wanted<FormatOf<TeamReport>>>& wanted) {
  constexpr std::size_t first_page = 10;
  const auto by = arguments.value("--by");
  const auto top = arguments.value("--top");
  const auto bottom = arguments.value("--bottom");
  TeamSettings settings{.sort_by = parse_choice<SortBy>("--sort", *arguments.value("--sort")),
                        .bottom = parse_lines("--bottom", bottom),
                        .by_team = by.has_value()};
  if (by) (void)parse_choice("--by", *by, groups);
  if (top != "all") settings.top = parse_lines("--top", top);
  const bool is_for_people =
      std::ranges::all_of(wanted, [](const auto& each) { return each.format.is_for_people; });
  if (!top && !bottom && is_for_people) settings.top = first_page;
  return settings;
}

/// One run: members come in, the report of their cohort goes out.
class TeamRun {
 public:
  TeamRun(const Environment& environment, const Arguments& arguments)
      : environment_{environment},
        quiet_{arguments.has("--quiet")},
        wanted_{parse_formats(environment, arguments, team_formats())},
        settings_{parse_team_settings(arguments, wanted_)},
        scoring_{parse_settings(environment, arguments)},
        inputs_{environment, input_options(arguments)},
        sinks_{open_sinks(environment, wanted_, files_read(inputs_, arguments))} {}

  ExitCode run() {
    inputs_.read([this](std::span<const MemberLog> logs, Diagnostics& diagnostics) -> Deliver {
      auto part = std::make_shared<TeamTally>();
      for (const MemberLog& log : logs) part->take(log, scoring_, diagnostics);
      return [this, part] { tally_.append(std::move(*part)); };
    });
    inputs_.mention_dropped();
    if (inputs_.are_bad()) return ExitCode::failure;
    if (tally_.members().empty()) {
      say_error(environment_, "nothing to score: no good activity or document is left");
      return ExitCode::failure;
    }
    warn_of_unscored();
    inputs_.finish();
    const TeamReport report = tally_.report(scoring_, settings_);
    write_report(sinks_, report, inputs_.diagnostics());
    return verdict(report);
  }

 private:
  // Whatever the format, nobody is left out without a word.
  void warn_of_unscored() {
    for (const TeamMember& member : tally_.members()) {
      if (member.is_scored()) continue;
      const auto& label = member.member.label();
      inputs_.warn(Code::no_total,
                   fmt::format("{} has no total: a pillar has nothing measured",
                               label ? fmt::format("member '{}'", *label) : "a member"));
    }
  }

  ExitCode verdict(const TeamReport& report) const {
    if (report.all.members == 0) {
      say_error(environment_, "no member has a total: a pillar has nothing measured");
      return ExitCode::failure;
    }
    GateTally gates;
    for (const GateVerdict& verdict : report.gates) {
      const bool is_on_all = verdict.gate.on == GateOn::mean || verdict.gate.on == GateOn::share;
      if (is_on_all) {
        gates.take(verdict, "");
        continue;
      }
      for (const TeamMember& member : report.members) {
        const auto& label = member.member.label();
        const GateVerdict own = judge(verdict.gate, member.achieved);
        gates.take(own, !own.passed && label ? visible(*label) + ": " : "");
      }
    }
    return gates.verdict(environment_, quiet_);
  }

  const Environment& environment_;
  bool quiet_;
  std::vector<Wanted<FormatOf<TeamReport>>> wanted_;
  TeamSettings settings_;
  ReportSettings scoring_;
  LogInputs inputs_;
  std::vector<Sink<FormatOf<TeamReport>>> sinks_;
  TeamTally tally_;
};

}  // namespace

ExitCode run_team(const Environment& environment, const Arguments& arguments) {
  return TeamRun{environment, arguments}.run();
}

}  // namespace ssi
