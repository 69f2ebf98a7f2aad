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

/// The search for the log of one member, or of the only one there is.
struct MemberSearch {
  std::vector<std::optional<std::string>> ids{};  // of all logs
  std::uint64_t matches = 0;
  std::optional<MemberLog> first_match{};
};

void take(MemberSearch& search, MemberLog& log, const std::optional<std::string>& id) {
  search.ids.push_back(log.member.id);
  if (id && log.member.id != id) return;
  if (search.matches++ == 0) search.first_match = std::move(log);
}

void append(MemberSearch& search, MemberSearch& next) {
  std::ranges::move(next.ids, std::back_inserter(search.ids));
  if (search.matches == 0) search.first_match = std::move(next.first_match);
  search.matches += next.matches;
}

[[noreturn]] void fail_without(const std::optional<std::string>& id, const MemberSearch& search) {
  if (search.ids.empty()) {
    throw CommandError{"nothing to score: no good activity or document is left"};
  }
  std::vector<std::string_view> names;
  for (const auto& name : search.ids) {
    if (name) names.push_back(*name);
  }
  throw CommandError{
      fmt::format("--member: no log is of '{}'{}", visible(*id), visible(suggestion(*id, names)))};
}

[[noreturn]] void fail_with_several(const MemberSearch& search) {
  const auto& id = search.first_match->member.id;
  if (std::ranges::count(search.ids, id) == static_cast<std::ptrdiff_t>(search.matches)) {
    const std::string whose =
        id ? fmt::format("are of member '{}'", visible(*id)) : "name no member";
    throw CommandError{fmt::format("{} logs {}; --merge adds them up", search.matches, whose)};
  }
  const auto named =
      std::ranges::find_if(search.ids, [](const auto& name) { return name.has_value(); });
  throw CommandError{
      fmt::format("{} members, where one is wanted: choose with --member ID, such as '{}'",
                  search.matches, visible(**named))};
}

}  // namespace

std::optional<MemberLog> read_one_member(LogInputs& inputs, const std::optional<std::string>& id) {
  MemberSearch search;
  inputs.read([&](std::span<MemberLog> logs, Diagnostics& /*diagnostics*/) -> Deliver {
    auto part = std::make_shared<MemberSearch>();
    for (MemberLog& log : logs) take(*part, log, id);
    return [&search, part] { append(search, *part); };
  });
  if (inputs.are_bad()) return std::nullopt;
  if (search.matches == 0) fail_without(id, search);
  if (search.matches > 1) fail_with_several(search);
  return std::move(search.first_match);
}

}  // namespace ssi
