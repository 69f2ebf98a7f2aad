#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ssi/report.hpp>

namespace ssi {

/// What a team report keeps of one member.
struct TeamMember {
  Member member{};
  Achieved achieved{};
  std::optional<std::size_t> band{};  ///< index into the model's bands
  std::array<bool, pillar_count> weakest_pillars{};

  /// Whether there is a total. Members without one count in no statistic.
  [[nodiscard]] bool is_scored() const { return achieved.total.has_value(); }
};

/// How points are distributed. A quantile q is the least score that at least the share q of the
/// members do not exceed; where it divides them evenly, it is the middle between that score and
/// the next higher one, as is usual for a median. Means and middles are rounded down to hundredths.
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

/// A pillar in a group. It is weak, and weakest, by its mean as a member's is by their score.
struct GroupPillar {
  PillarId id{};
  Distribution scores{};
  bool weak = false;
  bool weakest = false;
  std::uint64_t weakest_for = 0;  ///< members; on a tie a member counts for each pillar
};

/// Statistics of some members.
struct Group {
  std::optional<std::string> team{};    ///< of `TeamReport::teams`; nothing: members without a team
  std::uint64_t members = 0;            ///< that have a total
  std::uint64_t unscored = 0;           ///< that have none
  std::optional<Distribution> total{};  ///< nothing where no member has a total
  std::optional<std::size_t> band{};    ///< of the mean
  std::vector<std::uint64_t> bands{};   ///< members in each of the model's bands
  std::vector<GroupPillar> pillars{};   ///< all four, or none where no member has a total
};

/// A line of the leaderboard. Members with equal points share the better rank.
struct Place {
  std::size_t member = 0;    ///< index into `TeamReport::members`
  std::uint64_t rank = 0;    ///< 1 plus the number of members with more points
  unsigned top_percent = 0;  ///< the rank as a share of all members, rounded up
};

/// A kind of action, done for a week, that most members would gain from.
struct GroupStep {
  PillarId pillar{};
  std::string advice{};
  Action action{};
  int times = 1;
  std::uint64_t members = 0;  ///< that would gain
  Points mean_gain{};         ///< over all members, rounded down
};

/// By what a leaderboard is sorted and ranked. By name, the ranks are those by total.
enum class SortBy { total, brand, people, insights, relationships, name };
template <>
inline constexpr std::array<std::string_view, 6> names_of<SortBy> = {
    "total", "brand", "people", "insights", "relationships", "name",
};
static_assert(is_named_to<SortBy>(SortBy::name));

/// The points of a member, who must have a total, by which a leaderboard ranks.
[[nodiscard]] Points ranked_points(const TeamMember& member, SortBy by);

/// What a team report is to show.
struct TeamSettings {
  SortBy sort_by = SortBy::total;
  std::optional<std::size_t> top{};     ///< so many lines from the start of the leaderboard,
  std::optional<std::size_t> bottom{};  ///< and from its end; with neither, all
  bool by_team = false;                 ///< statistics of each team, too
};

/// All there is to say about a cohort; renderers add nothing but form.
struct TeamReport {
  Model model{};
  std::vector<TeamMember> members{};  ///< in the order of the input
  Group all{};
  std::vector<Group> teams{};  ///< by name, those without a team last
  SortBy sort_by = SortBy::total;
  std::vector<Place> leaderboard{};
  std::size_t top_count = 0;            ///< places in front of those that are left out
  std::vector<GroupStep> next_steps{};  ///< best first, one a pillar at the most
  std::vector<GateVerdict> gates{};

  /// How many places the leaderboard lacks between its top and its bottom.
  [[nodiscard]] std::uint64_t left_out() const { return all.members - leaderboard.size(); }
};

/// Gathers the scores of members. Parts gathered of one cohort add up.
class TeamTally {
 public:
  /// Scores a member. Warns in `diagnostics` of activities after the as-of day.
  void take(const MemberLog& log, const ReportSettings& settings, Diagnostics& diagnostics);
  /// Adds those that follow in the input.
  void append(TeamTally&& next);
  [[nodiscard]] const std::vector<TeamMember>& members() const { return members_; }
  /// The finished report. The tally is empty afterwards.
  [[nodiscard]] TeamReport report(const ReportSettings& scoring, const TeamSettings& settings);

 private:
  /// What a task would do for all members so far.
  struct Gain {
    std::uint64_t members = 0;
    std::int64_t hundredths = 0;
  };

  [[nodiscard]] std::vector<GroupStep> next_steps(std::uint64_t members) const;

  std::vector<TeamMember> members_;
  std::vector<Gain> gains_;  // in the order of the possible steps
};

}  // namespace ssi
