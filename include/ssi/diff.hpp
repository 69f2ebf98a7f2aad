#pragma once

#include <array>
#include <optional>
#include <vector>

#include <ssi/report.hpp>

namespace ssi {

/// Why a score changed. Causes come in pairs of opposites: swap the two sides, and each cause turns
/// into the other of its pair with the sign of its change reversed. `model` is its own opposite.
enum class Cause {
  measured,           ///< signals that only the side after measures
  unmeasured,         ///< signals that only the side before measured
  profile_gained,     ///< sections or stocks of the profile before the log
  profile_lost,       ///< the same, taken away
  past_added,         ///< activities added to days that both sides cover
  past_removed,       ///< activities removed from days that both sides cover
  new_activities,     ///< on days that only the side after covers, as it is of a later day
  undone_activities,  ///< on days that only the side before covered
  left_window,        ///< days in the window before and no longer in the window after
  back_in_window,     ///< the reverse, where the side after is of an earlier day
  model,              ///< another scoring model
};
template <>
inline constexpr std::array<std::string_view, 11> names_of<Cause> = {
    "measured",    "unmeasured",     "profile_gained", "profile_lost",
    "past_added",  "past_removed",   "new_activities", "undone_activities",
    "left_window", "back_in_window", "model",
};
static_assert(is_named_to<Cause>(Cause::model));

/// What one cause contributed to the change of a score.
struct DiffTerm {
  Cause cause{};
  Count activities = 0;  ///< how many came or went
  Change change{};
  bool operator==(const DiffTerm&) const = default;
};

/// One side of a comparison: a member's log, the day to score it at, and the model.
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
/// Each term is the step between two scores of a chain. The chain starts at the side before and
/// first adds, one cause a step, all that either side has: the signals that either measures, the
/// larger of both profiles, the larger of both counts on each day that both cover, the days that
/// only the later side covers, and the windows of both. There it changes the model. Then it takes
/// away what the side after lacks, by the opposite causes in reverse order. A comparison of after
/// with before thus walks the same chain backwards, and no term depends on the direction.
struct DiffReport {
  DiffEnd before{};
  DiffEnd after{};
  Change change{};
  std::vector<DiffTerm> terms{};  ///< only causes that did something, in the order of the chain
  std::vector<GateVerdict> gates{};
};

/// Compares two logs, or one log at two days or by two models. Together the logs must not hold more
/// than `count_max` of anything. A side without a day is scored on the day of the other. Warns in
/// `diagnostics` of activities too late to count.
[[nodiscard]] DiffReport make_diff(const DiffSide& before, const DiffSide& after,
                                   Diagnostics& diagnostics);

/// Passes if the total dropped by no more than `allowed`; a rise is a drop of 0.
[[nodiscard]] GateVerdict judge_drop(Points allowed, const Change& change);

}  // namespace ssi
