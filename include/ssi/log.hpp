#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/diagnostic.hpp>
#include <ssi/reading.hpp>
#include <ssi/signal.hpp>
#include <ssi/timeline.hpp>

namespace ssi {

/// Who a log is about; nothing where the log does not say. Id, name and team take up to 64 KiB.
struct Member {
  std::optional<std::string> id{};
  std::optional<std::string> name{};
  std::optional<std::string> team{};
  /// The file that holds the log; empty if several do, nothing if the log is not from a file. `==`
  /// ignores it: a member does not change with the file.
  std::optional<std::string> source{};

  /// What reports call the member: the name, else the id.
  [[nodiscard]] const std::optional<std::string>& label() const { return name ? name : id; }
  friend bool operator==(const Member& a, const Member& b) {
    return a.id == b.id && a.name == b.name && a.team == b.team;
  }
};

/// A place in one of the inputs.
struct Origin {
  std::string file{};
  Position position{};
  std::string pointer{};  ///< JSON Pointer (RFC 6901) from there, of a document in a list
};

/// All that a log says about one member, with the activities already counted into a timeline.
struct MemberLog {
  std::optional<Origin> origin{};  ///< where it starts; nothing if it was gathered from many lines
  Member member{};
  std::optional<Day> as_of{};               ///< the day that the log asks to be scored at
  std::optional<SignalSet> not_measured{};  ///< nothing: the log does not say
  Timeline timeline{};
  Readings readings{};
};

/// A whole log of one member.
struct Document {
  MemberLog log{};
};

/// One line of JSON Lines with one activity, for logs that grow line by line.
struct ActivityLine {
  Position position{};
  std::optional<std::string> member{};  ///< the id; nothing: the unnamed member
  Activity activity{};
};

/// One line of JSON Lines with what LinkedIn showed on a day.
struct ReadingLine {
  std::optional<std::string> member{};  ///< as of an activity
  Day day{};
  Reading reading{};
};

/// The line of JSON Lines with all that a document holds beside its activities: profile, name,
/// team, as-of day, signals not measured. At most one a member.
struct ProfileLine {
  MemberLog log{};
};

/// What one JSON value at the top of a log holds, or one element of a list of documents.
using Entry = std::variant<Document, ActivityLine, ReadingLine, ProfileLine>;

/// What to do about bad input. `strict`: it is an error. `lenient`: a bad activity, or a bad line
/// of JSON Lines, is skipped and counted, and the rest is read.
enum class Strictness { strict, lenient };

/// Reads one log (the format is in data/README.md): a document, a list of documents, JSON Lines of
/// activities or of documents, or a bare array of activities. The content decides which, never the
/// file's name. Passes each good entry to `receive` in the order of the input and reports in
/// `diagnostics`, under the name `file`, what is wrong with the others. Memory: one document or
/// list, or a few MiB for JSON Lines. A line or a document above 1 GiB is an error.
void read_log(std::istream& in, const std::string& file, Strictness strictness,
              Diagnostics& diagnostics, const std::function<void(Entry&&)>& receive);

/// A log of one member that keeps each activity, for programs that write logs; `MemberLog` keeps
/// sums only.
struct ActivityLog {
  Member member{};
  std::optional<Day> as_of{};
  Profile profile{};
  std::optional<SignalSet> not_measured{};
  std::vector<Activity> activities{};
};

/// `log` as a JSON document with one activity on each line, ending in a newline.
[[nodiscard]] std::string to_document(const ActivityLog& log);

/// The JSON Schema (draft 2020-12) of a document, a list, or a line of JSON Lines.
[[nodiscard]] std::string log_schema();

}  // namespace ssi
