#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "signals/measured.hpp"

namespace ssi::test {
namespace {

constexpr Section completing[] = {Section::photo,      Section::location,  Section::industry,
                                  Section::experience, Section::education, Section::about};
constexpr Section showing[] = {Section::cover, Section::headline, Section::featured,
                               Section::custom_url};

bool is_one_of(Section section, const auto& sections) {
  return std::ranges::find(sections, section) != std::end(sections);
}

Profile with(const std::vector<Section>& sections, Count skills = 0) {
  Profile profile{.skills = skills};
  for (const Section section : sections) profile.sections.set(static_cast<std::size_t>(section));
  return profile;
}

ProfileEdit edit(Section section, EditAction action = EditAction::update,
                 std::optional<Count> entries = {}) {
  return {.section = section, .action = action, .entries = entries};
}

Count completeness(const std::vector<Activity>& activities, const Profile& profile = {}) {
  return measured(SignalId::completeness, timeline_of(activities, profile));
}

TEST_CASE("completeness and showcase earn in proportion to the fields present") {
  std::vector<Section> sections;
  const int complete[] = {0, 71, 142, 214, 285, 357, 428};
  for (std::size_t n = 0; n <= std::size(completing); ++n) {
    const Timeline timeline = timeline_of({}, with(sections));
    REQUIRE(measured(SignalId::completeness, timeline) == static_cast<Count>(n));
    REQUIRE(earned(SignalId::completeness, timeline) == complete[n]);
    if (n < std::size(completing)) sections.push_back(completing[n]);
  }
  REQUIRE(earned(SignalId::completeness, timeline_of({}, with(sections, 5))) == 500);

  sections.clear();
  const int showcase[] = {0, 125, 250, 375, 500};
  for (std::size_t n = 0; n <= std::size(showing); ++n) {
    const Timeline timeline = timeline_of({}, with(sections));
    REQUIRE(measured(SignalId::showcase, timeline) == static_cast<Count>(n));
    REQUIRE(earned(SignalId::showcase, timeline) == showcase[n]);
    if (n < std::size(showing)) sections.push_back(showing[n]);
  }
}

TEST_CASE("a section that the source could not see counts only where the profile names it") {
  const auto earned_without_photo = [](std::vector<Section> sections, Count skills,
                                       const std::vector<Activity>& activities = {}) {
    Profile profile = with(sections, skills);
    profile.unknown_sections.set(static_cast<std::size_t>(Section::photo));
    return earned(SignalId::completeness, timeline_of(activities, profile));
  };
  const std::vector<Section> six(std::begin(completing) + 1, std::end(completing));
  const Day day{std::chrono::days{20'000}};
  CHECK(earned_without_photo({}, 0) == 0);
  CHECK(earned_without_photo({Section::about}, 0) == 71);  // a seventh of 500
  CHECK(earned_without_photo(six, 5) == 428);
  CHECK(earned_without_photo({Section::about}, 0, {{day, edit(Section::photo)}}) == 71);
  CHECK(earned_without_photo({Section::about}, 0, {{day, edit(Section::location)}}) == 142);
  CHECK(earned_without_photo({Section::about, Section::photo}, 0) == 142);
}

TEST_CASE("each section counts in one signal or in none") {
  for (std::size_t i = 0; i < names_of<Section>.size(); ++i) {
    const auto section = static_cast<Section>(i);
    INFO(name(section));
    const Timeline timeline = timeline_of({}, with({section}));
    REQUIRE(measured(SignalId::completeness, timeline) == is_one_of(section, completing));
    REQUIRE(measured(SignalId::showcase, timeline) == is_one_of(section, showing));
  }
}

TEST_CASE("an edit adds the field that it touches unless it removes it") {
  require_adds(SignalId::completeness, only<ProfileEdit>([](const ProfileEdit& e) {
                 if (e.action == EditAction::remove) return false;
                 return is_one_of(e.section, completing) ||
                        (e.section == Section::skills && e.entries == 5);
               }));
  require_adds(SignalId::showcase, only<ProfileEdit>([](const ProfileEdit& e) {
                 return e.action != EditAction::remove && is_one_of(e.section, showing);
               }));
}

TEST_CASE("a section is there until an edit removes it") {
  for (const Section section : completing) {
    INFO(name(section));
    const Day before = today - days{500};
    const auto gone = edit(section, EditAction::remove);
    const auto back = edit(section, EditAction::add);
    REQUIRE(completeness({}, with({section})) == 1);
    REQUIRE(completeness({{before, gone}}, with({section})) == 0);
    REQUIRE(completeness({{today, gone}}, with({section})) == 0);
    REQUIRE(completeness({{today + days{1}, gone}}, with({section})) == 1);
    REQUIRE(completeness({{before, gone}, {before + days{1}, back}}, with({section})) == 1);
    REQUIRE(completeness({{before, back}, {before + days{1}, gone}}) == 0);
    REQUIRE(completeness({{before, back}, {before, gone}}) == 1);
    REQUIRE(completeness({{before, gone}, {before, back}}) == 1);
    REQUIRE(completeness({{before, gone}, {before, edit(section)}}, with({section})) == 1);
    REQUIRE(completeness({{before, gone}, {before, gone}}, with({section})) == 0);
  }
}

TEST_CASE("removing one section leaves the others") {
  const auto all = with({std::begin(completing), std::end(completing)}, 5);
  for (const Section section : completing) {
    REQUIRE(completeness({{today, edit(section, EditAction::remove)}}, all) == 6);
  }
  REQUIRE(completeness({{today, edit(Section::skills, EditAction::remove)}}, all) == 6);
  REQUIRE(completeness({{today, edit(Section::other, EditAction::remove)}}, all) == 7);
}

TEST_CASE("skills are complete with five entries or more") {
  for (const auto& [skills, complete] : std::initializer_list<std::pair<Count, Count>>{
           {0, 0}, {1, 0}, {4, 0}, {5, 1}, {6, 1}, {count_max, 1}}) {
    INFO(skills);
    REQUIRE(completeness({}, with({}, skills)) == complete);
    REQUIRE(completeness({}, with({Section::skills}, skills)) == complete);
    REQUIRE(completeness({{today, edit(Section::skills, EditAction::add, skills)}}) == complete);
    REQUIRE(completeness({{today, edit(Section::skills, EditAction::update, skills)}}) == complete);
    REQUIRE(completeness({{today, edit(Section::skills, EditAction::remove, skills)}}) == 0);
  }
}

TEST_CASE("skills are as many as the last edit left") {
  const Day first = today - days{200};
  const Day second = today - days{100};
  const auto left = [](Count n) { return edit(Section::skills, EditAction::update, n); };
  const auto touched = edit(Section::skills);
  const auto added = edit(Section::skills, EditAction::add);
  const auto removed = edit(Section::skills, EditAction::remove);
  const auto five = with({}, 5);
  const struct {
    std::string what;
    std::vector<Activity> activities;
    Profile profile;
    Count complete;
  } table[] = {
      {"fewer", {{today, left(4)}}, five, 0},
      {"more", {{today, left(5)}}, with({}, 4), 1},
      {"more and then fewer", {{first, left(9)}, {second, left(4)}}, {}, 0},
      {"fewer and then more", {{first, left(4)}, {second, left(9)}}, {}, 1},
      {"the largest of a day, added last", {{first, left(4)}, {first, left(5)}}, {}, 1},
      {"the largest of a day, added first", {{first, left(5)}, {first, left(4)}}, {}, 1},
      {"the largest of a day and not of the days before",
       {{first, left(3)}, {first, left(4)}},
       five,
       0},
      {"no number", {{first, touched}}, five, 1},
      {"no number beside a number", {{first, touched}, {first, left(4)}}, five, 0},
      {"no number after a number", {{first, left(5)}, {second, touched}}, {}, 1},
      {"no number ever", {{first, touched}, {second, added}}, {}, 0},
      {"removed", {{first, removed}}, five, 0},
      {"removed and left on one day", {{first, left(5)}, {first, removed}}, {}, 1},
      {"left and removed on one day", {{first, removed}, {first, left(5)}}, {}, 1},
      {"removed and touched on one day", {{first, removed}, {first, touched}}, five, 1},
      {"removed after", {{first, left(5)}, {second, removed}}, {}, 0},
      {"removed before", {{first, removed}, {second, left(5)}}, {}, 1},
      {"removed and then added with no number", {{first, removed}, {second, added}}, five, 0},
      {"a removal tells no number",
       {{first, edit(Section::skills, EditAction::remove, 9)}, {first, left(4)}},
       five,
       0},
      {"another section tells no number",
       {{first, edit(Section::certifications, EditAction::update, 9)}},
       {},
       0},
      {"left after the as-of day", {{today + days{1}, left(5)}}, {}, 0},
  };
  for (const auto& [what, activities, profile, complete] : table) {
    INFO(what);
    REQUIRE(completeness(activities, profile) == complete);
  }
}

TEST_CASE("fields are stocks that no window forgets") {
  require_stock(SignalId::completeness, edit(Section::photo), 1);
  require_stock(SignalId::completeness, edit(Section::skills, EditAction::add, 5), 1);
  require_stock(SignalId::showcase, edit(Section::featured, EditAction::add), 1);
}

TEST_CASE("endorsements earn by the square root up to 50 and a recommendation counts as five") {
  const struct {
    Count endorsed, recommended, value;
    int hundredths;
  } table[] = {
      {0, 0, 0, 0},     {1, 0, 1, 70},    {0, 1, 5, 158},   {49, 0, 49, 494},
      {44, 1, 49, 494}, {50, 0, 50, 500}, {0, 10, 50, 500}, {45, 1, 50, 500},
      {51, 0, 51, 500}, {0, 11, 55, 500}, {12, 0, 12, 244}, {20, 1, 25, 353},
  };
  for (const auto& [endorsed, recommended, value, hundredths] : table) {
    INFO(endorsed << " endorsements and " << recommended << " recommendations");
    const Timeline before =
        timeline_of({}, {.endorsements = endorsed, .recommendations = recommended});
    REQUIRE(measured(SignalId::endorsements, before) == value);
    REQUIRE(earned(SignalId::endorsements, before) == hundredths);
    std::vector<Activity> activities = repeated(endorsed, Endorsement{});
    if (recommended > 0) activities.push_back({today, Recommendation{.count = recommended}});
    REQUIRE(measured(SignalId::endorsements, timeline_of(activities)) == value);
  }
  require_adds(SignalId::endorsements, [](const Action& action) -> Count {
    return std::holds_alternative<Recommendation>(action)
               ? 5
               : std::holds_alternative<Endorsement>(action);
  });
  require_stock(SignalId::endorsements, Endorsement{.count = 3}, 3);
  require_stock(SignalId::endorsements, Recommendation{.count = 3}, 15);
}

TEST_CASE("endorsements may be six times what a log may say") {
  const Timeline timeline =
      timeline_of({}, {.endorsements = count_max, .recommendations = count_max});
  REQUIRE(
      (scored(SignalId::endorsements, timeline).value == Ratio{6 * static_cast<Wide>(count_max)}));
  REQUIRE(earned(SignalId::endorsements, timeline) == 500);
}

TEST_CASE("articles are shares of that kind only") {
  const std::pair<Count, int> table[] = {{0, 0}, {1, 288}, {2, 408}, {3, 500}, {4, 500}};
  for (const auto& [n, hundredths] : table) {
    const Timeline timeline = timeline_of(repeated(n, Share{.kind = ShareKind::article}));
    REQUIRE(measured(SignalId::articles, timeline) == n);
    REQUIRE(earned(SignalId::articles, timeline) == hundredths);
    REQUIRE(measured(SignalId::shares, timeline) == n);
  }
  require_adds(SignalId::articles,
               only<Share>([](const Share& s) { return s.kind == ShareKind::article; }));
  require_flow(SignalId::articles, Share{.kind = ShareKind::article}, 1);
}

TEST_CASE("upkeep counts the days with an edit of any section") {
  const std::pair<Count, int> table[] = {{0, 0},   {1, 204}, {2, 288},  {5, 456},
                                         {6, 500}, {7, 500}, {90, 500}, {91, 500}};
  for (const auto& [n, hundredths] : table) {
    INFO(n);
    const Timeline timeline = timeline_of(daily(n, edit(Section::other)));
    REQUIRE(measured(SignalId::upkeep, timeline) == std::min<Count>(n, 90));
    REQUIRE(earned(SignalId::upkeep, timeline) == hundredths);
  }
  require_adds(SignalId::upkeep, only<ProfileEdit>([](const ProfileEdit&) { return 1; }));
  require_flow(SignalId::upkeep, edit(Section::photo), 1);
  require_flow(SignalId::upkeep, edit(Section::languages, EditAction::remove), 1);
}

TEST_CASE("an upkeep day counts once however much was edited on it") {
  REQUIRE(measured(SignalId::upkeep,
                   timeline_of(on(today, {edit(Section::photo), edit(Section::about),
                                          edit(Section::photo, EditAction::remove)}))) == 1);
}

}  // namespace
}  // namespace ssi::test
