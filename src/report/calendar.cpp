#include "report/calendar.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <tuple>
#include <utility>

namespace ssi {
namespace {

// The tasks that make days of a kind, each as evenly strewn among the others as can be.
std::vector<Task> mixed(const Workload& load, DayKind kind) {
  struct Turn {
    Count at;  // in 2 * `of` parts of the whole
    Count of;
    Task task;
  };
  std::vector<Turn> turns;
  for (const TaskInfo& task : task_catalog) {
    const Count times = day_kind(task.task) == kind ? load[static_cast<std::size_t>(task.task)] : 0;
    for (Count i = 0; i < times; ++i) turns.push_back({2 * i + 1, 2 * times, task.task});
  }
  std::ranges::stable_sort(turns,
                           [](const Turn& a, const Turn& b) { return a.at * b.of < b.at * a.of; });
  std::vector<Task> result;
  result.reserve(turns.size());
  for (const Turn& turn : turns) result.push_back(turn.task);
  return result;
}

// Whether adding the section has no effect before the edits of this day.
bool is_settled_by(const DayRecord& record, Section section) {
  const auto index = static_cast<std::size_t>(section);
  return record.removed.test(index) || record.present.test(index);
}

}  // namespace

// Puts tasks on days, those of one kind of days after the other.
class Calendar::Scheduler {
 public:
  Scheduler(const Calendar& calendar, const Workload& load) : calendar_{calendar}, load_{load} {
    for (auto& each : done_) each.resize(calendar.days_.size());
    for (std::size_t i = 0; i < task_count; ++i) {
      choices_[i] = calendar.days_for(static_cast<Task>(i));
    }
  }

  std::vector<Appointment> schedule() && {
    for (std::size_t kind = 0; kind < day_kind_count; ++kind) place(static_cast<DayKind>(kind));
    std::ranges::sort(appointments_, {}, [](const Appointment& a) {
      return std::pair{a.day, a.task};
    });
    return std::move(appointments_);
  }

 private:
  void place(DayKind kind) {
    free_ = calendar_.free_[static_cast<std::size_t>(kind)];
    std::vector<Task> turns = mixed(load_, kind);
    place_narrow(turns);
    // The others take turns in filling the days that are left.
    std::vector<std::size_t> slots = slots_for(turns.size());
    for (const Task task : turns) {
      const auto slot =
          std::ranges::find_if(slots, [&](std::size_t day) { return fits(task, day); });
      if (slot == slots.end()) {
        put(task, nearest(task, slots.front()));
      } else {
        put(task, *slot);
        slots.erase(slot);
      }
    }
  }

  // Places the tasks that cannot be done on all days, those with the least choice first, and takes
  // them out of `turns`.
  void place_narrow(std::vector<Task>& turns) {
    const auto can_be_any_day = [&](Task task) {
      return choice(task).size() == calendar_.days_.size();
    };
    const auto first = std::stable_partition(turns.begin(), turns.end(), can_be_any_day);
    std::vector<Task> narrow(first, turns.end());
    turns.erase(first, turns.end());
    std::ranges::stable_sort(narrow, {}, [&](Task task) { return choice(task).size(); });
    Workload placed{};
    for (const Task task : narrow) {
      const auto index = static_cast<std::size_t>(task);
      const auto turn = static_cast<std::size_t>(placed[index]++);
      const auto all = static_cast<std::size_t>(load_[index]);
      put(task, nearest(task, choice(task)[turn * choice(task).size() / all]));
    }
  }

  [[nodiscard]] const std::vector<std::size_t>& choice(Task task) const {
    return choices_[static_cast<std::size_t>(task)];
  }

  // Days for so many tasks, evenly spread: first those that are still free.
  [[nodiscard]] std::vector<std::size_t> slots_for(std::size_t count) const {
    std::vector<std::size_t> free;
    for (std::size_t day = 0; day < free_.size(); ++day) {
      if (free_[day]) free.push_back(day);
    }
    std::vector<std::size_t> slots;
    slots.reserve(count);
    const std::size_t on_free = std::min(count, free.size());
    for (std::size_t i = 0; i < on_free; ++i) slots.push_back(free[i * free.size() / on_free]);
    const std::size_t more = count - on_free;
    for (std::size_t i = 0; i < more; ++i) slots.push_back(i * free_.size() / more);
    std::ranges::sort(slots);
    return slots;
  }

