#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ssi/report.hpp>
#include <ssi/team_change.hpp>

namespace ssi {

/// A total that LinkedIn showed on a day.
struct ShownTotal {
  Day day{};
  Thousandths total{};
};

/// What a team report keeps of one member. Small, as a cohort may have millions: the full reports
/// are not kept.
struct TeamMember {
  Member member{};
  Achieved achieved{};
  std::optional<std::size_t> band{};  ///< index into the model's bands
  std::array<bool, pillar_count> weakest_pillars{};
  std::optional<Points> before{};  ///< the earlier total, of a scored member who was compared
  /// The total that LinkedIn showed last, up to the day that was asked for or that the log names.
  std::optional<ShownTotal> linkedin{};

  /// Whether there is a total. Members without one count in no statistic.
  [[nodiscard]] bool is_scored() const { return achieved.total.has_value(); }
};

/// How points are distributed. The quantile q is the lowest score that at least the share q of the
/// members do not exceed. Where q splits the members evenly, it is halfway between that score and
/// the next higher one, as is usual for a median. Rounded down to hundredths.
struct Distribution {
  Points mean{};
  Points least{};
  Points lower_quartile{};
  Points median{};
  Points upper_quartile{};
  Points greatest{};
  bool operator==(const Distribution&) const = default;
};

/// The distribution of `points`, which must not be empty.
[[nodiscard]] Distribution distribution_of(std::vector<Points> points);

/// A pillar in a group.
struct GroupPillar {
  PillarId id{};
  Distribution scores{};
  bool weak = false;              ///< the mean is below the model's weak line
  bool weakest = false;           ///< weak, and no other pillar has a lower mean
  bool thin = false;              ///< thinly measured for more than half of the members
  std::uint64_t weakest_for = 0;  ///< members whose weakest it is; a tie counts for each pillar
};

/// Statistics of some members.
struct Group {
  std::optional<std::string> team{};    ///< in `TeamReport::teams`; nothing: members without a team
  std::uint64_t members = 0;            ///< members with a total
  std::uint64_t unscored = 0;           ///< members without one
  std::optional<Distribution> total{};  ///< nothing where no member has a total
  /// What the mean may be; nothing where all of every member is measured.
  std::optional<PointsRange> range{};
  std::optional<std::size_t> band{};   ///< of the mean
  std::vector<std::uint64_t> bands{};  ///< members in each of the model's bands
  std::vector<GroupPillar> pillars{};  ///< all four, or none where no member has a total

  /// Of the totals; nothing where no member has one.
  [[nodiscard]] std::optional<Points> mean() const {
    return total ? std::optional{total->mean} : std::nullopt;
  }
};

/// A line of the leaderboard. Members with equal points share the better rank.
struct Place {
  std::size_t member = 0;    ///< index into `TeamReport::members`
  std::uint64_t rank = 0;    ///< 1 plus the number of members with more points
  unsigned top_percent = 0;  ///< the rank as a share of all members, rounded up
};

/// Advice to a cohort on one pillar: of the tasks for a week from which more than half of the
/// members would gain, the one with the largest gain in all. `gain` is the mean over all members,
/// rounded down.
struct GroupStep : NextStep {
  std::uint64_t members = 0;  ///< how many would gain
};

/// How a leaderboard is sorted and ranked. Sorted by name, it shows the ranks by total.
enum class SortBy { total, brand, people, insights, relationships, name };
template <>
inline constexpr std::array<std::string_view, 6> names_of<SortBy> = {
    "total", "brand", "people", "insights", "relationships", "name",
};
static_assert(is_named_to<SortBy>(SortBy::name));

/// The points that rank `member`, who must have a total, on a leaderboard sorted by `by`.
[[nodiscard]] Points ranked_points(const TeamMember& member, SortBy by);

/// The range of those points, if they have one.
[[nodiscard]] const std::optional<PointsRange>& ranked_range(const TeamMember& member, SortBy by);

/// The places of all members who have a total, in the order of the leaderboard.
[[nodiscard]] std::vector<Place> leaderboard_of(const std::vector<TeamMember>& members, SortBy by);

/// What a team report is to show.
struct TeamSettings {
  SortBy sort_by = SortBy::total;
  std::optional<std::size_t> top{};     ///< how many lines from the start of the leaderboard
  std::optional<std::size_t> bottom{};  ///< how many from its end; with neither set, all lines
  bool by_team = false;                 ///< statistics of each team as well
  bool has_change = false;              ///< whether members were compared
  std::optional<Day> since{};           ///< the earlier day, where one was named
};

/// All there is to say about a cohort. Renderers only choose the form.
struct TeamReport {
  Model model{};
  std::vector<TeamMember> members{};  ///< in the order of the input
  Group all{};
  std::vector<Group> teams{};  ///< by name, members without a team last
  SortBy sort_by = SortBy::total;
  std::vector<Place> leaderboard{};     ///< the top, then the bottom
  std::size_t top_count = 0;            ///< how many places of the leaderboard are its top
  std::vector<GroupStep> next_steps{};  ///< best first, at most one for each pillar
  std::vector<GateVerdict> gates{};
  std::optional<TeamChange> change{};  ///< only where members were compared

  /// How many places are left out between the top and the bottom of the leaderboard.
  [[nodiscard]] std::uint64_t left_out() const { return all.members - leaderboard.size(); }
};

/// Scores the members of a cohort and gathers what the team report needs. Threads can gather parts
/// of a cohort and append them in order.
class TeamTally {
 public:
  /// Scores a member. Warns in `diagnostics` of activities after the as-of day. Compares with
  /// `before` if that is given and the log has a day; together the logs must not hold more than
  /// `count_max` of anything.
  void take(const MemberLog& log, const ReportSettings& settings, Diagnostics& diagnostics,
            const DiffSide* before = nullptr);
  /// Adds the tally of the members that come next in the input.
  void append(TeamTally&& next);
  [[nodiscard]] const std::vector<TeamMember>& members() const { return members_; }
  /// The finished report. The tally is empty afterwards.
  [[nodiscard]] TeamReport report(const ReportSettings& scoring, const TeamSettings& settings);

 private:
  /// What one of the possible next steps would do for all members so far. A `Points` would overflow
  /// for large cohorts.
  struct Gain {
    std::uint64_t members = 0;    ///< how many would gain
    std::int64_t hundredths = 0;  ///< their gains added up
  };

  [[nodiscard]] std::vector<GroupStep> next_steps(std::uint64_t members) const;

  std::vector<TeamMember> members_;
  std::vector<Gain> gains_;  // one for each possible step, in their order
  ChangeTally change_;
};

}  // namespace ssi
