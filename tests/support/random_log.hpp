#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/day.hpp>
#include <ssi/log.hpp>

namespace ssi::test {

/// Random numbers that are the same everywhere: the engine is fixed by the standard, the standard's
/// own distributions are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_{seed} {}

  /// 0 to `n` - 1.
  std::uint64_t below(std::uint64_t n) { return engine_() % n; }
  /// `low` to `high`, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }
  /// True `percent` times in a hundred.
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  /// One of `items`, which must not be empty.
  template <class Items>
  const auto& pick(const Items& items) {
    return items[below(items.size())];
  }
  /// One value of an enum with names.
  template <class Enum>
  Enum any() {
    return static_cast<Enum>(below(names_of<Enum>.size()));
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

/// What a log tells beside its activities.
struct Head {
  Member member{};
  std::optional<Day> as_of{};
  SignalSet not_measured{};
  Profile profile{};
};

/// The log of one member. `head.as_of` is always set, and activities come in order of time.
struct RandomLog {
  std::uint64_t seed = 0;
  Head head{};
  std::vector<Activity> activities{};
  Readings readings{};

  [[nodiscard]] Day as_of() const { return *head.as_of; }
};

/// The first day of the window that ends on `as_of`.
[[nodiscard]] Day first_of_window(Day as_of);

/// An activity of any type with any fields, most of its counts between 1 and `most`.
[[nodiscard]] Activity random_activity(Random& random, Day day, Count most);

/// What may only help: no removal, no invitation unanswered, no fewer skills than make the section
/// complete.
[[nodiscard]] Action random_good_action(Random& random);

/// A log for testing: empty, light or heavy; its days crowd around the window and its edges, some
/// lie years before and some after the as-of day; some signals may not be measured.
[[nodiscard]] RandomLog random_log(std::uint64_t seed);

/// A log for measuring: `activities` of them, spread evenly over the `days` that end on the as-of
/// day.
[[nodiscard]] RandomLog steady_log(std::uint64_t seed, std::size_t activities, int days);

/// A log with every signal at its target and none above it.
[[nodiscard]] RandomLog perfect_log(Day as_of);

/// `activity` as a line of JSON Lines, without its end. What has its default value is left out;
/// `time` (`T09:15:00Z`, or nothing) follows the date.
[[nodiscard]] std::string to_json_line(const Activity& activity, const Member& member,
                                       std::string_view time = "");

/// `log` as JSON Lines, the profile's line first.
[[nodiscard]] std::vector<std::string> to_json_lines(const RandomLog& log);

/// `log` as a document, in one line without its end, every field written out.
[[nodiscard]] std::string to_json(const RandomLog& log);

}  // namespace ssi::test
