#include <algorithm>

#include <ssi/timeline.hpp>

#include "timeline/counting.hpp"

namespace ssi {
namespace {

// Counts into a record.
struct RecordSink {
  DayRecord& record;

  void count(Counter counter, Count n) { record.counts[counter] += n; }
  void present(Section section) { record.present.set(static_cast<std::size_t>(section)); }
  void remove(Section section) { record.removed.set(static_cast<std::size_t>(section)); }
  // An empty optional is less than any number.
  void skills(Count n) { record.skills = std::max(record.skills, std::optional{n}); }
};

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  for (std::size_t i = 0; i < counter_count; ++i) values[i] += other.values[i];
  return *this;
}

void DayRecord::add(const Action& action) {
  RecordSink sink{*this};
  std::visit(Counting{sink}, action);
}

DayRecord& DayRecord::operator+=(const DayRecord& other) {
  counts += other.counts;
  present |= other.present;
  removed |= other.removed;
  skills = std::max(skills, other.skills);
  return *this;
}

Count DayRecord::activities() const {
  Count sum = 0;
  for (std::size_t i = 0; i < counter_count; ++i) {
    switch (static_cast<Counter>(i)) {
      case Counter::reactions_received:
      case Counter::comments_received:
      case Counter::reshares_received:
      case Counter::decision_makers_made:
      case Counter::decision_makers_removed:
      case Counter::coworkers_made:
      case Counter::coworkers_removed:
        break;  // more about an activity that is counted already
      default:
        sum += counts.values[i];
    }
  }
  return sum;
}

void Standing::apply_edits(const DayRecord& day) {
  constexpr auto skills_section = static_cast<std::size_t>(Section::skills);
  sections = (sections & ~day.removed) | day.present;
  if (day.present.test(skills_section)) {
    skills = day.skills.value_or(skills);
  } else if (day.removed.test(skills_section)) {
    skills = 0;
  }
}

}  // namespace ssi
