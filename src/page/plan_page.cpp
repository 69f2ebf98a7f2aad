#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

// What is to be reached, `total 70.00, people 20.00`.
std::string wanted(const PlanTarget& target) {
  std::vector<std::string> parts;
  if (target.total) parts.push_back("total " + to_string(*target.total));
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (!target.pillars[i]) continue;
    parts.push_back(fmt::format("{} {}", names_of<PillarId>[i], to_string(*target.pillars[i])));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

// `9 h 20 min`.
std::string duration(std::int64_t minutes) {
  if (minutes < 60) return fmt::format("{} min", minutes);
  return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60)
                           : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

// How good the plan is.
std::string outcome(const PlanReport& report) {
  const PlanSettings& settings = report.settings;
  if (report.is_reached) {
    return fmt::format("The plan reaches {} on {}, in {}.", wanted(settings.target),
                       to_string(report.until), duration(report.minutes));
  }
  return fmt::format("{} is out of reach by {} with {} minutes a day; this plan comes nearest.",
                     wanted(settings.target), to_string(report.until), settings.minutes_per_day);
}

Table points_of(const PlanReport& report) {
  Table table{
      .title = "Points",
      .columns = {
          {""}, {"now", number}, {"if nothing happens", number}, {"with the plan", number}}};
  const auto row = [&](Cell title, auto points) {
    return Row{std::move(title),
               points_or_dash(points(report.now)),
               points_or_dash(points(report.without)),
               {points_or_dash(points(report.with)), Tone::strong}};
  };
  table.rows.push_back(row("total", [](const Score& score) { return score.total; }));
  add_pillar_rows(table, [&](Cell title, std::size_t i) {
    return row(std::move(title), [i](const Score& score) { return score.pillars[i].score; });
  });
  return table;
}

Table once(const PlanReport& report) {
  Table table{.title = "Once", .columns = {{"what"}, {"minutes", number}}};
  for (const PlanItem& item : report.items) {
    if (item.times_a_week > 0) continue;
    table.rows.push_back({item.advice, fmt::format("{}", item.minutes)});
  }
  return table;
}

Table each_week(const PlanReport& report) {
  Table table{.title = "Each week",
              .columns = {{"what"}, {"when"}, {"in all", number}, {"minutes", number}}};
  for (const PlanItem& item : report.items) {
    if (item.times_a_week == 0) continue;
    const bool is_spread = item.days_a_week > 1;
    table.rows.push_back({item.advice, is_spread ? fmt::format("on {} days", item.days_a_week) : "",
                          fmt::format("{}", item.times), fmt::format("{}", item.minutes)});
  }
  return table;
}

Table rates_of(const PlanReport& report) {
  Table table{.title = "What others are expected to do", .columns = {{"what"}, {"how often"}}};
  for (const PlanRate& rate : report.rates) {
    table.rows.push_back({name(rate.what), fmt::format("{} of {} {}", rate.count, rate.of,
                                                       rate.is_past ? "so far" : "assumed")});
  }
  return table;
}

}  // namespace

Page page_of(const PlanReport& report) {
  Page page =
      page_with(title_with("Plan", " for ", report.member),
                fmt::format("{} to {}", to_string(report.settings.from + std::chrono::days{1}),
                            to_string(report.until)),
                report.settings.model);
  page.blocks = {
      Paragraph{.text = outcome(report), .tone = report.is_reached ? Tone::good : Tone::bad},
      points_of(report), once(report), each_week(report), rates_of(report)};
  return page;
}

}  // namespace ssi
