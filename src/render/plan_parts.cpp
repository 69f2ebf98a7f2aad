#include "render/plan_parts.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/value.hpp"

namespace ssi {

std::string wanted(const PlanTarget& target) {
  std::vector<std::string> parts;
  if (target.total) parts.push_back("total " + to_string(*target.total));
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (!target.pillars[i]) continue;
    parts.push_back(fmt::format("{} {}", names_of<PillarId>[i], to_string(*target.pillars[i])));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string duration(std::int64_t minutes) {
  if (minutes < 60) return fmt::format("{} min", minutes);
  return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60)
                           : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string outcome(const PlanReport& report) {
  const PlanSettings& settings = report.settings;
  if (report.is_reached) {
    return fmt::format("The plan reaches {} on {}, in {}.", wanted(settings.target),
                       to_string(report.until), duration(report.minutes));
  }
  return fmt::format("{} is out of reach by {} with {} minutes a day; this plan comes nearest.",
                     wanted(settings.target), to_string(report.until), settings.minutes_per_day);
}

std::string in_words(const PlanRate& rate) {
  return fmt::format("{} of {} {}", rate.count, rate.of, rate.is_past ? "so far" : "assumed");
}

}  // namespace ssi
