#include "render/team_parts.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "page/value.hpp"

namespace ssi {

std::string members_of(const TeamReport& report) {
  const std::string unscored =
      report.all.unscored == 0 ? "" : fmt::format(", {} not scored", report.all.unscored);
  return counted(report.all.members, "member", "members") + unscored;
}

std::string name_of(const TeamMember& member) {
  const auto& label = member.member.label();
  return label && !label->empty() ? visible(*label) : "(no name)";
}

std::string band_range(std::size_t band, const Model& model) {
  const auto from = [&](std::size_t i) { return short_points(model.bands[i].from); };
  if (band + 1 == model.bands.size()) return "from " + from(band);
  return band == 0 ? "below " + from(1) : fmt::format("{} to {}", from(band), from(band + 1));
}

std::string weakest_pillars(const TeamMember& member) {
  std::string text;
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (!member.weakest_pillars[i]) continue;
    if (!text.empty()) text += ' ';
    text += names_of<PillarId>[i];
  }
  return text;
}

std::string mean_or_dash(const std::optional<Distribution>& distribution) {
  return distribution ? to_string(distribution->mean) : "-";
}

}  // namespace ssi
