#include "linkedin/profile.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "linkedin/network.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// What people write for a company who work for themselves or have no work, without accents. To take
// `Freelance` for a company would make coworkers of all freelancers.
constexpr auto no_companies = std::to_array<std::string_view>({
    "",
    "n/a",
    "na",
    "none",
    "various",
    "confidential",
    "stealth",
    "stealth startup",
    "stealth mode",
    "unemployed",
    "career break",
    "freelance",
    "freelancer",
    "self employed",
    "independent",
    "independent consultant",
    "independent contractor",
    "consultant",
    "retired",
    // German
    "selbststandig",
    "selbstandig",
    "freiberuflich",
    "freiberufler",
    "freiberuflerin",
    "freischaffend",
    "arbeitssuchend",
    "arbeitslos",
    "auf jobsuche",
    // French
    "independant",
    "independante",
    "travailleur independant",
    "auto entrepreneur",
    "autoentrepreneur",
    "micro entrepreneur",
    "a mon compte",
    "profession liberale",
    "sans emploi",
    // Spanish and Portuguese
    "autonomo",
    "autonoma",
    "trabajador autonomo",
    "por cuenta propia",
    "cuenta propia",
    "independiente",
    "desempleado",
    "por conta propria",
    "conta propria",
    "trabalhador independente",
    "profissional liberal",
    "independente",
    // Italian
    "libero professionista",
    "libera professionista",
    "lavoratore autonomo",
    "partita iva",
    "in proprio",
    // Dutch
    "zelfstandig",
    "zelfstandige",
    "zelfstandig ondernemer",
    "zzp",
    "zzper",
    "eigen onderneming",
    // Danish, Swedish, Norwegian
    "selvstandig",
    "selvstandig erhvervsdrivende",
    "egenforetagare",
    "selvstendig",
    "selvstendig naringsdrivende",
});

bool is_no_company(std::string_view name) {
  std::string plain = without_accents(name);
  std::ranges::replace(plain, '-', ' ');
  std::erase_if(plain, [](char c) { return c == '.' || c == '\'' || c == '(' || c == ')'; });
  plain = trimmed(plain);
  return std::ranges::find(no_companies, plain) != no_companies.end();
}

}  // namespace

void ProfileFacts::add_section(ImportRow& row, Section section) {
  profile_.sections.set(static_cast<std::size_t>(section));
  row.count();
}

void ProfileFacts::add_profile(ImportRow& row, Owner& owner) {
  constexpr std::array<std::pair<std::size_t, Section>, 4> sections = {{
      {column::headline, Section::headline},
      {column::summary, Section::about},
      {column::industry, Section::industry},
      {column::location, Section::location},
  }};
  for (const auto& [column, section] : sections) {
    if (!row[column].empty()) profile_.sections.set(static_cast<std::size_t>(section));
  }
  owner.add_name(name_key(row[column::first_name], row[column::last_name]), row.account().name);
  row.count();
}

void ProfileFacts::add_position(ImportRow& row) {
  const bool is_current = row[column::finished_on].empty();
  std::string company = name_key(row[column::employer]);
  if (is_current && !is_no_company(company)) companies_.insert(std::move(company));
  add_section(row, Section::experience);
}

void ProfileFacts::add_skill(ImportRow& row) {
  if (row[column::skill].empty()) return row.reject(Code::missing, "no name");
  skills_.insert(folded(row[column::skill]));
  profile_.skills = static_cast<Count>(skills_.size());
  add_section(row, Section::skills);
}

// Each row is a sentence: `You uploaded a profile photo on March 8, 2026 at 9:37 AM (GMT)`. The
// pictures of groups, articles and companies have sentences, too, so that the start must match.
void ProfileFacts::add_medium(ImportRow& row) {
  const std::string sentence = folded(row[column::sentence]);
  const bool is_cover = std::ranges::any_of(
      std::to_array<std::string_view>({"background photo", "background picture", "cover photo"}),
      [&](std::string_view picture) {
        return sentence.starts_with(fmt::format("you uploaded a {} on ", picture)) ||
               sentence.starts_with(fmt::format("you uploaded a profile {} on ", picture));
      });
  if (is_cover) return add_section(row, Section::cover);
  row.set_aside(SetAside::medium);
}

// Only accepted ones count, or all where the file has no status.
void ProfileFacts::add_endorsement(ImportRow& row) {
  const bool is_accepted = folded(row[column::endorsement_status]) == "accepted";
  if (row.has(column::endorsement_status) && !is_accepted) {
    return row.set_aside(SetAside::not_accepted);
  }
  add_dated(row, column::endorsed_on, Endorsement{});
}

void ProfileFacts::add_recommendation(ImportRow& row) {
  constexpr std::array<std::string_view, 3> shown = {"", "visible", "accepted"};
  if (std::ranges::find(shown, folded(row[column::recommendation_status])) == shown.end()) {
    return row.set_aside(SetAside::not_accepted);
  }
  add_dated(row, column::recommended_on, Recommendation{});
}

void ProfileFacts::add_dated(ImportRow& row, std::size_t column, const Action& action) {
  const auto at = row.utc(column);
  if (!at) return;
  received_.push_back({.day = std::chrono::floor<std::chrono::days>(*at), .action = action});
  row.count();
}

void ProfileFacts::finish(std::vector<Activity>& activities) {
  activities.insert(activities.end(), received_.begin(), received_.end());
}

}  // namespace ssi::linkedin
