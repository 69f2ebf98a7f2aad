#include "linkedin/profile.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "linkedin/network.hpp"

namespace ssi::linkedin {

void ProfileFacts::add_section(Item& item, Section section) {
  profile_.sections.set(static_cast<std::size_t>(section));
  item.count();
}

void ProfileFacts::add_profile(Item& item, Owner& owner) {
  constexpr std::array<std::pair<std::size_t, Section>, 4> sections = {{
      {column::headline, Section::headline},
      {column::summary, Section::about},
      {column::industry, Section::industry},
      {column::location, Section::location},
  }};
  for (const auto& [column, section] : sections) {
    if (!item[column].empty()) profile_.sections.set(static_cast<std::size_t>(section));
  }
  owner.set_name(name_key(item[column::first_name], item[column::last_name]));
  item.count();
}

void ProfileFacts::add_position(Item& item) {
  const bool is_current = item[column::finished_on].empty();
  std::string company = name_key(item[column::employer]);
  if (is_current && !company.empty()) companies_.insert(std::move(company));
  add_section(item, Section::experience);
}

void ProfileFacts::add_skill(Item& item) {
  if (item[column::skill].empty()) return item.reject(Code::missing, "no name");
  skills_.insert(lowered(item[column::skill]));
  profile_.skills = static_cast<Count>(skills_.size());
  add_section(item, Section::skills);
}

// `You uploaded a profile photo on March 8, 2026 at 9:37 AM (GMT)`
void ProfileFacts::add_medium(Item& item) {
  const std::string sentence = lowered(item[column::sentence]);
  const auto tells = [&](std::string_view words) { return sentence.find(words) != sentence.npos; };
  if (tells("background photo") || tells("cover photo")) return add_section(item, Section::cover);
  if (tells("profile photo") || tells("profile picture")) return add_section(item, Section::photo);
  item.set_aside(SetAside::medium);
}

void ProfileFacts::add_endorsement(Item& item) {
  const bool is_accepted = lowered(item[column::endorsement_status]) == "accepted";
  if (item.has(column::endorsement_status) && !is_accepted) {
    return item.set_aside(SetAside::not_accepted);
  }
  add_dated(item, column::endorsed_on, Endorsement{});
}

void ProfileFacts::add_recommendation(Item& item) {
  constexpr std::array<std::string_view, 3> shown = {"", "visible", "accepted"};
  if (std::ranges::find(shown, lowered(item[column::recommendation_status])) == shown.end()) {
    return item.set_aside(SetAside::not_accepted);
  }
  add_dated(item, column::recommended_on, Recommendation{});
}

void ProfileFacts::add_dated(Item& item, std::size_t column, const Action& action) {
  const auto at = item.utc(column);
  if (!at) return;
  received_.push_back({.day = std::chrono::floor<std::chrono::days>(*at), .action = action});
  item.count();
}

void ProfileFacts::finish(std::vector<Activity>& activities) {
  activities.insert(activities.end(), received_.begin(), received_.end());
}

}  // namespace ssi::linkedin
