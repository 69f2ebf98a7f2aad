#include <algorithm>

#include <ssi/render.hpp>

#include "render/schema_parts.hpp"

namespace ssi {

using namespace schema;  // NOLINT(google-build-using-namespace)

namespace {

ordered_json end() {
  return object({{"model", reference("model")},
                 {"member", member()},
                 {"as_of", day_or_null()},
                 {"total", points_or_null(total_max)},
                 {"band", nullable("string")},
                 {"assessable", points(total_max)}});
}

ordered_json term() {
  ordered_json properties = {{"cause", one_of(names_of<Cause>)},
                             {"activities", count()},
                             {"total", difference_or_null(total_max)}};
  for (const std::string_view pillar : names_of<PillarId>) {
    properties[std::string{pillar}] = difference_or_null(pillar_max);
  }
  return object(properties);
}

ordered_json diff_signal() {
  const ordered_json part =
      object({{"cause", one_of(names_of<Cause>)}, {"points", difference(pillar_max)}});
  return object({{"id", one_of(names_of<SignalId>)},
                 {"before", points_or_null(pillar_max)},
                 {"after", points_or_null(pillar_max)},
                 {"change", difference(pillar_max)},
                 {"terms", list_of(part)}});
}

ordered_json diff_pillar() {
  ordered_json signals = list_of(reference("signal"));
  signals["minItems"] = std::ranges::min(signals_in);
  signals["maxItems"] = std::ranges::max(signals_in);
  return object({{"id", one_of(names_of<PillarId>)},
                 {"title", of_type("string")},
                 {"before", points_or_null(pillar_max)},
                 {"after", points_or_null(pillar_max)},
                 {"change", difference_or_null(pillar_max)},
                 {"signals", signals}});
}

}  // namespace

std::string diff_schema() {
  ordered_json pillars = list_of(reference("pillar"));
  pillars["minItems"] = pillar_count;
  pillars["maxItems"] = pillar_count;
  return of_document("ssi diff report", "The document of the json format.",
                     document_with({{"before", reference("end")},
                                    {"after", reference("end")},
                                    {"change", difference_or_null(total_max)},
                                    {"terms", list_of(reference("term"))},
                                    {"pillars", pillars},
                                    {"gates", list_of(reference("gate"))},
                                    {"diagnostics", list_of(reference("diagnostic"))}}),
                     {{"end", end()},
                      {"term", term()},
                      {"pillar", diff_pillar()},
                      {"signal", diff_signal()},
                      {"gate", gate({GateOn::drop})},
                      {"model", model()},
                      {"diagnostic", diagnostic()}});
}

}  // namespace ssi
