#include "page/diff_lines.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <ssi/explain.hpp>

#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

constexpr std::array<std::string_view, names_of<Cause>.size()> cause_words = {
    "now measured",       "no longer measured",     "added to the profile", "gone from the profile",
    "added to past days", "removed from past days", "new activities",       "activities undone",
    "left the window",    "back in the window",     "another model",
};

}  // namespace

std::vector<DiffLine> lines_of(const DiffReport& report) {
  const Score& before = report.before.score;
  const Score& after = report.after.score;
  std::vector<DiffLine> lines = {{"total", "total", "total", before.total, after.total,
                                  report.change.total,
                                  [](const Change& change) { return change.total; }}};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    const PillarInfo& pillar = pillar_catalog[i];
    lines.push_back({"pillar", name(pillar.id), pillar.title, before.pillars[i].score,
                     after.pillars[i].score, report.change.pillars[i],
                     [i](const Change& change) { return change.pillars[i]; }});
    for (const SignalId id : signals_of(pillar.id)) {
      const auto index = static_cast<std::size_t>(id);
      lines.push_back({"signal", name(id), name(id), points_of(before, id), points_of(after, id),
                       report.change.signals[index],
                       [index](const Change& change) { return change.signals[index]; }});
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
