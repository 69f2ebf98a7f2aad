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

Table once(const PlanReport& report) {
  Table table{.title = "Once", .columns = {{"what"}, {"minutes", number}}};
  for (const PlanItem& item : report.items) {
    if (item.times_a_week > 0) continue;
    table.rows.push_back({item.advice, item.minutes});
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
                          item.times, item.minutes});
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
  const auto strong = [](auto points) { return Cell{points, Tone::strong}; };
  Page page =
      page_with(title_with("Plan", " for ", report.member),
                fmt::format("{} to {}", to_string(report.settings.from + std::chrono::days{1}),
                            to_string(report.until)),
                report.settings.model);
  page.add(Paragraph{.text = outcome(report), .tone = report.is_reached ? Tone::good : Tone::bad});
  page.add(points_table("Points", {{"now", achieved(report.now)},
                                   {"if nothing happens", achieved(report.without)},
                                   {"with the plan", achieved(report.with), strong}}));
  page.add(once(report));
  page.add(each_week(report));
  page.add(rates_of(report));
  return page;
}

}  // namespace ssi
