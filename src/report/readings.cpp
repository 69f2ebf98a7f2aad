#include "report/readings.hpp"

#include <cstdlib>
#include <iterator>
#include <variant>

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

std::vector<SideBySide> readings_of(const MemberLog& log, Day first, Day last, const Model& model) {
  const SignalSet not_measured = log.not_measured.value_or(SignalSet{});
  std::vector<SideBySide> all;
  const auto end = log.readings.upper_bound(last);
  for (auto at = log.readings.lower_bound(first); at != end; ++at) {
    const auto& [day, reading] = *at;
    all.push_back({day, reading, score(log.timeline, not_measured, day, model)});
  }
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
