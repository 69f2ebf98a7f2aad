#include <algorithm>

#include "page/diff_lines.hpp"
#include "page/value.hpp"
#include "render/describe.hpp"
#include "render/render.hpp"
#include "signals/catalog.hpp"

namespace ssi {

static void describe(Fields& out, const DiffEnd& end) {
  out.object("model", end.model);
  out.object("member", end.member);
  out.field("as_of", end.as_of);
  out.field("total", end.score.total);
  out.field("band", band_name(end.score.band, end.model));
  out.field("assessable", end.score.assessable);
}

void describe(Fields& out, const DiffTerm& term) {
  out.field("cause", term.cause);
  out.field("activities", term.activities);
  describe_points(out, term.change, change_of_total, change_of_pillar);
}

static void describe(Fields& out, SignalId id, const DiffReport& report) {
  out.field("id", id);
  out.field("before", points_of(report.before.score, id), of_pillar);
  out.field("after", points_of(report.after.score, id), of_pillar);
  out.field("change", report.change.signal(id), change_of_pillar);
  std::vector<DiffTerm> terms = report.terms;
  std::erase_if(terms, [&](const DiffTerm& term) { return term.change.signal(id) == Points{}; });
  out.list("terms", terms, [&](Fields& fields, const DiffTerm& term) {
    fields.field("cause", term.cause);
    fields.field("points", term.change.signal(id), change_of_pillar);
  });
}

static void describe(Fields& out, const PillarInfo& pillar, const DiffReport& report) {
  out.field("id", pillar.id);
  out.field("title", Word{pillar.title});
  out.field("before", report.before.score.pillar(pillar.id).score, of_pillar);
  out.field("after", report.after.score.pillar(pillar.id).score, of_pillar);
  out.field("change", report.change.pillar(pillar.id), change_of_pillar);
  out.list(
      "signals", signals_of(pillar.id),
      [&](Fields& fields, SignalId id) { describe(fields, id, report); }, signals_of_pillar);
}

void describe(Fields& out, const DiffReport& report) {
  out.object("before", report.before);
  out.object("after", report.after);
  out.field("change", report.change.total, change_of_total);
  out.list("terms", report.terms);
  out.list("pillars", pillar_catalog,
           [&](Fields& fields, const PillarInfo& pillar) { describe(fields, pillar, report); });
  out.list("gates", report.gates);
}

/// A row of CSV: the total, a pillar or a signal, with a cell for each cause.
struct DiffRow {
  Member member{};
  DiffLine line{};
};

static void describe_cells(Fields& out, const DiffRow& row) {
  const DiffLine& line = row.line;
  out.object("member", row.member);
  out.field("kind", line.kind);
  out.field("id", line.id);
  out.field("before", line.before);
  out.field("after", line.after);
  out.field("change", line.change);
  for (std::size_t i = 0; i < names_of<Cause>.size(); ++i) {
    const auto term = std::ranges::find(line.terms, static_cast<Cause>(i), &DiffLine::Term::cause);
    const Points points = term == line.terms.end() ? Points{} : term->points;
    out.field(names_of<Cause>[i], line.change ? std::optional{points} : std::nullopt);
  }
}

std::string diff_schema() {
  return schema_of_members<DiffReport>("ssi diff report");
}

void csv_diffs(std::string& out, const std::vector<DiffReport>& reports, Notes /*notes*/,
               const Style& /*style*/) {
  std::vector<DiffRow> rows;
  for (const DiffReport& report : reports) {
    for (DiffLine& line : lines_of(report)) rows.push_back({report.after.member, std::move(line)});
  }
  write_rows(out, rows, [](Fields& fields, const DiffRow& row) { describe_cells(fields, row); });
}

}  // namespace ssi
