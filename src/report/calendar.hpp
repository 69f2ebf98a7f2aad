#pragma once

#include "report/tasks.hpp"

namespace ssi {

/// The days of a plan: what has room on which.
class Calendar {
 public:
  /// Takes the last days of the time planned for that the model's window holds, and what the log
  /// has of them already.
  Calendar(const Timeline& timeline, const PlanSettings& settings);

  [[nodiscard]] const std::vector<Day>& days() const { return days_; }
  [[nodiscard]] Room room() const;

  /// `load`, for which there must be room, spread over the days as evenly as can be: so that it
  /// keeps the ceilings, makes as many days of each kind as `facts_after` says, and adds no section
  /// before the log takes it away.
  [[nodiscard]] std::vector<Appointment> schedule(const Workload& load) const;

 private:
  class Scheduler;
  [[nodiscard]] Count ceiling(Capped of, std::size_t day) const;
  [[nodiscard]] bool allows(Task task, std::size_t day) const;
  [[nodiscard]] std::vector<std::size_t> days_for(Task task) const;

  std::vector<Day> days_;
  std::size_t before_ = 0;  // days of the plan that are not among them
  Ceilings ceilings_{};
  std::array<std::vector<bool>, day_kind_count> free_;  // of these the first of their kind
  std::array<std::size_t, task_count> first_days_{};    // on which each task can be done
};

}  // namespace ssi
