#include "timeline/actions_of.hpp"

#include <string>

#include "support/catch.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

DayRecord record_of(const std::vector<Action>& actions) {
  DayRecord record;
  for (const Action& action : actions) record.add(action);
  return record;
}

TEST_CASE("the actions of a day count to the same day", "[actions_of]") {
  const Day day{std::chrono::year{2026} / 11 / 22};
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    Random random{seed};
    DayRecord record;
    const std::uint64_t count = random.below(40);
    for (std::uint64_t i = 0; i < count; ++i) {
      record.add(random_activity(random, day, 5).action);
    }
    INFO("seed " << seed);
    const std::vector<Action> actions = actions_of(record);
    REQUIRE((record_of(actions) == record));
    REQUIRE(actions.size() <= count);
  }
}

TEST_CASE("more than a million alike are several activities", "[actions_of]") {
  const DayRecord record = record_of(
      {ProfileView{.count = 1'000'000}, ProfileView{.count = 1'000'000}, ProfileView{.count = 7}});
  const std::vector<Action> actions = actions_of(record);
  REQUIRE(actions.size() == 3);
  CHECK(std::get<ProfileView>(actions[0]).count == 1'000'000);
  CHECK(std::get<ProfileView>(actions[2]).count == 7);
  REQUIRE((record_of(actions) == record));
}

TEST_CASE("a day without activities has no actions", "[actions_of]") {
  REQUIRE(actions_of({}).empty());
}

}  // namespace
}  // namespace ssi::test
