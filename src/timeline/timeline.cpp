// A timeline is a bag of cells (day, kind, amount) in the order in which they came. Adding an
// activity only appends; reading the days sorts them, once, when all is there. A table that was
// kept in order took up to 1.8 times as long for logs that do not start with the oldest activity.

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <numeric>
#include <utility>

#include <ssi/timeline.hpp>

#include "timeline/counting.hpp"

namespace ssi {
namespace {

// A cell's key is the day, counted from the first that a log can name, above six bits for the kind.
// The kind is a counter, the upper half of a counter (an amount of more than 32 bits takes two
// cells, so that all others fit into eight bytes), or what profile edits did. The day stands in the
// upper bits so that keys compare by day; the ten thousand years of the calendar take 22 bits.
constexpr unsigned kind_bits = 6;
constexpr std::uint32_t kind_mask = (1U << kind_bits) - 1;
constexpr unsigned half_bits = 32;
constexpr Count lower_half = (Count{1} << half_bits) - 1;
constexpr std::size_t upper_halves = counter_count;
constexpr std::size_t present_kind = 2 * counter_count;
constexpr std::size_t removed_kind = present_kind + 1;
constexpr std::size_t skills_kind = present_kind + 2;
static_assert(skills_kind <= kind_mask);

std::uint32_t key_of(Day day, std::size_t kind) {
  assert(day >= first_calendar_day && day <= last_calendar_day);
  return static_cast<std::uint32_t>((day - first_calendar_day).count()) << kind_bits |
         static_cast<std::uint32_t>(kind);
}

Day day_of(std::uint32_t key) {
  return first_calendar_day + std::chrono::days{static_cast<int>(key >> kind_bits)};
}

void add_count(Counts& counts, std::size_t kind, std::uint32_t amount) {
  if (kind < upper_halves) {
    counts.values[kind] += Count{amount};
  } else {
    counts.values[kind - upper_halves] += Count{amount} << half_bits;
  }
}

void add_cell(DayRecord& record, std::size_t kind, std::uint32_t amount) {
  if (kind < present_kind) {
    add_count(record.counts, kind, amount);
  } else if (kind == present_kind) {
    record.present |= Sections{amount};
  } else if (kind == removed_kind) {
    record.removed |= Sections{amount};
  } else {
    record.skills = std::max(record.skills, std::optional<Count>{amount});
  }
}

// Adds what a share has received. False, with `sum` as it was, if the sum would exceed what a log
// may say. This is the one thing to check: a share has three numbers without the small limit of a
// `count`.
bool add_received(Count& sum, const Share& share) {
  Count more = sum;
  for (const Count received : {share.reactions, share.comments, share.reshares}) {
    if (received > count_max - more) return false;
    more += received;
  }
  sum = more;
  return true;
}

}  // namespace

// The sink that counts into the cells of a day.
class Timeline::Recorder {
 public:
  Recorder(Timeline& timeline, Day day) : timeline_{timeline}, day_{day} {
    if (timeline.has_many()) timeline.merge();
  }

  void count(Counter counter, Count n) {
    timeline_.put(day_, static_cast<std::size_t>(counter), n);
  }
  void present(Section section) { timeline_.put(day_, present_kind, bit(section)); }
  void remove(Section section) { timeline_.put(day_, removed_kind, bit(section)); }
  void skills(Count n) { timeline_.put_skills(day_, n); }

 private:
  static Count bit(Section section) { return Count{1} << static_cast<unsigned>(section); }

