#include <fmt/format.h>

#include "render/csv_row.hpp"
#include "render/render.hpp"
#include "render/team_parts.hpp"

namespace ssi {
namespace {

constexpr std::array<std::string_view, 6> statistics = {
    "mean", "least", "lower_quartile", "median", "upper_quartile", "greatest"};

void write_statistics(CsvRow& row, const Distribution* d) {
  if (d == nullptr) {
    for (std::size_t i = 0; i < statistics.size(); ++i) row.points(std::nullopt);
    return;
  }
  for (const Points points :
       {d->mean, d->least, d->lower_quartile, d->median, d->upper_quartile, d->greatest}) {
    row.points(points);
  }
}

void write_teams(std::string& out, const TeamReport& report, const Model& model) {
  CsvRow head{out};
  for (const std::string_view column : {"team", "model", "members", "unscored"}) head.text(column);
  for (const std::string_view of : {"total", "brand", "people", "insights", "relationships"}) {
    for (const std::string_view statistic : statistics) {
      head.text(fmt::format("{}_{}", of, statistic));
    }
  }
  head.end();
  for (const Group& group : report.teams) {
    CsvRow row{out};
    row.text_or_empty(group.team);
    row.text(model.name);
    row.number(group.members);
    row.number(group.unscored);
    write_statistics(row, group.total ? &*group.total : nullptr);
    for (std::size_t i = 0; i < pillar_count; ++i) {
      write_statistics(row, group.pillars.empty() ? nullptr : &group.pillars[i].scores);
    }
    row.end();
  }
}

void write_leaderboard(std::string& out, const TeamReport& report, const Model& model) {
  CsvRow head{out};
  for (const std::string_view column :
       {"rank", "top_percent", "id", "name", "team", "model", "total", "band", "brand", "people",
        "insights", "relationships", "weakest"}) {
    head.text(column);
  }
  head.end();
  for (const Place& place : report.leaderboard) {
    const TeamMember& member = report.members[place.member];
    CsvRow row{out};
    row.number(place.rank);
    row.number(place.top_percent);
    row.text_or_empty(member.member.id);
    row.text_or_empty(member.member.name);
    row.text_or_empty(member.member.team);
    row.text(model.name);
    row.points(member.achieved.total);
    row.text(model.bands[*member.band].name);
    for (const auto& points : member.achieved.pillars) row.points(points);
    row.text(weakest_pillars(member));
    row.end();
  }
}

}  // namespace

// A row a place of the leaderboard, or a row a team where these are asked for.
void csv_team(std::string& out, const TeamReport& report, const Model& model,
              std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  if (report.teams.empty()) {
    write_leaderboard(out, report, model);
  } else {
    write_teams(out, report, model);
  }
}

}  // namespace ssi
