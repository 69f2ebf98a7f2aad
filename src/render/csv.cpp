#include <fmt/format.h>
#include <fmt/ranges.h>

#include "render/csv_row.hpp"
#include "render/render.hpp"

namespace ssi {
namespace {

std::string what_if(std::string_view column) {
  return fmt::format("what_if_{}", column);
}

std::string_view band_of(const Score& score, const Model& model) {
  return score.band ? std::string_view{model.bands[*score.band].name} : "";
}

void write_what_if(CsvRow& row, const WhatIf& what_if, const Model& model) {
  row.text(what_if.as_of ? to_string(*what_if.as_of) : "");
  row.points(what_if.score.total);
  row.text(band_of(what_if.score, model));
  for (const PillarScore& pillar : what_if.score.pillars) row.points(pillar.score);
}

}  // namespace

void csv_head(std::string& out, const ReportSettings& settings) {
  CsvRow row{out};
  for (const std::string_view column : {"id", "name", "team", "as_of", "model", "model_sha256",
                                        "total", "assessable", "band", "weakest"}) {
    row.text(column);
  }
  for (const std::string_view pillar : names_of<PillarId>) {
    for (const std::string_view column : {"", "_earned", "_assessable"}) {
      row.text(fmt::format("{}{}", pillar, column));
    }
  }
  for (const std::string_view signal : names_of<SignalId>) row.text(signal);
  if (!settings.what_if.empty()) {
    for (const std::string_view column : {"as_of", "total", "band"}) row.text(what_if(column));
    for (const std::string_view pillar : names_of<PillarId>) row.text(what_if(pillar));
  }
  row.end();
}

void csv_member(std::string& out, const Report& report, const Model& model,
                const Style& /*style*/) {
  const Score& score = report.score;
  CsvRow row{out};
  row.text_or_empty(report.member.id);
  row.text_or_empty(report.member.name);
  row.text_or_empty(report.member.team);
  row.text(report.as_of ? to_string(*report.as_of) : "");
  row.text(model.name);
  row.text_or_empty(model.sha256);
  row.points(score.total);
  row.points(score.assessable);
  row.text(band_of(score, model));
  std::vector<std::string_view> weakest;
  for (const PillarScore& pillar : score.pillars) {
    if (pillar.weakest) weakest.push_back(name(pillar.id));
  }
  row.text(fmt::format("{}", fmt::join(weakest, " ")));
  for (const PillarScore& pillar : score.pillars) {
    row.points(pillar.score);
    row.points(pillar.earned);
    row.points(pillar.assessable);
  }
  for (const PillarScore& pillar : score.pillars) {
    for (const SignalScore& signal : pillar.signals) {
      row.points(signal.value ? std::optional{signal.points} : std::nullopt);
    }
  }
  if (report.what_if) write_what_if(row, *report.what_if, model);
  row.end();
}

}  // namespace ssi
