#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

// What happens to the total if the member does nothing more, as a sentence.
std::string outlook(const TrendReport& report) {
  const auto& now = report.points.back().total;
  const std::string target = short_points(report.settings.target);
  if (!now) return "There is no total: a pillar is not measured at all.";
  if (report.falls_below) {
    return fmt::format("Without further activity, the total falls below {} on {}, to {}.", target,
                       to_string(report.falls_below->day), to_string(*report.falls_below->total));
  }
  if (*now < report.settings.target) {
    std::string text =
        fmt::format("The total is {} below {}.", to_string(report.settings.target - *now), target);
    if (!report.forecast.empty()) {
      const TrendPoint& end = report.forecast.back();
      text += fmt::format(" Without further activity, it is {} on {}.", to_string(*end.total),
                          to_string(end.day));
    }
    return text;
  }
  return fmt::format("Even without further activity, the total stays at {} or above.", target);
}

using Readings = std::vector<std::optional<SideBySide>>;

std::optional<Points> rounded(std::optional<Thousandths> number) {
  return number ? std::optional{Points{(number->count + 5) / 10}} : std::nullopt;
}

// The series of the points that `of` picks from each day, and `shown` from each reading.
template <class Of, class Shown>
Series series_of(const TrendReport& report, const Readings& readings, std::string_view title,
                 Points most, const Of& of, const Shown& shown) {
  Series series{.title = std::string{title}, .most = most};
  std::ranges::transform(report.points, std::back_inserter(series.past), of);
  std::ranges::transform(report.forecast, std::back_inserter(series.forecast), of);
  std::ranges::transform(readings, std::back_inserter(series.marks), [&](const auto& both) {
    return both ? rounded(shown(both->linkedin)) : std::nullopt;
  });
  return series;
}

Table table_of(const TrendReport& report, const Readings& readings) {
  Table table{.columns = {{"day"}, {"total", number}, {"band"}}};
  add_pillar_columns(table);
  const bool has_readings = !report.readings.empty();
  if (has_readings) table.columns.push_back({"LinkedIn", number});
  const auto add = [&](const TrendPoint& point) {
    Row row = {to_string(point.day), point.total,
               point.band ? report.model.bands[*point.band].name : "-"};
    row.insert(row.end(), point.pillars.begin(), point.pillars.end());
    table.rows.push_back(std::move(row));
  };
  for (std::size_t i = 0; i < report.points.size(); ++i) {
    add(report.points[i]);
    const auto& shown = readings[i] ? readings[i]->linkedin.total : std::nullopt;
    if (has_readings) table.rows.back().emplace_back(shown ? to_string(*shown) : "");
  }
  if (!report.forecast.empty()) table.rows.push_back({"Without further activity"});
  std::ranges::for_each(report.forecast, add);
  return table;
}

Chart chart_of(const TrendReport& report) {
  const Readings readings = readings_by_step(report);
  Chart chart{.title = fmt::format("Total by {}", name(report.settings.every)),
              .about = outlook(report),
              .step = std::string{name(report.settings.every)},
              .target = report.settings.target,
              .marks = report.readings.empty() ? "" : "LinkedIn's own number",
              .table = table_of(report, readings)};
  if (!chart.marks.empty()) chart.about += " Circles are " + chart.marks + ".";
  for (const TrendPoint& point : report.points) chart.past_days.push_back(to_string(point.day));
  for (const TrendPoint& point : report.forecast) {
    chart.forecast_days.push_back(to_string(point.day));
  }
  const auto& band = report.points.back().band;
  if (band) chart.tone = tone_of_band(*band, report.model);
  chart.series.push_back(series_of(report, readings, "total", total_max, &TrendPoint::total,
                                   [](const Reading& shown) { return shown.total; }));
  for (const PillarInfo& pillar : pillar_catalog) {
    const auto i = static_cast<std::size_t>(pillar.id);
    chart.series.push_back(series_of(
        report, readings, name(pillar.id), pillar_max,
        [&](const TrendPoint& point) { return point.pillars[i]; },
        [&](const Reading& shown) { return shown.pillar(pillar.id); }));
  }
  return chart;
}

// A table of the first day, the last day and the end of the forecast.
Table ends_of(const TrendReport& report) {
  std::vector<PointsColumn> columns;
  const auto add = [&](const TrendPoint& point) {
    columns.push_back({to_string(point.day), {point.total, point.pillars}});
  };
  add(report.points.front());
  if (report.points.size() > 1) add(report.points.back());
  if (!report.forecast.empty()) add(report.forecast.back());
  return points_table("Points at the end of", columns);
}

}  // namespace

Page page_of(const TrendReport& report) {
  const TrendPoint& now = report.points.back();
  Page page = page_with(
      title_with("Social Selling Index", ": ", report.member),
      fmt::format("{} to {}", to_string(report.settings.since), to_string(report.settings.until)),
      report.model);
  add_measured(page, report.assessable);
  page.headline = headline(now.total, now.band, report.model, now.range);
  if (now.total) page.add(Paragraph{.text = outlook(report)});
  page.add(chart_of(report));
  page.add(ends_of(report));
  return page;
}

}  // namespace ssi
