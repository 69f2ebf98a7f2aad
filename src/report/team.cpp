#include <algorithm>
#include <cassert>
#include <map>

#include <ssi/team.hpp>

#include "report/next_steps.hpp"
#include "report/readings.hpp"
#include "report/tasks.hpp"
#include "score/evaluate.hpp"

namespace ssi {
namespace {

using Members = std::vector<const TeamMember*>;

Points mean_of(const std::vector<Points>& points) {
  std::int64_t sum = 0;
  for (const Points p : points) sum += p.hundredths;
  return {static_cast<std::int32_t>(sum / static_cast<std::int64_t>(points.size()))};
}

// The quantile of so many quarters of `sorted` points.
Points quantile_of(const std::vector<Points>& sorted, std::size_t quarters) {
  const std::size_t index = sorted.size() * quarters / 4;
  if (sorted.size() * quarters % 4 != 0) return sorted[index];
  return {(sorted[index - 1].hundredths + sorted[index].hundredths) / 2};
}

// What `of` picks from the points of each member.
template <class Of>
std::vector<Points> points_of(const Members& members, const Of& of) {
  std::vector<Points> points;
  points.reserve(members.size());
  for (const TeamMember* member : members) points.push_back(of(member->achieved));
  return points;
}

std::vector<GroupPillar> pillars_of(const Members& members, const Model& model) {
  std::vector<GroupPillar> pillars;
  Points lowest = model.weak_below;
  for (std::size_t i = 0; i < pillar_count; ++i) {
    GroupPillar& pillar = pillars.emplace_back();
    pillar.id = static_cast<PillarId>(i);
    pillar.scores =
        distribution_of(points_of(members, [i](const Achieved& of) { return *of.pillars[i]; }));
    pillar.weak = pillar.scores.mean < model.weak_below;
    lowest = std::min(lowest, pillar.scores.mean);
    const auto thin = std::ranges::count_if(members, [i](const TeamMember* member) {
      return is_thin(member->achieved.pillar_ranges[i]);
    });
    pillar.thin = 2 * static_cast<std::size_t>(thin) > members.size();
    pillar.weakest_for = static_cast<std::uint64_t>(std::ranges::count_if(
        members, [i](const TeamMember* member) { return member->weakest_pillars[i]; }));
  }
  for (GroupPillar& pillar : pillars) pillar.weakest = pillar.weak && pillar.scores.mean == lowest;
  return pillars;
}

// From the mean of the lower ends to the mean of the upper ends.
std::optional<PointsRange> range_of_mean(const Members& members) {
  const auto is_sure = [](const TeamMember* member) { return !member->achieved.range; };
  if (std::ranges::all_of(members, is_sure)) return std::nullopt;
  const auto range = [](const Achieved& of) {
    return of.range.value_or(PointsRange{*of.total, *of.total});
  };
  return PointsRange{
      mean_of(points_of(members, [&](const Achieved& of) { return range(of).low; })),
      mean_of(points_of(members, [&](const Achieved& of) { return range(of).high; }))};
}

// Statistics of `all`, some of whom may have no total.
Group make_group(const Members& all, const Model& model) {
  Members scored;
  std::ranges::copy_if(all, std::back_inserter(scored), &TeamMember::is_scored);
  Group group{.members = scored.size(), .unscored = all.size() - scored.size()};
  group.bands.resize(model.bands.size());
  if (scored.empty()) return group;
  group.total = distribution_of(points_of(scored, [](const Achieved& of) { return *of.total; }));
  group.range = range_of_mean(scored);
  group.band = band_of(group.total->mean, model.bands);
  for (const TeamMember* member : scored) ++group.bands[*member->band];
  group.pillars = pillars_of(scored, model);
  return group;
}

std::vector<Group> make_teams(const std::vector<TeamMember>& members, const Model& model) {
  std::map<std::string, Members> named;
  Members unnamed;
  for (const TeamMember& member : members) {
    (member.member.team ? named[*member.member.team] : unnamed).push_back(&member);
  }
  std::vector<Group> groups;
  for (const auto& [team, team_members] : named) {
    groups.push_back(make_group(team_members, model));
    groups.back().team = team;
  }
  if (!unnamed.empty()) groups.push_back(make_group(unnamed, model));
  return groups;
}

// Those who rose most, or with -1 for `sign` fell most.
std::vector<std::size_t> moved_most(const std::vector<TeamMember>& members, std::int32_t sign) {
  constexpr std::size_t most = 5;
  const auto moved = [&](std::size_t i) {
    const TeamMember& member = members[i];
    if (!member.before) return 0;
    return sign * (*member.achieved.total - *member.before).hundredths;
  };
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (moved(i) > 0) found.push_back(i);
  }
  // Stable: who moved as much stays in the order of the input.
  std::ranges::stable_sort(found, std::greater{}, moved);
  found.resize(std::min(found.size(), most));
  return found;
}

// Leaves of the leaderboard what is to be shown.
void cut_leaderboard(TeamReport& report, const TeamSettings& settings) {
  const std::size_t count = report.leaderboard.size();
  report.top_count = count;
  if (!settings.top && !settings.bottom) return;
  const std::size_t top = std::min(settings.top.value_or(0), count);
  const std::size_t bottom = std::min(settings.bottom.value_or(0), count - top);
  const auto first_left_out = report.leaderboard.begin() + static_cast<std::ptrdiff_t>(top);
  report.leaderboard.erase(first_left_out,
                           report.leaderboard.end() - static_cast<std::ptrdiff_t>(bottom));
  report.top_count = top;
}

GateVerdict judge_share(const Gate& gate, const TeamReport& report) {
  GateVerdict verdict{.gate = gate};
  const auto reached = static_cast<std::uint64_t>(
      std::ranges::count_if(report.members, [&](const TeamMember& member) {
        const Achieved& points = member.achieved;
        const auto total = gate.strictly ? lower_end(points.total, points.range) : points.total;
        return total >= gate.from;
      }));
  const std::uint64_t all = report.members.size();
  constexpr std::uint64_t whole = 10'000;  // hundredths of a per cent
  if (report.all.unscored > 0 || all == 0) return verdict;
  verdict.got = Points{static_cast<std::int32_t>(reached * whole / all)};
  verdict.passed = reached * whole >= static_cast<std::uint64_t>(gate.wanted.hundredths) * all;
  return verdict;
}

// A gate for each member is judged by the lowest.
GateVerdict judge_lowest(const Gate& gate, const TeamReport& report) {
  GateVerdict lowest{.gate = gate};
  for (const TeamMember& member : report.members) {
    const GateVerdict verdict = judge(gate, member.achieved);
    if (!verdict.got) return verdict;
    if (!lowest.got || *verdict.got < *lowest.got) lowest = verdict;
  }
  return lowest;
}

// A group in which some have no total has none to be judged by, either.
GateVerdict judge_group(const Gate& gate, const TeamReport& report) {
  if (gate.on == GateOn::share) return judge_share(gate, report);
  if (gate.on != GateOn::mean) return judge_lowest(gate, report);
  if (report.all.unscored > 0 || !report.all.total) return {.gate = gate};
  return judged(gate, report.all.total->mean, report.all.range);
}

}  // namespace