  Timeline& timeline_;
  Day day_;
};

template <class A>
bool Timeline::add(Day day, const A& action) {
  if constexpr (std::is_same_v<A, Share>) {
    if (!add_received(received_, action)) return false;
  }
  Recorder recorder{*this, day};
  Counting{recorder}(action);
  return true;
}

bool Timeline::add(const Activity& activity) {
  return std::visit([&](const auto& action) { return add(activity.day, action); }, activity.action);
}

// The header cannot hold the template: Counting and the cells are private to this layer.
template bool Timeline::add(Day day, const ProfileEdit& edit);
template bool Timeline::add(Day day, const Endorsement& endorsement);
template bool Timeline::add(Day day, const Recommendation& recommendation);
template bool Timeline::add(Day day, const Search& search);
template bool Timeline::add(Day day, const ProfileView& view);
template bool Timeline::add(Day day, const LeadSaved& lead);
template bool Timeline::add(Day day, const Share& share);
template bool Timeline::add(Day day, const Comment& comment);
template bool Timeline::add(Day day, const Reaction& reaction);
template bool Timeline::add(Day day, const Message& message);
template bool Timeline::add(Day day, const Connection& connection);

void Timeline::add(const Profile& profile) {
  profile_.sections |= profile.sections;
  profile_.unknown_sections |= profile.unknown_sections;
  profile_.skills = std::max(profile_.skills, profile.skills);
  profile_.endorsements += profile.endorsements;
  profile_.recommendations += profile.recommendations;
  profile_.connections += profile.connections;
  profile_.decision_makers += profile.decision_makers;
  profile_.coworkers += profile.coworkers;
}

// Only what starts from numbers in the log can come near count_max: what was received, and the
// profile. All other counters grow by a million a line at most.
bool Timeline::can_add(const Timeline& other) const {
  const auto fits = [](Count a, Count b) { return a <= count_max - b; };
  const Profile& a = profile_;
  const Profile& b = other.profile_;
  return fits(received_, other.received_) && fits(a.endorsements, b.endorsements) &&
         fits(a.recommendations, b.recommendations) && fits(a.connections, b.connections) &&
         fits(a.decision_makers, b.decision_makers) && fits(a.coworkers, b.coworkers);
}

Timeline& Timeline::operator+=(const Timeline& other) {
  assert(can_add(other));
  if (this == &other) return *this += Timeline{other};
  add(other.profile_);
  received_ += other.received_;
  cells_.insert(cells_.end(), other.cells_.begin(), other.cells_.end());
  if (has_many()) merge();
  return *this;
}

void Timeline::put(Day day, std::size_t kind, Count amount) {
  if (amount == 0) return;
  cells_.push_back({key_of(day, kind), static_cast<std::uint32_t>(amount & lower_half)});
  const Count upper = amount >> half_bits;
  if (upper == 0) return;
  cells_.push_back({key_of(day, upper_halves + kind), static_cast<std::uint32_t>(upper)});
}

void Timeline::put_skills(Day day, Count n) {
  // Not by `put`, which drops 0: an edit that leaves no skills must be known. A number beyond 32
  // bits may be cut, as no more than 5 skills ever count.
  cells_.push_back({key_of(day, skills_kind), static_cast<std::uint32_t>(std::min(n, lower_half))});
}

// Adds up the cells with the same key, so that memory follows the days and not the activities. The
// next time comes when there are twice as many as now: however long the log, each activity then
// pays for a constant share of all merging.
void Timeline::merge() {
  read(std::exchange(cells_, {}),
       [this](Day day, const DayRecord& record) { put_record(day, record); });
  merge_at_ = std::max(first_merge, 2 * cells_.size());
}

void Timeline::put_record(Day day, const DayRecord& record) {
  for (std::size_t i = 0; i < counter_count; ++i) put(day, i, record.counts.values[i]);
  put(day, present_kind, static_cast<Count>(record.present.to_ulong()));
  put(day, removed_kind, static_cast<Count>(record.removed.to_ulong()));
  if (record.skills) put_skills(day, *record.skills);
}

void Timeline::for_each_day_from(Day first,
                                 const std::function<void(Day, const DayRecord&)>& receive) const {
  // Copies without a branch: each cell is written, and the next overwrites it if its day is too
  // early. In a log in any order the processor could not predict such a branch, and its mistakes
  // would cost more than the extra writes.
  std::vector<Cell> cells(cells_.size());
  auto end = cells.begin();
  for (const Cell& cell : cells_) {
    *end = cell;
    end += day_of(cell.key) >= first ? 1 : 0;
  }
  cells.erase(end, cells.end());
  read(std::move(cells), receive);
}

void Timeline::for_each_day(const std::function<void(Day, const DayRecord&)>& receive) const {
  read(cells_, receive);
}

Standing Timeline::before(Day day) const {
  // Sums by kind, of the days from `day` on and of those before it. The first are not used: to skip
  // those cells would take a branch that the processor cannot predict, as above.
  std::array<std::array<Count, kind_mask + 1>, 2> sums{};
  std::vector<Cell> edits;
  for (const Cell& cell : cells_) {
    const std::size_t kind = cell.key & kind_mask;
    sums[day_of(cell.key) < day ? 1 : 0][kind] += cell.amount;
    if (kind >= present_kind) edits.push_back(cell);
  }
  Standing standing{.sections = profile_.sections, .skills = profile_.skills};
  for (std::size_t i = 0; i < counter_count; ++i) {
    standing.counts.values[i] = sums[1][i] + (sums[1][upper_halves + i] << half_bits);
  }
  read(std::move(edits), [&](Day on, const DayRecord& record) {
    if (on < day) standing.apply_edits(record);
  });
  return standing;
}

std::map<Day, DayRecord> Timeline::days() const {
  std::map<Day, DayRecord> table;
  for_each_day([&](Day day, const DayRecord& record) { table[day] = record; });
  return table;
}

std::optional<Day> Timeline::first_day() const {
  if (cells_.empty()) return std::nullopt;
  return day_of(std::ranges::min(cells_, {}, &Cell::key).key);
}

std::optional<Day> Timeline::last_day() const {
  if (cells_.empty()) return std::nullopt;
  return day_of(std::ranges::max(cells_, {}, &Cell::key).key);
}

bool operator==(const Timeline& a, const Timeline& b) {
  return a.profile_ == b.profile_ && a.days() == b.days();
}

// Calls `receive` for each day that has a cell, in ascending order.
void Timeline::read(std::vector<Cell> cells,
                    const std::function<void(Day, const DayRecord&)>& receive) {
  sort_by_day(cells);
  for (auto cell = cells.begin(); cell != cells.end();) {
    const Day day = day_of(cell->key);
    DayRecord record;
    for (; cell != cells.end() && day_of(cell->key) == day; ++cell) {
      add_cell(record, cell->key & kind_mask, cell->amount);
    }
    receive(day, record);
  }
}

// A radix sort over the bytes of the day, lowest first. Sorting by comparison took as long as
// reading the log; this takes a few hundredths of that. Keys are taken relative to the first day,
// so that a log that spans 256 days needs one round, and one of 65,536 days two. The kind needs no
// order: a day's cells add up in any.
void Timeline::sort_by_day(std::vector<Cell>& cells) {
  if (cells.empty()) return;
  const std::uint32_t first = std::ranges::min(cells, {}, &Cell::key).key & ~kind_mask;
  const std::uint32_t span = std::ranges::max(cells, {}, &Cell::key).key - first;
  std::vector<Cell> sorted(cells.size());
  for (unsigned shift = kind_bits; span >> shift != 0; shift += 8) {
    const auto byte_of = [&](const Cell& cell) { return (cell.key - first) >> shift & 0xFFU; };
    std::array<std::size_t, 257> places{};  // where the next cell with each byte goes
    for (const Cell& cell : cells) ++places[byte_of(cell) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    for (const Cell& cell : cells) sorted[places[byte_of(cell)]++] = cell;
    cells.swap(sorted);
  }
}

}  // namespace ssi
