#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

class TeamPage {
 public:
  explicit TeamPage(const TeamReport& report) : report_{report}, model_{report.model} {}

  Page page() {
    const Group& all = report_.all;
    const std::string unscored =
        all.unscored == 0 ? "" : fmt::format(", {} not scored", all.unscored);
    page_ = page_with(fmt::format("Social Selling Index of {}{}",
                                  counted(all.members, "member", "members"), unscored),
                      "", model_);
    page_.headline = headline(all.total ? std::optional{all.total->mean} : std::nullopt, all.band,
                              model_, "no mean: no member has a total");
    if (all.total) {
      add_pillars();
      add_next_steps();
      add_scores();
      add_bands();
    }
    add_teams();
    add_unscored();
    add_leaderboard();
    page_.blocks.emplace_back(gate_table(report_.gates));
    return std::move(page_);
  }

 private:
  void add_pillars() {
    Meters meters{.what = "pillar", .unit = "mean", .are_ring = true};
    for (const GroupPillar& pillar : report_.all.pillars) {
      meters.meters.push_back(
          pillar_meter(pillar.id, pillar.scores.mean, pillar.weak, pillar.weakest));
      page_.headline->ring.push_back(pillar.scores.mean);
    }
    page_.blocks.emplace_back(std::move(meters));
  }

  void add_next_steps() {
    Table table{
        .title = "Next steps for the group",
        .columns = {{"pillar"}, {"next step"}, {"members that gain", number}, {"a member", number}},
        .empty = "none: no single kind of action adds to most members"};
    for (const GroupStep& step : report_.next_steps) {
      table.rows.push_back({name(step.pillar), step.advice, fmt::format("{}", step.members),
                            difference(step.mean_gain)});
    }
    page_.blocks.emplace_back(std::move(table));
  }

  void add_scores() {
    Table table{.title = "Scores",
                .columns = {{""},
                            {"mean", number},
                            {"least", number},
                            {"25 %", number},
                            {"median", number},
                            {"75 %", number},
                            {"greatest", number},
                            {"weakest for", number}}};
    const auto row = [](std::string_view title, const Distribution& d, std::string weakest_for) {
      return Row{title,
                 to_string(d.mean),
                 to_string(d.least),
                 to_string(d.lower_quartile),
                 to_string(d.median),
                 to_string(d.upper_quartile),
                 to_string(d.greatest),
                 std::move(weakest_for)};
    };
    table.rows.push_back(row("total", *report_.all.total, ""));
    for (const GroupPillar& pillar : report_.all.pillars) {
      table.rows.push_back(
          row(name(pillar.id), pillar.scores, fmt::format("{}", pillar.weakest_for)));
    }
    page_.blocks.emplace_back(std::move(table));
  }

  void add_bands() {
    Meters meters{.title = "Bands", .what = "band", .unit = "members"};
    const auto from = [&](std::size_t i) { return short_points(model_.bands[i].from); };
    for (std::size_t i = 0; i < model_.bands.size(); ++i) {
      const std::string range = i + 1 == model_.bands.size() ? "from " + from(i)
                                : i == 0                     ? "below " + from(1)
                                         : fmt::format("{} to {}", from(i), from(i + 1));
      meters.meters.push_back({.label = fmt::format("{}, {}", model_.bands[i].name, range),
                               .amount = fmt::format("{}", report_.all.bands[i]),
                               .part = report_.all.bands[i],
                               .whole = report_.all.members,
                               .tone = tone_of_band(i, model_)});
    }
    page_.blocks.emplace_back(std::move(meters));
  }

  void add_teams() {
    if (report_.teams.empty()) return;
    Table table{.title = "Teams",
                .columns = {{"team"}, {"members", number}, {"mean", number}, {"median", number}}};
    for (const PillarInfo& pillar : pillar_catalog) {
      table.columns.push_back({std::string{name(pillar.id)}, number});
    }
    for (const Group& group : report_.teams) {
      Row row = {group.team.value_or("(no team)"), fmt::format("{}", group.members),
                 group.total ? to_string(group.total->mean) : "-",
                 group.total ? to_string(group.total->median) : "-"};
      for (const GroupPillar& pillar : group.pillars) {
        row.emplace_back(to_string(pillar.scores.mean),
                         pillar.weakest ? Tone::weakest : Tone::plain);
      }
      row.resize(table.columns.size(), "-");
      table.rows.push_back(std::move(row));
    }
    page_.blocks.emplace_back(std::move(table));
  }

  void add_unscored() {
    const std::uint64_t unscored = report_.all.unscored;
    if (unscored == 0) return;
    List list{.title = fmt::format("Not scored: {} with a pillar that has nothing measured",
                                   counted(unscored, "member", "members"))};
    for (const TeamMember& member : report_.members) {
      if (member.is_scored() || list.items.size() == Diagnostics::in_full) continue;
      list.items.push_back({.text = name_of(member)});
    }
    if (unscored > list.items.size()) {
      list.items.push_back({.text = fmt::format("and {} more", unscored - list.items.size())});
    }
    page_.blocks.emplace_back(std::move(list));
  }

  void add_leaderboard() {
    const bool is_by_name = report_.sort_by == SortBy::name;
    const std::string_view sorted_by = name(report_.sort_by);
    Table table{.title = fmt::format("Leaderboard by {}", sorted_by),
                .columns = {{"rank", number},
                            {"name"},
                            {"team", extra},
                            {"top", extra},
                            {"band", extra},
                            {"weakest", extra},
                            {is_by_name ? "total" : std::string{sorted_by}, number}}};
    const auto add_gap = [&] {
      if (report_.left_out() == 0) return;
      table.rows.push_back(
          {{fmt::format("... {} more, see --top and --bottom", report_.left_out()), Tone::faint}});
    };
    for (std::size_t i = 0; i < report_.leaderboard.size(); ++i) {
      if (i == report_.top_count) add_gap();
      table.rows.push_back(row_of(report_.leaderboard[i]));
    }
    if (report_.top_count == report_.leaderboard.size()) add_gap();
    page_.blocks.emplace_back(std::move(table));
  }

  [[nodiscard]] Row row_of(const Place& place) const {
    const TeamMember& member = report_.members[place.member];
    std::vector<std::string_view> weakest;
    for (std::size_t i = 0; i < pillar_count; ++i) {
      if (member.weakest_pillars[i]) weakest.push_back(names_of<PillarId>[i]);
    }
    const bool is_by_total = report_.sort_by == SortBy::total || report_.sort_by == SortBy::name;
    return {fmt::format("{}.", place.rank), name_of(member), member.member.team.value_or(""),
            fmt::format("top {} %", place.top_percent),
            // A band is of the total: beside the points of a pillar it would mislead.
            is_by_total ? Cell{model_.bands[*member.band].name, tone_of_band(*member.band, model_)}
                        : Cell{},
            fmt::format("{}", fmt::join(weakest, " ")),
            to_string(ranked_points(member, report_.sort_by))};
  }

  static std::string name_of(const TeamMember& member) {
    const auto& label = member.member.label();
    return label && !label->empty() ? *label : "(no name)";
  }

  Page page_{};
  const TeamReport& report_;
  const Model& model_;
};

}  // namespace

Page page_of(const TeamReport& report) {
  return TeamPage{report}.page();
}

}  // namespace ssi
