#include <fmt/format.h>

#include <ssi/report.hpp>

#include "base/text.hpp"
#include "report/next_steps.hpp"
#include "score/evaluate.hpp"

namespace ssi {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

std::optional<Day> as_of_day(const MemberLog& log, const AsOf& as_of) {
  return std::visit(Overloaded{[&](AsOfLog) { return default_as_of(log); },
                               [&](AsOfLatest) { return log.timeline.last_day(); },
                               [](Day day) { return std::optional{day}; }},
                    as_of);
}

void warn_of_later(const MemberLog& log, Day as_of, Count later, Diagnostics& diagnostics) {
  const std::string whose = log.member.id ? fmt::format(" of member '{}'", *log.member.id) : "";
  const std::string activities =
      counted(static_cast<std::uint64_t>(later), "activity", "activities");
  diagnostics.report(
      {.severity = Severity::warning,
       .code = Code::after_as_of,
       .file = log.origin ? log.origin->file : "",
       .position = log.origin ? std::optional{log.origin->position} : std::nullopt,
       .message = fmt::format("{}{} after {}, not counted", activities, whose, to_string(as_of))});
}

GateVerdict judge(const Gate& gate, const Score& score) {
  GateVerdict verdict{.gate = gate};
  switch (gate.on) {
    case GateOn::total:
      verdict.got = score.total;
      break;
    case GateOn::pillar:
      verdict.got = score.pillar(gate.pillar).score;
      break;
    case GateOn::complete:
      verdict.got = score.assessable;
      break;
  }
  verdict.passed = verdict.got && *verdict.got >= gate.wanted;
  return verdict;
}

}  // namespace

std::string_view name(const Gate& gate) {
  switch (gate.on) {
    case GateOn::pillar:
      return name(gate.pillar);
    case GateOn::complete:
      return "complete";
    case GateOn::total:
      break;
  }
  return "total";
}

Report make_report(const MemberLog& log, const ReportSettings& settings, Diagnostics& diagnostics) {
  const Model& model = settings.model;
  Report report{
      .origin = log.origin, .member = log.member, .as_of = as_of_day(log, settings.as_of)};
  // A log without a day has no activities: any day will do.
  const Day as_of = report.as_of.value_or(Day{});
  const Eve eve = observe_eve(log.timeline, as_of, model.window_days);
  if (eve.later > 0) warn_of_later(log, as_of, eve.later, diagnostics);
  Observer now = eve.observer;
  now.observe(eve.day);
  const SignalSet not_measured = log.not_measured.value_or(SignalSet{});
  report.score = evaluate(now.facts(), not_measured, model);
  report.next_steps = next_steps(report.score, eve, not_measured, model);
  for (const Gate& gate : settings.gates) report.gates.push_back(judge(gate, report.score));
  return report;
}

}  // namespace ssi
