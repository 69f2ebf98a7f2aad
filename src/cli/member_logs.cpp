#include "cli/member_logs.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "cli/console.hpp"

namespace ssi {
namespace {

std::string key_of(const Member& member) {
  return member.id ? *member.id : member.name.value_or("");
}

std::string whose(const std::string& key) {
  return key.empty() ? "have no member id" : fmt::format("belong to member '{}'", visible(key));
}

}  // namespace

void fail_without_log(const std::optional<std::string>& wanted,
                      const std::vector<std::string>& others) {
  if (!wanted || others.empty()) {
    throw CommandError{"nothing to score: no activity or document can be read"};
  }
  const std::vector<std::string_view> names{others.begin(), others.end()};
  throw CommandError{fmt::format("--member: no log of member '{}'{}", visible(*wanted),
                                 visible(suggestion(*wanted, names)))};
}

std::vector<Diagnostic> no_report(const MemberLog& log, std::string why) {
  const auto& label = log.member.label();
  const Origin origin = log.origin.value_or(Origin{.file = log.member.source.value_or("")});
  return {{.code = Code::no_report,
           .file = origin.file,
           .position = log.origin ? std::optional{origin.position} : std::nullopt,
           .message = label ? fmt::format("member '{}': {}", *label, why) : std::move(why)}};
}

std::optional<std::vector<MemberLog>> read_member_logs(LogInputs& inputs,
                                                       const std::optional<std::string>& wanted) {
  return make_reports<MemberLog>(inputs, wanted,
                                 [](MemberLog& log, Diagnostics&) { return std::move(log); });
}

std::optional<MemberLog> read_one_member(LogInputs& inputs,
                                         const std::optional<std::string>& wanted) {
  auto logs = read_member_logs(inputs, wanted);
  if (!logs) return std::nullopt;
  if (logs->size() == 1) return std::move(logs->front());
  std::vector<std::string> keys;
  keys.reserve(logs->size());
  for (const MemberLog& log : *logs) keys.push_back(key_of(log.member));
  if (std::ranges::count(keys, keys.front()) == std::ssize(keys)) {
    throw CommandError{
        fmt::format("{} logs {}; --merge adds them up", keys.size(), whose(keys.front()))};
  }
  const auto named = std::ranges::find_if_not(keys, &std::string::empty);
  throw CommandError{fmt::format("there are {} members: choose one with --member ID, such as '{}'",
                                 keys.size(), visible(*named))};
}

LogsByMember::LogsByMember(const std::vector<MemberLog>& logs) {
  for (const MemberLog& log : logs) {
    const std::string key = key_of(log.member);
    if (logs_.emplace(key, &log).second) continue;
    throw CommandError{fmt::format("two logs on one side {}; --merge adds them up", whose(key))};
  }
}

const MemberLog* LogsByMember::find(const Member& member) const {
  const auto found = logs_.find(key_of(member));
  return found == logs_.end() ? nullptr : found->second;
}

void warn_of_unpaired(LogInputs& inputs, std::string_view set, const std::vector<Member>& members) {
  constexpr std::size_t most = 3;
  if (members.empty()) return;
  std::vector<std::string> names;
  for (const Member& member : members) {
    if (names.size() == most) break;
    names.push_back(member.label().value_or("(no name)"));
  }
  const std::size_t more = members.size() - names.size();
  inputs.warn(Code::unpaired, fmt::format("only in the logs {}, and not compared: {}{}", set,
                                          fmt::join(names, ", "),
                                          more > 0 ? fmt::format(" and {} more", more) : ""));
}

}  // namespace ssi
