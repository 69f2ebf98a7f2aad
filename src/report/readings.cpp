#include "report/readings.hpp"

#include <cstdlib>
#include <iterator>
#include <variant>

#include "score/evaluate.hpp"

namespace ssi {

std::vector<PillarId> far_apart(const SideBySide& both) {
  constexpr int limit = 10'000;  // thousandths
  std::vector<PillarId> pillars;
  for (const PillarScore& pillar : both.log.pillars) {
    const auto shown = both.linkedin.pillar(pillar.id);
    if (!shown || !pillar.score) continue;
    if (std::abs(shown->count - 10 * pillar.score->hundredths) > limit)
      pillars.push_back(pillar.id);
  }
  return pillars;
}

void for_each_reading(const MemberLog& log, Day first, Day last, int window_days,
                      const std::function<void(Day, const Reading&, const Facts&)>& receive) {
  const auto begin = log.readings.lower_bound(first);
  const auto end = log.readings.upper_bound(last);
  if (begin == end) return;
  DayWalk walk{log.timeline, begin->first, std::prev(end)->first, window_days};
  for (auto at = begin; at != end; ++at) {
    while (walk.day() < at->first) walk.step();
    receive(at->first, at->second, walk.facts());
  }
}

std::vector<SideBySide> readings_of(const MemberLog& log, Day first, Day last, const Model& model) {
  const SignalSet not_measured = log.not_measured.value_or(SignalSet{});
  std::vector<SideBySide> all;
  for_each_reading(log, first, last, model.window_days,
                   [&](Day day, const Reading& reading, const Facts& facts) {
                     all.push_back({day, reading, evaluate(facts, not_measured, model)});
                   });
  return all;
}

std::optional<Day> last_reading(const MemberLog& log, const AsOf& as_of) {
  Day last = last_calendar_day;
  if (const Day* day = std::get_if<Day>(&as_of)) last = *day;
  if (log.as_of && std::holds_alternative<AsOfLog>(as_of)) last = *log.as_of;
  const auto after = log.readings.upper_bound(last);
  if (after == log.readings.begin()) return std::nullopt;
  return std::prev(after)->first;
}

}  // namespace ssi
