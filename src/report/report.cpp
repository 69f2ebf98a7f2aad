#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include <ssi/report.hpp>

#include "base/text.hpp"
#include "report/assess.hpp"
#include "report/last_week.hpp"
#include "report/next_steps.hpp"
#include "report/readings.hpp"
#include "score/evaluate.hpp"

namespace ssi {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

WhatIf what_if(const MemberLog& log, const Assessment& now, const ReportSettings& settings,
               Diagnostics& diagnostics) {
  WhatIf result{.supposed = settings.what_if};
  MemberLog edited = log;
  for (Supposed& supposed : result.supposed) {
    if (!supposed.day) supposed.day = now.as_of;
    // A log without a day has no activities: any day will do.
    if (edited.timeline.add({supposed.day.value_or(Day{}), supposed.action})) continue;
    diagnostics.report({.code = Code::limit,
                        .message = fmt::format("with '{}', there is more than 2^62 of something",
                                               supposed.words)});
  }
  const Assessment then = assess(edited, settings, diagnostics);
  const bool has_day = std::ranges::any_of(
      result.supposed, [](const Supposed& supposed) { return supposed.day.has_value(); });
  if (has_day) result.as_of = then.as_of;
  result.score = then.score;
  result.change = change_between(now.score, then.score);
  return result;
}

}  // namespace

std::string_view name(const Gate& gate) {
  return gate.on == GateOn::pillar ? name(gate.pillar) : name(gate.on);
}

std::string describe(const Gate& gate) {
  const std::string start = gate.strictly ? "lower end of " : "";
  if (gate.on != GateOn::share) return start + std::string{name(gate)};
  return fmt::format("{}share with {} or above", start, to_string(gate.from));
}

std::string amount(const Gate& gate, Points points) {
  return to_string(points) + (gate.on == GateOn::share ? "%" : "");
}

Achieved achieved(const Score& score) {
  Achieved result{.total = score.total, .assessable = score.assessable, .range = score.range()};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    result.pillars[i] = score.pillars[i].score;
    result.pillar_ranges[i] = score.pillars[i].range();
  }
  return result;
}

Change change_between(const Score& before, const Score& after) {
  const auto difference = [](std::optional<Points> a, std::optional<Points> b) {
    return a && b ? std::optional{*b - *a} : std::nullopt;
  };
  Change change{.total = difference(before.total, after.total)};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    change.pillars[i] = difference(before.pillars[i].score, after.pillars[i].score);
  }
  for (std::size_t i = 0; i < signal_count; ++i) {
    const auto id = static_cast<SignalId>(i);
    change.signals[i] = after.signal(id).points - before.signal(id).points;
  }
  return change;
}

std::optional<Points> lower_end(std::optional<Points> points,
                                const std::optional<PointsRange>& range) {
  return range ? range->low : points;
}

GateVerdict judged(const Gate& gate, std::optional<Points> got,
                   const std::optional<PointsRange>& range) {
  GateVerdict verdict{.gate = gate, .got = got, .range = range};
  if (gate.strictly) {
    verdict.got = lower_end(got, range);
    verdict.range.reset();
  }
  verdict.passed = verdict.got && *verdict.got >= gate.wanted;
  return verdict;
}

GateVerdict judge(const Gate& gate, const Achieved& achieved) {
  assert(gate.on != GateOn::mean && gate.on != GateOn::share && gate.on != GateOn::drop);
  if (gate.on == GateOn::complete) return judged(gate, achieved.assessable, std::nullopt);
  if (gate.on == GateOn::total) return judged(gate, achieved.total, achieved.range);
  const auto pillar = static_cast<std::size_t>(gate.pillar);
  return judged(gate, achieved.pillars[pillar], achieved.pillar_ranges[pillar]);
}

std::optional<Day> as_of_day(const MemberLog& log, const AsOf& as_of) {
  return std::visit(Overloaded{[&](AsOfLog) { return default_as_of(log); },
                               [&](AsOfLatest) { return log.timeline.last_day(); },
                               [](Day day) { return std::optional{day}; }},
                    as_of);
}

void warn_of_later(const MemberLog& log, const AsOf& wanted, Day as_of, Count later,
                   Diagnostics& diagnostics) {
  if (later == 0 || std::holds_alternative<Day>(wanted)) return;
  const std::string whose = log.member.id ? fmt::format(" of member '{}'", *log.member.id) : "";
  const std::string activities =
      counted(static_cast<std::uint64_t>(later), "activity", "activities");
  diagnostics.report(
      {.severity = Severity::warning,
       .code = Code::after_as_of,
       .file = log.origin ? log.origin->file : log.member.source.value_or(""),
       .position = log.origin ? std::optional{log.origin->position} : std::nullopt,
       .message = fmt::format("{}{} after {}, not counted", activities, whose, to_string(as_of))});
}

Assessment assess(const MemberLog& log, const ReportSettings& settings, Diagnostics& diagnostics) {
  const Model& model = settings.model;
  const std::optional<Day> day = as_of_day(log, settings.as_of);
  // A log without a day has no activities: any day will do.
  const Day as_of = day.value_or(Day{});
  Assessment assessment{.as_of = day,
                        .state = observe_as_of(log.timeline, as_of, model.window_days),
                        .not_measured = log.not_measured.value_or(SignalSet{})};
  warn_of_later(log, settings.as_of, as_of, assessment.state.later, diagnostics);
  Observer now = assessment.state.before;
  now.observe(assessment.state.day);
  assessment.score = evaluate(now.facts(), assessment.not_measured, model);
  return assessment;
}

Report make_report(const MemberLog& log, const ReportSettings& settings, Diagnostics& diagnostics) {
  Diagnostics unsaid;  // the score as if says it, and of what is supposed, too
  const Assessment assessment =
      assess(log, settings, settings.what_if.empty() ? diagnostics : unsaid);
  Report report{.origin = log.origin,
                .member = log.member,
                .as_of = assessment.as_of,
                .score = assessment.score,
                .next_steps = next_steps(assessment, settings.model)};
  // Leads need Sales Navigator: a log without any may be of a member who does not have it.
  const bool can_save = report.score.signal(SignalId::saved_leads).value.has_value();
  report.has_never_saved_leads =
      can_save && assessment.state.before.facts().in_all(Counter::leads_saved) +
                          assessment.state.day.counts[Counter::leads_saved] ==
                      0;
  if (settings.with_last_week && report.as_of) {
    report.last_week = last_week(log, *report.as_of, settings.model);
  }
  if (const auto day = last_reading(log, settings.as_of)) {
    report.linkedin = readings_of(log, *day, *day, settings.model).front();
  }
  if (!settings.what_if.empty()) report.what_if = what_if(log, assessment, settings, diagnostics);
  const Achieved points = achieved(report.score);
  for (const Gate& gate : settings.gates) report.gates.push_back(judge(gate, points));
  return report;
}

}  // namespace ssi
