#include <algorithm>
#include <span>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/gates.hpp"
#include "cli/member_logs.hpp"
#include "cli/models.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

// The files to compare: one or two, or none for standard input.
std::vector<std::string> files_to_compare(const Arguments& arguments) {
  std::vector<std::string> files = arguments.values("FILE");
  if (files.size() > 2) {
    throw CommandError{fmt::format("diff compares two logs, not {}", files.size())};
  }
  const bool is_one = files.size() < 2;
  if (is_one && !arguments.has("--from") && !arguments.has("--to") &&
      !arguments.has("--to-model")) {
    throw CommandError{
        "nothing to compare the log with: name a second log, or use --from, --to or --to-model"};
  }
  if (!is_one && files[0] == "-" && files[1] == "-") {
    throw CommandError{"'-' is named twice, but standard input can be read only once"};
  }
  return files;
}

// The options of reading one side. Without any files both are standard input.
InputOptions options_of_side(const Arguments& arguments, std::span<const std::string> file) {
  InputOptions input = input_options(arguments);
  input.files.assign(file.begin(), file.end());
  return input;
}

// The files that are read, which the output must not be.
std::vector<std::string> all_files(const LogInputs& before, const LogInputs& after,
                                   const Arguments& arguments) {
  std::vector<std::string> files = files_read(before, arguments);
  const std::vector<std::string> later = after.files();
  files.insert(files.end(), later.begin(), later.end());
  if (const auto model = arguments.value("--to-model")) files.push_back(*model);
  return files;
}

std::optional<Points> parse_drop(const Arguments& arguments) {
  const auto text = arguments.value("--fail-on-drop");
  if (!text) return std::nullopt;
  return parse_number("--fail-on-drop", *text, total_max);
}

/// The sides that are compared, but for the logs.
struct Sides {
  AsOf from{};
  AsOf to{};
  Model from_model{};
  Model to_model{};
};

Sides parse_sides(const Environment& environment, const Arguments& arguments) {
  const std::string model = *arguments.value("--model");
  return {.from = parse_as_of("--from", arguments.value("--from"), environment),
          .to = parse_as_of("--to", arguments.value("--to"), environment),
          .from_model = load_model(model),
          .to_model = load_model(arguments.value("--to-model").value_or(model))};
}

DiffReport compare(const MemberLog& before, const MemberLog& after, const Sides& sides,
                   Diagnostics& diagnostics) {
  if (&before != &after && !before.timeline.can_add(after.timeline)) {
    throw CommandError{"the logs hold more than 2^62 of something together"};
  }
  return make_diff({before, sides.from, sides.from_model}, {after, sides.to, sides.to_model},
                   diagnostics);
}

// Two logs are compared whosever they are; of more, those of each member.
std::vector<DiffReport> compare_sets(const std::vector<MemberLog>& before,
                                     const std::vector<MemberLog>& after, const Sides& sides,
                                     LogInputs& inputs, Diagnostics& diagnostics) {
  std::vector<DiffReport> reports;
  if (before.size() == 1 && after.size() == 1) {
    reports.push_back(compare(before.front(), after.front(), sides, diagnostics));
    return reports;
  }
  const LogsByMember first{before};
  const LogsByMember second{after};
  std::vector<Member> only_before;
  std::vector<Member> only_after;
  for (const MemberLog& log : before) {
    if (second.find(log.member) == nullptr) only_before.push_back(log.member);
  }
  for (const MemberLog& log : after) {
    if (const MemberLog* other = first.find(log.member)) {
      reports.push_back(compare(*other, log, sides, diagnostics));
    } else {
      only_after.push_back(log.member);
    }
  }
  if (reports.empty()) throw CommandError{"nothing to compare: no member is in both sets of logs"};
  warn_of_unpaired(inputs, "before", only_before);
  warn_of_unpaired(inputs, "after", only_after);
  return reports;
}

ExitCode judge(const Environment& environment, const std::vector<DiffReport>& reports) {
  GateTally gates;
  for (const DiffReport& report : reports) {
    const std::string who = reports.size() > 1 ? member_prefix(report.after.member) : "";
    for (const GateVerdict& verdict : report.gates) gates.take(verdict, who);
  }
  return gates.verdict(environment);
}

}  // namespace

ExitCode run_diff(const Environment& environment, const Arguments& arguments) {
  const auto wanted = parse_formats(environment, arguments, diff_formats());
  const Sides sides = parse_sides(environment, arguments);
  const std::optional<Points> allowed_drop = parse_drop(arguments);
  const std::vector<std::string> files = files_to_compare(arguments);
  const std::size_t of_side = std::min<std::size_t>(files.size(), 1);
  LogInputs before{environment, options_of_side(arguments, std::span{files}.first(of_side))};
  // Not read where there is one set.
  LogInputs after{environment, options_of_side(arguments, std::span{files}.last(of_side))};
  const auto sinks = open_sinks(environment, wanted, all_files(before, after, arguments));

  const auto member = arguments.value("--member");
  const auto first = read_member_logs(before, member);
  const bool are_two = files.size() == 2;
  const auto second = are_two ? read_member_logs(after, member) : std::nullopt;
  if (!first || (are_two && !second)) return ExitCode::failure;
  LogInputs& last = are_two ? after : before;
  Diagnostics found;
  std::vector<DiffReport> reports;
  if (second) {
    reports = compare_sets(*first, *second, sides, last, found);
  } else {
    for (const MemberLog& log : *first) reports.push_back(compare(log, log, sides, found));
  }
  for (DiffReport& report : reports) {
    if (allowed_drop) report.gates.push_back(judge_drop(*allowed_drop, report.change));
  }
  last.add(std::move(found));
  last.finish();
  before.mention_dropped();
  after.mention_dropped();
  Diagnostics diagnostics = before.diagnostics();
  diagnostics.append_files(after.diagnostics());
  write_report(sinks, reports, diagnostics);
  return judge(environment, reports);
}

}  // namespace ssi
