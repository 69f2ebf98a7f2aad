#pragma once

#include <array>
#include <string_view>

#include <ssi/model.hpp>
#include <ssi/signal.hpp>

#include "signals/facts.hpp"

namespace ssi {

/// A pillar and the title that LinkedIn gives it.
struct PillarInfo {
  PillarId id;
  std::string_view title;
};

/// A signal: its unit and how it is measured. What it is worth, a model says.
struct SignalInfo {
  SignalId id;
  std::string_view unit;                 ///< of the value and the target
  std::string_view measures;             ///< the value in words
  Ratio (*measure)(const Facts& facts);  ///< the value, in `unit`
};

// brand.cpp
/// Entries that make the skills section complete, as LinkedIn's help article a594698 has it.
inline constexpr Count complete_skills = 5;
/// How many endorsements a recommendation counts as: it takes writing, and not just a click.
inline constexpr Wide recommendation_weight = 5;
/// LinkedIn's fields of a complete profile (help article a594698), each worth the same.
inline constexpr std::array completeness_sections = {
    Section::photo,     Section::location, Section::industry, Section::experience,
    Section::education, Section::about,    Section::skills,
};
/// What makes a profile stand out beyond that (LinkedIn's slide of 2015: multimedia, cover photo).
inline constexpr std::array showcase_sections = {
    Section::cover,
    Section::headline,
    Section::featured,
    Section::custom_url,
};
/// Whether a profile has a section; skills, with enough entries.
[[nodiscard]] bool has(const Standing& standing, Section section);
/// Whether a section can earn anything. Not if the log's source could not see it, unless the
/// profile names it after all: then no advice can ask the member to add what may be there already.
[[nodiscard]] bool counts(const Facts& facts, Section section);
Ratio completeness(const Facts& facts);
Ratio showcase(const Facts& facts);
Ratio endorsements(const Facts& facts);
Ratio articles(const Facts& facts);
Ratio upkeep(const Facts& facts);

// people.cpp
Ratio searches(const Facts& facts);
Ratio filtered_searches(const Facts& facts);
Ratio profile_views(const Facts& facts);
Ratio saved_leads(const Facts& facts);
Ratio prospecting_days(const Facts& facts);

// insights.cpp
/// A comment and a reshare take more than a reaction, and so count as three.
inline constexpr Wide comment_weight = 3;
inline constexpr Wide reshare_weight = 3;
Ratio shares(const Facts& facts);
Ratio engagement_given(const Facts& facts);
Ratio engagement_received(const Facts& facts);
Ratio conversations(const Facts& facts);
Ratio insight_days(const Facts& facts);

// relationships.cpp
/// Unanswered invitations that `acceptance` adds for everybody: two accepted out of two do not
/// prove a good rate.
inline constexpr Wide assumed_invitations = 5;
Ratio network(const Facts& facts);
Ratio new_connections(const Facts& facts);
Ratio acceptance(const Facts& facts);
Ratio decision_makers(const Facts& facts);
Ratio coworkers(const Facts& facts);

/// The pillars, in the order of `PillarId`.
inline constexpr std::array<PillarInfo, pillar_count> pillar_catalog = {{
    {PillarId::brand, "Establish your professional brand"},
    {PillarId::people, "Find the right people"},
    {PillarId::insights, "Engage with insights"},
    {PillarId::relationships, "Build relationships"},
}};

/// The signals, in the order of `SignalId`.
inline constexpr std::array<SignalInfo, signal_count> signal_catalog = {{
    {SignalId::completeness, "fields",
     "photo, location, industry, experience, education, about, 5 skills", completeness},
    {SignalId::showcase, "fields", "cover, headline, featured, custom URL", showcase},
    {SignalId::endorsements, "endorsements", "endorsements received + 5 x recommendations received",
     endorsements},
    {SignalId::articles, "articles", "long-form posts published", articles},
    {SignalId::upkeep, "days", "days with a profile edit", upkeep},

    {SignalId::searches, "searches", "searches for people", searches},
    {SignalId::filtered_searches, "searches",
     "searches for people or companies with one or more filters", filtered_searches},
    {SignalId::profile_views, "views", "profiles of others viewed", profile_views},
    {SignalId::saved_leads, "leads", "leads or accounts saved", saved_leads},
    {SignalId::prospecting_days, "days", "days with a search, a profile view or a saved lead",
     prospecting_days},

    {SignalId::shares, "shares", "posts, articles and reshares", shares},
    {SignalId::engagement_given, "points", "reactions + 3 x comments on the content of others",
     engagement_given},
    {SignalId::engagement_received, "points", "reactions + 3 x (comments + reshares) on own shares",
     engagement_received},
    {SignalId::conversations, "conversations", "messages sent that were answered", conversations},
    {SignalId::insight_days, "days", "days with a share, a comment or a reaction", insight_days},

    {SignalId::network, "connections", "connections", network},
    {SignalId::new_connections, "connections", "connections made", new_connections},
    {SignalId::acceptance, "ratio", "invitations accepted / (invitations sent + 5)", acceptance},
    {SignalId::decision_makers, "connections", "connections at VP level or above", decision_makers},
    {SignalId::coworkers, "connections", "connections at the member's own company", coworkers},
}};

// The texts above name these numbers.
static_assert(complete_skills == 5 && recommendation_weight == 5 && comment_weight == 3 &&
              reshare_weight == 3 && assumed_invitations == 5);

static_assert([] {
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (pillar_catalog[i].id != static_cast<PillarId>(i)) return false;
  }
  for (std::size_t i = 0; i < signal_count; ++i) {
    if (signal_catalog[i].id != static_cast<SignalId>(i)) return false;
  }
  return true;
}());
constexpr const PillarInfo& info(PillarId id) {
  return pillar_catalog[static_cast<std::size_t>(id)];
}
constexpr const SignalInfo& info(SignalId id) {
  return signal_catalog[static_cast<std::size_t>(id)];
}

}  // namespace ssi
