#include "render/describe.hpp"

namespace ssi {

std::optional<std::string_view> band_name(std::optional<std::size_t> band, const Model& model) {
  if (!band) return std::nullopt;
  return model.bands[*band].name;
}

void describe(Fields& out, const Member& member) {
  out.field("id", member.id);
  out.field("name", member.name);
  out.field("team", member.team);
  const bool is_one_file = member.source && !member.source->empty();
  out.field("source", is_one_file ? member.source : std::nullopt,
            {.about = "The file that holds the log. Null for standard input and several files."});
}

void describe(Fields& out, const Model& model) {
  out.field("name", model.name);
  out.field("sha256", model.sha256,
            {.may_be_left_out = true, .about = "Of the file, for a model that is not built in."});
}

void describe_model(Fields& out, const Model& model) {
  out.field("model", model.name);
  out.field("model_sha256", model.sha256);
}

static void describe(Fields& out, PointsRange range) {
  out.field("low", range.low);
  out.field("high", range.high);
}

void describe_range(Fields& out, const std::optional<PointsRange>& range) {
  out.object(
      "range", range, ByType{},
      {.may_be_left_out = true, .about = "With all that is not measured at nothing, and in full."});
}

void describe_thin(Fields& out, bool is_thin) {
  out.field("thin", is_thin ? std::optional{true} : std::nullopt,
            {.may_be_left_out = true, .about = "Measured on less than half of the points."});
}

void describe(Fields& out, const GateVerdict& verdict) {
  const Gate& gate = verdict.gate;
  out.field("on", Word{name(gate)}, {.about = "total, complete, mean, share, drop, or a pillar."});
  out.field("wanted", gate.wanted);
  out.field(
      "from", gate.on == GateOn::share ? std::optional{gate.from} : std::nullopt,
      {.may_be_left_out = true, .about = "For a share gate: the total that members must have."});
  out.field("strictly", gate.strictly ? std::optional{true} : std::nullopt,
            {.may_be_left_out = true, .about = "Judged on the lower end of the range."});
  out.field("got", verdict.got);
  describe_range(out, verdict.range);
  out.field("passed", verdict.passed);
}

void describe_step(Fields& out, const NextStep& step) {
  out.field("pillar", step.pillar);
  out.field("advice", step.advice);
  out.field("activity", step.action);
  out.field("times", step.times, {.least = 1});
}

void describe(Fields& out, const Diagnostic& d) {
  const auto& at = d.position;
  out.field("severity", d.severity);
  out.field("code", d.code);
  out.field("file", d.file.empty() ? std::nullopt : std::optional{d.file});
  out.field("line", at ? std::optional{at->line} : std::nullopt, {.least = 1});
  out.field("column", at ? std::optional{at->column} : std::nullopt, {.least = 1});
  out.field("pointer", d.pointer);
  out.field("message", d.message);
}

void describe(Fields& out, const SideBySide& both) {
  const Reading& shown = both.linkedin;
  out.field("at", both.day);
  out.field("total", shown.total);
  for (std::size_t i = 0; i < pillar_count; ++i) {
    out.field(names_of<PillarId>[i], shown.pillar(static_cast<PillarId>(i)));
  }
  out.field("industry_rank", shown.industry_rank, {.least = 1, .about = "10: in the top 10%."});
  out.field("network_rank", shown.network_rank, {.least = 1});
  out.field("industry_average", shown.industry_average);
  out.field("network_average", shown.network_average);
  out.object("log", achieved(both.log),
             [](Fields& fields, const Achieved& points) { describe_points(fields, points); },
             {.about = "The score of the log on that day."});
}

void describe(Fields& out, const ShownTotal& shown) {
  out.field("at", shown.day);
  out.field("total", shown.total);
}

void describe_notes(Fields& out, const Diagnostics& notes) {
  out.field(
      "set_aside", notes.total(Severity::set_aside),
      {.about = "Logs, and lines that may be logs, that could not be read and were left out."});
  out.list("diagnostics", notes.list());
}

void describe_version(Fields& out) {
  constexpr int schema_version = 1;  // of every document and line
  out.field("schema_version", schema_version, {.least = schema_version});
}

void describe_tool(Fields& out) {
  describe_version(out);
  out.object("tool", [](Fields& tool) {
    tool.field("name", Word{"ssi"});
    tool.field("version", version());
  });
}

void describe_tool(Fields& out, const Model& model) {
  describe_tool(out);
  out.object("model", model);
}

}  // namespace ssi
