#include "cli/one_member.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/console.hpp"

namespace ssi {
namespace {

/// What was read: who there is, and the first log of whom it is about.
struct Found {
  std::vector<std::optional<std::string>> ids{};  // one a log
  std::uint64_t wanted = 0;                       // logs of whom it is about
  std::optional<MemberLog> first{};
};

void take(Found& found, MemberLog& log, const std::optional<std::string>& id) {
  found.ids.push_back(log.member.id);
  if (id && log.member.id != id) return;
  if (found.wanted++ == 0) found.first = std::move(log);
}

void append(Found& found, Found& next) {
  std::ranges::move(next.ids, std::back_inserter(found.ids));
  if (found.wanted == 0) found.first = std::move(next.first);
  found.wanted += next.wanted;
}

[[noreturn]] void fail_without(const std::optional<std::string>& id, const Found& found) {
  if (found.ids.empty()) {
    throw CommandError{"nothing to score: no good activity or document is left"};
  }
  std::vector<std::string_view> names;
  for (const auto& name : found.ids) {
    if (name) names.push_back(*name);
  }
  throw CommandError{
      fmt::format("--member: no log is of '{}'{}", visible(*id), visible(suggestion(*id, names)))};
}

[[noreturn]] void fail_with_several(const Found& found) {
  const auto& id = found.first->member.id;
  if (std::ranges::count(found.ids, id) == static_cast<std::ptrdiff_t>(found.wanted)) {
    const std::string whose =
        id ? fmt::format("are of member '{}'", visible(*id)) : "name no member";
    throw CommandError{fmt::format("{} logs {}; --merge adds them up", found.wanted, whose)};
  }
  const auto named =
      std::ranges::find_if(found.ids, [](const auto& name) { return name.has_value(); });
  throw CommandError{
      fmt::format("{} members, where one is wanted: choose with --member ID, such as '{}'",
                  found.wanted, visible(**named))};
}

}  // namespace

std::optional<MemberLog> read_one_member(LogInputs& inputs, const std::optional<std::string>& id) {
  Found found;
  inputs.read([&](std::span<MemberLog> logs, Diagnostics& /*diagnostics*/) -> Deliver {
    auto part = std::make_shared<Found>();
    for (MemberLog& log : logs) take(*part, log, id);
    return [&found, part] { append(found, *part); };
  });
  if (inputs.are_bad()) return std::nullopt;
  if (found.wanted == 0) fail_without(id, found);
  if (found.wanted > 1) fail_with_several(found);
  return std::move(found.first);
}

}  // namespace ssi
