#include "render/describe.hpp"
#include "render/render.hpp"
#include "signals/catalog.hpp"

namespace ssi {

template <class Out>
static void describe(Out& out, const Distribution& d, const Rule& rule) {
  out.field("mean", d.mean, rule);
  out.field("least", d.least, rule);
  out.field("lower_quartile", d.lower_quartile, rule);
  out.field("median", d.median, rule);
  out.field("upper_quartile", d.upper_quartile, rule);
  out.field("greatest", d.greatest, rule);
}

template <class Out>
static void describe(Out& out, const GroupPillar& pillar) {
  out.field("id", pillar.id);
  out.field("title", Word{info(pillar.id).title});
  describe(out, pillar.scores, of_pillar);
  out.field("weak", pillar.weak);
  out.field("weakest", pillar.weakest);
  out.field("weakest_for", pillar.weakest_for);
}

template <class Out>
static void describe(Out& out, const Group& group, const Model& model) {
  out.field("members", group.members);
  out.field("unscored", group.unscored);
  out.object_or_null("total", group.total, [](auto& fields, const Distribution& total) {
    describe(fields, total, Rule{});
  });
  out.field("band", band_name(group.band, model));
  std::vector<std::pair<Band, std::uint64_t>> bands;
  for (std::size_t i = 0; i < group.bands.size(); ++i) {
    bands.emplace_back(model.bands[i], group.bands[i]);
  }
  out.list("bands", bands, [](auto& fields, const auto& band) {
    fields.field("name", band.first.name);
    fields.field("from", band.first.from);
    fields.field("members", band.second);
  });
  describe_list(out, "pillars", group.pillars);
}

template <class Out>
static void describe_team(Out& out, const Group& group, const Model& model) {
  out.field("team", group.team);
  describe(out, group, model);
}

/// A place with the member who has it.
struct TeamPlace {
  Place place{};
  TeamMember member{};
};

static std::vector<TeamPlace> places_of(const TeamReport& report) {
  std::vector<TeamPlace> places;
  for (const Place& place : report.leaderboard) {
    places.push_back({place, report.members[place.member]});
  }
  return places;
}

// In CSV, where a row has no model beside it, with that.
template <class Out>
static void describe(Out& out, const TeamPlace& at, const Model& model, bool with_model) {
  const TeamMember& member = at.member;
  out.field("rank", at.place.rank, {.least = 1});
  out.field("top_percent", at.place.top_percent, {.least = 1});
  describe(out, member.member);
  if (with_model) out.field("model", model.name);
  out.field("total", member.achieved.total);
  out.field("band", band_name(member.band, model));
  for (std::size_t i = 0; i < pillar_count; ++i) {
    out.field(names_of<PillarId>[i], member.achieved.pillars[i], of_pillar);
  }
  std::vector<PillarId> weakest;
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (member.weakest_pillars[i]) weakest.push_back(static_cast<PillarId>(i));
  }
  out.values("weakest", weakest);
}

template <class Out>
static void describe(Out& out, const TeamReport& report, const Model& model) {
  describe_tool(out, model);
  out.object("cohort", [&](auto& fields) { describe(fields, report.all, model); });
  out.list("teams", report.teams,
           [&](auto& fields, const Group& team) { describe_team(fields, team, model); });
  out.list("next_steps", report.next_steps, [](auto& fields, const GroupStep& step) {
    describe_step(fields, step);
    fields.field("members", step.members);
    fields.field("mean_gain", step.mean_gain, of_pillar);
  });
  out.field("sort", report.sort_by);
  out.list("leaderboard", places_of(report),
           [&](auto& fields, const TeamPlace& place) { describe(fields, place, model, false); });
  std::vector<Member> unscored;
  for (const TeamMember& member : report.members) {
    if (!member.is_scored()) unscored.push_back(member.member);
  }
  describe_list(out, "unscored", unscored);
  describe_list(out, "gates", report.gates);
}

// The row of a team in CSV.
template <class Out>
static void describe_cells(Out& out, const Group& team, const Model& model) {
  const auto statistics = [&](std::string_view of, const Distribution* d) {
    const auto cell = [&](std::string_view name, Points Distribution::*points) {
      out.field(of, name, d == nullptr ? std::nullopt : std::optional{d->*points});
    };
    cell("_mean", &Distribution::mean);
    cell("_least", &Distribution::least);
    cell("_lower_quartile", &Distribution::lower_quartile);
    cell("_median", &Distribution::median);
    cell("_upper_quartile", &Distribution::upper_quartile);
    cell("_greatest", &Distribution::greatest);
  };
  out.field("team", team.team);
  out.field("model", model.name);
  out.field("members", team.members);
  out.field("unscored", team.unscored);
  statistics("total", team.total ? &*team.total : nullptr);
  for (std::size_t i = 0; i < pillar_count; ++i) {
    statistics(names_of<PillarId>[i], team.pillars.empty() ? nullptr : &team.pillars[i].scores);
  }
}

void json_team(std::string& out, const TeamReport& report, const Model& model,
               std::span<const Diagnostic> diagnostics, const Style& /*style*/) {
  write_document(out, diagnostics, [&](auto& fields) { describe(fields, report, model); });
}

// A line a place of the leaderboard, or a line a team where these are asked for.
void jsonl_team(std::string& out, const TeamReport& report, const Model& model,
                std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  for (const Group& team : report.teams) {
    write_line(out, model, [&](auto& fields) { describe_team(fields, team, model); });
  }
  if (!report.teams.empty()) return;
  for (const TeamPlace& place : places_of(report)) {
    write_line(out, model, [&](auto& fields) { describe(fields, place, model, false); });
  }
}

std::string team_schema() {
  return document_or_line_schema(
      "ssi team report",
      "The document of the json format; or a line of the jsonl format: a place of the "
      "leaderboard, or a team.",
      "cohort",
      schema_of_document([](auto& fields) { describe(fields, TeamReport{}, model_v1()); }),
      {schema_of_line([](auto& fields) { describe(fields, TeamPlace{}, model_v1(), false); }),
       schema_of_line([](auto& fields) { describe_team(fields, Group{}, model_v1()); })});
}

// Rows as the lines of `jsonl_team`.
void csv_team(std::string& out, const TeamReport& report, const Model& model,
              std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  if (report.teams.empty()) {
    write_rows(out, places_of(report),
               [&](auto& fields, const TeamPlace& place) { describe(fields, place, model, true); });
  } else {
    write_rows(out, report.teams,
               [&](auto& fields, const Group& team) { describe_cells(fields, team, model); });
  }
}

}  // namespace ssi
