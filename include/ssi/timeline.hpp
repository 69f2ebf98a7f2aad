#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/log.hpp>

namespace ssi {

/// What is counted of each day. Facts only: what they are worth is the model's business.
enum class Counter {
  activities,  ///< of any type
  profile_edits,
  endorsements,
  recommendations,
  searches,  ///< of any scope
  people_searches,
  filtered_searches,  ///< for people or companies, with a filter or more
  profile_views,
  leads_saved,
  shares,
  articles,
  reactions_received,  ///< on the shares of the day
  comments_received,
  reshares_received,
  comments,
  reactions,
  messages,
  conversations,  ///< messages that were answered
  invitations_sent,
  invitations_accepted,  ///< of those sent
  connections_made,
  connections,      ///< made less removed
  decision_makers,  ///< made less removed
  coworkers,        ///< made less removed
};
inline constexpr std::size_t counter_count = static_cast<std::size_t>(Counter::coworkers) + 1;

/// Sums of what is counted.
struct Counts {
  std::array<Count, counter_count> values{};

  Count& operator[](Counter c) { return values[static_cast<std::size_t>(c)]; }
  Count operator[](Counter c) const { return values[static_cast<std::size_t>(c)]; }
  Counts& operator+=(const Counts& other);
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
  bool operator==(const DayRecord&) const = default;
};

/// One member's running state: the profile before the log, and a record for each day with an
/// activity. It forms a commutative monoid under `+=`, so a log may be read in any order and in any
/// number of parts.
class Timeline {
 public:
  /// Counts one activity. False, and nothing counted, if there were more than `count_max` of
  /// reactions, comments and reshares received in all.
  [[nodiscard]] bool add(const Activity& activity);
  /// Adds to what was there before the log.
  void add(const Profile& profile);
  Timeline& operator+=(const Timeline& other);

  [[nodiscard]] const Profile& profile() const { return profile_; }
  /// The days with an activity, first to last.
  [[nodiscard]] const std::map<Day, DayRecord>& days() const { return days_; }
  /// The day of the last activity; nothing where there is none.
  [[nodiscard]] std::optional<Day> last_day() const;
  bool operator==(const Timeline& other) const {
    return profile_ == other.profile_ && days_ == other.days_;
  }

 private:
  Profile profile_{};
  std::map<Day, DayRecord> days_;
  Count received_ = 0;
};

/// A place in one of several inputs.
struct Origin {
  std::string file{};
  Position position{};
};

/// A member with all that is known of them, ready to be scored.
struct MemberLog {
  std::optional<Origin> origin{};  ///< nothing where it was gathered from lines
  Member member{};
  std::optional<Day> as_of{};
  SignalSet not_measured{};
  Timeline timeline{};
};

/// The day to score at unless told otherwise: the log's own `as_of`, else the day of its last
/// activity; nothing where there is neither.
[[nodiscard]] std::optional<Day> default_as_of(const MemberLog& log);

/// Turns the entries of one log or of several into members. A document is a member at once; lines
/// are gathered by member until all is read.
class MemberReader {
 public:
  using Receive = std::function<void(MemberLog&&)>;

  /// `receive` gets each member; `diagnostics` what is wrong with the logs.
  MemberReader(Strictness strictness, Diagnostics& diagnostics, Receive receive);
  ~MemberReader();
  /// Reads one log.
  void read(std::istream& in, const std::string& file);
  /// Passes on the members gathered from lines, in the order in which they first appeared.
  void finish();

 private:
  struct Gathered;
  void take(Document&& document);
  void take(ActivityLine&& line);
  void take(ProfileLine&& line);
  [[nodiscard]] Gathered& gathered(const std::optional<std::string>& id);
  [[nodiscard]] bool add(MemberLog& log, const Activity& activity, Position position);
  void reject(Position position, Code code, std::string message);

  Strictness strictness_;
  Diagnostics& diagnostics_;
  Receive receive_;
  std::string file_;  // that is being read
  std::vector<Gathered> gathered_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::optional<std::size_t> unnamed_;
};

}  // namespace ssi
