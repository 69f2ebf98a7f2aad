#pragma once

#include <functional>
#include <span>

#include "page/explain_words.hpp"
#include "page/page.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

// Parts that several pages share.
namespace ssi {

/// `Social Selling Index: Amina Khalil`, or the title alone for a member without name and id.
[[nodiscard]] std::string title_with(std::string_view title, std::string_view separator,
                                     const Member& member);

/// `as of 2026-11-22`, or `no date`.
[[nodiscard]] std::string as_of_words(std::optional<Day> day);

/// A page with a title, `context` and the model, and no blocks yet.
[[nodiscard]] Page page_with(std::string title, std::string_view context, const Model& model);

/// `measured on 65.00 of 100.00 points`.
[[nodiscard]] std::string measured_on(Points points, Points most);
/// Says on how many points a score was measured, unless on all.
void add_measured(Page& page, Points assessable);

/// A total, its range and band and how far it is to the next band; the sentence `without` if there
/// is no total.
[[nodiscard]] Headline headline(
    std::optional<Points> total, std::optional<std::size_t> band, const Model& model,
    const std::optional<PointsRange>& range = {},
    std::string_view without = "no total: a pillar is not measured at all");

/// A list of texts without labels.
[[nodiscard]] List list_of(std::string_view title, const std::vector<std::string>& texts);

/// What is to be said of a pillar's score.
struct Flags {
  bool weak = false;
  bool weakest = false;
  bool thin = false;
};
/// `weakest`, `weak`, `weakest, thin`, `thin` or an empty text.
[[nodiscard]] std::string_view mark_of(const Flags& flags);
/// The meter of a pillar's score, of 25 points.
[[nodiscard]] Meter pillar_meter(PillarId id, Points score, const Flags& flags);

/// Good for the highest band, bad for the lowest, fair for those between.
[[nodiscard]] Tone tone_of_band(std::size_t band, const Model& model);

/// A difference with its sign; a rise is good, a fall bad.
[[nodiscard]] Cell difference(std::optional<Points> points);

/// A column for `points_table`: the points, and how to show them.
struct PointsColumn {
  std::string title{};
  Achieved of{};
  std::function<Cell(std::optional<Points>)> cell = [](auto points) { return Cell{points}; };
};
/// A table with a row for the total, then one for each pillar.
[[nodiscard]] Table points_table(std::string title, const std::vector<PointsColumn>& columns);

/// A cause in words: `left the window`.
[[nodiscard]] std::string_view words_for(Cause cause);
/// What each cause did to the total and the pillars.
[[nodiscard]] Table cause_table(std::span<const DiffTerm> terms);

/// Adds a column for each pillar behind those that the table has.
void add_pillar_columns(Table& table);

/// `20 of 90 searches`, or `not measured`.
[[nodiscard]] Cell so_far(const SignalScore& signal, const Model& model);

/// What a gate looked at came to, which must not be nothing: `52.64`, `80.00%` or
/// `60.52 (40.36 to 75.36)`.
[[nodiscard]] std::string got_of(const GateVerdict& verdict);

/// The verdicts on the gates; an empty table if there are none.
[[nodiscard]] Table gate_table(std::span<const GateVerdict> gates);

}  // namespace ssi
