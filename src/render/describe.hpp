#pragma once

#include <algorithm>

#include <ssi/render.hpp>

#include "render/csv_row.hpp"
#include "render/json_writer.hpp"
#include "render/schema_writer.hpp"

// What the descriptions of several reports have in common; field.hpp tells what one is.
namespace ssi {

/// Of every document and line.
inline constexpr int schema_version = 1;

inline constexpr Rule signals_of_pillar{.fewest = std::ranges::min(signals_in),
                                        .most_items = std::ranges::max(signals_in)};

/// The name of a band; nothing where there is none.
inline std::optional<std::string_view> band_name(std::optional<std::size_t> band,
                                                 const Model& model) {
  if (!band) return std::nullopt;
  return model.bands[*band].name;
}

template <class Out>
void describe(Out& out, const Member& member) {
  out.field("id", member.id);
  out.field("name", member.name);
  out.field("team", member.team);
}

template <class Out>
void describe(Out& out, const Model& model) {
  out.field("name", model.name);
  out.field_if_any("sha256", model.sha256,
                   {.about = "Of the file, for a model that is not built in."});
}

/// What lines begin with.
template <class Out>
void describe_version(Out& out, const Model& model) {
  out.field("schema_version", schema_version, {.least = schema_version});
  out.object("model", [&](auto& fields) { describe(fields, model); });
}

/// What documents begin with.
template <class Out>
void describe_tool(Out& out) {
  out.field("schema_version", schema_version, {.least = schema_version});
  out.object("tool", [](auto& tool) {
    tool.field("name", Word{"ssi"});
    tool.field("version", version());
  });
}
/// The same with the model of all that follows.
template <class Out>
void describe_tool(Out& out, const Model& model) {
  describe_tool(out);
  out.object("model", [&](auto& fields) { describe(fields, model); });
}

/// A score, and those of the pillars by their ids.
template <class Out, class Total, class Pillars>
void describe_points(Out& out, const Total& total, const Pillars& pillars,
                     const Rule& rule_of_total = {}, const Rule& rule_of_pillar = of_pillar) {
  out.field("total", total, rule_of_total);
  for (std::size_t i = 0; i < pillar_count; ++i) {
    out.field(names_of<PillarId>[i], pillars[i], rule_of_pillar);
  }
}

/// What is to be done: a `NextStep` or a `GroupStep`.
template <class Out, class Step>
void describe_step(Out& out, const Step& step) {
  out.field("pillar", step.pillar);
  out.field("advice", step.advice);
  out.field("activity", step.action);
  out.field("times", step.times, {.least = 1});
}

template <class Out>
void describe(Out& out, const GateVerdict& verdict) {
  const Gate& gate = verdict.gate;
  out.field("on", Word{name(gate)}, {.about = "total, complete, mean, share, drop, or a pillar."});
  out.field("wanted", gate.wanted);
  out.field_if_any("from", gate.on == GateOn::share ? std::optional{gate.from} : std::nullopt,
                   {.about = "Of a share: the total that members must have."});
  out.field("got", verdict.got);
  out.field("passed", verdict.passed);
}

template <class Out>
void describe(Out& out, const Diagnostic& d) {
  const auto& at = d.position;
  out.field("severity", d.severity);
  out.field("code", d.code);
  out.field("file", d.file.empty() ? std::nullopt : std::optional{d.file});
  out.field("line", at ? std::optional{at->line} : std::nullopt, {.least = 1});
  out.field("column", at ? std::optional{at->column} : std::nullopt, {.least = 1});
  out.field("pointer", d.pointer);
  out.field("message", d.message);
}

/// A list of objects of which each type has one description.
template <class Out, class Items>
void describe_list(Out& out, std::string_view name, const Items& items) {
  out.list(name, items, [](auto& fields, const auto& item) { describe(fields, item); });
}

/// Writes a document: what `describe` names, then the diagnostics.
template <class Describe>
void write_document(std::string& out, std::span<const Diagnostic> diagnostics,
                    const Describe& describe_fields) {
  JsonWriter{out, true}.item([&](auto& fields) {
    describe_fields(fields);
    describe_list(fields, "diagnostics", diagnostics);
  });
  out += '\n';
}

/// The schema of such a document.
template <class Describe>
SchemaWriter::Json schema_of_document(const Describe& describe_fields) {
  return SchemaWriter::object_of([&](auto& fields) {
    describe_fields(fields);
    describe_list(fields, "diagnostics", std::span<const Diagnostic>{});
  });
}

/// Writes a line: `describe`, behind what lines begin with.
template <class Describe>
void write_line(std::string& out, const Model& model, const Describe& describe_fields) {
  JsonWriter{out, false}.item([&](auto& fields) {
    describe_version(fields, model);
    describe_fields(fields);
  });
  out += '\n';
}

/// The schema of such a line.
template <class Describe>
SchemaWriter::Json schema_of_line(const Describe& describe_fields) {
  return SchemaWriter::object_of([&](auto& fields) {
    describe_version(fields, model_v1());
    describe_fields(fields);
  });
}

/// Writes rows of CSV, `describe` each, below a header that `describe` gives of an item made by
/// default.
template <class Items, class Describe>
void write_rows(std::string& out, const Items& items, const Describe& describe_cells) {
  CsvRow head{out, CsvRow::Of::names};
  describe_cells(head, std::ranges::range_value_t<Items>{});
  head.end();
  for (const auto& item : items) {
    CsvRow row{out, CsvRow::Of::values};
    describe_cells(row, item);
    row.end();
  }
}

}  // namespace ssi
