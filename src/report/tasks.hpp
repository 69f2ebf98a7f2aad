#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <ssi/activity.hpp>
#include <ssi/plan.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// What a task is about. Tasks of one field make a day count once, however many are done on it.
enum class TaskField { profile, prospecting, insight, contact };
inline constexpr std::size_t task_field_count = static_cast<std::size_t>(TaskField::contact) + 1;

struct TaskInfo {
  Task task;
  PillarId pillar;
  TaskField field;
  std::string_view one;           ///< what to do once: `publish a post`
  std::string_view many;          ///< or often: `publish {} posts`
  std::optional<Section> adds{};  ///< the section that it adds to the profile, once and for all
};
[[nodiscard]] const TaskInfo& info(Task task);

/// `publish a post`, `publish 13 posts`.
[[nodiscard]] std::string advice(Task task, Count times);

/// How often each task is done.
using Workload = std::array<Count, task_count>;

/// What others do about it: of so many occasions, so many come to something.
class Rates {
 public:
  /// Those of the past that `facts` tell, and what is assumed where they tell none.
  explicit Rates(const Facts& facts);

  /// What is expected of `occasions`, rounded down.
  [[nodiscard]] Count expected(PlanRate::Of what, Count occasions) const;
  [[nodiscard]] const PlanRate& rate(PlanRate::Of what) const {
    return rates_[static_cast<std::size_t>(what)];
  }

 private:
  std::array<PlanRate, names_of<PlanRate::Of>.size()> rates_{};
};

/// `facts` after all of `load` was done on days of the window, on as many as there are: `free_days`
/// says of each field how many days of it are still without.
[[nodiscard]] Facts facts_after(const Facts& facts, const Workload& load, const Rates& rates,
                                const std::array<Count, task_field_count>& free_days);

/// The same day by day. `free_days` are those of each field; one without any makes do with `days`.
[[nodiscard]] std::vector<Activity> schedule(
    const Workload& load, const Rates& rates,
    const std::array<std::vector<Day>, task_field_count>& free_days, const std::vector<Day>& days);

}  // namespace ssi
