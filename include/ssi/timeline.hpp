#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include <ssi/activity.hpp>

namespace ssi {

/// What is counted of each day. Facts only: what they are worth is the model's business. Each
/// search, share, message and invitation is counted once, by what it was.
enum class Counter {
  profile_edits,
  endorsements,
  recommendations,
  people_searches,  ///< without a filter
  filtered_people_searches,
  filtered_company_searches,
  other_searches,
  profile_views,
  leads_saved,
  posts,
  articles,
  reshares,
  reactions_received,  ///< on the shares of the day
  comments_received,
  reshares_received,
  comments,
  reactions,
  messages_unanswered,
  messages_answered,
  invitations_sent_accepted,
  invitations_sent_open,  ///< pending, declined or withdrawn
  invitations_received_accepted,
  invitations_received_open,
  connections_removed,
  decision_makers_made,  ///< of the connections made
  decision_makers_removed,
  coworkers_made,
  coworkers_removed,
};
inline constexpr std::size_t counter_count =
    static_cast<std::size_t>(Counter::coworkers_removed) + 1;

/// Sums of what is counted.
struct Counts {
  std::array<Count, counter_count> values{};

  Count& operator[](Counter c) { return values[static_cast<std::size_t>(c)]; }
  Count operator[](Counter c) const { return values[static_cast<std::size_t>(c)]; }
  Counts& operator+=(const Counts& other);
  Counts& operator-=(const Counts& other);
  bool operator==(const Counts&) const = default;
};

/// All that one day holds: sums, and what the profile edits of the day did to its sections. Two
/// records of one day merge by addition, in any order.
struct DayRecord {
  Counts counts{};
  Sections present{};             ///< sections updated or added
  Sections removed{};             ///< sections removed; presence on the same day wins
  std::optional<Count> skills{};  ///< the largest number of skills told

  void add(const Action& action);
  DayRecord& operator+=(const DayRecord& other);
  /// How many activities were counted, `count` of them for each that stands for several alike.
  [[nodiscard]] Count activities() const;
  bool operator==(const DayRecord&) const = default;
};

/// What a profile, and all that was done up to a day, come to.
struct Standing {
  Counts counts{};
  Sections sections{};  ///< that the profile has
  Count skills = 0;     ///< entries in its skills section

  /// Lets the profile edits of one more day take effect.
  void apply_edits(const DayRecord& day);
  bool operator==(const Standing&) const = default;
};

/// One member's running state: the profile before the log, and a record for each day with an
/// activity. It forms a commutative monoid under `+=`, so a log may be read in any order and in any
/// number of parts, and no order takes longer than another. Memory grows with the days and with
/// what was done on each, not with activities: only what is not 0 takes space, eight bytes as a
/// rule.
class Timeline {
 public:
  /// Counts one activity of a day from 0000-01-01 to 9999-12-31. False, and nothing counted, if
  /// there were more than `count_max` of reactions, comments and reshares received in all.
  [[nodiscard]] bool add(const Activity& activity);
  /// The same for an `action` whose type is known, one of the alternatives of `Action`.
  template <class A>
  [[nodiscard]] bool add(Day day, const A& action);
  /// Adds to what was there before the log, to no more than `count_max` of anything.
  void add(const Profile& profile);
  /// Whether both together hold no more than `count_max` of anything.
  [[nodiscard]] bool can_add(const Timeline& other) const;
  /// Merges what `can_add` allows.
  Timeline& operator+=(const Timeline& other);

  [[nodiscard]] const Profile& profile() const { return profile_; }
  /// Passes on each day with an activity from `first` on, in their order.
  void for_each_day_from(Day first,
                         const std::function<void(Day, const DayRecord&)>& receive) const;
  /// The same for all days.
  void for_each_day(const std::function<void(Day, const DayRecord&)>& receive) const;
  /// The same as a table.
  [[nodiscard]] std::map<Day, DayRecord> days() const;
  /// What the days before `day` come to.
  [[nodiscard]] Standing before(Day day) const;
  /// The day of the first activity; nothing where there is none.
  [[nodiscard]] std::optional<Day> first_day() const;
  /// The same of the last.
  [[nodiscard]] std::optional<Day> last_day() const;
  /// Whether both hold the same, in whatever order it came.
  friend bool operator==(const Timeline& a, const Timeline& b);

 private:
  /// One number of one day: `key` is the day and what is told of it.
  struct Cell {
    std::uint32_t key;
    std::uint32_t amount;
    bool operator==(const Cell&) const = default;
  };
  class Recorder;
  static void read(std::vector<Cell> cells,
                   const std::function<void(Day, const DayRecord&)>& receive);
  static void sort_by_day(std::vector<Cell>& cells);
  void put(Day day, std::size_t kind, Count amount);
  void put_skills(Day day, Count n);
  void put_record(Day day, const DayRecord& record);
  void merge_if_many();

  static constexpr std::size_t first_merge = 4096;  // cells

  Profile profile_{};
  std::vector<Cell> cells_;  // in any order, of a day and a kind any number: they add up
  std::size_t merge_at_ = first_merge;
  Count received_ = 0;
};

}  // namespace ssi
