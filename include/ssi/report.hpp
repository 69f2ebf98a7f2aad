#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <ssi/members.hpp>
#include <ssi/model.hpp>
#include <ssi/score.hpp>

namespace ssi {

/// Advice on one pillar: of the tasks that a member could do for a week, the one that would raise
/// the pillar most.
struct NextStep {
  PillarId pillar{};
  std::string advice{};  ///< such as `save 12 leads`
  Action action{};       ///< what to do; the gain supposes it on the as-of day
  int times = 1;         ///< how often to do it
  Points gain{};         ///< by how much the pillar's score would rise
};

/// What a gate looks at.
enum class GateOn {
  total,
  pillar,    ///< the score of one pillar
  complete,  ///< the assessable points
  mean,      ///< cohorts: the mean of the totals
  share,     ///< cohorts: the members whose total is high enough, in per cent
  drop,      ///< comparisons: by how much the total fell
};

template <>
inline constexpr std::array<std::string_view, 6> names_of<GateOn> = {"total", "pillar", "complete",
                                                                     "mean",  "share",  "drop"};
static_assert(is_named_to<GateOn>(GateOn::drop));

/// A condition for CI and scripts: a score, or each score of a cohort, must reach `wanted`. For a
/// drop, `wanted` is the most allowed.
struct Gate {
  GateOn on = GateOn::total;
  PillarId pillar{};      ///< only where `on` is `pillar`
  Points wanted{};        ///< where `on` is `share`, per cent of the members
  Points from{};          ///< only where `on` is `share`: the total that those members must have
  bool strictly = false;  ///< judges the lower end of what was measured in part
  bool operator==(const Gate&) const = default;
};

/// `total`, `complete`, `mean`, `share`, `drop`, or the pillar's id, as `--fail-under` takes it.
[[nodiscard]] std::string_view name(const Gate& gate);

/// What a gate looks at, in words: the name, or for a share `share with 70.00 or above`; judged
/// strictly, `lower end of total`.
[[nodiscard]] std::string describe(const Gate& gate);

/// `points` in the gate's unit: `17.50`, or for a share `80.00%`.
[[nodiscard]] std::string amount(const Gate& gate, Points points);

/// A gate, judged.
struct GateVerdict {
  Gate gate{};
  std::optional<Points> got{};  ///< nothing: there is no such score, so the gate cannot pass
  /// What `got` may be; nothing where that is sure, as it is of a lower end.
  std::optional<PointsRange> range{};
  bool passed = false;
};

/// The points of one member that gates and teams look at.
struct Achieved {
  std::optional<Points> total{};
  std::array<std::optional<Points>, pillar_count> pillars{};
  Points assessable{};
  std::optional<PointsRange> range{};  ///< of the total, as `Score::range`
  std::array<std::optional<PointsRange>, pillar_count> pillar_ranges{};
};
/// The points of a score, without its signals.
[[nodiscard]] Achieved achieved(const Score& score);

/// `points`, or the lower end of their range if they have one.
[[nodiscard]] std::optional<Points> lower_end(std::optional<Points> points,
                                              const std::optional<PointsRange>& range);

/// Judges one member. `gate` must be on the total, a pillar or `complete`.
[[nodiscard]] GateVerdict judge(const Gate& gate, const Achieved& achieved);

/// By how much points differ, after minus before. Nothing where one of the two scores does not
/// exist; a signal that is not measured counts as 0.
struct Change {
  std::optional<Points> total{};
  std::array<std::optional<Points>, pillar_count> pillars{};
  std::array<Points, signal_count> signals{};

  [[nodiscard]] std::optional<Points> pillar(PillarId id) const {
    return pillars[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] Points signal(SignalId id) const { return signals[static_cast<std::size_t>(id)]; }
  bool operator==(const Change&) const = default;
};
/// What changed from one score to another.
[[nodiscard]] Change change_between(const Score& before, const Score& after);

/// The day to score at: the log's default (see `default_as_of`), the day of its last activity even
/// if the log names another, or a given day.
struct AsOfLog {};
struct AsOfLatest {};
using AsOf = std::variant<AsOfLog, AsOfLatest, Day>;

/// The day that `as_of` means for this log; nothing where the log has neither a day nor an
/// activity.
[[nodiscard]] std::optional<Day> as_of_day(const MemberLog& log, const AsOf& as_of);

/// An activity that the log does not have, for questions of the kind "what if I wrote 3 posts?".
struct Supposed {
  std::string words{};       ///< as the user wrote it
  std::optional<Day> day{};  ///< nothing: the as-of day
  Action action{};
};

/// What all reports of one run have in common.
struct ReportSettings {
  Model model{};
  AsOf as_of{};
  std::vector<Gate> gates{};
  std::vector<Supposed> what_if{};  ///< added to the log of every member
  bool with_last_week = false;      ///< whether to work out what the last week changed
};

/// The score that the log would have with the supposed activities added to it.
struct WhatIf {
  std::vector<Supposed> supposed{};  ///< with their days filled in where there is an as-of day
  std::optional<Day> as_of{};
  Score score{};
  Change change{};  ///< supposed minus real
};

/// What the week up to the as-of day did to the total. It changed by `gained` plus `lost`.
struct LastWeek {
  Day since{};      ///< seven days before the as-of day
  Count came = 0;   ///< activities of the week
  Points gained{};  ///< by them
  Count went = 0;   ///< activities that left the window
  Points lost{};    ///< by them; 0 or less
};

/// What LinkedIn showed on a day, beside the score of the log at the end of that day.
struct SideBySide {
  Day day{};
  Reading linkedin{};
  Score log{};
};

/// The pillars in which the two are more than 10 points apart.
[[nodiscard]] std::vector<PillarId> far_apart(const SideBySide& both);

/// All there is to say about one member. Renderers only choose the form: no number or reason is
/// worked out after this.
struct Report {
  std::optional<Origin> origin{};  ///< of a document; nothing where it was gathered from lines
  Member member{};
  std::optional<Day> as_of{};
  Score score{};
  /// Nothing unless asked for, with a total, and with a log that is older than a week.
  std::optional<LastWeek> last_week{};
  std::vector<NextStep> next_steps{};
  bool has_never_saved_leads = false;  ///< though they are measured
  std::vector<GateVerdict> gates{};
  /// Of the last reading in the log, up to the day that was asked for or that the log names.
  std::optional<SideBySide> linkedin{};
  std::optional<WhatIf> what_if{};  ///< only where activities are supposed; moves no other field
};

/// Scores a member's log and gathers the report. Warns in `diagnostics` of activities after the
/// as-of day, which do not count, unless `settings` name that day.
[[nodiscard]] Report make_report(const MemberLog& log, const ReportSettings& settings,
                                 Diagnostics& diagnostics);

}  // namespace ssi
