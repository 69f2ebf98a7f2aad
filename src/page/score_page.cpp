#include <fmt/format.h>

#include "base/text.hpp"
#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

Meters meters_of(const Score& score) {
  Meters meters{.what = "pillar", .unit = "points", .are_ring = true};
  for (const PillarScore& pillar : score.pillars) {
    if (!pillar.score) {
      meters.meters.push_back({.label = std::string{info(pillar.id).title},
                               .amount = "-",
                               .tone = Tone::faint,
                               .mark = "not measured"});
      continue;
    }
    Meter meter = pillar_meter(pillar.id, *pillar.score, pillar.weak, pillar.weakest);
    if (pillar.assessable < pillar_max) {
      meter.note = fmt::format("{} earned, measured on {} of {} points", to_string(pillar.earned),
                               to_string(pillar.assessable), to_string(pillar_max));
    }
    meters.meters.push_back(std::move(meter));
  }
  return meters;
}

Table signal_table(const Score& score, const Model& model) {
  Table table{.title = "Signals",
              .columns = {{"signal"}, {"so far"}, {"points", number}, {"of", number}}};
  for (const PillarScore& pillar : score.pillars) {
    for (const SignalScore& signal : pillar.signals) {
      const bool is_measured = signal.value.has_value();
      table.rows.push_back({name(signal.id), so_far(signal, model),
                            is_measured ? to_string(signal.points) : "-",
                            is_measured ? to_string(signal.max) : "-"});
    }
  }
  return table;
}

void add_what_if(Page& page, const Report& report, const Model& model) {
  const WhatIf& what_if = *report.what_if;
  List supposed{.title = "What if"};
  for (const Supposed& each : what_if.supposed) supposed.items.push_back({.text = each.words});
  const bool is_later = what_if.as_of && what_if.as_of != report.as_of;
  const Score& after = what_if.score;
  Table table{.title = is_later ? "As of " + to_string(*what_if.as_of) : "Then",
              .columns = {{"pillar"}, {"as is", number}, {"as if", number}, {"change", number}}};
  add_pillar_rows(table, [&](Cell title, std::size_t i) {
    return Row{std::move(title), points_or_dash(report.score.pillars[i].score),
               points_or_dash(after.pillars[i].score), difference(what_if.pillar_changes[i])};
  });
  const std::string band = after.band ? ", " + model.bands[*after.band].name : "";
  table.rows.push_back({"Total" + band, points_or_dash(report.score.total),
                        points_or_dash(after.total), difference(what_if.change)});
  page.blocks.insert(page.blocks.end(), {std::move(supposed), std::move(table)});
}

// `+1.05 since 2026-11-15: 12 new activities +1.90, 5 left the window -0.85`
std::string in_words(const LastWeek& week) {
  std::string text =
      fmt::format("{} since {}", signed_points(week.gained + week.lost), to_string(week.since));
  if (week.came == 0 && week.went == 0) return text + ": nothing new, and nothing left the window";
  std::string_view separator = ": ";
  if (week.came > 0) {
    text += fmt::format(
        "{}{} {}", separator,
        counted(static_cast<std::uint64_t>(week.came), "new activity", "new activities"),
        signed_points(week.gained));
    separator = ", ";
  }
  if (week.went > 0) {
    text += fmt::format("{}{} left the window {}", separator, week.went, signed_points(week.lost));
  }
  return text;
}

Table step_table(const Report& report) {
  Table table{.title = "Next steps",
              .columns = {{"pillar"}, {"next step"}, {"gain", number}},
              .empty = report.score.total == total_max
                           ? "none: every signal has reached its target"
                           : "none: no single kind of action adds to the lowest pillar"};
  for (const NextStep& step : report.next_steps) {
    table.rows.push_back({name(step.pillar), step.advice, difference(step.gain)});
  }
  return table;
}

}  // namespace

Page page_of(const Report& report, const Model& model, bool details) {
  const Score& score = report.score;
  Page page = page_with(title_with("Social Selling Index", ": ", report.member),
                        report.as_of ? "as of " + to_string(*report.as_of) : "no date", model);
  page.headline =
      headline(score.total, score.band, model, "no total: a pillar has nothing measured");
  if (score.total && score.assessable < total_max) {
    page.headline->note = fmt::format("measured on {} of {} points", to_string(score.assessable),
                                      to_string(total_max));
  }
  if (score.total) {
    for (const PillarScore& pillar : score.pillars) page.headline->ring.push_back(*pillar.score);
  }
  if (report.last_week) page.blocks.emplace_back(Paragraph{.text = in_words(*report.last_week)});
  page.blocks.emplace_back(meters_of(score));
  if (report.what_if) add_what_if(page, report, model);
  page.blocks.emplace_back(step_table(report));
  if (details) page.blocks.emplace_back(signal_table(score, model));
  page.blocks.emplace_back(gate_table(report.gates));
  return page;
}

}  // namespace ssi
