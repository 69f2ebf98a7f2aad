#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

std::string conclusion_of(const PillarFit& fit) {
  if (fit.errors.readings == 0) return "kept: no reading";
  if (fit.errors.readings == 1) return "kept: one reading";
  if (fit.factor == Ratio{1, 1}) return "kept: they fit";
  if (!fit.is_used) return "kept: no gain";
  return fit.errors.readings < fewest_readings ? "fitted, but a guess" : "fitted";
}

Row row_of_fit(const PillarFit& fit) {
  return {std::string{names_of<PillarId>[static_cast<std::size_t>(fit.id)]},
          conclusion_of(fit),
          fit.errors.readings,
          fit.errors.before,
          fit.errors.after,
          fit.left_out,
          fit.errors.readings == 0 ? "-" : show_value(fit.factor, "")};
}

std::string caution_of(const CalibrationReport& report) {
  const bool is_guess = std::ranges::any_of(report.pillars, [](const PillarFit& fit) {
    return fit.errors.readings > 0 && fit.errors.readings < fewest_readings;
  });
  if (!is_guess) return "";
  return fmt::format("With fewer than {} readings of a pillar its fit is a guess.",
                     fewest_readings);
}

}  // namespace

Page page_of(const CalibrationReport& report) {
  const Member member = report.members.size() == 1 ? report.members.front() : Member{};
  Page page = page_with(title_with("Calibration", ": ", member),
                        fmt::format("{} to {}", to_string(report.first), to_string(report.last)),
                        report.base);
  Table table{.title = "Mean error",
              .columns = {{"pillar"},
                          {"targets", reason},
                          {"readings", number},
                          {"before", number},
                          {"after", number},
                          {"left out", number},
                          {"factor", number}}};
  std::ranges::transform(report.pillars, std::back_inserter(table.rows), row_of_fit);
  const MeanErrors& total = report.total;
  table.rows.push_back(
      {"total", "not fitted", total.readings, total.before, total.after, "-", "-"});
  page.add(table);
  page.add(Paragraph{
      .text = "Errors are in points, against LinkedIn's readings. Before: with the model as it is. "
              "After: with its targets of counts and days times the factor. Left out: each reading "
              "by the factor that the others give. This is what to expect of the next reading, so "
              "a pillar keeps its targets unless it is less than before."});
  page.add(Paragraph{.text = caution_of(report)});
  return page;
}

}  // namespace ssi
