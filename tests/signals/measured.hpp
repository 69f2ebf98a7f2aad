#pragma once

#include <chrono>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <ssi/score.hpp>

#include "log/encode.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {

using std::chrono::days;

inline SignalScore scored(SignalId id, const Timeline& timeline, Day at = today) {
  const Score all = score(timeline, {}, at, model_v1());
  return all.signal(id);
}

/// What `id` measures at `at`; for signals that measure whole numbers.
inline Count measured(SignalId id, const Timeline& timeline, Day at = today) {
  const std::optional<Ratio> value = scored(id, timeline, at).value;
  REQUIRE(value);
  REQUIRE((value->denominator == 1));
  REQUIRE((value->numerator <= static_cast<Wide>(std::numeric_limits<Count>::max())));
  return static_cast<Count>(value->numerator);
}

/// What `id` earns at `today`, in hundredths.
inline int earned(SignalId id, const Timeline& timeline) {
  return scored(id, timeline).points.hundredths;
}

/// `actions`, all done on `day`.
inline std::vector<Activity> on(Day day, const std::vector<Action>& actions) {
  std::vector<Activity> activities;
  for (const Action& action : actions) activities.push_back({day, action});
  return activities;
}

/// `action`, `times` times on `day`.
inline std::vector<Activity> repeated(Count times, const Action& action, Day day = today) {
  return on(day, std::vector<Action>(static_cast<std::size_t>(times), action));
}

/// `action` once on each of the `n` days that end on `last`.
inline std::vector<Activity> daily(Count n, const Action& action, Day last = today) {
  std::vector<Activity> activities;
  for (Count i = 0; i < n; ++i) activities.push_back({last - days{i}, action});
  return activities;
}

/// Activities of every type, with every value of every field that a signal might look at.
inline std::vector<Action> every_action() {
  std::vector<Action> actions = {
      Endorsement{}, Recommendation{}, ProfileView{}, LeadSaved{},
      Comment{},     Reaction{},       Message{},     Message{.replied = true}};
  for (std::size_t section = 0; section < names_of<Section>.size(); ++section) {
    for (std::size_t action = 0; action < names_of<EditAction>.size(); ++action) {
      for (const std::optional<Count> entries : {std::optional<Count>{}, {0}, {4}, {5}}) {
        actions.push_back(ProfileEdit{.section = static_cast<Section>(section),
                                      .action = static_cast<EditAction>(action),
                                      .entries = entries});
      }
    }
  }
  for (std::size_t scope = 0; scope < names_of<Scope>.size(); ++scope) {
    for (const Count filters : {0, 1, 7}) {
      actions.push_back(Search{.scope = static_cast<Scope>(scope), .filters = filters});
    }
  }
  for (std::size_t kind = 0; kind < names_of<ShareKind>.size(); ++kind) {
    const auto k = static_cast<ShareKind>(kind);
    actions.insert(actions.end(),
                   {Share{.kind = k}, Share{.kind = k, .reactions = 1},
                    Share{.kind = k, .comments = 1}, Share{.kind = k, .reshares = 1}});
  }
  for (std::size_t direction = 0; direction < names_of<Direction>.size(); ++direction) {
    for (std::size_t status = 0; status < names_of<Status>.size(); ++status) {
      for (std::size_t seniority = 0; seniority <= names_of<Seniority>.size(); ++seniority) {
        for (const bool coworker : {false, true}) {
          Connection connection{.direction = static_cast<Direction>(direction),
                                .status = static_cast<Status>(status),
                                .coworker = coworker};
          if (seniority > 0) connection.seniority = static_cast<Seniority>(seniority - 1);
          actions.push_back(connection);
        }
      }
    }
  }
  return actions;
}

/// How much an action adds.
using Adds = std::function<Count(const Action&)>;

/// Requires that each of `every_action`, done on `today`, changes the value of `id` by what `adds`
/// says. A stock has something to lose: 100.
inline void require_adds(SignalId id, const Adds& adds) {
  const Profile before{
      .endorsements = 100, .connections = 100, .decision_makers = 100, .coworkers = 100};
  const Count base = measured(id, timeline_of({}, before));
  for (const Action& action : every_action()) {
    const Count value = measured(id, timeline_of({{today, action}}, before));
    if (value - base == adds(action)) continue;
    FAIL(name(id) << " of " << encode(action) << " is " << value << " and was " << base);
  }
}

/// `adds` of one alternative of `Action`; all others add nothing.
template <class T, class Function>
Adds only(Function adds) {
  return [adds](const Action& action) -> Count {
    const T* one = std::get_if<T>(&action);
    return one == nullptr ? 0 : static_cast<Count>(adds(*one));
  };
}

/// Requires that an action adds `value` on the first and the last day of the window and on none
/// outside it.
inline void require_flow(SignalId id, const Action& action, Count value) {
  INFO(name(id) << " of " << encode(action));
  const auto on_day = [&](Day day) { return measured(id, timeline_of({{day, action}})); };
  REQUIRE(on_day(today - days{400}) == 0);
  REQUIRE(on_day(today - days{91}) == 0);
  REQUIRE(on_day(today - days{90}) == 0);
  REQUIRE(on_day(today - days{89}) == value);
  REQUIRE(on_day(today - days{88}) == value);
  REQUIRE(on_day(today - days{1}) == value);
  REQUIRE(on_day(today) == value);
  REQUIRE(on_day(today + days{1}) == 0);
  REQUIRE(on_day(today + days{90}) == 0);
}

/// Requires that an action adds `value` whenever it was done, up to the as-of day.
inline void require_stock(SignalId id, const Action& action, Count value) {
  INFO(name(id) << " of " << encode(action));
  const auto on_day = [&](Day day) { return measured(id, timeline_of({{day, action}})); };
  REQUIRE(on_day(today - days{9000}) == value);
  REQUIRE(on_day(today - days{91}) == value);
  REQUIRE(on_day(today - days{90}) == value);
  REQUIRE(on_day(today - days{89}) == value);
  REQUIRE(on_day(today) == value);
  REQUIRE(on_day(today + days{1}) == 0);
}

}  // namespace ssi::test
