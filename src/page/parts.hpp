#pragma once

#include <functional>
#include <span>

#include "page/explain_words.hpp"
#include "page/page.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

// What several pages have in common.
namespace ssi {

/// `Social Selling Index: Amina Khalil`.
[[nodiscard]] std::string title_with(std::string_view title, std::string_view separator,
                                     const Member& member);

/// `as of 2026-11-22`.
[[nodiscard]] std::string as_of_words(std::optional<Day> day);

/// A page of which only the top is there: `context` and the model.
[[nodiscard]] Page page_with(std::string title, std::string_view context, const Model& model);

/// A total, its band and the way to the next; or that there is none.
[[nodiscard]] Headline headline(
    std::optional<Points> total, std::optional<std::size_t> band, const Model& model,
    std::string_view without = "no total: a pillar has nothing measured");

/// `weakest`, `weak` or nothing.
[[nodiscard]] std::string_view mark_of(bool is_weak, bool is_weakest);
[[nodiscard]] Meter pillar_meter(PillarId id, Points score, bool is_weak, bool is_weakest);

[[nodiscard]] Tone tone_of_band(std::size_t band, const Model& model);

/// A difference with its sign, good or bad.
[[nodiscard]] Cell difference(std::optional<Points> points);

/// Points of the total and of each pillar, and how they are shown.
struct PointsColumn {
  std::string title{};
  Achieved of{};
  std::function<Cell(std::optional<Points>)> cell = [](auto points) { return Cell{points}; };
};
/// A row for the total, then one for each pillar.
[[nodiscard]] Table points_table(std::string title, const std::vector<PointsColumn>& columns);

/// The other way round: a column for each pillar, behind those that a table has.
void add_pillar_columns(Table& table);

/// `20 of 90 searches`, or that it is not measured.
[[nodiscard]] Cell so_far(const SignalScore& signal, const Model& model);

/// The verdicts on the gates; no rows where there are none.
[[nodiscard]] Table gate_table(std::span<const GateVerdict> gates);

}  // namespace ssi
