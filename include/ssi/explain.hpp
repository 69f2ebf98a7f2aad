#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <ssi/report.hpp>

namespace ssi {

/// What an explanation can be of: the score as a whole, a pillar, a signal, or one of these.
struct Everything {};
/// A type of record in a log, by its index into `activity_types`; the one behind these is that of a
/// reading of LinkedIn's own number.
struct RecordType {
  std::size_t index = 0;
};
/// What there is to explain beside them.
enum class Subject { window, bands, model, linkedin };
template <>
inline constexpr std::array<std::string_view, 4> names_of<Subject> = {"window", "bands", "model",
                                                                      "linkedin"};
static_assert(is_named_to<Subject>(Subject::linkedin));
using Topic = std::variant<Everything, PillarId, SignalId, RecordType, Subject>;

/// The names of all topics but everything.
[[nodiscard]] std::vector<std::string_view> topic_names();
/// The topic of that name, if there is one.
[[nodiscard]] std::optional<Topic> topic_named(std::string_view name);

/// The signals that a topic is about: of an activity type, those that it can raise.
[[nodiscard]] std::vector<SignalId> signals_of(const Topic& topic);

/// A value of a signal and what it earns.
struct Example {
  Ratio value{};
  Points points{};
};

/// How often more of an action is tried out.
inline constexpr std::array<int, 3> more_times = {1, 5, 10};

/// Where an action that is tried out is put: on the as-of day, on the last days of the window that
/// do not count for the signal yet, or into the sections that the profile lacks.
enum class More { same_day, new_days, missing_sections };
template <>
inline constexpr std::array<std::string_view, 3> names_of<More> = {"same_day", "new_days",
                                                                   "missing_sections"};
static_assert(is_named_to<More>(More::missing_sections));

/// What more of an action would add to the points of a signal.
struct MoreOf {
  SignalId signal{};
  Action action{};
  More where = More::same_day;
  std::array<Points, more_times.size()> gains{};  ///< after so many as `more_times` says
};

/// What leaves the window on a day: so many activities of each type that count for the topic.
struct Leaving {
  Day done{};    ///< the day of the activities
  Day leaves{};  ///< the first day on which they do not count any more
  std::vector<std::pair<std::size_t, Count>> activities{};  ///< by index into `activity_types`
};

/// Points of the total and of the pillars; nothing of one without a score.
struct Contribution {
  std::optional<Points> total{};
  std::array<std::optional<Points>, pillar_count> pillars{};

  /// Of the pillars that have a score; the total if there is one.
  [[nodiscard]] Points sum() const;
};

/// What the score would lose without the activities of a month.
struct MonthLost {
  Day first{};  ///< of the month
  Contribution lost{};
};

/// What the score would lose without one activity. What a day's shares received is known as a sum
/// only: each share has an equal part of it.
struct ActivityLost {
  Activity activity{};  ///< with a `count` of 1
  Count times = 0;      ///< how many such activities the day has
  Contribution lost{};
};

/// How many single activities are listed, the most valuable first.
inline constexpr std::size_t most_activities_lost = 20;

/// Where the points of a score come from. The profile and the types add up to the score: a type
/// brings its exact Shapley value, rounded to hundredths by largest remainder. That is the mean of
/// what it adds over all orders in which the types may be added to the profile.
struct Contributions {
  Contribution profile{};  ///< what the profile before the log scores alone
  std::array<Contribution, activity_types.size()> types{};
  std::vector<MonthLost> months{};         ///< those that change the score
  std::vector<ActivityLost> activities{};  ///< those without which the score would be lower
};

/// How many days ahead an explanation looks.
inline constexpr int outlook_days = 30;

/// What a log has of a topic.
struct TopicInLog {
  Member member{};
  std::optional<Day> as_of{};
  std::vector<PillarScore> pillars{};  ///< those of the topic
  std::vector<SignalScore> signals{};  ///< the same
  std::vector<MoreOf> more{};          ///< of signals that are measured and below their target
  std::vector<Leaving> leaving{};      ///< within `outlook_days`
  std::optional<Points> total{};
  Change change{};  ///< within `outlook_days`, if nothing further is done
  std::optional<Contributions> contributions{};  ///< only where asked for
};

/// What there is to say of a topic beside the guide and the catalog.
struct Explanation {
  Topic topic{};
  Model model{};
  std::vector<Example> examples{};  ///< of a signal
  std::uint64_t per_week = 0;       ///< of a signal: what reaches the target, rounded up
  std::optional<TopicInLog> in_log{};
};

/// Explains a topic by a model, without a log.
[[nodiscard]] Explanation explain(const Topic& topic, const Model& model);

/// The same with what a log has of the topic. Warns in `diagnostics` of activities after the as-of
/// day.
[[nodiscard]] Explanation explain(const Topic& topic, const MemberLog& log,
                                  const ReportSettings& settings, Diagnostics& diagnostics);

/// Where the points of a log come from.
[[nodiscard]] Contributions contributions_of(const MemberLog& log, const ReportSettings& settings);

}  // namespace ssi
