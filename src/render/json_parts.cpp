#include "render/json_parts.hpp"

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "log/encode.hpp"

namespace ssi {
namespace {

void write_position(JsonWriter& json, const std::optional<Position>& position) {
  json.key("line");
  json.raw(position ? fmt::format("{}", position->line) : "null");
  json.key("column");
  json.raw(position ? fmt::format("{}", position->column) : "null");
}

void write_diagnostic(JsonWriter& json, const Diagnostic& d) {
  json.open('{');
  json.key("severity");
  json.plain(name(d.severity));
  json.key("code");
  json.plain(name(d.code));
  json.key("file");
  json.text_or_null(d.file.empty() ? std::nullopt : std::optional{d.file});
  write_position(json, d.position);
  json.key("pointer");
  json.text(d.pointer);
  json.key("message");
  json.text(d.message);
  json.close('}');
}

}  // namespace

void write_who(JsonWriter& json, const Member& member) {
  json.key("id");
  json.text_or_null(member.id);
  json.key("name");
  json.text_or_null(member.name);
  json.key("team");
  json.text_or_null(member.team);
}

void write_member(JsonWriter& json, const Member& member) {
  json.key("member");
  json.open('{');
  write_who(json, member);
  json.close('}');
}

void write_model(JsonWriter& json, const Model& model) {
  json.key("model");
  json.open('{');
  json.key("name");
  json.text(model.name);
  if (model.sha256) {
    json.key("sha256");
    json.text(*model.sha256);
  }
  json.close('}');
}

void write_version(JsonWriter& json, const Model& model) {
  json.key("schema_version");
  json.raw(fmt::format_int{schema_version}.str());
  write_model(json, model);
}

void open_document(JsonWriter& json) {
  json.open('{');
  json.key("schema_version");
  json.raw(fmt::format_int{schema_version}.str());
  json.key("tool");
  json.open('{');
  json.key("name");
  json.text("ssi");
  json.key("version");
  json.text(version());
  json.close('}');
}

void open_document(JsonWriter& json, const Model& model) {
  open_document(json);
  write_model(json, model);
}

void write_action(JsonWriter& json, PillarId pillar, std::string_view advice, const Action& action,
                  int times) {
  json.key("pillar");
  json.plain(name(pillar));
  json.key("advice");
  json.text(advice);
  json.key("activity");
  json.raw(encode(action));
  json.key("times");
  json.raw(fmt::format("{}", times));
}

void write_gates(JsonWriter& json, std::span<const GateVerdict> gates) {
  json.key("gates");
  json.open('[');
  for (const GateVerdict& verdict : gates) {
    json.open('{');
    json.key("on");
    json.plain(name(verdict.gate));
    json.key("wanted");
    json.points(verdict.gate.wanted);
    if (verdict.gate.on == GateOn::share) {
      json.key("from");
      json.points(verdict.gate.from);
    }
    json.key("got");
    json.points_or_null(verdict.got);
    json.key("passed");
    json.boolean(verdict.passed);
    json.close('}');
  }
  json.close(']');
}

void write_diagnostics(JsonWriter& json, std::span<const Diagnostic> diagnostics) {
  json.open('[');
  for (const Diagnostic& d : diagnostics) write_diagnostic(json, d);
  json.close(']');
}

}  // namespace ssi
