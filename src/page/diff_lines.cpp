#include "page/diff_lines.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "signals/catalog.hpp"

namespace ssi {
namespace {

constexpr std::array<std::string_view, names_of<Cause>.size()> cause_words = {
    "now measured",       "no longer measured",     "added to the profile", "gone from the profile",
    "added to past days", "removed from past days", "new activities",       "activities undone",
    "left the window",    "back in the window",     "another model",
};

DiffLine signal_line(const DiffReport& report, std::size_t pillar, std::size_t i) {
  const SignalScore& before = report.before.score.pillars[pillar].signals[i];
  const SignalScore& after = report.after.score.pillars[pillar].signals[i];
  const auto index = static_cast<std::size_t>(before.id);
  return {.kind = "signal",
          .id = name(before.id),
          .title = name(before.id),
          .before = points_of(before),
          .after = points_of(after),
          .change = report.change.signals[index],
          .in = [index](const Change& change) { return change.signals[index]; }};
}

}  // namespace

std::optional<Points> points_of(const SignalScore& signal) {
  return signal.value ? std::optional{signal.points} : std::nullopt;
}

std::vector<DiffLine> lines_of(const DiffReport& report) {
  const Score& before = report.before.score;
  const Score& after = report.after.score;
  std::vector<DiffLine> lines;
  lines.push_back({.kind = "total",
                   .id = "total",
                   .title = "total",
                   .before = before.total,
                   .after = after.total,
                   .change = report.change.total,
                   .in = [](const Change& change) { return change.total; }});
  for (std::size_t i = 0; i < pillar_count; ++i) {
    lines.push_back({.kind = "pillar",
                     .id = names_of<PillarId>[i],
                     .title = pillar_catalog[i].title,
                     .before = before.pillars[i].score,
                     .after = after.pillars[i].score,
                     .change = report.change.pillars[i],
                     .in = [i](const Change& change) { return change.pillars[i]; }});
    for (std::size_t j = 0; j < signals_in[i]; ++j) {
      lines.push_back(signal_line(report, i, j));
    }
  }
  return lines;
}

std::optional<Points> part_of(const DiffLine& line, const DiffReport& report, Cause cause) {
  if (!line.change) return std::nullopt;
  const auto term = std::ranges::find(report.terms, cause, &DiffTerm::cause);
  return term == report.terms.end() ? Points{} : line.in(term->change);
}

bool has_changed(const DiffLine& line, const DiffReport& report) {
  return line.before != line.after || std::ranges::any_of(report.terms, [&](const DiffTerm& term) {
           return line.in(term.change).value_or(Points{}) != Points{};
         });
}

std::string_view words_for(Cause cause) {
  return cause_words[static_cast<std::size_t>(cause)];
}

std::string describe(const DiffTerm& term) {
  const std::string_view words = words_for(term.cause);
  return term.activities == 0 ? std::string{words} : fmt::format("{} ({})", words, term.activities);
}

}  // namespace ssi
