#include <fmt/format.h>

#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

// Where the total goes if nothing further happens, as a sentence.
std::string outlook(const TrendReport& report) {
  const auto& now = report.points.back().total;
  const std::string target = short_points(report.settings.target);
  if (!now) return "There is no total: a pillar has nothing measured.";
  if (report.falls_below) {
    return fmt::format("With nothing further done, the total falls below {} on {}, to {}.", target,
                       to_string(report.falls_below->day), to_string(*report.falls_below->total));
  }
  if (*now < report.settings.target) {
    std::string text =
        fmt::format("The total is {} below {}.", to_string(report.settings.target - *now), target);
    if (!report.forecast.empty()) {
      const TrendPoint& end = report.forecast.back();
      text += fmt::format(" With nothing further done: {} on {}.", to_string(*end.total),
                          to_string(end.day));
    }
    return text;
  }
  return fmt::format("Even with nothing further done, the total stays at {} or above.", target);
}

// What `points_of` says of each day.
template <class PointsOf>
Series series_of(const TrendReport& report, std::string_view title, Points most,
                 const PointsOf& points_of) {
  Series series{.title = std::string{title}, .most = most};
  for (const TrendPoint& point : report.points) series.past.push_back(points_of(point));
  for (const TrendPoint& point : report.forecast) series.forecast.push_back(points_of(point));
  return series;
}

Table table_of(const TrendReport& report) {
  Table table{.columns = {{"day"}, {"total", number}, {"band"}}};
  for (const std::string_view pillar : names_of<PillarId>) {
    table.columns.push_back({std::string{pillar}, number});
  }
  const auto add = [&](const TrendPoint& point) {
    Row row = {to_string(point.day), points_or_dash(point.total),
               point.band ? report.model.bands[*point.band].name : "-"};
    for (const auto& pillar : point.pillars) row.emplace_back(points_or_dash(pillar));
    table.rows.push_back(std::move(row));
  };
  for (const TrendPoint& point : report.points) add(point);
  if (!report.forecast.empty()) table.rows.push_back({"If nothing further is done"});
  for (const TrendPoint& point : report.forecast) add(point);
  return table;
}

Chart chart_of(const TrendReport& report) {
  Chart chart{.title = fmt::format("Total by {}", name(report.settings.every)),
              .about = outlook(report),
              .step = std::string{name(report.settings.every)},
              .target = report.settings.target,
              .table = table_of(report)};
  for (const TrendPoint& point : report.points) chart.past_days.push_back(to_string(point.day));
  for (const TrendPoint& point : report.forecast) {
    chart.forecast_days.push_back(to_string(point.day));
  }
  const auto& band = report.points.back().band;
  if (band) chart.tone = tone_of_band(*band, report.model);
  chart.series.push_back(
      series_of(report, "total", total_max, [](const TrendPoint& point) { return point.total; }));
  for (std::size_t i = 0; i < pillar_count; ++i) {
    chart.series.push_back(series_of(report, names_of<PillarId>[i], pillar_max,
                                     [&](const TrendPoint& point) { return point.pillars[i]; }));
  }
  return chart;
}

// The first day, the last and the end of the forecast.
Table ends_of(const TrendReport& report) {
  std::vector<const TrendPoint*> points = {&report.points.front()};
  if (report.points.size() > 1) points.push_back(&report.points.back());
  if (!report.forecast.empty()) points.push_back(&report.forecast.back());
  Table table{.title = "Points at the end of", .columns = {{""}}};
  Row totals = {"total"};
  for (const TrendPoint* point : points) {
    table.columns.push_back({to_string(point->day), number});
    totals.emplace_back(points_or_dash(point->total));
  }
  table.rows.push_back(std::move(totals));
  add_pillar_rows(table, [&](Cell title, std::size_t i) {
    Row row = {std::move(title)};
    for (const TrendPoint* point : points) row.emplace_back(points_or_dash(point->pillars[i]));
    return row;
  });
  return table;
}

}  // namespace

Page page_of(const TrendReport& report) {
  const TrendPoint& now = report.points.back();
  Page page = page_with(
      title_with("Social Selling Index", ": ", report.member),
      fmt::format("{} to {}", to_string(report.settings.since), to_string(report.settings.until)),
      report.model);
  page.headline =
      headline(now.total, now.band, report.model, "no total: a pillar has nothing measured");
  if (now.total) page.blocks.emplace_back(Paragraph{.text = outlook(report)});
  page.blocks.emplace_back(chart_of(report));
  page.blocks.emplace_back(ends_of(report));
  return page;
}

}  // namespace ssi
