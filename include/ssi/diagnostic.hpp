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

/// `error`: there is no trustworthy score. `skipped`: something bad was left out because the caller
/// asked for that, and the rest counts. `warning`: nothing bad, but worth a look.
enum class Severity { error, skipped, warning };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Severity> = {"error", "skipped",
                                                                       "warning"};
static_assert(is_named_to<Severity>(Severity::warning));

/// What is wrong, for programs; the message is for people.
enum class Code {
  io,
  limit,
  syntax,
  empty,
  wrong_type,
  out_of_range,
  unknown_value,
  missing,
  bad_date,
  bad_version,
  repeated_profile,
  repeated_member,
  no_total,
  unknown_type,
  unknown_field,
  duplicate_key,
  after_as_of,
  set_aside,
  more,
  bad_model,
  unreadable,
  passed_over,
};
template <>
inline constexpr std::array<std::string_view, 22> names_of<Code> = {
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
};
static_assert(is_named_to<Code>(Code::passed_over));

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

/// Whether even a quiet run says `d`: it is an error, or a signal is not measured because of it.
[[nodiscard]] inline bool must_be_said(const Diagnostic& d) {
  return d.severity == Severity::error || d.code == Code::unreadable;
}

/// `d` as one line without its end: `FILE:LINE:COL: [SEVERITY: ][POINTER: ]MESSAGE`. Control
/// characters in any part are shown as escapes.
[[nodiscard]] std::string to_string(const Diagnostic& d);

/// Gathers what there is to say, the first 20 of a kind and a file in full, the rest as a count.
class Diagnostics {
 public:
  static constexpr std::uint64_t in_full = 20;

  /// Counts one more of `severity`; true while its details are still wanted through `add`.
  [[nodiscard]] bool count(Severity severity);
  /// Keeps `d`, which `count` has counted.
  void add(Diagnostic d) { list_.push_back(std::move(d)); }
  /// `count` and, while wanted, `add`.
  void report(Diagnostic d);
  /// Adds what was said of what follows in the same file.
  void append(Diagnostics&& next);
  /// Closes the account of `file`: puts what was said of it in the order of its places, adds a line
  /// for what was counted only, and counts from 0 again.
  void end_file(const std::string& file);

  /// How many there were in all, those counted only included.
  [[nodiscard]] std::uint64_t total(Severity severity) const;
  [[nodiscard]] const std::vector<Diagnostic>& list() const { return list_; }
  /// What was said of the files whose accounts are closed. It does not change any more.
  [[nodiscard]] std::span<const Diagnostic> closed() const { return {list_.data(), file_start_}; }

 private:
  using Counts = std::array<std::uint64_t, names_of<Severity>.size()>;
  Counts in_file_{};
  Counts total_{};
  std::vector<Diagnostic> list_;
  std::size_t file_start_ = 0;  // of what is said of the file that is being read
};

}  // namespace ssi
