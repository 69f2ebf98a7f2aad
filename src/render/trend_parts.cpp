#include "render/trend_parts.hpp"

#include <fmt/format.h>

#include "page/value.hpp"

namespace ssi {

std::string outlook(const TrendReport& report) {
  const auto& now = report.points.back().total;
  const std::string target = short_points(report.settings.target);
  if (!now) return "There is no total: a pillar has nothing measured.";
  if (report.falls_below) {
    return fmt::format("With nothing further done, the total falls below {} on {}, to {}.", target,
                       to_string(report.falls_below->day), to_string(*report.falls_below->total));
  }
  if (*now < report.settings.target) {
    std::string text =
        fmt::format("The total is {} below {}.", to_string(report.settings.target - *now), target);
    if (!report.forecast.empty()) {
      const TrendPoint& end = report.forecast.back();
      text += fmt::format(" With nothing further done: {} on {}.", to_string(*end.total),
                          to_string(end.day));
    }
    return text;
  }
  return fmt::format("Even with nothing further done, the total stays at {} or above.", target);
}

}  // namespace ssi
