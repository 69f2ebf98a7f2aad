#include <algorithm>

#include <ssi/timeline.hpp>

namespace ssi {
namespace {

// How one action changes the record of its day.
class Recorder {
 public:
  explicit Recorder(DayRecord& record) : record_{record} {}

  void operator()(const ProfileEdit& edit) {
    add(Counter::profile_edits, 1);
    const auto section = static_cast<std::size_t>(edit.section);
    if (edit.action == EditAction::remove) {
      record_.removed.set(section);
      return;
    }
    record_.present.set(section);
    // An empty optional is less than any number.
    if (edit.section == Section::skills) record_.skills = std::max(record_.skills, edit.entries);
  }
  void operator()(const Endorsement& e) { add(Counter::endorsements, e.count); }
  void operator()(const Recommendation& r) { add(Counter::recommendations, r.count); }
  void operator()(const Search& s) {
    const bool filtered = s.filters > 0;
    if (s.scope == Scope::people) {
      add(filtered ? Counter::filtered_people_searches : Counter::people_searches, s.count);
    } else if (s.scope == Scope::companies && filtered) {
      add(Counter::filtered_company_searches, s.count);
    } else {
      add(Counter::other_searches, s.count);
    }
  }
  void operator()(const ProfileView& v) { add(Counter::profile_views, v.count); }
  void operator()(const LeadSaved& l) { add(Counter::leads_saved, l.count); }
  void operator()(const Share& s) {
    constexpr std::array kinds = {Counter::posts, Counter::articles, Counter::reshares};
    add(kinds[static_cast<std::size_t>(s.kind)], 1);
    add(Counter::reactions_received, s.reactions);
    add(Counter::comments_received, s.comments);
    add(Counter::reshares_received, s.reshares);
  }
  void operator()(const Comment& c) { add(Counter::comments, c.count); }
  void operator()(const Reaction& r) { add(Counter::reactions, r.count); }
  void operator()(const Message& m) {
    add(m.replied ? Counter::messages_answered : Counter::messages_unanswered, m.count);
  }
  void operator()(const Connection& c) {
    const bool sent = c.direction == Direction::sent;
    const bool removed = c.status == Status::removed;
    if (removed) {
      add(Counter::connections_removed, 1);
    } else if (c.status == Status::accepted) {
      add(sent ? Counter::invitations_sent_accepted : Counter::invitations_received_accepted, 1);
    } else {
      add(sent ? Counter::invitations_sent_open : Counter::invitations_received_open, 1);
      return;
    }
    if (c.seniority && *c.seniority >= Seniority::vp) {
      add(removed ? Counter::decision_makers_removed : Counter::decision_makers_made, 1);
    }
    if (c.coworker) add(removed ? Counter::coworkers_removed : Counter::coworkers_made, 1);
  }

 private:
  void add(Counter counter, Count n) { record_.counts[counter] += n; }

