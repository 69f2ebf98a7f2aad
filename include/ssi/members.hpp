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

/// The day to score at unless told otherwise: the log's own `as_of`, else the day of its last
/// activity; nothing where there is neither.
[[nodiscard]] std::optional<Day> default_as_of(const MemberLog& log);

/// Adds another log of the same member, so that the order of logs makes no difference: the
/// timelines add up, the later `as_of` counts, not measured is what no log that says so measured,
/// and of two names or teams the first in the alphabet stays. False, and nothing added, if there
/// were more than `count_max` of anything.
[[nodiscard]] bool merge(MemberLog& into, const MemberLog& other);

/// A log as text, or one that is there already, made of something else. A null stream: it cannot be
/// opened.
using OpenedLog = std::variant<std::unique_ptr<std::istream>, MemberLog>;

/// A log to be read. `open` is called when its turn comes; where it returns a null stream,
/// `diagnostics` holds an error. It may also warn there.
struct Input {
  std::string name;
  std::function<OpenedLog(Diagnostics& diagnostics)> open;
  bool is_file = true;  ///< and so the source of the members in it
};

/// Whether documents that name the same member, or none, are members each or one member in all.
/// Lines are always gathered by member.
enum class Repeats { separate, merged };

struct ReadOptions {
  Strictness strictness = Strictness::strict;
  Repeats repeats = Repeats::separate;
  /// What to call a member whose log has neither an id nor a name, by the file that
  /// holds it. Without this they have no name.
  std::function<std::string(const std::string& file)> name_of{};
  unsigned jobs = 1;  ///< threads, 1 or more; what is read does not depend on them
  /// Called now and then, in the order of the input, with the bytes and members read so far.
  std::function<void(std::uint64_t bytes, std::uint64_t members)> progress{};
};

/// What is to be done with members once their turn has come.
using Deliver = std::function<void()>;
/// Makes something of some members, on any thread; may add to `diagnostics`, which are of these
/// members only. What it returns is called in the order of the input, one after the other.
using Work = std::function<Deliver(std::span<MemberLog> members, Diagnostics& diagnostics)>;

/// Reads logs. A document is a member at once, and only a few are kept at a time; members that have
/// to be gathered follow when all is read, in the order in which they first appeared. Says in
/// `diagnostics` what is wrong with the logs.
void read_members(std::span<const Input> inputs, const ReadOptions& options,
                  Diagnostics& diagnostics, const Work& work);

}  // namespace ssi