Distribution distribution_of(std::vector<Points> points) {
  assert(!points.empty());
  std::ranges::sort(points);
  return {.mean = mean_of(points),
          .least = points.front(),
          .lower_quartile = quantile_of(points, 1),
          .median = quantile_of(points, 2),
          .upper_quartile = quantile_of(points, 3),
          .greatest = points.back()};
}

void TeamTally::take(const MemberLog& log, const ReportSettings& settings, Diagnostics& diagnostics,
                     const DiffSide* before) {
  const Assessment assessment = assess(log, settings, diagnostics);
  TeamMember member{
      .member = log.member, .achieved = achieved(assessment.score), .band = assessment.score.band};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    member.weakest_pillars[i] = assessment.score.pillars[i].weakest;
  }
  if (const auto day = last_reading(log, settings.as_of)) {
    const auto& total = log.readings.at(*day).total;
    if (total) member.linkedin = {*day, *total};
  }
  gains_.resize(possible_steps().size());
  for (std::size_t i = 0; i < gains_.size() && member.is_scored(); ++i) {
    const Points gain = gain_of(possible_steps()[i], assessment, settings.model);
    if (gain > Points{}) ++gains_[i].members;
    gains_[i].hundredths += gain.hundredths;
  }
  if (before != nullptr && assessment.as_of) {
    Diagnostics said;  // of this log already, and the earlier score is not what was asked for
    const DiffReport diff = make_diff(*before, {log, settings.as_of, settings.model}, said);
    if (diff.change.total) {
      member.before = diff.before.score.total;
      change_.take(diff);
    }
  }
  members_.push_back(std::move(member));
}

void TeamTally::append(TeamTally&& next) {
  std::ranges::move(next.members_, std::back_inserter(members_));
  gains_.resize(possible_steps().size());
  for (std::size_t i = 0; i < next.gains_.size(); ++i) {
    gains_[i].members += next.gains_[i].members;
    gains_[i].hundredths += next.gains_[i].hundredths;
  }
  change_.append(next.change_);
}

TeamReport TeamTally::report(const ReportSettings& scoring, const TeamSettings& settings) {
  TeamReport report{
      .model = scoring.model, .members = std::exchange(members_, {}), .sort_by = settings.sort_by};
  Members all;
  for (const TeamMember& member : report.members) all.push_back(&member);
  report.all = make_group(all, scoring.model);
  if (settings.by_team) report.teams = make_teams(report.members, scoring.model);
  report.leaderboard = leaderboard_of(report.members, settings.sort_by);
  cut_leaderboard(report, settings);
  report.next_steps = next_steps(report.all.members);
  gains_.clear();
  if (settings.has_change) {
    report.change = std::exchange(change_, {}).change();
    report.change->since = settings.since;
    report.change->rose = moved_most(report.members, 1);
    report.change->fell = moved_most(report.members, -1);
  }
  for (const Gate& gate : scoring.gates) report.gates.push_back(judge_group(gate, report));
  return report;
}

// Of each pillar the action that adds most to the sum of the totals, if more than half gain.
std::vector<GroupStep> TeamTally::next_steps(std::uint64_t members) const {
  std::array<std::optional<std::size_t>, pillar_count> best{};
  for (std::size_t i = 0; i < gains_.size(); ++i) {
    if (2 * gains_[i].members <= members) continue;
    auto& chosen = best[static_cast<std::size_t>(info(possible_steps()[i]).pillar)];
    if (!chosen || gains_[i].hundredths > gains_[*chosen].hundredths) chosen = i;
  }
  std::vector<GroupStep> steps;
  for (const auto& index : best) {
    if (!index) continue;
    const Gain& gain = gains_[*index];
    const auto mean = gain.hundredths / static_cast<std::int64_t>(members);
    steps.push_back(
        {step_of(possible_steps()[*index], {static_cast<std::int32_t>(mean)}), gain.members});
  }
  std::ranges::stable_sort(steps, std::greater{}, &GroupStep::gain);
  return steps;
}

}  // namespace ssi
