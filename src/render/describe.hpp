#pragma once

#include <algorithm>
#include <span>
#include <string>

#include <ssi/render.hpp>

#include "render/csv_row.hpp"
#include "render/json_writer.hpp"
#include "render/schema_writer.hpp"

// The descriptions of reports, and what they have in common.
namespace ssi {

inline constexpr Rule signals_of_pillar{.fewest = std::ranges::min(signals_in),
                                        .most_items = std::ranges::max(signals_in)};

/// The name of a band; nothing where there is none.
[[nodiscard]] std::optional<std::string_view> band_name(std::optional<std::size_t> band,
                                                        const Model& model);

void describe(Fields& out, const Member& member);
void describe(Fields& out, const Model& model);
void describe(Fields& out, const GateVerdict& verdict);
void describe(Fields& out, const Diagnostic& diagnostic);

void describe(Fields& out, const Report& report, const Model& model);
void describe(Fields& out, const TeamReport& report);
void describe(Fields& out, const TrendReport& report);
void describe(Fields& out, const PlanReport& report);
void describe(Fields& out, const DiffReport& report);
void describe(Fields& out, const Explanation& explanation);

/// What documents begin with, of which lines have only the version and the model.
void describe_version(Fields& out);
void describe_tool(Fields& out);
void describe_tool(Fields& out, const Model& model);

/// What the pillars have, by their ids; and that behind what the total has.
template <class Pillars>
void describe_pillars(Fields& out, const Pillars& pillars, const Rule& rule = of_pillar) {
  for (std::size_t i = 0; i < pillar_count; ++i) {
    out.field(names_of<PillarId>[i], pillars[i], rule);
  }
}
template <class Of>
void describe_points(Fields& out, const Of& of, const Rule& rule_of_total = {},
                     const Rule& rule_of_pillar = of_pillar) {
  out.field("total", of.total, rule_of_total);
  describe_pillars(out, of.pillars, rule_of_pillar);
}

/// What is to be done: a `NextStep` or a `GroupStep`.
template <class Step>
void describe_step(Fields& out, const Step& step) {
  out.field("pillar", step.pillar);
  out.field("advice", step.advice);
  out.field("activity", step.action);
  out.field("times", step.times, {.least = 1});
}

/// A document of what `describe_fields` names.
template <class Describe>
auto document(std::span<const Diagnostic> diagnostics, const Describe& describe_fields) {
  return [diagnostics, describe_fields](Fields& out) {
    describe_fields(out);
    out.list("diagnostics", diagnostics);
  };
}

/// A line of it.
template <class Describe>
auto line(const Model& model, const Describe& describe_fields) {
  return [&model, describe_fields](Fields& out) {
    describe_version(out);
    out.object("model", model);
    describe_fields(out);
  };
}

/// The schema of a report's documents.
template <class R>
std::string schema_of(std::string_view title,
                      std::string_view description = "The document of the json format.") {
  return document_schema(title, description, document({}, [](Fields& out) { describe(out, R{}); }));
}

/// Writes rows of CSV, `describe` each, below a header that `describe` gives of an item made by
/// default.
template <class Items, class Describe>
void write_rows(std::string& out, const Items& items, const Describe& describe_cells) {
  const auto write = [&](CsvRow::Of of, const auto& item) {
    CsvRow row{out, of};
    describe_cells(row, item);
    row.end();
  };
  write(CsvRow::Of::names, std::ranges::range_value_t<Items>{});
  for (const auto& item : items) write(CsvRow::Of::values, item);
}

}  // namespace ssi
