#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

std::string name_of(const TeamMember& member) {
  const auto& label = member.member.label();
  return label && !label->empty() ? *label : "(no name)";
}

Meters pillars_of(const Group& all) {
  Meters meters{.what = "pillar", .unit = "mean", .are_whole = true};
  for (const GroupPillar& pillar : all.pillars) {
    meters.meters.push_back(
        pillar_meter(pillar.id, pillar.scores.mean, {pillar.weak, pillar.weakest, pillar.thin}));
  }
  return meters;
}

Table step_table(const TeamReport& report) {
  Table table{.title = "Next steps for the group",
              .columns = {{"pillar"}, {"next step"}, {"members", number}, {"gain each", number}},
              .empty = "none: no single kind of action helps most members"};
  for (const GroupStep& step : report.next_steps) {
    table.rows.push_back({name(step.pillar), step.advice, step.members, difference(step.gain)});
  }
  return table;
}

Table distributions_of(const Group& all) {
  Table table{.title = "Scores",
              .columns = {{""},
                          {"mean", number},
                          {"least", number},
                          {"25%", number},
                          {"median", number},
                          {"75%", number},
                          {"most", number},
                          {"weakest", number, true}}};
  const auto add = [&](std::string_view title, const Distribution& d, const Cell& weakest_for) {
    table.rows.push_back({title, d.mean, d.least, d.lower_quartile, d.median, d.upper_quartile,
                          d.greatest, weakest_for});
  };
  add("total", *all.total, "");
  for (const GroupPillar& pillar : all.pillars) {
    add(name(pillar.id), pillar.scores, pillar.weakest_for);
  }
  return table;
}

Meters bands_of(const Group& all, const Model& model) {
  Meters meters{.title = "Bands", .what = "band", .unit = "members"};
  const auto from = [&](std::size_t i) { return short_points(model.bands[i].from); };
  for (std::size_t i = 0; i < model.bands.size(); ++i) {
    const std::string range = i + 1 == model.bands.size() ? "from " + from(i)
                              : i == 0                    ? "below " + from(1)
                                       : fmt::format("{} to {}", from(i), from(i + 1));
    meters.meters.push_back({.label = fmt::format("{}, {}", model.bands[i].name, range),
                             .amount = std::to_string(all.bands[i]),
                             .part = all.bands[i],
                             .whole = all.members,
                             .tone = tone_of_band(i, model)});
  }
  return meters;
}

