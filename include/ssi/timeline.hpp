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

/// What is counted on each day. These are facts; what they are worth, the model decides. Each
/// search, share, message and invitation goes into exactly one counter, by what it was, so that
/// counters can be summed without counting anything twice.
enum class Counter {
  profile_edits,
  endorsements,
  recommendations,
  people_searches,  ///< without a filter
  filtered_people_searches,
  filtered_company_searches,
  other_searches,  ///< those that count for nothing but an active day
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
  decision_makers_made,  ///< of the connections made: a further count, not an activity of its own
  decision_makers_removed,
  coworkers_made,
  coworkers_removed,
};
inline constexpr std::size_t counter_count =
    static_cast<std::size_t>(Counter::coworkers_removed) + 1;

/// How many of everything that is counted.
struct Counts {
  std::array<Count, counter_count> values{};

  Count& operator[](Counter c) { return values[static_cast<std::size_t>(c)]; }
  Count operator[](Counter c) const { return values[static_cast<std::size_t>(c)]; }
  Counts& operator+=(const Counts& other);
  Counts& operator-=(const Counts& other);
  bool operator==(const Counts&) const = default;
};

/// All that is known of one day: counts, and what the profile edits of the day did to its sections.
/// Addition merges two records of one day, in any order: no rule here may depend on which activity
/// of a day came first.
struct DayRecord {
  Counts counts{};
  Sections present{};             ///< sections updated or added
  Sections removed{};             ///< sections removed; a section that is also present stays
  std::optional<Count> skills{};  ///< the largest number of skills that an edit left

  void add(const Action& action);
  DayRecord& operator+=(const DayRecord& other);
  /// How many activities were counted; one with a `count` of n is n activities.
  [[nodiscard]] Count activities() const;
  bool operator==(const DayRecord&) const = default;
};

/// The state that a profile and all activities up to a day have led to.
struct Standing {
  Counts counts{};
  Sections sections{};  ///< present in the profile
  Count skills = 0;     ///< entries in the skills section

  /// Applies the profile edits of the next day. Days must come in order: an edit replaces what
  /// earlier days did to the section.
  void apply_edits(const DayRecord& day);
  bool operator==(const Standing&) const = default;
};

/// One member's running state: the profile before the log, and a record for each day with an
/// activity. All reports are reads of this one small table.
///
/// Timelines form a commutative monoid under `+=`: a log may be read in any order and in any number
/// of parts, on any number of threads, with the same result and at the same speed. Memory grows
/// with the number of days and kinds of activity, not with the number of activities: each count of
/// a day that is not 0 takes eight bytes, or sixteen from 2^32 on.
class Timeline {
 public:
  /// Counts one activity, on a day that a log can name. Returns false, and counts nothing, if the
  /// reactions, comments and reshares received would sum to more than `count_max`. Other counts of
  /// activities cannot get there: one activity of a log has a `count` of at most 1,000,000.
  [[nodiscard]] bool add(const Activity& activity);
  /// The same for an `action` whose type is known, one of the alternatives of `Action`: readers of
  /// logs call this for every line and save a visit.
  template <class A>
  [[nodiscard]] bool add(Day day, const A& action);
  /// Adds to the profile before the log. The sum must not exceed `count_max` of anything.
  void add(const Profile& profile);
  /// Whether the sum of both would hold at most `count_max` of anything.
  [[nodiscard]] bool can_add(const Timeline& other) const;
  /// Merges another timeline of the member; `can_add` must allow it.
  Timeline& operator+=(const Timeline& other);

  /// The profile before the log.
  [[nodiscard]] const Profile& profile() const { return profile_; }
  /// Calls `receive` for each day with an activity from `first` on, in ascending order.
  void for_each_day_from(Day first,
                         const std::function<void(Day, const DayRecord&)>& receive) const;
  /// Calls `receive` for each day with an activity, in ascending order.
  void for_each_day(const std::function<void(Day, const DayRecord&)>& receive) const;
  /// Each day with an activity, and its record.
  [[nodiscard]] std::map<Day, DayRecord> days() const;
  /// The state at the start of `day`, without its activities.
  [[nodiscard]] Standing before(Day day) const;
  /// The day of the first activity; nothing where there is none.
  [[nodiscard]] std::optional<Day> first_day() const;
  /// The day of the last activity; nothing where there is none.
  [[nodiscard]] std::optional<Day> last_day() const;
  /// Whether both hold the same sums, in whatever order they came about.
  friend bool operator==(const Timeline& a, const Timeline& b);

 private:
  /// One number of one day: `key` holds the day and which number it is.
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
  [[nodiscard]] bool has_many() const { return cells_.size() >= merge_at_; }
  void merge();

  static constexpr std::size_t first_merge = 4096;  // cells

  Profile profile_{};
  // In any order; several cells may have the same key, and then add up. To add an activity is thus
  // an append, and no order of a log is slower than another.
  std::vector<Cell> cells_;
  std::size_t merge_at_ = first_merge;  // when cells_ has this size, add up those with the same key
  Count received_ = 0;  // reactions, comments and reshares in all, kept at or below count_max
};

}  // namespace ssi
