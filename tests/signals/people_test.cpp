#include <algorithm>
#include <utility>
#include <vector>

#include "signals/measured.hpp"

namespace ssi::test {
namespace {

// What a signal earns for so many of `action`, as one activity and as several.
template <class T>
void require_earns(SignalId id, const std::vector<std::pair<Count, int>>& table, T action) {
  for (const auto& [n, hundredths] : table) {
    INFO(name(id) << " " << n);
    REQUIRE(earned(id, timeline_of(repeated(n, action))) == hundredths);
    if (n == 0) continue;
    action.count = n;
    REQUIRE(measured(id, timeline_of({{today, action}})) == n);
    REQUIRE(earned(id, timeline_of({{today, action}})) == hundredths);
    action.count = 1;
  }
}

TEST_CASE("people signals earn by the square root up to their target") {
  require_earns(SignalId::searches, {{0, 0}, {1, 52}, {89, 497}, {90, 500}, {91, 500}}, Search{});
  require_earns(SignalId::filtered_searches, {{0, 0}, {1, 91}, {29, 491}, {30, 500}, {31, 500}},
                Search{.filters = 1});
  require_earns(SignalId::profile_views, {{0, 0}, {1, 37}, {179, 498}, {180, 500}, {181, 500}},
                ProfileView{});
  require_earns(SignalId::saved_leads, {{0, 0}, {1, 74}, {44, 494}, {45, 500}, {46, 500}},
                LeadSaved{});
}

TEST_CASE("a quarter of the target of a counted signal earns half of its points") {
  REQUIRE(earned(SignalId::profile_views, timeline_of({{today, ProfileView{.count = 45}}})) == 250);
  REQUIRE(earned(SignalId::profile_views, timeline_of({{today, ProfileView{.count = 44}}})) == 247);
}

TEST_CASE("searches are those for people, filtered or not") {
  require_adds(SignalId::searches,
               only<Search>([](const Search& s) { return s.scope == Scope::people; }));
}

TEST_CASE("filtered searches are those for people or companies with one or more filters") {
  require_adds(SignalId::filtered_searches, only<Search>([](const Search& s) {
                 return (s.scope == Scope::people || s.scope == Scope::companies) && s.filters >= 1;
               }));
}

TEST_CASE("profile views and saved leads count nothing else") {
  require_adds(SignalId::profile_views, only<ProfileView>([](const ProfileView&) { return 1; }));
  require_adds(SignalId::saved_leads, only<LeadSaved>([](const LeadSaved&) { return 1; }));
}

TEST_CASE("a prospecting day has a search of any kind or a profile view or a saved lead") {
  require_adds(SignalId::prospecting_days, [](const Action& action) -> Count {
    return std::holds_alternative<Search>(action) || std::holds_alternative<ProfileView>(action) ||
           std::holds_alternative<LeadSaved>(action);
  });
}

TEST_CASE("a prospecting day counts once however much was done on it") {
  const std::vector<Activity> busy =
      on(today, {Search{.count = 50}, ProfileView{.count = 7}, LeadSaved{}, LeadSaved{}});
  REQUIRE(measured(SignalId::prospecting_days, timeline_of(busy)) == 1);
}

TEST_CASE("prospecting days earn in proportion up to 45") {
  const std::pair<Count, int> table[] = {{0, 0},    {1, 11},   {2, 22},   {9, 100}, {44, 488},
                                         {45, 500}, {46, 500}, {90, 500}, {91, 500}};
  for (const auto& [n, hundredths] : table) {
    INFO(n);
    const Timeline timeline = timeline_of(daily(n, LeadSaved{}));
    REQUIRE(measured(SignalId::prospecting_days, timeline) == std::min<Count>(n, 90));
    REQUIRE(earned(SignalId::prospecting_days, timeline) == hundredths);
  }
}

TEST_CASE("people signals count the 90 days that end on the as-of day") {
  require_flow(SignalId::searches, Search{.count = 3}, 3);
  require_flow(SignalId::filtered_searches, Search{.filters = 2, .count = 3}, 3);
  require_flow(SignalId::filtered_searches, Search{.scope = Scope::companies, .filters = 1}, 1);
  require_flow(SignalId::profile_views, ProfileView{.count = 4}, 4);
  require_flow(SignalId::saved_leads, LeadSaved{.count = 5}, 5);
  require_flow(SignalId::prospecting_days, Search{.scope = Scope::jobs, .count = 5}, 1);
  require_flow(SignalId::prospecting_days, ProfileView{.count = 5}, 1);
  require_flow(SignalId::prospecting_days, LeadSaved{.count = 5}, 1);
}

}  // namespace
}  // namespace ssi::test
