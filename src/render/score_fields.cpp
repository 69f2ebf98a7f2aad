#include "page/value.hpp"
#include "render/describe.hpp"
#include "render/render.hpp"
#include "signals/catalog.hpp"

namespace ssi {

constexpr int members_level = 2;  // of indentation: a list within the document

static void describe(Fields& out, const SignalScore& signal, const Model& model) {
  out.field("id", signal.id);
  out.field("value", signal.value, {.about = "Null where not measured."});
  out.field("target", model.rule(signal.id).target);
  out.field("unit", Word{info(signal.id).unit});
  out.field("points", signal.points, of_pillar);
  out.field("max", signal.max, of_pillar);
}

static void describe(Fields& out, const PillarScore& pillar, const Model& model) {
  out.field("id", pillar.id);
  out.field("title", Word{info(pillar.id).title});
  out.field("score", pillar.score, of_pillar);
  out.field("earned", pillar.earned, of_pillar);
  out.field("assessable", pillar.assessable, of_pillar);
  out.field("weak", pillar.weak);
  out.field("weakest", pillar.weakest);
  describe_thin(out, is_thin(pillar.range()));
  out.list(
      "signals", pillar.signals,
      [&](Fields& fields, const SignalScore& signal) { describe(fields, signal, model); },
      signals_of_pillar);
}

// The fields of a score, of the log as it is or with supposed activities.
static void describe(Fields& out, std::optional<Day> as_of, const Score& score,
                     const Model& model) {
  out.field("as_of", as_of);
  out.field("total", score.total);
  describe_range(out, score.range());
  out.field("band", band_name(score.band, model));
  out.field("assessable", score.assessable);
  out.values("weakest", pillars_where([&](std::size_t i) { return score.pillars[i].weakest; }));
  out.list("pillars", score.pillars,
           [&](Fields& fields, const PillarScore& pillar) { describe(fields, pillar, model); });
}

static void describe(Fields& out, const WhatIf& what_if, const Model& model) {
  out.values("activities", what_if.supposed);
  describe(out, what_if.as_of, what_if.score, model);
  out.field("change", what_if.change.total, {.may_be_less = true, .about = "Of the total."});
}

void describe(Fields& out, const Report& report, const Model& model) {
  describe(out, report.member);
  describe(out, report.as_of, report.score, model);
  out.list("next_steps", report.next_steps, [](Fields& fields, const NextStep& step) {
    describe_step(fields, step);
    fields.field("gain", step.gain, of_pillar);
  });
  out.list("gates", report.gates);
  out.object(
      "linkedin", report.linkedin, ByType{},
      {.may_be_left_out = true, .about = "What LinkedIn itself showed last, if the log has it."});
  out.object(
      "what_if", report.what_if,
      [&](Fields& fields, const WhatIf& what_if) { describe(fields, what_if, model); },
      {.may_be_left_out = true,
       .about = "For ssi score --what-if: the score of the log with these activities added."});
}

// A row of CSV. Flatter than the JSON, with a cell for each signal's points.
static void describe_cells(Fields& out, const Report& report, const Model& model,
                           bool has_what_if) {
  const Score& score = report.score;
  describe(out, report.member);
  out.field("as_of", report.as_of);
  describe_model(out, model);
  out.field("total", score.total);
  out.field("assessable", score.assessable);
  out.field("band", band_name(score.band, model));
  out.values("weakest", pillars_where([&](std::size_t i) { return score.pillars[i].weakest; }));
  for (std::size_t i = 0; i < pillar_count; ++i) {
    const PillarScore& pillar = score.pillars[i];
    out.field(names_of<PillarId>[i], pillar.score);
    out.object(names_of<PillarId>[i], [&](Fields& fields) {
      fields.field("earned", pillar.earned);
      fields.field("assessable", pillar.assessable);
    });
  }
  for (std::size_t i = 0; i < signal_count; ++i) {
    out.field(names_of<SignalId>[i], points_of(score, static_cast<SignalId>(i)));
  }
  describe_range(out, score.range());
  out.values("thin",
             pillars_where([&](std::size_t i) { return is_thin(score.pillars[i].range()); }));
  out.object("linkedin", report.linkedin);
  if (!has_what_if) return;
  out.object("what_if", report.what_if, [&](Fields& fields, const WhatIf& what_if) {
    fields.field("as_of", what_if.as_of);
    fields.field("total", what_if.score.total);
    fields.field("band", band_name(what_if.score.band, model));
    describe_pillars(fields, achieved(what_if.score).pillars);
  });
}

// The document is written in three parts, as members are printed while others are still being read.
void json_head(std::string& out, const ReportSettings& settings) {
  JsonWriter document{out, Layout::indented};
  document.open({}, '{');
  describe_tool(document, settings.model);
  document.open({"members"}, '[');
}

void json_member(std::string& out, const Report& report, const Model& model,
                 const Style& /*style*/) {
  JsonWriter{out, Layout::indented, members_level}.item(
      [&](Fields& fields) { describe(fields, report, model); });
}

void json_tail(std::string& out, Notes notes) {
  JsonWriter document{out, Layout::indented, members_level};
  document.resume();
  document.close(']');
  describe_notes(document, notes);
  document.close('}');
  out += '\n';
}

void jsonl_member(std::string& out, const Report& report, const Model& model,
                  const Style& /*style*/) {
  write_json_line(out, line(model, [&](Fields& fields) { describe(fields, report, model); }));
}

std::string report_schema() {
  const auto member = [](Fields& fields, const Report& report) {
    describe(fields, report, model_v1());
  };
  return document_or_line_schema(
      "ssi report", "The document of the json format, or a line of the jsonl format.", "members",
      document({},
               [&](Fields& fields) {
                 describe_tool(fields, model_v1());
                 fields.list("members", std::vector<Report>{}, member);
               }),
      {line(model_v1(), [&](Fields& fields) { member(fields, Report{}); })});
}

void csv_head(std::string& out, const ReportSettings& settings) {
  CsvRow head{out, CsvRow::Of::names};
  describe_cells(head, Report{}, settings.model, !settings.what_if.empty());
  head.end();
}

void csv_member(std::string& out, const Report& report, const Model& model,
                const Style& /*style*/) {
  CsvRow row{out, CsvRow::Of::values};
  describe_cells(row, report, model, report.what_if.has_value());
  row.end();
}

}  // namespace ssi
