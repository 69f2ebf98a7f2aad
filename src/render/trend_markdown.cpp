#include <fmt/format.h>

#include "render/markdown_parts.hpp"
#include "render/render.hpp"
#include "render/trend_parts.hpp"
#include "page/value.hpp"

namespace ssi {
namespace {

void write_table(std::string& out, const std::vector<TrendPoint>& points, const Model& model) {
  out += "| Day | Total | Band |";
  for (const std::string_view pillar : names_of<PillarId>) out += fmt::format(" {} |", pillar);
  out += "\n| :-- | --: | :-- | --: | --: | --: | --: |\n";
  for (const TrendPoint& point : points) {
    out += fmt::format("| {} | {} | {} |", to_string(point.day), points_or_dash(point.total),
                       point.band ? markdown_text(model.bands[*point.band].name) : "-");
    for (const auto& pillar : point.pillars) out += fmt::format(" {} |", points_or_dash(pillar));
    out += '\n';
  }
}

}  // namespace

void markdown_trend(std::string& out, const TrendReport& report,
                    std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  const auto& name = report.member.label();
  out += fmt::format("## Social Selling Index{}, {} to {}\n\n",
                     name ? " of " + markdown_text(*name) : "", to_string(report.settings.since),
                     to_string(report.settings.until));
  out += fmt::format("{} By {}. {}.\n\n", outlook(report), ssi::name(report.settings.every),
                     markdown_model(report.model));
  write_table(out, report.points, report.model);
  if (report.forecast.empty()) return;
  out += "\nThe score if nothing further happens:\n\n";
  write_table(out, report.forecast, report.model);
}

}  // namespace ssi
