#include <ssi/render.hpp>

#include "render/schema_parts.hpp"

namespace ssi {

using namespace schema;  // NOLINT(google-build-using-namespace)

namespace {

ordered_json scores() {
  ordered_json properties = {{"total", points_or_null(total_max)}};
  for (const std::string_view pillar : names_of<PillarId>) {
    properties[std::string{pillar}] = points_or_null(pillar_max);
  }
  return object(properties);
}

ordered_json described(ordered_json schema, std::string_view description) {
  schema["description"] = description;
  return schema;
}

ordered_json item() {
  return object({{"task", one_of(names_of<Task>)},
                 {"advice", of_type("string")},
                 {"times", described(count(), "In all.")},
                 {"times_a_week", described(count(), "0: now and then.")},
                 {"days_a_week", count()},
                 {"minutes", described(count(), "In all.")}});
}

ordered_json rate() {
  return object({{"what", one_of(names_of<PlanRate::Of>)},
                 {"count", count()},
                 {"of", count()},
                 {"assumed", described(of_type("boolean"), "Where the log tells no past.")}});
}

}  // namespace

std::string plan_schema() {
  return of_document(
      "ssi plan", "The document of the json format.",
      document_of({{"member", member()},
                   {"from", described(day(), "The as-of day; the plan starts the day after.")},
                   {"until", day()},
                   {"minutes_per_day", count()},
                   {"target", scores()},
                   {"reached", of_type("boolean")},
                   {"now", described(scores(), "On the as-of day.")},
                   {"without", described(scores(), "On the last day, if nothing further happens.")},
                   {"with", described(scores(), "On the last day, with the activities below.")},
                   {"minutes", count()},
                   {"items", list_of(item())},
                   {"rates", list_of(rate())},
                   {"activities", described(list_of(activity()), "As a log has them.")},
                   {"diagnostics", list_of(reference("diagnostic"))}}),
      {{"model", model()}, {"diagnostic", diagnostic()}});
}

}  // namespace ssi
