#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ssi/names.hpp>

namespace ssi {

/// `error`: there is no trustworthy score. The next two only where the caller asked to read what
/// can be read. `set_aside`: a whole log is left out, or a line that may have been one, and with it
/// perhaps a member. `skipped`: something in a log is left out, and the rest of it counts.
/// `warning`: nothing bad, but worth a look.
enum class Severity { error, set_aside, skipped, warning };
template <>
inline constexpr std::array<std::string_view, 4> names_of<Severity> = {"error", "set_aside",
                                                                       "skipped", "warning"};
static_assert(is_named_to<Severity>(Severity::warning));

/// What is wrong, for programs; the message is for people. Reports print these names: never rename
/// one.
enum class Code {
  io,     ///< a file or stream cannot be read
  limit,  ///< too large, too deep or too many: see src/base/limits.hpp and `count_max`
  syntax,
  empty,  ///< a log without a JSON value or with nothing good left, or a table without a header
  wrong_type,
  out_of_range,
  unknown_value,
  missing,
  bad_date,
  bad_version,
  repeated_profile,
  repeated_member,
  no_total,  ///< nothing of a pillar was measured, so the pillars have no sum
  unknown_type,
  unknown_field,
  duplicate_key,
  after_as_of,  ///< activities later than the day of the score
  set_aside,    ///< rows of an export that are no activity, and why
  more,         ///< how many others of the same severity and file there are
  bad_model,
  unreadable,   ///< rows of an export; what rests on their file may be not measured
  passed_over,  ///< files in a folder that are no log
  no_report,    ///< what was asked for cannot be made of this log
  unpaired,     ///< members who are in one of two sets of logs only
};
template <>
inline constexpr std::array<std::string_view, 24> names_of<Code> = {
    "io",
    "limit",
    "syntax",
    "empty",
    "wrong_type",
    "out_of_range",
    "unknown_value",
    "missing",
    "bad_date",
    "bad_version",
    "repeated_profile",
    "repeated_member",
    "no_total",
    "unknown_type",
    "unknown_field",
    "duplicate_key",
    "after_as_of",
    "set_aside",
    "more",
    "bad_model",
    "unreadable",
    "passed_over",
    "no_report",
    "unpaired",
};
static_assert(is_named_to<Code>(Code::unpaired));

/// A place in a text. Both count from 1; the column counts characters, not bytes.
struct Position {
  std::uint64_t line = 1;
  std::uint64_t column = 1;
  auto operator<=>(const Position&) const = default;
};

/// One thing to say about an input.
struct Diagnostic {
  Severity severity = Severity::error;
  Code code{};
  std::string file{};                  ///< empty: about no single file
  std::optional<Position> position{};  ///< nothing: about the file as a whole
  std::string pointer{};               ///< JSON Pointer (RFC 6901) into the line or document
  std::string message{};
  bool operator==(const Diagnostic&) const = default;
};

/// Whether a quiet run, too, must show `d`: it is an error, or may cost a member or a signal.
[[nodiscard]] inline bool must_be_said(const Diagnostic& d) {
  return d.severity == Severity::error || d.severity == Severity::set_aside ||
         d.code == Code::unreadable;
}

/// `d` as one line without its end: `FILE:LINE:COL: [SEVERITY: ][POINTER: ]MESSAGE`. Control
/// characters in any part are shown as escapes.
[[nodiscard]] std::string to_string(const Diagnostic& d);

/// Gathers diagnostics file by file. Of each severity it keeps the first 20 of a file in full and
/// only counts the others, so that a log with a million bad lines neither floods the screen nor
/// fills the memory.
class Diagnostics {
 public:
  static constexpr std::uint64_t in_full = 20;

  /// Counts one more of `severity`. True if it is among the first 20 of its file: then `add` its
  /// details. Details such as the place of an error take long to find; ask here first.
  [[nodiscard]] bool count(Severity severity);
  /// Keeps `d`, which `count` has counted.
  void add(Diagnostic d) { list_.push_back(std::move(d)); }
  /// `count` and, while wanted, `add`.
  void report(Diagnostic d);
  /// Takes the errors so far, which are all of one log, for one log that is set aside: the first
  /// becomes that, and the others are skipped.
  void set_errors_aside();
  /// Adds those of the next part of the same file, which another thread may have read.
  void append(Diagnostics&& next);
  /// Adds those of other inputs. On both sides all files must have ended.
  void append_files(const Diagnostics& other);
  /// Ends `file`: sorts its diagnostics by place, adds a line with the number of those that were
  /// only counted, and starts to count from 0 for the next file.
  void end_file(const std::string& file);

  /// How many there were in all files, including those that were only counted.
  [[nodiscard]] std::uint64_t total(Severity severity) const;
  [[nodiscard]] const std::vector<Diagnostic>& list() const { return list_; }
  /// The diagnostics of the files that have ended. They change no more, so they can be printed.
  [[nodiscard]] std::span<const Diagnostic> closed() const { return {list_.data(), file_start_}; }

 private:
  using Counts = std::array<std::uint64_t, names_of<Severity>.size()>;
  Counts in_file_{};
  Counts total_{};
  std::vector<Diagnostic> list_;
  std::size_t file_start_ = 0;  // index in list_ of the first that may be of the current file
};

}  // namespace ssi
