#include <ssi/render.hpp>

#include "render/schema_parts.hpp"

namespace ssi {

using namespace schema;  // NOLINT(google-build-using-namespace)

namespace {

ordered_json number() {
  return {{"type", "number"}, {"minimum", 0}};
}

ordered_json explain_signal() {
  return object({{"id", one_of(names_of<SignalId>)},
                 {"pillar", one_of(names_of<PillarId>)},
                 {"title", of_type("string")},
                 {"value", of_type("string")},
                 {"target", number()},
                 {"unit", of_type("string")},
                 {"curve", one_of(names_of<Curve>)},
                 {"max", points(pillar_max)}});
}

// What a pillar or a signal has, and by what that changes if nothing further is done.
ordered_json standing(const ordered_json& first) {
  ordered_json properties = first;
  properties["points"] = points_or_null(pillar_max);
  properties["change"] = points_or_null(pillar_max);
  properties["change"]["minimum"] = -pillar_max.hundredths / 100;
  return object(properties);
}

ordered_json log_of_topic() {
  ordered_json as_of = day();
  as_of["type"] = {"string", "null"};
  ordered_json value = number();
  value["type"] = {"number", "null"};
  const ordered_json gain =
      object({{"times", {{"type", "integer"}, {"minimum", 1}}}, {"gain", points(pillar_max)}});
  const ordered_json more = object({{"signal", one_of(names_of<SignalId>)},
                                    {"activity", activity()},
                                    {"where", one_of(names_of<More>)},
                                    {"gains", list_of(gain)}});
  const ordered_json activities = object({{"type", one_of(activity_types)}, {"count", count()}});
  const ordered_json leaving =
      object({{"on", day()}, {"of", day()}, {"activities", list_of(activities)}});
  ordered_json log = object(
      {{"id", nullable("string")},
       {"name", nullable("string")},
       {"team", nullable("string")},
       {"as_of", as_of},
       {"days_ahead", {{"const", outlook_days}}},
       {"pillars", list_of(standing({{"id", one_of(names_of<PillarId>)}}))},
       {"signals", list_of(standing({{"id", one_of(names_of<SignalId>)}, {"value", value}}))},
       {"more", list_of(more)},
       {"leaving", list_of(leaving)}});
  log["type"] = {"object", "null"};
  return log;
}

}  // namespace

std::string explain_schema() {
  const ordered_json texts = list_of(of_type("string"));
  ordered_json document = document_of(
      {{"topic",
        {{"description", "A pillar, a signal, or null: all."}, {"type", {"string", "null"}}}},
       {"title", of_type("string")},
       {"why", of_type("string")},
       {"linkedin", texts},
       {"habits", texts},
       {"not_counted", texts},
       {"examples", list_of(object({{"value", number()}, {"points", points(pillar_max)}}))},
       {"signals", list_of(explain_signal())},
       {"log", log_of_topic()},
       {"diagnostics", list_of(reference("diagnostic"))}});
  ordered_json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                         {"title", "ssi explanation"},
                         {"description", "The document of the json format of ssi explain."}};
  schema.update(document);
  schema["$defs"] = {{"model", model()}, {"diagnostic", diagnostic()}};
  return schema.dump(2) + '\n';
}

}  // namespace ssi
