#include <fmt/format.h>

#include "render/markdown_parts.hpp"
#include "render/render.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

void write_heading(std::string& out, const Report& report, const Model& model) {
  const auto& name = report.member.label();
  out += "## Social Selling Index" + (name ? ": " + markdown_text(*name) : "") + "\n\n";
  const Score& score = report.score;
  if (score.total) {
    out += fmt::format("**{} / {}**, {}", to_string(*score.total), total_max.hundredths / 100,
                       markdown_text(model.bands[*score.band].name));
    const std::string rest = to_go(*score.total, *score.band, model);
    if (!rest.empty()) out += ", " + markdown_text(rest);
  } else {
    out += "No total: a pillar has nothing measured";
  }
  out += fmt::format(". As of {}, {}.\n\n", report.as_of ? to_string(*report.as_of) : "no date",
                     markdown_model(model));
}

void write_pillars(std::string& out, const Score& score) {
  out += "| Pillar | Score | Earned | Measured on | |\n| :-- | --: | --: | --: | :-- |\n";
  for (const PillarScore& pillar : score.pillars) {
    out += fmt::format("| {} | {} | {} | {} | {} |\n", info(pillar.id).title,
                       points_or_dash(pillar.score), to_string(pillar.earned),
                       to_string(pillar.assessable),
                       pillar.weakest ? "**weakest**"
                       : pillar.weak  ? "weak"
                                      : "");
  }
  out += fmt::format("| **Total** | **{}** | | {} | |\n", points_or_dash(score.total),
                     to_string(score.assessable));
}

void write_signals(std::string& out, const Score& score, const Model& model) {
  out += "\n| Signal | Value | Target | Points |\n| :-- | --: | --: | --: |\n";
  for (const PillarScore& pillar : score.pillars) {
    for (const SignalScore& signal : pillar.signals) {
      const std::string_view unit = info(signal.id).unit;
      out +=
          fmt::format("| {} | {} | {} {} | {} |\n", name(signal.id),
                      signal.value ? show_value(*signal.value, unit) : "not measured",
                      show_value(model.rule(signal.id).target, unit), unit == "ratio" ? "" : unit,
                      signal.value ? to_string(signal.points) : "-");
    }
  }
}

void write_what_if(std::string& out, const Score& before, const WhatIf& what_if,
                   const Model& model) {
  out += '\n';
  for (const Supposed& supposed : what_if.supposed) {
    out += fmt::format("- What if: {}\n", markdown_text(supposed.words));
  }
  const Score& after = what_if.score;
  out += fmt::format("\n| Pillar | As is | As if{} | Change |\n| :-- | --: | --: | --: |\n",
                     what_if.as_of ? ", as of " + to_string(*what_if.as_of) : "");
  for (std::size_t i = 0; i < pillar_count; ++i) {
    out += fmt::format(
        "| {} | {} | {} | {} |\n", pillar_catalog[i].title, points_or_dash(before.pillars[i].score),
        points_or_dash(after.pillars[i].score), signed_points(what_if.pillar_changes[i]));
  }
  const std::string band =
      after.band ? ", " + markdown_text(model.bands[*after.band].name) : std::string{};
  out += fmt::format("| **Total** | **{}** | **{}**{} | {} |\n", points_or_dash(before.total),
                     points_or_dash(after.total), band, signed_points(what_if.change));
}

void write_next_steps(std::string& out, std::span<const NextStep> steps) {
  if (steps.empty()) return;
  out += "\n| Next step | Pillar | Gain |\n| :-- | :-- | --: |\n";
  for (const NextStep& step : steps) {
    out += fmt::format("| {} | {} | +{} |\n", step.advice, name(step.pillar), to_string(step.gain));
  }
}

}  // namespace

void markdown_member(std::string& out, const Report& report, const Model& model,
                     const Style& style) {
  write_heading(out, report, model);
  write_pillars(out, report.score);
  if (style.details) write_signals(out, report.score, model);
  if (report.what_if) write_what_if(out, report.score, *report.what_if, model);
  write_next_steps(out, report.next_steps);
  write_gate_table(out, report.gates);
}

}  // namespace ssi
