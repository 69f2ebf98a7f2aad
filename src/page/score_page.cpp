#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

Meters meters_of(const Score& score) {
  Meters meters{.what = "pillar", .unit = "points", .are_whole = true};
  for (const PillarScore& pillar : score.pillars) {
    if (!pillar.score) {
      meters.meters.push_back({.label = std::string{info(pillar.id).title},
                               .amount = "-",
                               .tone = Tone::faint,
                               .mark = "not measured"});
      continue;
    }
    const auto range = pillar.range();
    Meter meter =
        pillar_meter(pillar.id, *pillar.score, {pillar.weak, pillar.weakest, is_thin(range)});
    if (range) {
      meter.note = fmt::format("{} earned, {}", to_string(pillar.earned),
                               measured_on(pillar.assessable, pillar_max));
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
      table.rows.push_back({name(signal.id), so_far(signal, model), points_of(signal),
                            signal.value ? Cell{signal.max} : Cell{"-"}});
    }
  }
  return table;
}

// `LinkedIn showed 53 on 2026-11-20; this log gives 52.64 on that day.`, and the ranks and averages
// that LinkedIn showed with it.
std::string in_words(const SideBySide& both) {
  const auto& [day, linkedin, log] = both;
  std::string text = linkedin.total ? fmt::format("LinkedIn showed {} on {}; this log ",
                                                  to_string(*linkedin.total), to_string(day))
                                    : fmt::format("On {} this log ", to_string(day));
  if (log.total) {
    text += fmt::format("gives {}{}.", with_range(*log.total, log.range()),
                        linkedin.total ? " on that day" : "");
  } else {
    text += "gives no total.";
  }
  const auto add = [&](std::string_view what, const auto& value, std::string_view unit = "") {
    if (value) text += fmt::format(" {}{}{}.", what, *value, unit);
  };
  add("Industry SSI rank: top ", linkedin.industry_rank, "%");
  add("Network SSI rank: top ", linkedin.network_rank, "%");
  const auto average = [&](std::string_view of, const std::optional<Thousandths>& value) {
    if (value) text += fmt::format(" Average of the {}: {}.", of, to_string(*value));
  };
  average("industry", linkedin.industry_average);
  average("network", linkedin.network_average);
  return text;
}

// The signals to which the log may lack activity: those that are not measured or have nothing; if
// there are none, all below their target.
std::vector<std::string_view> lacking_in(const PillarScore& pillar) {
  std::vector<std::string_view> empty;
  std::vector<std::string_view> below;
  for (const SignalScore& signal : pillar.signals) {
    if (signal.points == Points{}) empty.push_back(name(signal.id));
    if (signal.points < signal.max) below.push_back(name(signal.id));
  }
  return empty.empty() ? below : empty;
}

// For each pillar in which the two are far apart, what that may come from.
std::vector<std::string> hints_of(const SideBySide& both) {
  std::vector<std::string> hints;
  for (const PillarId id : far_apart(both)) {
    const PillarScore& pillar = both.log.pillar(id);
    const Thousandths shown = *both.linkedin.pillar(id);
    const bool lacks = shown.count > 10 * pillar.score->hundredths;
    hints.push_back(fmt::format(
        "{}: LinkedIn showed {}, this log gives {}. {}", name(id), to_string(shown),
        to_string(*pillar.score),
        lacks ? fmt::format("It may lack some of: {}.", fmt::join(lacking_in(pillar), ", "))
              : "It may hold more than LinkedIn counts."));
  }
  return hints;
}

// The pillars that LinkedIn showed, beside those of the log.
Table pillars_beside(const SideBySide& both) {
  Table table{.columns = {{"pillar"}, {"LinkedIn", number}, {"this log", number}}};
  for (const PillarScore& pillar : both.log.pillars) {
    if (const auto shown = both.linkedin.pillar(pillar.id)) {
      table.rows.push_back({name(pillar.id), to_string(*shown), pillar.score});
    }
  }
  return table;
}

List supposed_of(const WhatIf& what_if) {
  List list{.title = "What if"};
  for (const Supposed& each : what_if.supposed) list.items.push_back({.text = each.words});
  return list;
}

// The total stands last here, as the sum of the pillars above it.
Table what_if_table(const Report& report, const Model& model) {
  const WhatIf& what_if = *report.what_if;
  const bool is_later = what_if.as_of && what_if.as_of != report.as_of;
  const auto& band = what_if.score.band;
  Table table =
      points_table(is_later ? "As of " + to_string(*what_if.as_of) : "Then",
                   {{"as is", achieved(report.score)},
                    {"as if", achieved(what_if.score)},
                    {"change", {what_if.change.total, what_if.change.pillars}, difference}});
  table.columns.front().title = "pillar";
  std::rotate(table.rows.begin(), table.rows.begin() + 1, table.rows.end());
  table.rows.back().front() = "Total" + (band ? ", " + model.bands[*band].name : "");
  return table;
}

// `+1.05 since 2026-11-15: 12 new activities +1.90, 5 left the window -0.85`
std::string in_words(const LastWeek& week) {
  std::vector<std::string> parts;
  if (week.came > 0) {
    const auto came = static_cast<std::uint64_t>(week.came);
    parts.push_back(fmt::format("{} {}", counted(came, "new activity", "new activities"),
                                signed_points(week.gained)));
  }
  if (week.went > 0) {
    parts.push_back(fmt::format("{} left the window {}", week.went, signed_points(week.lost)));
  }
  if (parts.empty()) parts.emplace_back("nothing new, and nothing left the window");
  return fmt::format("{} since {}: {}", signed_points(week.gained + week.lost),
                     to_string(week.since), fmt::join(parts, ", "));
}

Table step_table(const Report& report) {
  Table table{.title = "Next steps",
              .columns = {{"pillar"}, {"next step"}, {"gain", number}},
              .empty = report.score.total == total_max
                           ? "none: every signal has reached its target"
                           : "none: no single kind of action raises the lowest pillar"};
  for (const NextStep& step : report.next_steps) {
    table.rows.push_back({name(step.pillar), step.advice, difference(step.gain)});
  }
  return table;
}

}  // namespace

Page page_of(const Report& report, const Model& model, Detail detail) {
  const Score& score = report.score;
  Page page = page_with(title_with("Social Selling Index", ": ", report.member),
                        as_of_words(report.as_of), model);
  page.headline = headline(score.total, score.band, model, score.range());
  if (score.range()) {
    page.headline->note =
        measured_on(score.assessable, total_max) + "; range: the rest at 0 to full";
  }
  if (report.last_week) page.add(Paragraph{.text = in_words(*report.last_week)});
  page.add(meters_of(score));
  if (report.what_if) {
    page.add(supposed_of(*report.what_if));
    page.add(what_if_table(report, model));
  }
  page.add(step_table(report));
  if (report.has_never_saved_leads && !report.next_steps.empty()) {
    page.add(Paragraph{
        .text = "Saved leads need Sales Navigator; ssi plan --account free leaves them out.",
        .tone = Tone::faint});
  }
  if (report.linkedin) {
    page.add(Paragraph{.title = "LinkedIn's own number", .text = in_words(*report.linkedin)});
    page.add(list_of("", hints_of(*report.linkedin)));
    if (detail == Detail::signals) page.add(pillars_beside(*report.linkedin));
    if (page.headline && report.linkedin->linkedin.total) {
      page.headline->linkedin = to_string(*report.linkedin->linkedin.total);
    }
  }
  if (detail == Detail::signals) page.add(signal_table(score, model));
  page.add(gate_table(report.gates));
  return page;
}

}  // namespace ssi
