#include "report/next_steps.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "score/evaluate.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

constexpr ProfileEdit edit(Section section) {
  return {.section = section};
}

static_assert(complete_skills == 5);  // as many as the advice says

// Of actions that add alike the first is advised, so an edit of any section stands before those of
// sections that may be missing: it adds as much as they do where they are not.
constexpr std::array all_kinds = {
    ActionKind{PillarId::brand, "bring a section of your profile up to date", edit(Section::other)},
    ActionKind{PillarId::brand, "publish {} article", Share{.kind = ShareKind::article}},
    ActionKind{PillarId::brand, "add a photo", edit(Section::photo)},
    ActionKind{PillarId::brand, "add a cover image", edit(Section::cover)},
    ActionKind{PillarId::brand, "write a headline", edit(Section::headline)},
    ActionKind{PillarId::brand, "write your about section", edit(Section::about)},
    ActionKind{PillarId::brand, "add your location", edit(Section::location)},
    ActionKind{PillarId::brand, "add your industry", edit(Section::industry)},
    ActionKind{PillarId::brand, "add your experience", edit(Section::experience)},
    ActionKind{PillarId::brand, "add your education", edit(Section::education)},
    ActionKind{PillarId::brand, "list 5 skills or more",
               ProfileEdit{.section = Section::skills, .entries = complete_skills}},
    ActionKind{PillarId::brand, "add featured content", edit(Section::featured)},
    ActionKind{PillarId::brand, "claim your custom URL", edit(Section::custom_url)},
    ActionKind{PillarId::brand, "ask for {} recommendations", Recommendation{}, 2},
    ActionKind{PillarId::brand, "ask for {} endorsements", Endorsement{}, 5},

    ActionKind{PillarId::people, "save {} leads", LeadSaved{}, 12},
    ActionKind{PillarId::people, "run {} searches with a filter", Search{.filters = 1}, 8},
    ActionKind{PillarId::people, "run {} searches for people", Search{}, 10},
    ActionKind{PillarId::people, "view {} profiles", ProfileView{}, 20},

    ActionKind{PillarId::insights, "publish {} posts", Share{}, 3},
    ActionKind{PillarId::insights, "comment on {} posts", Comment{}, 10},
    ActionKind{PillarId::insights, "react to {} posts", Reaction{}, 20},
    ActionKind{PillarId::insights, "answer or start {} conversations", Message{.replied = true}, 6},

    ActionKind{PillarId::relationships, "connect with {} decision makers (VP and above)",
               Connection{.seniority = Seniority::vp}, 5},
    ActionKind{PillarId::relationships, "connect with {} coworkers", Connection{.coworker = true},
               5},
    ActionKind{PillarId::relationships, "connect with {} people", Connection{}, 10},
};

// The pillars to advise on, lowest first.
std::vector<const PillarScore*> pillars_to_raise(const Score& score) {
  std::vector<const PillarScore*> pillars;
  for (const PillarScore& pillar : score.pillars) {
    if (pillar.score) pillars.push_back(&pillar);
  }
  std::ranges::stable_sort(pillars, {}, [](const PillarScore* p) { return *p->score; });
  const auto strong = std::ranges::find_if(pillars, [](const PillarScore* p) { return !p->weak; });
  const auto weak_count = strong - pillars.begin();
  pillars.resize(std::min<std::size_t>(
      pillars.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, weak_count))));
  return pillars;
}

}  // namespace

std::span<const ActionKind> action_kinds() {
  return all_kinds;
}

std::string advice(const ActionKind& kind) {
  return fmt::format(fmt::runtime(kind.advice), kind.times);
}

Points gain_of(const ActionKind& kind, const Assessment& assessment, const Model& model) {
  const auto& before = assessment.score.pillar(kind.pillar).score;
  if (!before) return {};
  DayRecord day = assessment.eve.day;
  for (int i = 0; i < kind.times; ++i) day.add(kind.action);
  Observer after = assessment.eve.observer;
  after.observe(day);
  return *evaluate(kind.pillar, after.facts(), assessment.not_measured, model).score - *before;
}

std::vector<NextStep> next_steps(const Assessment& assessment, const Model& model) {
  std::vector<NextStep> steps;
  for (const PillarScore* pillar : pillars_to_raise(assessment.score)) {
    const ActionKind* best = nullptr;
    Points most{};
    for (const ActionKind& kind : all_kinds) {
      if (kind.pillar != pillar->id) continue;
      const Points gain = gain_of(kind, assessment, model);
      if (gain <= most) continue;
      best = &kind;
      most = gain;
    }
    if (best == nullptr) continue;
    steps.push_back({.pillar = pillar->id,
                     .advice = advice(*best),
                     .action = best->action,
                     .times = best->times,
                     .gain = most});
  }
  return steps;
}

}  // namespace ssi
