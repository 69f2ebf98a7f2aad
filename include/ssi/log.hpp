#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/diagnostic.hpp>
#include <ssi/signal.hpp>
#include <ssi/timeline.hpp>

namespace ssi {

/// Who a log is about. Nothing where the log does not say.
struct Member {
  std::optional<std::string> id{};
  std::optional<std::string> name{};
  std::optional<std::string> team{};
  /// The file that holds the log; empty if several do, nothing if it is none. Two members may be
  /// equal whose sources differ.
  std::optional<std::string> source{};

  /// What to call them: the name, else the id.
  [[nodiscard]] const std::optional<std::string>& label() const { return name ? name : id; }
  friend bool operator==(const Member& a, const Member& b) {
    return a.id == b.id && a.name == b.name && a.team == b.team;
  }
};

/// A place in one of several inputs.
struct Origin {
  std::string file{};
  Position position{};
};

/// All that a log says about one member.
struct MemberLog {
  std::optional<Origin> origin{};  ///< nothing where it comes from several places
  Member member{};
  std::optional<Day> as_of{};
  std::optional<SignalSet> not_measured{};  ///< nothing: the log does not say
  Timeline timeline{};
};

/// A whole log of one member.
struct Document {
  MemberLog log{};
};

/// One line of a log that is appended to. `member` without a value: the unnamed member.
struct ActivityLine {
  Position position{};
  std::optional<std::string> member{};
  Activity activity{};
};

/// The line of such a log that tells what a document tells beside its activities.
struct ProfileLine {
  MemberLog log{};
};

/// What one JSON text of a log holds.
using Entry = std::variant<Document, ActivityLine, ProfileLine>;

/// `strict`: anything bad is an error. `lenient`: a bad activity, or a bad line of JSON Lines, is
/// skipped and counted, and the rest is read.
enum class Strictness { strict, lenient };

/// Reads one log: a document, JSON Lines of activities or documents, or a bare array of activities,
/// told apart by content. Passes each good entry to `receive` in the order of the input and says in
/// `diagnostics`, under the name `file`, what is wrong with the others. Memory: one document, or a
/// few MiB for JSON Lines. No line or document above 1 GiB is read.
void read_log(std::istream& in, const std::string& file, Strictness strictness,
              Diagnostics& diagnostics, const std::function<void(Entry&&)>& receive);

/// A log of one member with each activity by itself.
struct ActivityLog {
  Member member{};
  std::optional<Day> as_of{};
  Profile profile{};
  std::optional<SignalSet> not_measured{};
  std::vector<Activity> activities{};
};

/// `log` as a document, an activity a line, ending in a newline.
[[nodiscard]] std::string to_document(const ActivityLog& log);

/// The JSON Schema (draft 2020-12) of a document, a bare array, or a line of JSON Lines.
[[nodiscard]] std::string log_schema();

}  // namespace ssi
