#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ssi/report.hpp>
#include <ssi/task.hpp>

namespace ssi {

/// What a plan is to reach: a total, pillars, or both.
struct PlanTarget {
  std::optional<Points> total{};
  std::array<std::optional<Points>, pillar_count> pillars{};
  bool operator==(const PlanTarget&) const = default;
};

/// What a member pays LinkedIn for: leads can be saved in Sales Navigator only.
enum class Account { sales_navigator, free };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Account> = {"sales-navigator", "free"};
static_assert(is_named_to<Account>(Account::free));

struct PlanSettings {
  Model model{};
  Day from{};  ///< the as-of day of the log, after which the plan starts; not the last of the
               ///< calendar
  PlanTarget target{};       ///< of one thing at least
  int days = 30;             ///< 1 or more; none go beyond the last day of the calendar
  int minutes_per_day = 30;  ///< on average, 1 or more
  TaskSet left_out{};        ///< tasks that the plan does without; a free account adds to them
  Account account = Account::sales_navigator;
};

/// One kind of task in a plan.
struct PlanItem {
  Task task{};
  std::string advice{};      ///< what to do: in a week, `save 10 to 11 leads`; else in all
  Count times = 0;           ///< in all
  Count times_a_week = 0;    ///< at most; 0: it is done on single days
  Count days_a_week = 0;     ///< on so many days of a week, at most
  std::int64_t minutes = 0;  ///< in all
};

/// What to do on a day of a plan.
struct PlannedTask {
  Day day{};
  Task task{};
  std::string advice{};  ///< `save 3 leads`
  Count times = 0;
};

/// What others are expected to do: the member's own past, filled up with assumed occasions where it
/// is short.
struct PlanRate {
  enum class Of {
    invitations,
    messages,
    reactions,
    comments,
    reshares,
    endorsements,
    recommendations
  };
  Of what{};
  Count count = 0;    ///< of the past, on
  Count of = 0;       ///< so many occasions
  Count assumed = 0;  ///< occasions
  Ratio rate{};       ///< of all these, for an occasion
};
template <>
inline constexpr std::array<std::string_view, 7> names_of<PlanRate::Of> = {
    "invitations accepted",        "messages answered",  "reactions per share",
    "comments per share",          "reshares per share", "endorsements per request",
    "recommendations per request",
};
static_assert(is_named_to<PlanRate::Of>(PlanRate::Of::recommendations));

/// The cheapest way that was found to a score.
struct PlanReport {
  Member member{};
  PlanSettings settings{};
  Day until{};  ///< the day planned for: the last of `settings.days`
  bool is_reached = false;
  Score now{};      ///< as of `settings.from`
  Score without{};  ///< as of `until`, if nothing further happens
  Score with{};     ///< as of `until`, if the plan is carried out
  std::int64_t minutes = 0;
  std::vector<PlanItem> items{};        ///< in the order of tasks
  std::vector<PlannedTask> calendar{};  ///< the same day by day
  /// How many days more than without the plan have an edit of the profile, prospecting (a search, a
  /// profile view, a saved lead) or an insight (a share, a comment, a reaction).
  Count editing_days = 0;
  Count prospecting_days = 0;
  Count insight_days = 0;
  std::vector<PlanRate> rates{};  ///< those that the plan counts on
  /// What the plan comes to in a log, day by day, what others are expected to do included: the log
  /// with these scores `with`.
  std::vector<Activity> activities{};
};

/// Plans for a member. Where the target is out of reach in the time given, the plan that comes
/// nearest. `settings.target` must name nothing that has no score for want of measuring.
[[nodiscard]] PlanReport make_plan(const MemberLog& log, const PlanSettings& settings);

}  // namespace ssi