  DayRecord& record_;
};

// A cell's key is its day, counted from 0000-01-01, and its kind: one of the counters, the upper
// half of one (an amount of more than 31 bits takes two cells), or what profile edits did.
constexpr Day first_day = std::chrono::year{0} / 1 / 1;
constexpr unsigned kind_bits = 6;
constexpr unsigned half_bits = 31;
constexpr Count lower_half = (Count{1} << half_bits) - 1;
constexpr std::uint32_t upper_halves = counter_count;
constexpr std::uint32_t present_kind = 2 * counter_count;
constexpr std::uint32_t removed_kind = present_kind + 1;
constexpr std::uint32_t skills_kind = present_kind + 2;
static_assert(skills_kind < 1U << kind_bits);

std::uint32_t key_of(Day day, std::uint32_t kind) {
  return static_cast<std::uint32_t>((day - first_day).count()) << kind_bits | kind;
}

Day day_of(std::uint32_t key) {
  return first_day + std::chrono::days{static_cast<int>(key >> kind_bits)};
}

void add_cell(DayRecord& record, std::uint32_t kind, std::uint32_t amount) {
  if (kind < upper_halves) {
    record.counts.values[kind] += Count{amount};
  } else if (kind < present_kind) {
    record.counts.values[kind - upper_halves] += Count{amount} << half_bits;
  } else if (kind == present_kind) {
    record.present |= Sections{amount};
  } else if (kind == removed_kind) {
    record.removed |= Sections{amount};
  } else {
    record.skills = std::max(record.skills, std::optional<Count>{amount});
  }
}

// What a share has received, or nothing where that is more than a log may say.
std::optional<Count> received(const Action& action) {
  const auto* share = std::get_if<Share>(&action);
  if (share == nullptr) return 0;
  const Count first = share->reactions;
  if (share->comments > count_max - first) return std::nullopt;
  const Count second = first + share->comments;
  if (share->reshares > count_max - second) return std::nullopt;
  return second + share->reshares;
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  for (std::size_t i = 0; i < counter_count; ++i) values[i] += other.values[i];
  return *this;
}

void DayRecord::add(const Action& action) {
  std::visit(Recorder{*this}, action);
}

DayRecord& DayRecord::operator+=(const DayRecord& other) {
  counts += other.counts;
  present |= other.present;
  removed |= other.removed;
  skills = std::max(skills, other.skills);
  return *this;
}

Count DayRecord::activities() const {
  Count sum = 0;
  for (std::size_t i = 0; i < counter_count; ++i) {
    switch (static_cast<Counter>(i)) {
      case Counter::reactions_received:
      case Counter::comments_received:
      case Counter::reshares_received:
      case Counter::decision_makers_made:
      case Counter::decision_makers_removed:
      case Counter::coworkers_made:
      case Counter::coworkers_removed:
        break;  // more about an activity that is counted already
      default:
        sum += counts.values[i];
    }
  }
  return sum;
}

bool Timeline::add(const Activity& activity) {
  const auto more = received(activity.action);
  if (!more || *more > count_max - received_) return false;
  received_ += *more;
  if (day_ != activity.day) {
    close_day();
    day_ = activity.day;
  }
  today_.add(activity.action);
  return true;
}

void Timeline::add(const Profile& profile) {
  profile_.sections |= profile.sections;
  profile_.skills = std::max(profile_.skills, profile.skills);
  profile_.endorsements += profile.endorsements;
  profile_.recommendations += profile.recommendations;
  profile_.connections += profile.connections;
  profile_.decision_makers += profile.decision_makers;
  profile_.coworkers += profile.coworkers;
}

Timeline& Timeline::operator+=(const Timeline& other) {
  add(other.profile_);
  other.for_each_day([this](Day day, const DayRecord& record) {
    close_day();
    day_ = day;
    today_ = record;
  });
  received_ += other.received_;
  return *this;
}

void Timeline::settle() {
  close_day();
  if (!in_order_) cells_ = merged(std::move(cells_));
  in_order_ = true;
}

void Timeline::for_each_day(const std::function<void(Day, const DayRecord&)>& receive) const {
  if (in_order_ && !day_) return read(cells_, receive);
  Timeline settled = *this;
  settled.settle();
  read(settled.cells_, receive);
}

std::map<Day, DayRecord> Timeline::days() const {
  std::map<Day, DayRecord> table;
  for_each_day([&](Day day, const DayRecord& record) { table[day] = record; });
  return table;
}

std::optional<Day> Timeline::last_day() const {
  std::optional<Day> last = day_;
  const auto latest = in_order_ && !cells_.empty()
                          ? std::prev(cells_.end())
                          : std::ranges::max_element(cells_, {}, &Cell::key);
  if (latest != cells_.end()) last = std::max(last, std::optional{day_of(latest->key)});
  return last;
}

bool operator==(const Timeline& a, const Timeline& b) {
  return a.profile_ == b.profile_ && a.days() == b.days();
}

// Moves the record of the day that is being added to into the cells.
void Timeline::close_day() {
  if (!day_) return;
  if (!cells_.empty() && day_of(cells_.back().key) >= *day_) in_order_ = false;
  append(cells_, *day_, today_);
  day_.reset();
  today_ = {};
  // Days that come back and back must not take more and more memory.
  constexpr std::size_t seldom = 1024;
  if (in_order_ || cells_.size() < std::max(seldom, merge_at_)) return;
  settle();
  merge_at_ = 2 * cells_.size();
}

void Timeline::append(std::vector<Cell>& cells, Day day, const DayRecord& record) {
  const auto put = [&](std::size_t kind, Count amount) {
    if (amount == 0) return;
    cells.push_back(
        {key_of(day, static_cast<std::uint32_t>(kind)), static_cast<std::uint32_t>(amount)});
  };
  for (std::size_t i = 0; i < counter_count; ++i) put(i, record.counts.values[i] & lower_half);
  for (std::size_t i = 0; i < counter_count; ++i)
    put(upper_halves + i, record.counts.values[i] >> half_bits);
  put(present_kind, static_cast<Count>(record.present.to_ulong()));
  put(removed_kind, static_cast<Count>(record.removed.to_ulong()));
  // 0 skills is something told. No more than five are ever asked for, so that half a count will do.
  if (record.skills) {
    cells.push_back({key_of(day, skills_kind),
                     static_cast<std::uint32_t>(std::min(*record.skills, lower_half))});
  }
}

void Timeline::read(const std::vector<Cell>& cells,
                    const std::function<void(Day, const DayRecord&)>& receive) {
  constexpr std::uint32_t kind_mask = (1U << kind_bits) - 1;
  for (std::size_t i = 0; i < cells.size();) {
    const std::uint32_t day = cells[i].key >> kind_bits;
    DayRecord record;
    for (; i < cells.size() && cells[i].key >> kind_bits == day; ++i) {
      add_cell(record, cells[i].key & kind_mask, cells[i].amount);
    }
    receive(day_of(day << kind_bits), record);
  }
}

std::vector<Timeline::Cell> Timeline::merged(std::vector<Cell> cells) {
  std::ranges::sort(cells, {}, &Cell::key);
  std::vector<Cell> result;
  read(cells, [&](Day day, const DayRecord& record) { append(result, day, record); });
  return result;
}

}  // namespace ssi
