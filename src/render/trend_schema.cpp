#include <ssi/render.hpp>

#include "render/schema_parts.hpp"

namespace ssi {

using namespace schema;  // NOLINT(google-build-using-namespace)

namespace {

ordered_json point() {
  ordered_json properties = {
      {"day", day()}, {"total", points_or_null(total_max)}, {"band", nullable("string")}};
  for (const std::string_view pillar : names_of<PillarId>) {
    properties[std::string{pillar}] = points_or_null(pillar_max);
  }
  return object(properties);
}

}  // namespace

std::string trend_schema() {
  ordered_json some_points = list_of(reference("point"));
  some_points["minItems"] = 1;
  ordered_json forecast = list_of(reference("point"));
  forecast["description"] = "What follows if nothing further happens.";
  ordered_json falls_below = object({{"day", day()}, {"total", points(total_max)}});
  falls_below["description"] = "The first day of the forecast below the target.";
  falls_below["type"] = {"object", "null"};
  return of_document("ssi trend report", "The document of the json format.",
                     document_of({{"member", member()},
                                  {"every", one_of(names_of<Step>)},
                                  {"since", day()},
                                  {"until", day()},
                                  {"target", points(total_max)},
                                  {"assessable", points(total_max)},
                                  {"points", some_points},
                                  {"forecast", forecast},
                                  {"falls_below", falls_below},
                                  {"diagnostics", list_of(reference("diagnostic"))}}),
                     {{"point", point()}, {"model", model()}, {"diagnostic", diagnostic()}});
}

}  // namespace ssi
