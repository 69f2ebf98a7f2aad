#pragma once

#include <array>
#include <optional>
#include <vector>

#include <ssi/report.hpp>

namespace ssi {

/// Why a score changed. Comparing the other way round, each cause turns into its opposite, which
/// follows it here, and what it did is undone.
enum class Cause {
  measured,    ///< signals that only the log after measures
  unmeasured,  ///< signals that only the log before measured
  profile_gained,
  profile_lost,
  past_added,         ///< to the days that both sides cover
  past_removed,       ///< from them
  new_activities,     ///< of the days that only the side after covers, for it is of a later day
  undone_activities,  ///< of the days that only the side before covered
  left_window,        ///< days in the window before and no longer in the window after
  back_in_window,     ///< the other way round: the side after is of an earlier day
  model,              ///< its own opposite
};
template <>
inline constexpr std::array<std::string_view, 11> names_of<Cause> = {
    "measured",    "unmeasured",     "profile_gained", "profile_lost",
    "past_added",  "past_removed",   "new_activities", "undone_activities",
    "left_window", "back_in_window", "model",
};
static_assert(is_named_to<Cause>(Cause::model));

/// By how much points differ. Nothing where one of the two scores does not exist. A signal that is
/// not measured earns nothing.
struct Change {
  std::optional<Points> total{};
  std::array<std::optional<Points>, pillar_count> pillars{};
  std::array<Points, signal_count> signals{};
  bool operator==(const Change&) const = default;
};

/// What one cause did.
struct DiffTerm {
  Cause cause{};
  Count activities = 0;  ///< that came or went
  Change change{};
  bool operator==(const DiffTerm&) const = default;
};

/// What is compared: a member's log as of a day, by a model.
struct DiffSide {
  const MemberLog& log;
  AsOf as_of{};
  const Model& model;
};

/// One side, scored.
struct DiffEnd {
  Member member{};
  std::optional<Day> as_of{};
  Model model{};
  Score score{};
};

/// What changed from one score to another, and why. The terms add up to the change, to the
/// hundredth, in the total and in each pillar and signal.
///
/// They are the steps of a chain of scores. From the side before it climbs, a cause a step, to all
/// that either side has: the signals measured by either, the larger of both profiles, the larger of
/// both counts on each day that both cover, the days that only the later side covers, and the
/// windows of both. There the model changes, and down the other side it goes by the opposites in
/// reverse. So the chain from the side after is the same one backwards.
struct DiffReport {
  DiffEnd before{};
  DiffEnd after{};
  Change change{};
  std::vector<DiffTerm> terms{};  ///< that did something, in the order of the chain
  std::vector<GateVerdict> gates{};
};

/// Compares two logs, which must not hold more than `count_max` of anything together, or one log
/// with itself. A side without a day is scored on the day of the other. Warns in `diagnostics` of
/// activities too late to count.
[[nodiscard]] DiffReport make_diff(const DiffSide& before, const DiffSide& after,
                                   Diagnostics& diagnostics);

/// Judges by how much the total dropped, 0 if it did not: at most `allowed`.
[[nodiscard]] GateVerdict judge_drop(Points allowed, const Change& change);

}  // namespace ssi
