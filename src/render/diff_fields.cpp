#include <array>
#include <functional>

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
  describe_range(out, end.score.range());
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
  const DiffReport* report = nullptr;  ///< null in the header
  std::string_view kind{};
  std::string_view id{};
  std::optional<Points> before{};
  std::optional<Points> after{};
  std::optional<Points> change{};
  std::array<Points, names_of<Cause>.size()> by_cause{};
};

static void describe_cells(Fields& out, const DiffRow& row) {
  static const DiffReport nothing{};
  const DiffReport& report = row.report == nullptr ? nothing : *row.report;
  out.object("member", report.after.member);
  // A column `model` would be the cause of that name.
  out.object("before", [&](Fields& fields) { describe_model(fields, report.before.model); });
  out.object("after", [&](Fields& fields) { describe_model(fields, report.after.model); });
  out.field("kind", row.kind);
  out.field("id", row.id);
  out.field("before", row.before);
  out.field("after", row.after);
  out.field("change", row.change);
  for (std::size_t i = 0; i < row.by_cause.size(); ++i) {
    out.field(names_of<Cause>[i], row.change ? std::optional{row.by_cause[i]} : std::nullopt);
  }
}

// The total, then each pillar with its signals.
static void add_rows(std::vector<DiffRow>& rows, const DiffReport& report) {
  // `of` picks what the row is about from a score, and `in` from a change.
  const auto add = [&](std::string_view kind, std::string_view id, const auto& of, const auto& in) {
    DiffRow row{&report, kind, id, of(report.before.score), of(report.after.score)};
    row.change = in(report.change);
    for (const DiffTerm& term : report.terms) {
      row.by_cause[static_cast<std::size_t>(term.cause)] =
          std::optional<Points>{in(term.change)}.value_or(Points{});
    }
    rows.push_back(std::move(row));
  };
  add("total", "total", std::mem_fn(&Score::total), std::mem_fn(&Change::total));
  for (const PillarInfo& pillar : pillar_catalog) {
    add(
        "pillar", name(pillar.id),
        [&](const Score& score) { return score.pillar(pillar.id).score; },
        [&](const Change& change) { return change.pillar(pillar.id); });
    for (const SignalId id : signals_of(pillar.id)) {
      add(
          "signal", name(id), [id](const Score& score) { return points_of(score, id); },
          [id](const Change& change) { return change.signal(id); });
    }
  }
}

std::string diff_schema() {
  return schema_of_members<DiffReport>("ssi diff report");
}

void csv_diffs(std::string& out, const std::vector<DiffReport>& reports, Notes /*notes*/,
               const Style& /*style*/) {
  std::vector<DiffRow> rows;
  for (const DiffReport& report : reports) add_rows(rows, report);
  write_rows(out, rows, [](Fields& fields, const DiffRow& row) { describe_cells(fields, row); });
}

}  // namespace ssi
