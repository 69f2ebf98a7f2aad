#include <fmt/format.h>

#include "base/text.hpp"
#include "render/page.hpp"
#include "render/render.hpp"
#include "render/team_parts.hpp"
#include "page/value.hpp"

namespace ssi {
namespace {

class TeamTextWriter {
 public:
  TeamTextWriter(std::string& out, const TeamReport& report, const Model& model, const Style& style)
      : page_{out, style}, report_{report}, model_{model} {}

  void write() {
    page_.title("Social Selling Index of " + members_of(report_), "", model_);
    if (report_.all.total) {
      page_.total(report_.all.total->mean, *report_.all.band, model_);
      write_pillars();
      write_next_steps();
      write_scores();
      write_bands();
    } else {
      page_.add(page_.colored("   no mean: no member has a total", bold) + '\n');
    }
    if (!report_.teams.empty()) write_teams();
    write_unscored();
    write_leaderboard();
  }

 private:
  void write_heading(std::string_view heading, std::string_view columns = {}) {
    page_.end_line();
    if (columns.empty()) {
      page_.add(page_.colored(heading, bold) + '\n');
    } else {
      page_.ends(heading, bold, columns);
    }
  }

  void write_pillars() {
    page_.end_line();
    for (const GroupPillar& pillar : report_.all.pillars) {
      page_.pillar(pillar.id, pillar.scores.mean, pillar.weak, pillar.weakest);
    }
  }

  void write_next_steps() {
    write_heading("Next steps for the group", "members that gain    a member");
    if (report_.next_steps.empty()) {
      page_.add("  none: no single kind of action adds to most members\n");
    }
    for (const GroupStep& step : report_.next_steps) {
      page_.add(
          fmt::format("  {:<14}  {:<40}{:>11}  ", name(step.pillar), step.advice, step.members) +
          page_.colored(fmt::format("{:>9}", "+" + to_string(step.mean_gain)), green) + '\n');
    }
  }

  void write_scores() {
    write_heading("Scores", "mean   least    25 %  median    75 %  greatest  weakest for");
    const auto row = [](std::string_view title, const Distribution& d) {
      return fmt::format("  {:<17}{:>8}{:>8}{:>8}{:>8}{:>8}{:>10}", title, to_string(d.mean),
                         to_string(d.least), to_string(d.lower_quartile), to_string(d.median),
                         to_string(d.upper_quartile), to_string(d.greatest));
    };
    page_.add(row("total", *report_.all.total) + '\n');
    for (const GroupPillar& pillar : report_.all.pillars) {
      page_.add(row(name(pillar.id), pillar.scores) + fmt::format("{:>11}\n", pillar.weakest_for));
    }
  }

  void write_bands() {
    constexpr std::size_t cells = 40;
    write_heading("Bands", "members");
    for (std::size_t i = 0; i < model_.bands.size(); ++i) {
      page_.add(fmt::format("  {}  {}", fitted(visible(model_.bands[i].name), 12),
                            padded(band_range(i, model_), 14)) +
                page_.bar(report_.all.bands[i], report_.all.members, cells,
                          Page::color_of_band(i, model_)) +
                fmt::format("{:>10}\n", report_.all.bands[i]));
    }
  }

  void write_unscored() {
    const std::uint64_t unscored = report_.all.unscored;
    if (unscored == 0) return;
    write_heading(fmt::format("Not scored: {} with a pillar that has nothing measured",
                              counted(unscored, "member", "members")));
    std::uint64_t shown = 0;
    for (const TeamMember& member : report_.members) {
      if (member.is_scored()) continue;
      if (++shown > Diagnostics::in_full) break;
      page_.add(fmt::format("  {}\n", name_of(member)));
    }
    if (unscored > Diagnostics::in_full)
      page_.add(fmt::format("  and {} more\n", unscored - Diagnostics::in_full));
  }

  void write_teams() {
    // The weakest pillar of each is marked, behind its mean.
    write_heading("Teams", "members    mean  median   brand  people  insights  relationships ");
    for (const Group& group : report_.teams) {
      constexpr std::size_t width_of_name = 13;
      const std::string name = group.team ? visible(*group.team) : "(no team)";
      const bool is_long = width_of(name) > width_of_name;
      if (is_long) page_.add(fmt::format("  {}\n", name));
      std::string row = "  " + padded(is_long ? "" : name, width_of_name);
      row += fmt::format("{:>7}", group.members);
      row += fmt::format("{:>8}{:>8}", mean_or_dash(group.total),
                         group.total ? to_string(group.total->median) : "-");
      constexpr std::array<std::size_t, pillar_count> widths = {8, 7, 9, 14};
      for (const GroupPillar& pillar : group.pillars) {
        const auto width = widths[static_cast<std::size_t>(pillar.id)];
        const std::string cell = fmt::format("{:>{}}", to_string(pillar.scores.mean), width);
        row += pillar.weakest ? page_.colored(cell + page_.arrow(), bold_red) : cell + ' ';
      }
      page_.add(row + '\n');
    }
  }

  void write_leaderboard() {
    if (report_.leaderboard.empty() && report_.left_out() == 0) return;
    write_heading("Leaderboard by " + std::string{name(report_.sort_by)}, "points");
    for (std::size_t i = 0; i < report_.leaderboard.size(); ++i) {
      if (i == report_.top_count) write_gap();
      write_place(report_.leaderboard[i]);
    }
    if (report_.top_count == report_.leaderboard.size()) write_gap();
  }

  void write_gap() {
    if (report_.left_out() == 0) return;
    page_.add(
        page_.colored(fmt::format("       ... {} more, see --top and --bottom", report_.left_out()),
                      dim) +
        '\n');
  }

  void write_place(const Place& place) {
    const TeamMember& member = report_.members[place.member];
    std::string row = fmt::format("{:>5}.  {} {}", place.rank, fitted(name_of(member), 26),
                                  fitted(visible(member.member.team.value_or("")), 11));
    row += fmt::format(" top {} %", place.top_percent);
    row = padded(row, 58) + "  ";
    // A band is of the total: beside the points of a pillar it would mislead.
    const bool is_by_total = report_.sort_by == SortBy::total || report_.sort_by == SortBy::name;
    const std::string band = is_by_total ? visible(model_.bands[*member.band].name) : "";
    page_.add(row + page_.colored(fitted(band, 12), Page::color_of_band(*member.band, model_)) +
              fmt::format("{:>8}\n", to_string(ranked_points(member, report_.sort_by))));
  }

  Page page_;
  const TeamReport& report_;
  const Model& model_;
};

}  // namespace

void text_team(std::string& out, const TeamReport& report, const Model& model,
               std::span<const Diagnostic> /*diagnostics*/, const Style& style) {
  TeamTextWriter{out, report, model, style}.write();
}

}  // namespace ssi
