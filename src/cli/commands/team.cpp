#include <algorithm>
#include <charconv>
#include <memory>

#include <fmt/format.h>

#include <ssi/render.hpp>
#include <ssi/team.hpp>

#include "base/name_index.hpp"
#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/scoring.hpp"

namespace ssi {
namespace {

struct TeamOptions {
  ScoringOptions scoring{};
  std::string sort{name(SortBy::total)};
  std::optional<std::string> by{};
  std::optional<std::string> top{};
  std::optional<std::string> bottom{};
  std::optional<std::string> fail_under_mean{};
  std::optional<std::string> fail_under_share{};
};

std::vector<const Format*> team_formats() {
  std::vector<const Format*> all;
  for (const Format& format : formats()) {
    if (format.team != nullptr) all.push_back(&format);
  }
  return all;
}

// So many lines of the leaderboard; nothing where the option is not given.
std::optional<std::size_t> lines_of(std::string_view option,
                                    const std::optional<std::string>& value) {
  if (!value) return std::nullopt;
  const std::string& text = *value;
  std::size_t lines = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), lines);
  if (error == std::errc{} && end == text.data() + text.size()) return lines;
  throw CommandError{fmt::format("{}: '{}' is not a number of members", option, visible(text))};
}

TeamSettings find_team_settings(const TeamOptions& options, const Format& format) {
  constexpr std::size_t first_page = 10;
  TeamSettings settings{
      .sort_by = static_cast<SortBy>(find_choice("--sort", options.sort, names_of<SortBy>)),
      .bottom = lines_of("--bottom", options.bottom),
      .by_team = options.by.has_value()};
  constexpr std::array<std::string_view, 1> groups = {"team"};
  if (settings.by_team) (void)find_choice("--by", *options.by, groups);
  if (options.top != "all") settings.top = lines_of("--top", options.top);
  if (!options.top && !options.bottom && format.is_for_people) settings.top = first_page;
  return settings;
}

ReportSettings find_scoring(const TeamOptions& options, const Environment& environment) {
  ReportSettings settings = find_settings(options.scoring, environment);
  if (options.fail_under_mean) settings.gates.push_back(parse_mean_gate(*options.fail_under_mean));
  if (options.fail_under_share)
    settings.gates.push_back(parse_share_gate(*options.fail_under_share));
  return settings;
}

/// One run: members come in, the report of their cohort goes out.
class TeamRun {
 public:
  TeamRun(const Environment& environment, const TeamOptions& options)
      : environment_{environment},
        quiet_{options.scoring.input.quiet},
        format_{find_format(options.scoring, team_formats())},
        style_{find_style(options.scoring, environment)},
        settings_{find_team_settings(options, format_)},
        scoring_{find_scoring(options, environment)},
        inputs_{environment, options.scoring.input},
        output_{environment, options.scoring.output, files_read(inputs_, options.scoring)} {}

  ExitCode run() {
    inputs_.read([this](std::span<const MemberLog> logs, Diagnostics& diagnostics) -> Deliver {
      auto part = std::make_shared<TeamTally>();
      for (const MemberLog& log : logs) part->take(log, scoring_, diagnostics);
      return [this, part] { tally_.append(std::move(*part)); };
    });
    if (quiet_) inputs_.tell_of_the_unsaid();
    if (inputs_.are_bad()) return ExitCode::failure;
    if (tally_.members().empty()) {
      say(environment_, "nothing to score: no good activity or document is left");
      return ExitCode::failure;
    }
    warn_of_repeated();
    warn_of_unscored();
    inputs_.finish();
    const TeamReport report = tally_.report(scoring_, settings_);
    write(report);
    return verdict(report);
  }

 private:
  // Each log of a member counts as one of its own, which may not be what was meant.
  void warn_of_repeated() {
    std::vector<std::string_view> ids;
    for (const TeamMember& member : tally_.members()) {
      if (member.member.id) ids.push_back(*member.member.id);
    }
    std::ranges::sort(ids);
    for (auto id = ids.begin(); id != ids.end();) {
      const auto next = std::upper_bound(id, ids.end(), *id);
      if (next - id > 1) {
        inputs_.warn(Code::repeated_member,
                     fmt::format("member '{}' has {} logs, which count as {} members; --merge adds "
                                 "them up",
                                 *id, next - id, next - id));
      }
      id = next;
    }
  }

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

  void write(const TeamReport& report) {
    if (quiet_) return;
    std::string text;
    format_.team(text, report, scoring_.model, inputs_.diagnostics().list(), style_);
    output_.write(std::move(text));
    output_.commit();
  }

  ExitCode verdict(const TeamReport& report) const {
    if (report.all.members == 0) {
      say(environment_, "no member has a total: a pillar has nothing measured");
      return ExitCode::failure;
    }
    GateTally gates;
    for (const GateVerdict& verdict : report.gates) {
      const bool is_on_all = verdict.gate.on == GateOn::mean || verdict.gate.on == GateOn::share;
      if (verdict.passed || is_on_all) {
        gates.take(verdict, "");
        continue;
      }
      for (const TeamMember& member : report.members) {
        const auto& label = member.member.label();
        const GateVerdict own = judge(verdict.gate, member.achieved);
        if (!own.passed) gates.take(own, label ? visible(*label) + ": " : "");
      }
    }
    return gates.verdict(environment_, quiet_);
  }

  const Environment& environment_;
  bool quiet_;
  const Format& format_;
  Style style_;
  TeamSettings settings_;
  ReportSettings scoring_;
  LogInputs inputs_;
  Output output_;
  TeamTally tally_;
};

}  // namespace

void add_team(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("team", "Score a cohort: averages, leaderboard, weak pillars");
  command->footer(
      "\nExamples:\n"
      "  ssi team logs/*.json\n"
      "  ssi team --by team --top 5 --bottom 5 cohort.jsonl\n"
      "  ssi team --sort people cohort.jsonl\n"
      "  ssi team --fail-under-mean 60 --fail-under-share 80%=70 cohort.jsonl\n"
      "  ssi team -f csv -o cohort.csv logs/*.json\n");
  auto options = std::make_shared<TeamOptions>();
  TeamOptions& o = *options;
  add_scoring_options(*command, o.scoring, team_formats());
  add_value(*command, "--fail-under-mean", o.fail_under_mean,
            "Exit with 1 if the mean of the totals is under N", "N");
  add_value(*command, "--fail-under-share", o.fail_under_share,
            "Exit with 1 if less than P per cent of the members\nhave a total of N", "P%=N");
  add_value(*command, "--by", o.by,
            "team: statistics of each team side by side; csv and\njsonl then have a row a team",
            "GROUP");
  add_value(*command, "--sort", o.sort, "Leaderboard by total, a pillar or name", "KEY");
  add_value(
      *command, "--top", o.top,
      "Only the first N of the leaderboard, or all (default: 10\nin text and markdown, else all)",
      "N");
  add_value(*command, "--bottom", o.bottom, "Only the last N of the leaderboard, besides --top",
            "N");
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return TeamRun{environment, *options}.run(); };
  });
}

}  // namespace ssi
