#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <ssi/members.hpp>
#include <ssi/model.hpp>
#include <ssi/score.hpp>

namespace ssi {

/// The kind of action that would raise a pillar most, done for a week.
struct NextStep {
  PillarId pillar{};
  std::string advice{};  ///< `save 12 leads`
  Action action{};       ///< what is done, on the as-of day
  int times = 1;         ///< and how often
  Points gain{};         ///< by which the pillar's score rises
};

/// What a gate judges: the total, one pillar, or the points that were assessable; of a cohort also
/// the mean of the totals, or the share of members whose total is high enough; of a comparison, by
/// how much the total dropped.
enum class GateOn { total, pillar, complete, mean, share, drop };

/// A condition that a score, or each score of a cohort, must meet: at least `wanted`; a drop, at
/// most.
struct Gate {
  GateOn on = GateOn::total;
  PillarId pillar{};  ///< where `on` is `pillar`
  Points wanted{};    ///< of a share: per cent of the members
  Points from{};      ///< of a share: the total that they must have
  bool operator==(const Gate&) const = default;
};

/// `total`, `complete`, `mean`, `share`, `drop`, or the pillar's id.
[[nodiscard]] std::string_view name(const Gate& gate);

/// What a gate is on, in words: the name, or `share with 70.00 or above`.
[[nodiscard]] std::string describe(const Gate& gate);

/// `points` as the gate counts them, `17.50`, or as per cent, `80.00 %`.
[[nodiscard]] std::string amount(const Gate& gate, Points points);

/// A gate, judged. `got` without a value: there was nothing to judge, and the gate is not passed.
struct GateVerdict {
  Gate gate{};
  std::optional<Points> got{};
  bool passed = false;
};

/// The points that gates judge.
struct Achieved {
  std::optional<Points> total{};
  std::array<std::optional<Points>, pillar_count> pillars{};
  Points assessable{};
};
[[nodiscard]] Achieved achieved(const Score& score);

/// Judges what one member has achieved. `gate` must be one for members.
[[nodiscard]] GateVerdict judge(const Gate& gate, const Achieved& achieved);

/// The day to score at: the log's own rule, its last activity, or a day.
struct AsOfLog {};
struct AsOfLatest {};
using AsOf = std::variant<AsOfLog, AsOfLatest, Day>;

/// The day that `as_of` stands for; nothing where the log has neither a day nor an activity.
[[nodiscard]] std::optional<Day> as_of_day(const MemberLog& log, const AsOf& as_of);

/// An activity that is supposed to be in a log.
struct Supposed {
  std::string words{};       ///< as it was asked for
  std::optional<Day> day{};  ///< nothing: the as-of day
  Action action{};
};

/// What every report of one run has in common.
struct ReportSettings {
  Model model{};
  AsOf as_of{};
  std::vector<Gate> gates{};
  std::vector<Supposed> what_if{};  ///< supposed of every member
  bool with_last_week = false;      ///< whether reports tell what the last week changed
};

/// The score as if: that of the log with what is supposed added to it.
struct WhatIf {
  std::vector<Supposed> supposed{};  ///< their days as far as there is one
  std::optional<Day> as_of{};
  Score score{};
  std::optional<Points> change{};  ///< of the total; nothing where there is none
  std::array<std::optional<Points>, pillar_count> pillar_changes{};
};

/// What the week before a score did to the total.
struct LastWeek {
  Day since{};     ///< the day a week before
  Count came = 0;  ///< activities of the week
  Points gained{};
  Count went = 0;  ///< activities that left the window
  Points lost{};   ///< not above 0
};

/// All there is to say about one member; renderers add nothing but form.
struct Report {
  std::optional<Origin> origin{};  ///< of a document; nothing where it was gathered from lines
  Member member{};
  std::optional<Day> as_of{};
  Score score{};
  /// Where it is asked for, there is a total, and the log is older than a week.
  std::optional<LastWeek> last_week{};
  std::vector<NextStep> next_steps{};
  std::vector<GateVerdict> gates{};
  std::optional<WhatIf> what_if{};  ///< where something is supposed; all else is as it is
};

/// Scores a member. Warns in `diagnostics` of activities after the as-of day.
[[nodiscard]] Report make_report(const MemberLog& log, const ReportSettings& settings,
                                 Diagnostics& diagnostics);

}  // namespace ssi
