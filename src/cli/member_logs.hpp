#pragma once

#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ssi/members.hpp>
#include <ssi/result.hpp>

#include "cli/inputs.hpp"

namespace ssi {

/// Throws the CommandError for a run that has no log to report on, or none of the member called
/// `wanted`. `others` are the ids and names of those that were passed over.
[[noreturn]] void fail_without_log(const std::optional<std::string>& wanted,
                                   const std::vector<std::string>& others);

/// Makes a report of one member's log, or says why there is none. Runs on any thread.
template <class Report>
using MakeReport = std::function<Result<Report>(MemberLog& log, Diagnostics& diagnostics)>;

/// The error of a log of which there is no report.
[[nodiscard]] std::vector<Diagnostic> no_report(const MemberLog& log, std::string why);

/// Reads the logs of all members, or of the one whose id or name is `wanted`, and makes a report of
/// each. Where there is none of a log, that is an error of the log, which a lenient run sets aside.
/// Nothing if the logs are bad, which has been said then. Throws CommandError where there is no
/// log.
template <class Report>
[[nodiscard]] std::optional<std::vector<Report>> make_reports(
    LogInputs& inputs, const std::optional<std::string>& wanted, const MakeReport<Report>& make) {
  struct Part {
    std::vector<std::string> others{};
    bool has_wanted = false;
    std::vector<Report> reports{};
  };
  Part all;
  inputs.read([&](std::span<MemberLog> logs, Diagnostics& diagnostics) -> Deliver {
    auto part = std::make_shared<Part>();
    for (MemberLog& log : logs) {
      const Member& member = log.member;
      if (wanted && member.id != wanted && member.name != wanted) {
        part->others.insert(part->others.end(), {member.id.value_or(""), member.name.value_or("")});
        continue;
      }
      part->has_wanted = true;
      Result<Report> report = make(log, diagnostics);
      if (report) part->reports.push_back(std::move(*report));
      if (!report) inputs.refuse(report.error(), diagnostics);
    }
    return [&all, part] {
      std::ranges::move(part->others, std::back_inserter(all.others));
      all.has_wanted |= part->has_wanted;
      std::ranges::move(part->reports, std::back_inserter(all.reports));
    };
  });
  if (inputs.are_bad()) return std::nullopt;
  if (all.reports.empty()) {
    fail_without_log(all.has_wanted ? std::nullopt : wanted, all.others);
  }
  return std::move(all.reports);
}

/// The logs of all members, or of the one called `wanted`, as `make_reports` reads them.
[[nodiscard]] std::optional<std::vector<MemberLog>> read_member_logs(
    LogInputs& inputs, const std::optional<std::string>& wanted);

/// The same for a command that is about one member. Throws CommandError where there are several
/// logs.
[[nodiscard]] std::optional<MemberLog> read_one_member(LogInputs& inputs,
                                                       const std::optional<std::string>& wanted);

/// The logs of a set, to be found by their member: by the id, or the name of one without an id.
class LogsByMember {
 public:
  /// Throws CommandError where a member has two logs. Refers to `logs`.
  explicit LogsByMember(const std::vector<MemberLog>& logs);
  /// The log of this member; null where there is none.
  [[nodiscard]] const MemberLog* find(const Member& member) const;

 private:
  std::map<std::string, const MemberLog*> logs_;
};

/// Says which members are in one of two sets only, and so not compared: `only in the logs before,
/// and not compared: Ann, Bo and 3 more`. `set` is `before` or `after`.
void warn_of_unpaired(LogInputs& inputs, std::string_view set, const std::vector<Member>& members);

}  // namespace ssi
