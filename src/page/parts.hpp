#pragma once

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

/// A page of which only the top is there: `context` and the model.
[[nodiscard]] Page page_with(std::string title, std::string_view context, const Model& model);

/// A total, its band and the way to the next; or that there is none.
[[nodiscard]] Headline headline(std::optional<Points> total, std::optional<std::size_t> band,
                                const Model& model, std::string_view without);

[[nodiscard]] Meter pillar_meter(PillarId id, Points score, bool is_weak, bool is_weakest);

[[nodiscard]] Tone tone_of_band(std::size_t band, const Model& model);

/// A difference with its sign, good or bad.
[[nodiscard]] Cell difference(std::optional<Points> points);

/// A row of the total or of a pillar for each: what `cells` makes of it.
template <class Cells>
void add_pillar_rows(Table& table, const Cells& cells) {
  for (std::size_t i = 0; i < pillar_count; ++i) {
    table.rows.push_back(cells(Cell{pillar_catalog[i].title}, i));
  }
}

/// `20 of 90 searches`, or that it is not measured.
[[nodiscard]] Cell so_far(const SignalScore& signal, const Model& model);

/// The verdicts on the gates; no table where there are none.
[[nodiscard]] Table gate_table(std::span<const GateVerdict> gates);

}  // namespace ssi
