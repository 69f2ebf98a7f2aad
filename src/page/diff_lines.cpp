#include "page/diff_lines.hpp"

#include <array>
#include <utility>

#include <ssi/explain.hpp>

#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

// In the order of `Cause`.
constexpr std::array<std::string_view, names_of<Cause>.size()> cause_words = {
    "now measured",         "no longer measured",
    "added to the profile", "removed from the profile",
    "added to past days",   "removed from past days",
    "new activities",       "activities undone",
    "left the window",      "back in the window",
    "a different model",
};

}  // namespace

std::vector<DiffLine> lines_of(const DiffReport& report) {
  std::vector<DiffLine> lines;
  // `of` picks what the line is about from a score, and `in` from a change.
  const auto add = [&](DiffLine line, const auto& of, const auto& in) {
    line.before = of(report.before.score);
    line.after = of(report.after.score);
    line.change = in(report.change);
    for (const DiffTerm& term : report.terms) {
      const Points points = in(term.change).value_or(Points{});
      if (points != Points{}) line.terms.push_back({term.cause, points});
    }
    lines.push_back(std::move(line));
  };
  add(
      {"total", "total", "total"}, [](const Score& score) { return score.total; },
      [](const Change& change) { return change.total; });
  for (const PillarInfo& pillar : pillar_catalog) {
    add(
        {"pillar", name(pillar.id), pillar.title},
        [&](const Score& score) { return score.pillar(pillar.id).score; },
        [&](const Change& change) { return change.pillar(pillar.id); });
    for (const SignalId id : signals_of(pillar.id)) {
      add(
          {"signal", name(id), name(id)}, [id](const Score& score) { return points_of(score, id); },
          [id](const Change& change) { return std::optional{change.signal(id)}; });
    }
  }
  return lines;
}

std::string_view words_for(Cause cause) {
  return cause_words[static_cast<std::size_t>(cause)];
}

}  // namespace ssi
