#include <fmt/format.h>

#include "base/text.hpp"
#include "render/markdown_parts.hpp"
#include "render/render.hpp"
#include "render/team_parts.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

void write_heading(std::string& out, const TeamReport& report, const Model& model) {
  out += fmt::format("## Social Selling Index of {}\n\n", members_of(report));
  if (report.all.total) {
    const Points mean = report.all.total->mean;
    out += fmt::format("**{} / {}** on average, {}", to_string(mean), total_max.hundredths / 100,
                       markdown_text(model.bands[*report.all.band].name));
    const std::string rest = to_go(mean, *report.all.band, model);
    if (!rest.empty()) out += ", " + markdown_text(rest);
  } else {
    out += "No mean: no member has a total";
  }
  out += fmt::format(". {}.\n", markdown_model(model));
}

void write_row(std::string& out, std::string_view title, const Distribution& d,
               std::string_view verdict) {
  out += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", title, to_string(d.mean),
                     to_string(d.least), to_string(d.lower_quartile), to_string(d.median),
                     to_string(d.upper_quartile), to_string(d.greatest), verdict);
}

void write_scores(std::string& out, const TeamReport& report) {
  if (!report.all.total) return;
  out +=
      "\n| | Mean | Least | Lower quarter | Median | Upper quarter | Greatest | |\n"
      "| :-- | --: | --: | --: | --: | --: | --: | :-- |\n";
  for (const GroupPillar& pillar : report.all.pillars) {
    write_row(out, info(pillar.id).title, pillar.scores,
              pillar.weakest ? "**weakest**"
              : pillar.weak  ? "weak"
                             : "");
  }
  write_row(out, "**Total**", *report.all.total, "");
}

void write_counts(std::string& out, const TeamReport& report, const Model& model) {
  out += "\n| Band | | Members |\n| :-- | :-- | --: |\n";
  for (std::size_t i = 0; i < model.bands.size(); ++i) {
    out += fmt::format("| {} | {} | {} |\n", markdown_text(model.bands[i].name),
                       markdown_text(band_range(i, model)), report.all.bands[i]);
  }
  out += "\n| Weakest pillar | Members |\n| :-- | --: |\n";
  for (const GroupPillar& pillar : report.all.pillars) {
    out += fmt::format("| {} | {} |\n", info(pillar.id).title, pillar.weakest_for);
  }
}

void write_unscored(std::string& out, const TeamReport& report) {
  if (report.all.unscored == 0) return;
  out += fmt::format("\nNot scored, for a pillar has nothing measured: {}",
                     counted(report.all.unscored, "member", "members"));
  std::uint64_t shown = 0;
  for (const TeamMember& member : report.members) {
    if (member.is_scored() || shown == Diagnostics::in_full) continue;
    out += fmt::format("{}{}", shown++ == 0 ? " (" : ", ", markdown_text(name_of(member)));
  }
  out += report.all.unscored > shown ? ", ...).\n" : ").\n";
}

void write_teams(std::string& out, const TeamReport& report) {
  if (report.teams.empty()) return;
  out += "\n| Team | Members | Mean | Median |";
  for (const PillarInfo& pillar : pillar_catalog) out += fmt::format(" {} |", name(pillar.id));
  out += "\n| :-- | --: | --: | --: | --: | --: | --: | --: |\n";
  for (const Group& group : report.teams) {
    out += fmt::format("| {} | {} | {} | {} |", markdown_text(group.team.value_or("(no team)")),
                       group.members, mean_or_dash(group.total),
                       group.total ? to_string(group.total->median) : "-");
    for (std::size_t i = 0; i < pillar_count; ++i) {
      if (group.pillars.empty()) {
        out += " - |";
        continue;
      }
      const GroupPillar& pillar = group.pillars[i];
      const std::string mean = to_string(pillar.scores.mean);
      out += pillar.weakest ? fmt::format(" **{}** |", mean) : fmt::format(" {} |", mean);
    }
    out += '\n';
  }
}

void write_next_steps(std::string& out, const TeamReport& report) {
  if (report.next_steps.empty()) return;
  out += "\n| Next step for the group | Pillar | Members that gain | A member |\n";
  out += "| :-- | :-- | --: | --: |\n";
  for (const GroupStep& step : report.next_steps) {
    out += fmt::format("| {} | {} | {} | +{} |\n", step.advice, name(step.pillar), step.members,
                       to_string(step.mean_gain));
  }
}

void write_leaderboard_table(std::string& out, const TeamReport& report, const Model& model) {
  if (report.leaderboard.empty()) return;
  out += fmt::format(
      "\n| Rank | Name | Team | {} | Top | Band | Weakest |\n"
      "| --: | :-- | :-- | --: | --: | :-- | :-- |\n",
      report.sort_by == SortBy::name ? "total" : name(report.sort_by));
  for (std::size_t i = 0; i < report.leaderboard.size(); ++i) {
    if (i == report.top_count) out += fmt::format("| | {} more | | | | | |\n", report.left_out());
    const Place& place = report.leaderboard[i];
    const TeamMember& member = report.members[place.member];
    out +=
        fmt::format("| {} | {} | {} | {} | {} % | {} | {} |\n", place.rank,
                    markdown_text(name_of(member)), markdown_text(member.member.team.value_or("")),
                    to_string(ranked_points(member, report.sort_by)), place.top_percent,
                    markdown_text(model.bands[*member.band].name), weakest_pillars(member));
  }
  if (report.left_out() > 0 && report.top_count == report.leaderboard.size()) {
    out += fmt::format("| | {} more | | | | | |\n", report.left_out());
  }
}

}  // namespace

void markdown_team(std::string& out, const TeamReport& report, const Model& model,
                   std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  write_heading(out, report, model);
  write_scores(out, report);
  if (report.all.total) write_counts(out, report, model);
  write_unscored(out, report);
  write_teams(out, report);
  write_next_steps(out, report);
  write_leaderboard_table(out, report, model);
  write_gate_table(out, report.gates);
}

}  // namespace ssi