Table teams_of(const TeamReport& report) {
  Table table{
      .title = "Teams",
      .columns = {{"team"}, {"members", number, true}, {"mean", number}, {"median", number, true}}};
  add_pillar_columns(table);
  for (const Group& group : report.teams) {
    Row row = {group.team.value_or("(no team)"), group.members, group.mean(),
               group.total ? Cell{group.total->median} : Cell{"-"}};
    for (const GroupPillar& pillar : group.pillars) {
      row.emplace_back(pillar.scores.mean, pillar.weakest ? Tone::weakest : Tone::plain);
    }
    row.resize(table.columns.size(), "-");
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table movers_of(std::string_view title, const std::vector<std::size_t>& movers,
                const TeamReport& report) {
  Table table{.title = std::string{title},
              .columns = {{"name"},
                          {"team", words, true},
                          {"before", number},
                          {"after", number},
                          {"change", number}}};
  for (const std::size_t i : movers) {
    const TeamMember& member = report.members[i];
    table.rows.push_back({name_of(member), member.member.team.value_or(""), member.before,
                          member.achieved.total,
                          difference(*member.achieved.total - *member.before)});
  }
  return table;
}

void add_change(Page& page, const TeamReport& report) {
  const TeamChange& change = *report.change;
  const std::string since = change.since ? " since " + to_string(*change.since) : "";
  if (change.members == 0) {
    page.add(
        Paragraph{.title = "Change" + since, .text = "none: nobody has a total on both sides"});
    return;
  }
  page.add(points_table(
      fmt::format("Change{} of {}", since, counted(change.members, "member", "members")),
      {{"mean before", change.before},
       {"mean after", change.after},
       {"change", {change.change.total, change.change.pillars}, difference}}));
  page.add(cause_table(change.terms));
  page.add(movers_of("Rose most", change.rose, report));
  page.add(movers_of("Fell most", change.fell, report));
}

List unscored_of(const TeamReport& report) {
  const std::uint64_t unscored = report.all.unscored;
  List list{.title = fmt::format("Not scored: {} with a pillar that is not measured at all",
                                 counted(unscored, "member", "members"))};
  for (const TeamMember& member : report.members) {
    if (member.is_scored() || list.items.size() == Diagnostics::in_full) continue;
    list.items.push_back({.text = name_of(member)});
  }
  if (unscored > list.items.size()) {
    list.items.push_back({.text = fmt::format("and {} more", unscored - list.items.size())});
  }
  return list;
}

Row row_of(const Place& place, const TeamReport& report) {
  const TeamMember& member = report.members[place.member];
  std::vector<std::string_view> weakest;
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (member.weakest_pillars[i]) weakest.push_back(names_of<PillarId>[i]);
  }
  // A band belongs to the total: beside the points of a pillar it would mislead.
  const bool is_by_total = report.sort_by == SortBy::total || report.sort_by == SortBy::name;
  const std::size_t band = *member.band;
  return {
      fmt::format("{}.", place.rank),
      name_of(member),
      member.member.team.value_or(""),
      fmt::format("top {}%", place.top_percent),
      is_by_total ? Cell{report.model.bands[band].name, tone_of_band(band, report.model)} : Cell{},
      fmt::format("{}", fmt::join(weakest, " ")),
      ranked_points(member, report.sort_by)};
}

// A column of what `of` knows about the members of the leaderboard, if it knows it about any.
template <class Of>
void add_known(Table& table, std::string_view title, const TeamReport& report, const Of& of) {
  std::vector<std::string> texts;
  texts.reserve(report.leaderboard.size());
  for (const Place& place : report.leaderboard) {
    const auto known = of(report.members[place.member]);
    texts.push_back(known ? to_string(*known) : "");
  }
  if (std::ranges::all_of(texts, &std::string::empty)) return;
  table.columns.push_back({std::string{title}, number});
  for (std::size_t i = 0; i < texts.size(); ++i) table.rows[i].emplace_back(texts[i]);
}

Table leaderboard_of(const TeamReport& report) {
  const std::string sorted_by{name(report.sort_by)};
  Table table{.title = "Leaderboard by " + sorted_by,
              .columns = {{"rank", number},
                          {"name"},
                          {"team", words, true},
                          {"top", words, true},
                          {"band", words, true},
                          {"weakest", words, true},
                          {report.sort_by == SortBy::name ? "total" : sorted_by, number}}};
  for (const Place& place : report.leaderboard) table.rows.push_back(row_of(place, report));
  add_known(table, "range", report,
            [&](const TeamMember& member) { return ranked_range(member, report.sort_by); });
  add_known(table, "LinkedIn", report, [](const TeamMember& member) {
    return member.linkedin ? std::optional{member.linkedin->total} : std::nullopt;
  });
  if (report.left_out() > 0) {
    table.rows.insert(
        table.rows.begin() + static_cast<std::ptrdiff_t>(report.top_count),
        Row{{fmt::format("... {} more, see --top and --bottom", report.left_out()), Tone::faint}});
  }
  return table;
}

}  // namespace

Page page_of(const TeamReport& report) {
  const Group& all = report.all;
  const std::string unscored =
      all.unscored == 0 ? "" : fmt::format(", {} not scored", all.unscored);
  Page page = page_with(fmt::format("Social Selling Index of {}{}",
                                    counted(all.members, "member", "members"), unscored),
                        "", report.model);
  page.headline =
      headline(all.mean(), all.band, report.model, all.range, "no mean: no member has a total");
  if (all.total) {
    page.add(pillars_of(all));
    page.add(step_table(report));
    if (report.change) add_change(page, report);
    page.add(distributions_of(all));
    page.add(bands_of(all, report.model));
  }
  page.add(teams_of(report));
  page.add(unscored_of(report));
  page.add(leaderboard_of(report));
  page.add(gate_table(report.gates));
  return page;
}

}  // namespace ssi
