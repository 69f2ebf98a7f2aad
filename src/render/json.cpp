#include "log/encode.hpp"
#include "render/json_parts.hpp"
#include "render/render.hpp"
#include "render/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

constexpr int members_level = 2;  // members stand in a list in the document

void write_signal(JsonWriter& json, const SignalScore& signal, const Model& model) {
  json.open('{');
  json.key("id");
  json.plain(name(signal.id));
  json.key("value");
  json.raw(signal.value ? number_of(*signal.value) : "null");
  json.key("target");
  json.raw(number_of(model.rule(signal.id).target));
  json.key("unit");
  json.plain(info(signal.id).unit);
  json.key("points");
  json.points(signal.points);
  json.key("max");
  json.points(signal.max);
  json.close('}');
}

void write_pillar(JsonWriter& json, const PillarScore& pillar, const Model& model) {
  json.open('{');
  json.key("id");
  json.plain(name(pillar.id));
  json.key("title");
  json.plain(info(pillar.id).title);
  json.key("score");
  json.points_or_null(pillar.score);
  json.key("earned");
  json.points(pillar.earned);
  json.key("assessable");
  json.points(pillar.assessable);
  json.key("weak");
  json.boolean(pillar.weak);
  json.key("weakest");
  json.boolean(pillar.weakest);
  json.key("signals");
  json.open('[');
  for (const SignalScore& signal : pillar.signals) write_signal(json, signal, model);
  json.close(']');
  json.close('}');
}

void write_next_steps(JsonWriter& json, std::span<const NextStep> steps) {
  json.key("next_steps");
  json.open('[');
  for (const NextStep& step : steps) {
    json.open('{');
    write_action(json, step.pillar, step.advice, step.action, step.times);
    json.key("gain");
    json.points(step.gain);
    json.close('}');
  }
  json.close(']');
}

// The fields of a score, within an object that is open.
void write_score(JsonWriter& json, std::optional<Day> as_of, const Score& score,
                 const Model& model) {
  json.key("as_of");
  json.text_or_null(as_of ? std::optional{to_string(*as_of)} : std::nullopt);
  json.key("total");
  json.points_or_null(score.total);
  json.key("band");
  json.text_or_null(score.band ? std::optional{model.bands[*score.band].name} : std::nullopt);
  json.key("assessable");
  json.points(score.assessable);
  json.key("weakest");
  json.open('[');
  for (const PillarScore& pillar : score.pillars) {
    if (pillar.weakest) json.plain(name(pillar.id));
  }
  json.close(']');
  json.key("pillars");
  json.open('[');
  for (const PillarScore& pillar : score.pillars) write_pillar(json, pillar, model);
  json.close(']');
}

void write_what_if(JsonWriter& json, const WhatIf& what_if, const Model& model) {
  json.key("what_if");
  json.open('{');
  json.key("activities");
  json.open('[');
  for (const Supposed& supposed : what_if.supposed) {
    json.raw(supposed.day ? encode_line(std::nullopt, to_string(*supposed.day), supposed.action)
                          : encode(supposed.action));
  }
  json.close(']');
  write_score(json, what_if.as_of, what_if.score, model);
  json.key("change");
  json.points_or_null(what_if.change);
  json.close('}');
}

// The fields of a member, within an object that is open.
void write_member(JsonWriter& json, const Report& report, const Model& model) {
  write_who(json, report.member);
  write_score(json, report.as_of, report.score, model);
  write_next_steps(json, report.next_steps);
  write_gates(json, report.gates);
  if (report.what_if) write_what_if(json, *report.what_if, model);
}

}  // namespace

void json_head(std::string& out, const ReportSettings& settings) {
  JsonWriter json{out, true};
  open_document(json, settings.model);
  json.key("members");
  json.open('[');
}

void json_member(std::string& out, const Report& report, const Model& model,
                 const Style& /*style*/) {
  JsonWriter json{out, true, members_level};
  json.open('{');
  write_member(json, report, model);
  json.close('}');
}

void json_tail(std::string& out, std::span<const Diagnostic> diagnostics) {
  out += "\n  ],\n  \"diagnostics\": ";
  JsonWriter json{out, true, 1};
  json.key_is_written();
  write_diagnostics(json, diagnostics);
  out += "\n}\n";
}

void jsonl_member(std::string& out, const Report& report, const Model& model,
                  const Style& /*style*/) {
  JsonWriter json{out, false};
  json.open('{');
  write_version(json, model);
  write_member(json, report, model);
  json.close('}');
  out += '\n';
}

}  // namespace ssi
