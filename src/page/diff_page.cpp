#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

// Whom the page is about: the name, or both if the two sides have different ones.
Member who_is_compared(const DiffReport& report) {
  const auto& before = report.before.member.label();
  const auto& after = report.after.member.label();
  if (before && after && *before != *after) return {.id = fmt::format("{} -> {}", *before, *after)};
  return {.id = after ? after : before};
}

// The days of the two sides: `2026-10-01 to 2026-11-22`, or `as of 2026-11-22` if they are the
// same.
std::string days_compared(const DiffReport& report) {
  const auto shown = [](std::optional<Day> day) { return day ? to_string(*day) : "no date"; };
  if (report.before.as_of != report.after.as_of) {
    return fmt::format("{} to {}", shown(report.before.as_of), shown(report.after.as_of));
  }
  return as_of_words(report.after.as_of);
}

Headline headline_of(const DiffReport& report) {
  const Score& before = report.before.score;
  const Score& after = report.after.score;
  if (!report.change.total) {
    return {.points = "the change is unknown: a pillar is not measured at all"};
  }
  const std::string& first = report.before.model.bands[*before.band].name;
  const std::string& second = report.after.model.bands[*after.band].name;
  return {.points = fmt::format("{} -> {}", to_string(*before.total), to_string(*after.total)),
          .verdict = {difference(report.change.total),
                      first == second ? second : fmt::format("{} -> {}", first, second)}};
}

// What changed a signal. A single cause needs no points: it is the whole change, which the row has.
std::string reasons_of(SignalId id, const std::vector<DiffTerm>& terms) {
  std::vector<std::string> words;
  std::vector<std::string> with_points;
  for (const DiffTerm& term : terms) {
    const Points points = term.change.signal(id);
    if (points == Points{}) continue;
    words.emplace_back(words_for(term.cause));
    with_points.push_back(fmt::format("{} {}", words.back(), signed_points(points)));
  }
  return words.size() == 1 ? words.front() : fmt::format("{}", fmt::join(with_points, ", "));
}

Table signals_of(const DiffReport& report) {
  Table table{.title = "Signals",
              .columns = {{"signal"},
                          {"cause", reason},
                          {"before", number},
                          {"after", number},
                          {"change", number}}};
  for (const SignalInfo& signal : signal_catalog) {
    const auto before = points_of(report.before.score, signal.id);
    const auto after = points_of(report.after.score, signal.id);
    const std::string reasons = reasons_of(signal.id, report.terms);
    if (before == after && reasons.empty()) continue;
    table.rows.push_back(
        {name(signal.id), reasons, before, after, difference(report.change.signal(signal.id))});
  }
  return table;
}

}  // namespace

Page page_of(const DiffReport& report) {
  const Model& before = report.before.model;
  const Model& after = report.after.model;
  Page page = page_with(title_with("Social Selling Index", ": ", who_is_compared(report)),
                        days_compared(report), before);
  if (before != after) {
    page.context += " to " + after.name;
    if (after.sha256) page.small_print.push_back("model sha256 " + *after.sha256);
  }
  const Points measured = report.before.score.assessable;
  if (const Points then = report.after.score.assessable; measured != then) {
    page.small_print.push_back(
        fmt::format("{} before, {} after", measured_on(measured, total_max), to_string(then)));
  } else {
    add_measured(page, measured);
  }
  page.headline = headline_of(report);
  page.add(points_table("Points",
                        {{"before", achieved(report.before.score)},
                         {"after", achieved(report.after.score)},
                         {"change", {report.change.total, report.change.pillars}, difference}}));
  page.add(cause_table(report.terms));
  page.add(signals_of(report));
  page.add(gate_table(report.gates));
  return page;
}

}  // namespace ssi
