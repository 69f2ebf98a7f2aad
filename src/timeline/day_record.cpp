#include <algorithm>
#include <array>

#include <ssi/timeline.hpp>

#include "timeline/counting.hpp"

namespace ssi {
namespace {

struct RecordSink {
  DayRecord& record;

  void count(Counter counter, Count n) { record.counts[counter] += n; }
  void present(Section section) { record.present.set(static_cast<std::size_t>(section)); }
  void remove(Section section) { record.removed.set(static_cast<std::size_t>(section)); }
  // An empty optional is less than any number.
  void skills(Count n) { record.skills = std::max(record.skills, std::optional{n}); }
};

// A mask for each counter: all ones if it counts activities, zero if it only says more about an
// activity that another counter has. With masks the sum needs no branch: it runs for every day of
// every log.
constexpr auto of_activities = [] {
  using enum Counter;
  std::array<Count, counter_count> masks{};
  masks.fill(~Count{0});
  for (const Counter more :
       {reactions_received, comments_received, reshares_received, decision_makers_made,
        decision_makers_removed, coworkers_made, coworkers_removed}) {
    masks[static_cast<std::size_t>(more)] = 0;
  }
  return masks;
}();

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  for (std::size_t i = 0; i < counter_count; ++i) values[i] += other.values[i];
  return *this;
}

void DayRecord::add(const Action& action) {
  RecordSink sink{*this};
  std::visit(Counting{sink}, action);
}

Counts& Counts::operator-=(const Counts& other) {
  for (std::size_t i = 0; i < counter_count; ++i) values[i] -= other.values[i];
  return *this;
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
  for (std::size_t i = 0; i < counter_count; ++i) sum += counts.values[i] & of_activities[i];
  return sum;
}

// First the removals of the day, then the sections present on it: presence wins, as the log format
// says, so that the order of edits within a day makes no difference. A removed skills section has
// no entries; an edit without a number leaves the number as it was.
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
