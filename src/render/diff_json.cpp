#include <fmt/format.h>

#include "render/diff_parts.hpp"
#include "render/json_parts.hpp"
#include "render/render.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

void write_end(JsonWriter& json, std::string_view key, const DiffEnd& end) {
  json.key(key);
  json.open('{');
  write_model(json, end.model);
  json.key("member");
  json.open('{');
  write_who(json, end.member);
  json.close('}');
  json.key("as_of");
  json.text_or_null(end.as_of ? std::optional{to_string(*end.as_of)} : std::nullopt);
  json.key("total");
  json.points_or_null(end.score.total);
  json.key("band");
  json.text_or_null(end.score.band ? std::optional{end.model.bands[*end.score.band].name}
                                   : std::nullopt);
  json.key("assessable");
  json.points(end.score.assessable);
  json.close('}');
}

void write_points(JsonWriter& json, std::optional<Points> before, std::optional<Points> after,
                  std::optional<Points> change) {
  json.key("before");
  json.points_or_null(before);
  json.key("after");
  json.points_or_null(after);
  json.key("change");
  json.points_or_null(change);
}

void write_terms(JsonWriter& json, const DiffReport& report) {
  json.key("terms");
  json.open('[');
  for (const DiffTerm& term : report.terms) {
    json.open('{');
    json.key("cause");
    json.plain(name(term.cause));
    json.key("activities");
    json.raw(fmt::format_int{term.activities}.str());
    json.key("total");
    json.points_or_null(term.change.total);
    for (std::size_t i = 0; i < pillar_count; ++i) {
      json.key(names_of<PillarId>[i]);
      json.points_or_null(term.change.pillars[i]);
    }
    json.close('}');
  }
  json.close(']');
}

void write_signal(JsonWriter& json, const DiffReport& report, std::size_t pillar, std::size_t i) {
  const SignalScore& before = report.before.score.pillars[pillar].signals[i];
  const SignalScore& after = report.after.score.pillars[pillar].signals[i];
  const auto index = static_cast<std::size_t>(before.id);
  json.open('{');
  json.key("id");
  json.plain(name(before.id));
  write_points(json, points_of(before), points_of(after), report.change.signals[index]);
  json.key("terms");
  json.open('[');
  for (const DiffTerm& term : report.terms) {
    if (term.change.signals[index] == Points{}) continue;
    json.open('{');
    json.key("cause");
    json.plain(name(term.cause));
    json.key("points");
    json.points(term.change.signals[index]);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

void write_pillars(JsonWriter& json, const DiffReport& report) {
  json.key("pillars");
  json.open('[');
  for (std::size_t i = 0; i < pillar_count; ++i) {
    json.open('{');
    json.key("id");
    json.plain(names_of<PillarId>[i]);
    json.key("title");
    json.plain(pillar_catalog[i].title);
    write_points(json, report.before.score.pillars[i].score, report.after.score.pillars[i].score,
                 report.change.pillars[i]);
    json.key("signals");
    json.open('[');
    for (std::size_t j = 0; j < signals_in[i]; ++j) write_signal(json, report, i, j);
    json.close(']');
    json.close('}');
  }
  json.close(']');
}

}  // namespace

void json_diff(std::string& out, const DiffReport& report, std::span<const Diagnostic> diagnostics,
               const Style& /*style*/) {
  JsonWriter json{out, true};
  open_document(json);
  write_end(json, "before", report.before);
  write_end(json, "after", report.after);
  json.key("change");
  json.points_or_null(report.change.total);
  write_terms(json, report);
  write_pillars(json, report);
  write_gates(json, report.gates);
  json.key("diagnostics");
  write_diagnostics(json, diagnostics);
  json.close('}');
  out += '\n';
}

}  // namespace ssi
