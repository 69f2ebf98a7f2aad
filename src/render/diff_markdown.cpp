#include <fmt/format.h>

#include "page/diff_lines.hpp"
#include "render/markdown_parts.hpp"
#include "render/render.hpp"
#include "page/value.hpp"

namespace ssi {
namespace {

void write_heading(std::string& out, const DiffReport& report) {
  const std::string who = who_is_compared(report);
  out += fmt::format("## Social Selling Index{}, {}\n\n",
                     who.empty() ? "" : " of " + markdown_text(who), days_compared(report));
  const auto& [before, after] = std::pair{report.before.score.total, report.after.score.total};
  if (report.change.total) {
    out += fmt::format("**{}**, from {} to {}", signed_points(report.change.total),
                       to_string(*before), to_string(*after));
  } else {
    out += "No change of the total: a pillar has nothing measured";
  }
  const std::string first = markdown_model(report.before.model);
  const std::string second = markdown_model(report.after.model);
  out += fmt::format(". {}.\n", first == second ? first : first + ", then " + second);
}

// A row a line, a column a cause.
void write_table(std::string& out, const DiffReport& report, std::string_view title,
                 bool are_signals) {
  std::string head = fmt::format("\n| {} | Before | After | Change |", title);
  std::string rule = "| :-- | --: | --: | --: |";
  for (const DiffTerm& term : report.terms) {
    head += fmt::format(" {} |", describe(term));
    rule += " --: |";
  }
  std::string rows;
  for (const DiffLine& line : lines_of(report)) {
    if ((line.kind == "signal") != are_signals || (are_signals && !has_changed(line, report))) {
      continue;
    }
    rows += fmt::format("| {} | {} | {} | {} |", line.title, points_or_dash(line.before),
                        points_or_dash(line.after), signed_points(line.change));
    for (const DiffTerm& term : report.terms) {
      rows += fmt::format(" {} |", signed_points(line.in(term.change)));
    }
    rows += '\n';
  }
  if (!rows.empty()) out += head + '\n' + rule + '\n' + rows;
}

}  // namespace

void markdown_diff(std::string& out, const DiffReport& report,
                   std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  write_heading(out, report);
  write_table(out, report, "", false);
  write_table(out, report, "Signal", true);
  write_gate_table(out, report.gates);
}

}  // namespace ssi
