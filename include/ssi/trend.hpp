#pragma once

#include <array>
#include <optional>
#include <vector>

#include <ssi/report.hpp>

namespace ssi {

/// The distance between the points of a trend. A point is at the end of its step: weeks end on
/// Sunday (ISO 8601), months on their last day.
enum class Step { day, week, month };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Step> = {"day", "week", "month"};
static_assert(is_named_to<Step>(Step::month));

/// What a trend is to show: the score at the end of each step from `since` to `until`, and at the
/// end of `until` itself, even within a step.
struct TrendSettings {
  Step every = Step::week;
  Day since{};  ///< not after `until`
  Day until{};
  Points target = Points::whole(70);  ///< default: where v1's band `good` starts
};

/// A score at the end of a day.
struct TrendPoint {
  Day day{};
  std::optional<Points> total{};
  std::optional<PointsRange> range{};  ///< of the total, as `Score::range`
  std::optional<std::size_t> band{};   ///< index into the model's bands
  std::array<std::optional<Points>, pillar_count> pillars{};
  bool operator==(const TrendPoint&) const = default;
};

/// How a member's score developed, and how it will fall if the member does nothing more.
struct TrendReport {
  Member member{};
  Model model{};
  TrendSettings settings{};
  Points assessable{};               ///< of 100, on each of the days
  std::vector<TrendPoint> points{};  ///< up to `until`, the last of them on that day
  /// The scores after `until` if nothing more is done. The last is on the day when the last
  /// activity has left the window; after that nothing changes. Empty if the window is empty.
  std::vector<TrendPoint> forecast{};
  /// The first day of the forecast, on a step or not, whose total is below the target. None if the
  /// total of `until` is below it already.
  std::optional<TrendPoint> falls_below{};
  std::vector<SideBySide> readings{};  ///< what LinkedIn showed, from `since` to `until`
};

/// For each of `report.points` the last reading of the step that ends there, if there is one.
[[nodiscard]] std::vector<std::optional<SideBySide>> readings_by_step(const TrendReport& report);

/// The default start of a trend: so that it covers the 365 days that end on `until`, or the first
/// activity if that is later.
[[nodiscard]] Day default_since(const MemberLog& log, Day until);

/// Scores a member day by day. Warns in `diagnostics` of activities after `settings.until`.
[[nodiscard]] TrendReport make_trend(const MemberLog& log, const Model& model,
                                     const TrendSettings& settings, Diagnostics& diagnostics);

}  // namespace ssi
