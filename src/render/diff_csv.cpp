#include "render/csv_row.hpp"
#include "render/diff_parts.hpp"
#include "render/render.hpp"

namespace ssi {

// A row for the total, and for each pillar and each of its signals, with a cell for each cause.
void csv_diff(std::string& out, const DiffReport& report,
              std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  CsvRow head{out};
  for (const std::string_view column : {"kind", "id", "before", "after", "change"}) {
    head.text(column);
  }
  for (const std::string_view cause : names_of<Cause>) head.text(cause);
  head.end();
  for (const DiffLine& line : lines_of(report)) {
    CsvRow row{out};
    row.text(line.kind);
    row.text(line.id);
    row.points(line.before);
    row.points(line.after);
    row.points(line.change);
    for (std::size_t i = 0; i < names_of<Cause>.size(); ++i) {
      row.points(part_of(line, report, static_cast<Cause>(i)));
    }
    row.end();
  }
}

}  // namespace ssi