  [[nodiscard]] bool fits(Task task, std::size_t day) const {
    const auto& ceiling = info(task).ceiling;
    return calendar_.allows(task, day) &&
           (!ceiling ||
            done_[static_cast<std::size_t>(*ceiling)][day] < calendar_.ceiling(*ceiling, day));
  }

  // The nearest day on which a task fits, if possible one that is free.
  [[nodiscard]] std::size_t nearest(Task task, std::size_t wanted) const {
    std::optional<std::tuple<bool, std::size_t, std::size_t>> best;
    for (std::size_t day = 0; day < free_.size(); ++day) {
      if (!fits(task, day)) continue;
      const std::size_t distance = day < wanted ? wanted - day : day - wanted;
      const std::tuple candidate{!free_[day], distance, day};
      if (!best || candidate < *best) best = candidate;
    }
    assert(best);
    return std::get<2>(*best);
  }

  void put(Task task, std::size_t day) {
    if (const auto& ceiling = info(task).ceiling) ++done_[static_cast<std::size_t>(*ceiling)][day];
    free_[day] = false;
    appointments_.push_back({calendar_.days_[day], task});
  }

  const Calendar& calendar_;
  const Workload& load_;
  std::array<std::vector<std::size_t>, task_count> choices_;      // of days for each task
  std::array<std::vector<Count>, names_of<Capped>.size()> done_;  // on each day
  std::vector<bool> free_;                                        // for the kind that is placed
  std::vector<Appointment> appointments_;
};

Calendar::Calendar(const Timeline& timeline, const PlanSettings& settings)
    : ceilings_{settings.model.ceilings} {
  const int count = std::min(settings.days, settings.model.window_days);
  before_ = static_cast<std::size_t>(settings.days - count);
  for (int i = settings.days - count + 1; i <= settings.days; ++i) {
    days_.push_back(settings.from + std::chrono::days{i});
  }
  for (std::size_t kind = 0; kind < day_kind_count; ++kind) {
    free_[kind].assign(days_.size(), static_cast<DayKind>(kind) != DayKind::any);
  }
  timeline.for_each_day_from(days_.front(), [&](Day day, const DayRecord& record) {
    if (day > days_.back()) return;
    const auto at = static_cast<std::size_t>((day - days_.front()).count());
    const auto kinds = day_kinds(record);
    for (std::size_t kind = 0; kind < day_kind_count; ++kind) {
      if (kinds[kind]) free_[kind][at] = false;
    }
    // A section that the log takes away is added on the day after, if there is one.
    for (std::size_t task = 0; task < task_count; ++task) {
      const auto section = section_added(static_cast<Task>(task));
      if (!section || !is_settled_by(record, *section)) continue;
      first_days_[task] = std::min(at + 1, days_.size() - 1);
    }
  });
}

// The first days of each seven have all that the week has room for: so no seven days in a row, a
// week of the plan or not, hold more.
Count Calendar::ceiling(Capped of, std::size_t day) const {
  const auto& [a_day, a_week] = ceilings_[static_cast<std::size_t>(of)];
  const auto weekday = static_cast<int>((before_ + day) % 7);
  return std::clamp(a_week - weekday * a_day, 0, a_day);
}

bool Calendar::allows(Task task, std::size_t day) const {
  const auto& of = info(task).ceiling;
  return day >= first_days_[static_cast<std::size_t>(task)] && (!of || ceiling(*of, day) > 0);
}

std::vector<std::size_t> Calendar::days_for(Task task) const {
  std::vector<std::size_t> all(days_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::erase_if(all, [&](std::size_t day) { return !allows(task, day); });
  return all;
}

Room Calendar::room() const {
  Room room;
  for (std::size_t i = 0; i < room.ceilings.size(); ++i) {
    for (std::size_t day = 0; day < days_.size(); ++day) {
      room.ceilings[i] += ceiling(static_cast<Capped>(i), day);
    }
  }
  for (std::size_t i = 0; i < task_count; ++i) {
    const auto task = static_cast<Task>(i);
    const auto& free = free_[static_cast<std::size_t>(day_kind(task))];
    room.free_days[i] =
        std::ranges::count_if(days_for(task), [&](std::size_t day) { return free[day]; });
    room.order[i] = task;
  }
  std::ranges::stable_sort(
      room.order, {}, [&](Task task) { return room.free_days[static_cast<std::size_t>(task)]; });
  return room;
}

std::vector<Appointment> Calendar::schedule(const Workload& load) const {
  return Scheduler{*this, load}.schedule();
}

}  // namespace ssi
