#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include <ssi/log.hpp>

namespace ssi {

/// The default day to score at: the log's own `as_of`, else the day of its last activity; nothing
/// where there is neither. Never the clock: the same log must score the same tomorrow.
[[nodiscard]] std::optional<Day> default_as_of(const MemberLog& log);

/// Adds another log of the same member. The order of the logs makes no difference: timelines add
/// up, the later `as_of` counts, and the first name and team in the alphabet stay. A signal is not
/// measured only if all logs that have such a list name it. Where both have a reading of a day, the
/// other's stays: here the order counts. Returns false, and adds nothing, if the
/// sum would hold more than `count_max` of anything.
[[nodiscard]] bool merge(MemberLog& into, const MemberLog& other);

/// The text of a log, or a log made from something else, such as an export. A null stream means
/// that it cannot be opened.
using OpenedLog = std::variant<std::unique_ptr<std::istream>, MemberLog>;

/// A log to be read. `open` is called only when its turn comes, so that thousands of inputs do not
/// keep thousands of files open. It reports in `diagnostics` why a stream is null, and may warn.
struct Input {
  std::string name;  ///< for diagnostics
  std::function<OpenedLog(Diagnostics& diagnostics)> open;
  bool is_file = true;  ///< whether `name` is the `Member::source` of the members in it
};

/// What several documents with the same id, or without one, are: one member each, or together one
/// member. Lines of JSON Lines with an id are always gathered by member; those without one are of
/// one member in each input, or together.
enum class Repeats { separate, merged };

/// How to read logs.
struct ReadOptions {
  Strictness strictness = Strictness::strict;
  Repeats repeats = Repeats::separate;
  /// Names a member whose log has neither an id nor a name after the file that holds it. Without
  /// this function they stay unnamed.
  std::function<std::string(const std::string& file)> name_of{};
  unsigned jobs = 1;  ///< threads, 1 or more; the result does not depend on the number
  /// Called now and then, in the order of the input, with the bytes and members read so far.
  std::function<void(std::uint64_t bytes, std::uint64_t members)> progress{};
};

/// The part of the work on some members that has to wait for its turn, such as printing.
using Deliver = std::function<void()>;
/// The part of the work on some members that needs no order, such as scoring them: it may run on
/// any thread, several at a time. `diagnostics` are of these members only. The functions returned
/// are called in the order of the input, one after the other.
using Work = std::function<Deliver(std::span<MemberLog> members, Diagnostics& diagnostics)>;

/// Reads logs and passes their members to `work`. A document is a whole member: it is passed on at
/// once, and only a few are in memory at a time. Members gathered from lines follow when all is
/// read, in the order in which they first appeared. Reports in `diagnostics` what is wrong with the
/// logs.
void read_members(std::span<const Input> inputs, const ReadOptions& options,
                  Diagnostics& diagnostics, const Work& work);

}  // namespace ssi
