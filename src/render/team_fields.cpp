#include "render/describe.hpp"
#include "render/render.hpp"
#include "signals/catalog.hpp"

namespace ssi {

static void describe(Fields& out, const Distribution& d, const Rule& rule) {
  out.field("mean", d.mean, rule);
  out.field("least", d.least, rule);
  out.field("lower_quartile", d.lower_quartile, rule);
  out.field("median", d.median, rule);
  out.field("upper_quartile", d.upper_quartile, rule);
  out.field("greatest", d.greatest, rule);
}

static void describe(Fields& out, const GroupPillar& pillar) {
  out.field("id", pillar.id);
  out.field("title", Word{info(pillar.id).title});
  describe(out, pillar.scores, of_pillar);
  out.field("weak", pillar.weak);
  out.field("weakest", pillar.weakest);
  describe_thin(out, pillar.thin);
  out.field("weakest_for", pillar.weakest_for);
}

static void describe(Fields& out, const Group& group, const Model& model) {
  out.field("members", group.members);
  out.field("unscored", group.unscored);
  out.object("total", group.total,
             [](Fields& fields, const Distribution& total) { describe(fields, total, Rule{}); });
  describe_range(out, group.range);
  out.field("band", band_name(group.band, model));
  std::vector<std::pair<Band, std::uint64_t>> bands;
  for (std::size_t i = 0; i < group.bands.size(); ++i) {
    bands.emplace_back(model.bands[i], group.bands[i]);
  }
  out.list("bands", bands, [](Fields& fields, const auto& band) {
    fields.field("name", band.first.name);
    fields.field("from", band.first.from);
    fields.field("members", band.second);
  });
  out.list("pillars", group.pillars);
}

static void describe_team(Fields& out, const Group& group, const Model& model) {
  out.field("team", group.team);
  describe(out, group, model);
}

// Schemas are made from reports by default, which have no members.
static const TeamMember& member_at(std::size_t index, const TeamReport& report) {
  static const TeamMember nobody{};
  return report.members.empty() ? nobody : report.members[index];
}

/// Rows of CSV all have the same cells, and nothing around them names the model.
enum class PlaceIn { json, csv };

static void describe(Fields& out, const Place& place, const TeamReport& report, PlaceIn in) {
  const TeamMember& member = member_at(place.member, report);
  out.field("rank", place.rank, {.least = 1});
  out.field("top_percent", place.top_percent, {.least = 1});
  describe(out, member.member);
  if (in == PlaceIn::csv) describe_model(out, report.model);
  out.field("total", member.achieved.total);
  out.field("band", band_name(member.band, report.model));
  describe_pillars(out, member.achieved.pillars);
  out.values("weakest", pillars_where([&](std::size_t i) { return member.weakest_pillars[i]; }));
  describe_range(out, member.achieved.range);
  out.values("thin", pillars_where([&](std::size_t i) {
               return is_thin(member.achieved.pillar_ranges[i]);
             }),
             {.about = "Pillars measured on less than half of their points."});
  out.object("linkedin", member.linkedin, ByType{},
             {.may_be_left_out = true, .about = "What LinkedIn itself showed last."});
  if (in == PlaceIn::csv && !report.change) return;
  const auto& total = member.achieved.total;
  out.field("before", member.before,
            {.may_be_left_out = true, .about = "The earlier total of a member who was compared."});
  out.field("change", member.before ? std::optional{*total - *member.before} : std::nullopt,
            {.may_be_less = true, .may_be_left_out = true});
}

static void describe(Fields& out, const TeamChange& change, const TeamReport& report) {
  const auto mover = [&](Fields& fields, std::size_t index) {
    const TeamMember& member = member_at(index, report);
    describe(fields, member.member);
    fields.field("before", member.before.value_or(Points{}));
    fields.field("after", member.achieved.total.value_or(Points{}));
  };
  const auto mean = [](Fields& fields, const auto& points) { describe_points(fields, points); };
  out.field("since", change.since, {.about = "Null: the day of each earlier log."});
  out.field("members", change.members, {.about = "With a total on both sides."});
  out.object("before", change.before, mean, {.about = "Means, as of all that follows."});
  out.object("after", change.after, mean);
  out.object("change", change.change, [](Fields& fields, const Change& points) {
    describe_points(fields, points, change_of_total, change_of_pillar);
  });
  out.list("terms", change.terms);
  out.list("rose", change.rose, mover, {.about = "Who rose most."});
  out.list("fell", change.fell, mover, {.about = "Who fell most."});
}

void describe(Fields& out, const TeamReport& report) {
  const Model& model = report.model;
  describe_tool(out, model);
  out.object("cohort", [&](Fields& fields) { describe(fields, report.all, model); });
  out.list("teams", report.teams,
           [&](Fields& fields, const Group& team) { describe_team(fields, team, model); });
  out.list("next_steps", report.next_steps, [](Fields& fields, const GroupStep& step) {
    describe_step(fields, step);
    fields.field("members", step.members);
    fields.field("mean_gain", step.gain, of_pillar);
  });
  out.field("sort", report.sort_by);
  out.list("leaderboard", report.leaderboard, [&](Fields& fields, const Place& place) {
    describe(fields, place, report, PlaceIn::json);
  });
  std::vector<Member> unscored;
  for (const TeamMember& member : report.members) {
    if (!member.is_scored()) unscored.push_back(member.member);
  }
  out.list("unscored", unscored);
  out.list("gates", report.gates);
  out.object("change", report.change,
             [&](Fields& fields, const TeamChange& change) { describe(fields, change, report); },
             {.may_be_left_out = true, .about = "Of ssi team --since and --before."});
}

// The row of a team in CSV.
static void describe_cells(Fields& out, const Group& team, const Model& model) {
  const auto statistics = [](Fields& fields, const Distribution& d) { describe(fields, d, {}); };
  out.field("team", team.team);
  describe_model(out, model);
  out.field("members", team.members);
  out.field("unscored", team.unscored);
  out.object("total", team.total, statistics);
  for (std::size_t i = 0; i < pillar_count; ++i) {
    out.object(names_of<PillarId>[i],
               team.total ? std::optional{team.pillars[i].scores} : std::nullopt, statistics);
  }
  describe_range(out, team.range);
}

// One line for each place of the leaderboard, or for each team if teams were asked for: all lines
// of a run are of one kind.
void jsonl_team(std::string& out, const TeamReport& report, Notes /*notes*/,
                const Style& /*style*/) {
  for (const Group& team : report.teams) {
    write_json_line(out, line(report.model,
                              [&](Fields& fields) { describe_team(fields, team, report.model); }));
  }
  if (!report.teams.empty()) return;
  for (const Place& place : report.leaderboard) {
    write_json_line(out, line(report.model, [&](Fields& fields) {
                      describe(fields, place, report, PlaceIn::json);
                    }));
  }
}

std::string team_schema() {
  const TeamReport report{.model = model_v1()};
  return document_or_line_schema(
      "ssi team report",
      "The document of the json format; or a line of the jsonl format: a member on the "
      "leaderboard, or a team.",
      "cohort", document({}, [&](Fields& fields) { describe(fields, report); }),
      {line(report.model,
            [&](Fields& fields) { describe(fields, Place{}, report, PlaceIn::json); }),
       line(report.model, [&](Fields& fields) { describe_team(fields, Group{}, report.model); })});
}

// The same rows as the lines of `jsonl_team`.
void csv_team(std::string& out, const TeamReport& report, Notes /*notes*/, const Style& /*style*/) {
  if (report.teams.empty()) {
    write_rows(out, report.leaderboard, [&](Fields& fields, const Place& place) {
      describe(fields, place, report, PlaceIn::csv);
    });
  } else {
    write_rows(out, report.teams, [&](Fields& fields, const Group& team) {
      describe_cells(fields, team, report.model);
    });
  }
}

}  // namespace ssi
