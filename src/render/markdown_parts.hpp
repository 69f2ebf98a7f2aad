#pragma once

#include <optional>
#include <span>
#include <string>

#include <ssi/report.hpp>

namespace ssi {

/// `text` such that no character of it means anything to Markdown or HTML.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// `model v1`, with the SHA-256 of a custom one.
[[nodiscard]] std::string markdown_model(const Model& model);

/// A table of the verdicts, nothing if there are none.
void write_gate_table(std::string& out, std::span<const GateVerdict> gates);

}  // namespace ssi
