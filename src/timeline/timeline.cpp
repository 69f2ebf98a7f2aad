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
    add(Counter::searches, s.count);
    if (s.scope == Scope::people) add(Counter::people_searches, s.count);
    if ((s.scope == Scope::people || s.scope == Scope::companies) && s.filters > 0) {
      add(Counter::filtered_searches, s.count);
    }
  }
  void operator()(const ProfileView& v) { add(Counter::profile_views, v.count); }
  void operator()(const LeadSaved& l) { add(Counter::leads_saved, l.count); }
  void operator()(const Share& s) {
    add(Counter::shares, 1);
    if (s.kind == ShareKind::article) add(Counter::articles, 1);
    add(Counter::reactions_received, s.reactions);
    add(Counter::comments_received, s.comments);
    add(Counter::reshares_received, s.reshares);
  }
  void operator()(const Comment& c) { add(Counter::comments, c.count); }
  void operator()(const Reaction& r) { add(Counter::reactions, r.count); }
  void operator()(const Message& m) {
    add(Counter::messages, m.count);
    if (m.replied) add(Counter::conversations, m.count);
  }
  void operator()(const Connection& c) {
    const bool made = c.status == Status::accepted;
    const bool removed = c.status == Status::removed;
    if (c.direction == Direction::sent && !removed) {
      add(Counter::invitations_sent, 1);
      if (made) add(Counter::invitations_accepted, 1);
    }
    if (!made && !removed) return;
    const Count change = made ? 1 : -1;
    if (made) add(Counter::connections_made, 1);
    add(Counter::connections, change);
    if (c.seniority && *c.seniority >= Seniority::vp) add(Counter::decision_makers, change);
    if (c.coworker) add(Counter::coworkers, change);
  }

 private:
  void add(Counter counter, Count n) { record_.counts[counter] += n; }

  DayRecord& record_;
};

// How many alike an action stands for.
Count times(const Action& action) {
  return std::visit(
      [](const auto& a) {
        if constexpr (requires { a.count; }) {
          return a.count;
        } else {
          return Count{1};
        }
      },
      action);
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
  counts[Counter::activities] += times(action);
  std::visit(Recorder{*this}, action);
}

DayRecord& DayRecord::operator+=(const DayRecord& other) {
  counts += other.counts;
  present |= other.present;
  removed |= other.removed;
  skills = std::max(skills, other.skills);
  return *this;
}

bool Timeline::add(const Activity& activity) {
  const auto more = received(activity.action);
  if (!more || *more > count_max - received_) return false;
  received_ += *more;
  days_[activity.day].add(activity.action);
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

std::optional<Day> Timeline::last_day() const {
  return days_.empty() ? std::nullopt : std::optional{days_.rbegin()->first};
}

Timeline& Timeline::operator+=(const Timeline& other) {
  add(other.profile_);
  for (const auto& [day, record] : other.days_) days_[day] += record;
  received_ += other.received_;
  return *this;
}

}  // namespace ssi
