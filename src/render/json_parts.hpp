#pragma once

#include <span>

#include <ssi/report.hpp>

#include "render/json_writer.hpp"

// What several JSON formats write alike. Each writes keys into an object that is open.
namespace ssi {

/// Of every document and line; the schemas say the same.
inline constexpr int schema_version = 1;

/// `id`, `name` and `team`.
void write_who(JsonWriter& json, const Member& member);

/// The same as an object, `member`.
void write_member(JsonWriter& json, const Member& member);

/// `schema_version` and `model`.
void write_version(JsonWriter& json, const Model& model);

void write_model(JsonWriter& json, const Model& model);

/// Opens a document, and writes what all documents begin with.
void open_document(JsonWriter& json);
/// The same, with the model of all that follows.
void open_document(JsonWriter& json, const Model& model);

/// What is to be done: `pillar`, `advice`, `activity` and `times`.
void write_action(JsonWriter& json, PillarId pillar, std::string_view advice, const Action& action,
                  int times);

void write_gates(JsonWriter& json, std::span<const GateVerdict> gates);

/// A list as a value, behind its key.
void write_diagnostics(JsonWriter& json, std::span<const Diagnostic> diagnostics);

}  // namespace ssi
