#include "render/markdown_parts.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {

std::string markdown_text(std::string_view text) {
  std::string result;
  for (const char c : visible(text)) {
    if (c == '<' || c == '>' || c == '&') {
      result += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
      continue;
    }
    if (std::string_view{"\\`*_{}[]()#+-.!|~@:$"}.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string markdown_model(const Model& model) {
  std::string text = "model " + markdown_text(model.name);
  if (model.sha256) text += fmt::format(" (sha256 `{}`)", *model.sha256);
  return text;
}

void write_gate_table(std::string& out, std::span<const GateVerdict> gates) {
  if (gates.empty()) return;
  out += "\n| Gate | Wanted | Got | |\n| :-- | --: | --: | :-- |\n";
  for (const GateVerdict& verdict : gates) {
    out += fmt::format("| {} | {} | {} | {} |\n", describe(verdict.gate),
                       amount(verdict.gate, verdict.gate.wanted),
                       verdict.got ? amount(verdict.gate, *verdict.got) : "-",
                       verdict.passed ? "met"
                       : verdict.got  ? "**missed**"
                                      : "no score");
  }
}

}  // namespace ssi
