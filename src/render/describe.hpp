#pragma once

#include <algorithm>
#include <string>

#include <ssi/render.hpp>

#include "render/csv_row.hpp"
#include "render/json_writer.hpp"
#include "render/schema_writer.hpp"

// The descriptions of reports for programs, and the parts that they share.
namespace ssi {

/// How many signals the list of a pillar has.
inline constexpr Rule signals_of_pillar{.fewest = std::ranges::min(signals_in),
                                        .most_items = std::ranges::max(signals_in)};

/// The name of the band with this index in the model; nothing without an index.
[[nodiscard]] std::optional<std::string_view> band_name(std::optional<std::size_t> band,
                                                        const Model& model);

void describe(Fields& out, const Member& member);
void describe(Fields& out, const Model& model);
void describe(Fields& out, const GateVerdict& verdict);
void describe(Fields& out, const Diagnostic& diagnostic);
void describe(Fields& out, const DiffTerm& term);
void describe(Fields& out, const SideBySide& both);
void describe(Fields& out, const ShownTotal& shown);

void describe(Fields& out, const Report& report, const Model& model);
void describe(Fields& out, const TeamReport& report);
void describe(Fields& out, const Explanation& explanation);
void describe(Fields& out, const CalibrationReport& report);
/// One member among others: what is around it names the version of the schema and the tool.
void describe(Fields& out, const TrendReport& report);
void describe(Fields& out, const PlanReport& report);
void describe(Fields& out, const DiffReport& report);

/// What partly measured points may be, left out where all is measured.
void describe_range(Fields& out, const std::optional<PointsRange>& range);
/// The model in a row of CSV, which nothing else names.
void describe_model(Fields& out, const Model& model);
/// The mark of thinly measured points, left out where there is none.
void describe_thin(Fields& out, bool is_thin);

/// What documents begin with: the version of the schema, the tool and, in most, the model. Lines
/// have the version and the model only.
void describe_version(Fields& out);
void describe_tool(Fields& out);
void describe_tool(Fields& out, const Model& model);
/// What documents end with.
void describe_notes(Fields& out, const Diagnostics& notes);

/// The pillars for whose index `holds` is true.
template <class Holds>
std::vector<PillarId> pillars_where(const Holds& holds) {
  std::vector<PillarId> pillars;
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (holds(i)) pillars.push_back(static_cast<PillarId>(i));
  }
  return pillars;
}

/// A field for each pillar, named by its id; with `describe_points`, behind a field for the total.
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

/// The reports of several members.
template <class R>
void describe(Fields& out, const std::vector<R>& reports) {
  describe_tool(out);
  out.list("members", reports);
}

/// A step without its gain.
void describe_step(Fields& out, const NextStep& step);

/// The description of a document: the fields that `describe_fields` names, then the diagnostics.
template <class Describe>
auto document(const Diagnostics& notes, const Describe& describe_fields) {
  return [&notes, describe_fields](Fields& out) {
    describe_fields(out);
    describe_notes(out, notes);
  };
}

/// The description of a line of `jsonl`, which has to stand for itself.
template <class Describe>
auto line(const Model& model, const Describe& describe_fields) {
  return [&model, describe_fields](Fields& out) {
    describe_version(out);
    out.object("model", model);
    describe_fields(out);
  };
}

/// The same of a report that names its model or models itself.
template <class R>
auto line_of(const R& report) {
  return [&report](Fields& out) {
    describe_version(out);
    describe(out, report);
  };
}

/// The schema of the reports of several members, and of a line of one.
template <class R>
std::string schema_of_members(std::string_view title) {
  return document_or_line_schema(
      title, "The document of the json format, or a line of the jsonl format.", "members",
      document({}, [](Fields& out) { describe(out, std::vector<R>{}); }),
      {[](Fields& out) { line_of(R{})(out); }});
}

/// The schema of a report's documents, from the description of a report made by default.
template <class R>
std::string schema_of(std::string_view title,
                      std::string_view description = "The document of the json format.") {
  return document_schema(title, description, document({}, [](Fields& out) { describe(out, R{}); }));
}

/// Writes CSV: a header and a row for each item, both by `describe_cells`. The header comes from an
/// item made by default, so that it is there without any items, too.
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
