#include <fmt/format.h>

#include "render/markdown_parts.hpp"
#include "render/plan_parts.hpp"
#include "render/render.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

void write_row(std::string& out, std::string_view title, auto points, const PlanReport& report) {
  out += fmt::format("| {} | {} | {} | {} |\n", title, points_or_dash(points(report.now)),
                     points_or_dash(points(report.without)), points_or_dash(points(report.with)));
}

void write_scores(std::string& out, const PlanReport& report) {
  out += "| | Now | If nothing happens | With the plan |\n| :-- | --: | --: | --: |\n";
  write_row(
      out, "Total", [](const Score& score) { return score.total; }, report);
  for (const PillarInfo& pillar : pillar_catalog) {
    write_row(
        out, pillar.title, [&](const Score& score) { return score.pillar(pillar.id).score; },
        report);
  }
}

}  // namespace

void markdown_plan(std::string& out, const PlanReport& report,
                   std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  const auto& name = report.member.label();
  out +=
      fmt::format("## Plan{}, {} to {}\n\n{} {}.\n\n", name ? " for " + markdown_text(*name) : "",
                  to_string(report.settings.from + std::chrono::days{1}), to_string(report.until),
                  outcome(report), markdown_model(report.settings.model));
  write_scores(out, report);
  if (!report.items.empty()) {
    out += "\n| What | When | In all | Minutes |\n| :-- | :-- | --: | --: |\n";
    for (const PlanItem& item : report.items) {
      const std::string when =
          item.times_a_week == 0 ? "once" : fmt::format("each week, on {} days", item.days_a_week);
      out += fmt::format("| {} | {} | {} | {} |\n", item.advice, when, item.times, item.minutes);
    }
  }
  if (!report.rates.empty()) {
    out += "\n| What others are expected to do | |\n| :-- | :-- |\n";
    for (const PlanRate& rate : report.rates) {
      out += fmt::format("| {} | {} |\n", ssi::name(rate.what), in_words(rate));
    }
  }
}

}  // namespace ssi
