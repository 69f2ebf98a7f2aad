#include <fmt/format.h>

#include "render/json_parts.hpp"
#include "render/render.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

// The fields of a distribution, within an object that is open.
void write_distribution(JsonWriter& json, const Distribution& distribution) {
  const auto write = [&](std::string_view key, Points points) {
    json.key(key);
    json.points(points);
  };
  write("mean", distribution.mean);
  write("least", distribution.least);
  write("lower_quartile", distribution.lower_quartile);
  write("median", distribution.median);
  write("upper_quartile", distribution.upper_quartile);
  write("greatest", distribution.greatest);
}

void write_bands(JsonWriter& json, const Group& group, const Model& model) {
  json.key("bands");
  json.open('[');
  for (std::size_t i = 0; i < model.bands.size(); ++i) {
    json.open('{');
    json.key("name");
    json.text(model.bands[i].name);
    json.key("from");
    json.points(model.bands[i].from);
    json.number("members", group.bands[i]);
    json.close('}');
  }
  json.close(']');
}

void write_pillars(JsonWriter& json, const Group& group) {
  json.key("pillars");
  json.open('[');
  for (const GroupPillar& pillar : group.pillars) {
    json.open('{');
    json.key("id");
    json.plain(name(pillar.id));
    json.key("title");
    json.plain(info(pillar.id).title);
    write_distribution(json, pillar.scores);
    json.key("weak");
    json.boolean(pillar.weak);
    json.key("weakest");
    json.boolean(pillar.weakest);
    json.number("weakest_for", pillar.weakest_for);
    json.close('}');
  }
  json.close(']');
}

// The fields of a group, within an object that is open.
void write_group(JsonWriter& json, const Group& group, const Model& model) {
  json.number("members", group.members);
  json.number("unscored", group.unscored);
  json.key("total");
  if (group.total) {
    json.open('{');
    write_distribution(json, *group.total);
    json.close('}');
  } else {
    json.raw("null");
  }
  json.key("band");
  json.text_or_null(group.band ? std::optional{model.bands[*group.band].name} : std::nullopt);
  write_bands(json, group, model);
  write_pillars(json, group);
}

void write_team(JsonWriter& json, const Group& group, const Model& model) {
  json.key("team");
  json.text_or_null(group.team);
  write_group(json, group, model);
}

// The fields of a place, within an object that is open.
void write_place(JsonWriter& json, const Place& place, const TeamReport& report,
                 const Model& model) {
  const TeamMember& member = report.members[place.member];
  json.number("rank", place.rank);
  json.number("top_percent", place.top_percent);
  write_who(json, member.member);
  json.key("total");
  json.points_or_null(member.achieved.total);
  json.key("band");
  json.text(model.bands[*member.band].name);
  for (std::size_t i = 0; i < pillar_count; ++i) {
    json.key(names_of<PillarId>[i]);
    json.points_or_null(member.achieved.pillars[i]);
  }
  json.key("weakest");
  json.open('[');
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (member.weakest_pillars[i]) json.plain(names_of<PillarId>[i]);
  }
  json.close(']');
}

void write_next_steps(JsonWriter& json, const TeamReport& report) {
  json.key("next_steps");
  json.open('[');
  for (const GroupStep& step : report.next_steps) {
    json.open('{');
    write_action(json, step.pillar, step.advice, step.action, step.times);
    json.number("members", step.members);
    json.key("mean_gain");
    json.points(step.mean_gain);
    json.close('}');
  }
  json.close(']');
}

void write_leaderboard(JsonWriter& json, const TeamReport& report, const Model& model) {
  json.key("sort");
  json.plain(name(report.sort_by));
  json.key("leaderboard");
  json.open('[');
  for (const Place& place : report.leaderboard) {
    json.open('{');
    write_place(json, place, report, model);
    json.close('}');
  }
  json.close(']');
  json.key("unscored");
  json.open('[');
  for (const TeamMember& member : report.members) {
    if (member.is_scored()) continue;
    json.open('{');
    write_who(json, member.member);
    json.close('}');
  }
  json.close(']');
}

}  // namespace

void json_team(std::string& out, const TeamReport& report, const Model& model,
               std::span<const Diagnostic> diagnostics, const Style& /*style*/) {
  JsonWriter json{out, true};
  open_document(json, model);
  json.key("cohort");
  json.open('{');
  write_group(json, report.all, model);
  json.close('}');
  json.key("teams");
  json.open('[');
  for (const Group& group : report.teams) {
    json.open('{');
    write_team(json, group, model);
    json.close('}');
  }
  json.close(']');
  write_next_steps(json, report);
  write_leaderboard(json, report, model);
  write_gates(json, report.gates);
  json.key("diagnostics");
  write_diagnostics(json, diagnostics);
  json.close('}');
  out += '\n';
}

// A line a place of the leaderboard, or a line a team where these are asked for.
void jsonl_team(std::string& out, const TeamReport& report, const Model& model,
                std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  const auto write_line = [&](const auto& write) {
    JsonWriter json{out, false};
    json.open('{');
    write_version(json, model);
    write(json);
    json.close('}');
    out += '\n';
  };
  for (const Group& group : report.teams) {
    write_line([&](JsonWriter& json) { write_team(json, group, model); });
  }
  if (!report.teams.empty()) return;
  for (const Place& place : report.leaderboard) {
    write_line([&](JsonWriter& json) { write_place(json, place, report, model); });
  }
}

}  // namespace ssi
