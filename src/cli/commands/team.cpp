#include <algorithm>
#include <charconv>
#include <memory>
#include <set>
#include <string>

#include <fmt/format.h>

#include <ssi/render.hpp>
#include <ssi/team.hpp>

#include "base/text.hpp"
#include "cli/choices.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/member_logs.hpp"
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
                        .by_team = by.has_value(),
                        .has_change = arguments.has("--since") || arguments.has("--before"),
                        .since = parse_date_option("--since", arguments.value("--since"))};
  if (by) (void)parse_choice("--by", *by, groups);
  if (top != "all") settings.top = parse_lines("--top", top);
  const bool is_for_people =
      std::ranges::all_of(wanted, [](const auto& each) { return each.format.is_for_people; });
  if (!top && !bottom && is_for_people) settings.top = first_page;
  return settings;
}

/// The logs that the group is compared with: those of `--before`, or else its own.
class EarlierLogs {
 public:
  EarlierLogs(const Environment& environment, const Arguments& arguments) {
    if (!arguments.has("--before")) return;
    InputOptions options = input_options(arguments);
    options.files = arguments.values("--before");
    inputs_.emplace(environment, options);
  }

  /// The files read, and those of the earlier logs.
  [[nodiscard]] std::vector<std::string> files_too(std::vector<std::string> files) const {
    if (inputs_) std::ranges::copy(inputs_->files(), std::back_inserter(files));
    return files;
  }

  /// False if the logs are bad, which has been said then.
  [[nodiscard]] bool read() {
    if (!inputs_) return true;
    auto logs = read_member_logs(*inputs_, std::nullopt);
    if (!logs) return false;
    logs_ = std::move(*logs);
    by_member_.emplace(logs_);
    inputs_->finish();
    inputs_->mention_dropped();
    return true;
  }

  /// What to compare this log with; null where there is nothing.
  [[nodiscard]] const MemberLog* log_of(const MemberLog& log) const {
    return by_member_ ? by_member_->find(log.member) : &log;
  }

  /// What was said of the earlier logs, then of those of now.
  [[nodiscard]] Diagnostics diagnostics_with(const LogInputs& now) const {
    Diagnostics all;
    if (inputs_) all = inputs_->diagnostics();
    all.append_files(now.diagnostics());
    return all;
  }

  void warn_of_unpaired(LogInputs& inputs, const std::vector<TeamMember>& now) const {
    if (!by_member_) return;
    std::vector<Member> gone;
    std::vector<Member> added;
    std::vector<const MemberLog*> found;
    for (const TeamMember& member : now) {
      const MemberLog* before = by_member_->find(member.member);
      if (before == nullptr) added.push_back(member.member);
      if (before != nullptr) found.push_back(before);
    }
    std::ranges::sort(found);
    for (const MemberLog& log : logs_) {
      if (!std::ranges::binary_search(found, &log)) gone.push_back(log.member);
    }
    ssi::warn_of_unpaired(inputs, "before", gone);
    ssi::warn_of_unpaired(inputs, "after", added);
  }

 private:
  std::optional<LogInputs> inputs_;
  std::vector<MemberLog> logs_;
  std::optional<LogsByMember> by_member_;
};

/// One run: members come in, the report of the group goes out.
class TeamRun {
 public:
  TeamRun(const Environment& environment, const Arguments& arguments)
      : environment_{environment},
        wanted_{parse_formats(environment, arguments, team_formats())},
        settings_{parse_team_settings(arguments, wanted_)},
        scoring_{parse_settings(environment, arguments)},
        inputs_{environment, input_options(arguments)},
        earlier_{environment, arguments},
        sinks_{
            open_sinks(environment, wanted_, earlier_.files_too(files_read(inputs_, arguments)))} {}

  ExitCode run() {
    if (!earlier_.read()) return ExitCode::failure;
    inputs_.read([this](std::span<const MemberLog> logs, Diagnostics& diagnostics) -> Deliver {
      auto part = std::make_shared<TeamTally>();
      for (const MemberLog& log : logs) take(*part, log, diagnostics);
      return [this, part] { tally_.append(std::move(*part)); };
    });
    inputs_.mention_dropped();
    if (inputs_.are_bad()) return ExitCode::failure;
    earlier_.warn_of_unpaired(inputs_, tally_.members());
    if (tally_.members().empty()) {
      say_error(environment_, "nothing to score: no activity or document can be read");
      return ExitCode::failure;
    }
    warn_of_unscored();
    inputs_.finish();
    const TeamReport report = tally_.report(scoring_, settings_);
    write_report(sinks_, report, earlier_.diagnostics_with(inputs_));
    return verdict(report);
  }

 private:
  // Runs on any thread.
  void take(TeamTally& tally, const MemberLog& log, Diagnostics& diagnostics) const {
    const MemberLog* before = settings_.has_change ? earlier_.log_of(log) : nullptr;
    if (before == nullptr) return tally.take(log, scoring_, diagnostics);
    if (before != &log && !before->timeline.can_add(log.timeline)) {
      return inputs_.refuse(
          no_report(log, "more than 2^62 of something together with the log before"), diagnostics);
    }
    AsOf day = AsOfLog{};
    if (settings_.since) {
      // A log that ends earlier has not changed since.
      const auto last = as_of_day(log, scoring_.as_of);
      day = std::min(*settings_.since, last.value_or(*settings_.since));
    }
    const DiffSide side{*before, day, scoring_.model};
    tally.take(log, scoring_, diagnostics, &side);
  }

  // Whatever the format, nobody is left out without a word.
  void warn_of_unscored() {
    std::set<std::string> warned;
    for (const Diagnostic& d : inputs_.diagnostics().list()) {
      if (d.code == Code::no_total) warned.insert(d.file);
    }
    for (const TeamMember& member : tally_.members()) {
      if (member.is_scored() || warned.contains(member.member.source.value_or(""))) continue;
      const auto& label = member.member.label();
      inputs_.warn(Code::no_total,
                   fmt::format("{} has no total: a pillar is not measured at all",
                               label ? fmt::format("member '{}'", *label) : "a member"));
    }
  }

  ExitCode verdict(const TeamReport& report) const {
    if (report.all.members == 0) {
      say_error(environment_, "no member has a total: a pillar is not measured at all");
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
        const GateVerdict own = judge(verdict.gate, member.achieved);
        gates.take(own, own.passed ? "" : member_prefix(member.member));
      }
    }
    return gates.verdict(environment_);
  }

  const Environment& environment_;
  std::vector<Wanted<FormatOf<TeamReport>>> wanted_;
  TeamSettings settings_;
  ReportSettings scoring_;
  LogInputs inputs_;
  EarlierLogs earlier_;
  std::vector<Sink<FormatOf<TeamReport>>> sinks_;
  TeamTally tally_;
};

}  // namespace

ExitCode run_team(const Environment& environment, const Arguments& arguments) {
  return TeamRun{environment, arguments}.run();
}

}  // namespace ssi
