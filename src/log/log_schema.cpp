// The schema comes from the description that the reader follows; a test holds both to the same
// verdict on every fixture.

#include <nlohmann/json.hpp>

#include <ssi/log.hpp>

#include "base/limits.hpp"
#include "log/description.hpp"

namespace ssi {
namespace {

using nlohmann::ordered_json;

// A day of the calendar, leap years included. As a pattern, since JSON Schema lets a validator
// ignore "format".
constexpr std::string_view date_pattern =
    "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
constexpr std::string_view time_pattern =
    "[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?"
    "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";

ordered_json reference(std::string_view definition) {
  return {{"$ref", "#/$defs/" + std::string{definition}}};
}

ordered_json has_key(std::string_view key) {
  return {{"required", {key}}};
}

ordered_json value_schema(Field field) {
  const FieldRule rule = rule_of(field);
  switch (rule.kind) {
    case Kind::text:
      // The limit is in bytes, but JSON Schema counts characters: this is as near as it gets.
      return {{"type", "string"}, {"maxLength", name_size_limit}};
    case Kind::date:
      return reference("date");
    case Kind::date_or_time:
      return reference("date_or_time");
    case Kind::whole:
      return {{"type", "integer"}, {"minimum", rule.least}, {"maximum", rule.most}};
    case Kind::decimal:
      return {{"type", "number"}, {"minimum", rule.least}, {"maximum", rule.most}};
    case Kind::flag:
      return {{"type", "boolean"}};
    case Kind::word:
      return {{"enum", rule.words->names()}};
    case Kind::words:
      return {{"type", "array"}, {"items", {{"enum", rule.words->names()}}}};
    case Kind::object:
      return reference(name(field));
    case Kind::list:
      return {{"type", "array"}, {"items", reference("activity")}};
  }
  return {};
}

// Unknown fields are allowed, as the reader only warns of them.
ordered_json object_schema(const Shape& shape) {
  ordered_json properties = ordered_json::object();
  ordered_json required = ordered_json::array();
  for (std::size_t i = 0; i < names_of<Field>.size(); ++i) {
    const auto field = static_cast<Field>(i);
    if (shape.allowed.contains(field)) properties[std::string{name(field)}] = value_schema(field);
    if (shape.required.contains(field)) required.push_back(name(field));
  }
  ordered_json schema = {{"type", "object"}, {"properties", properties}};
  if (!required.empty()) schema["required"] = required;
  for (const std::string_view field : names_in(shape.one_of)) {
    schema["anyOf"].push_back(has_key(field));
  }
  return schema;
}

// The rules for the other fields of a record, by its type. An unknown type has no rules, as the
// reader only warns of it.
ordered_json by_type() {
  ordered_json rules = ordered_json::array();
  for (std::size_t type = 0; type < record_types.size(); ++type) {
    ordered_json then = object_schema(shapes_in_document[type]);
    then["properties"]["type"] = {{"const", record_types[type]}};
    rules.push_back(
        {{"if",
          {{"properties", {{"type", {{"const", record_types[type]}}}}}, {"required", {"type"}}}},
         {"then", then}});
  }
  return rules;
}

ordered_json line_schema() {
  ordered_json profile_line = object_schema(profile_line_shape);
  profile_line["properties"]["type"] = {{"const", profile_type}};
  ordered_json activity_line = {{"properties", {{"member", value_schema(Field::member)}}}};
  activity_line["$ref"] = "#/$defs/activity";
  return {{"if", {{"properties", {{"type", {{"const", profile_type}}}}}, {"required", {"type"}}}},
          {"then", profile_line},
          {"else", activity_line}};
}

}  // namespace

std::string log_schema() {
  ordered_json document = object_schema(document_shape);
  document["properties"]["member"] = reference("member");
  const std::string date{date_pattern};
  const std::string time{time_pattern};
  // As the reader decides: a list whose first value has `activities` is of documents, any other
  // list of activities; an object with `activities`, or with neither `type` nor `at`, is a
  // document; any other object is a line.
  const ordered_json is_document = {
      {"anyOf", {has_key("activities"), {{"not", {{"anyOf", {has_key("type"), has_key("at")}}}}}}}};
  const ordered_json is_of_documents = {
      {"prefixItems", {{{"type", "object"}, {"required", {"activities"}}}}}, {"minItems", 1}};
  const ordered_json list = {{"if", is_of_documents},
                             {"then", {{"items", reference("document")}}},
                             {"else", value_schema(Field::activities)}};
  const ordered_json activity = {{"type", "object"},
                                 {"properties", {{"type", {{"type", "string"}}}}},
                                 {"required", {"type"}},
                                 {"allOf", by_type()}};
  const ordered_json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "ssi activity log, version 1"},
      {"description", "A document, a list of documents or of activities, or a line of JSON Lines."},
      {"if", {{"type", "array"}}},
      {"then", list},
      {"else",
       {{"type", "object"},
        {"if", is_document},
        {"then", reference("document")},
        {"else", reference("line")}}},
      {"$defs",
       {{"document", document},
        {"member", object_schema(shape_of<Member>())},
        {"profile", object_schema(shape_of<Profile>())},
        {"line", line_schema()},
        {"activity", activity},
        {"date", {{"type", "string"}, {"pattern", "^" + date + "$"}}},
        {"date_or_time", {{"type", "string"}, {"pattern", "^" + date + "(?:" + time + ")?$"}}}}}};
  return schema.dump(2) + '\n';
}

}  // namespace ssi
