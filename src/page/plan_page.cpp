#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

// What is to be reached: `a total of 70.00, 20.00 in people`.
std::string wanted(const PlanTarget& target) {
  std::vector<std::string> parts;
  if (target.total) parts.push_back("a total of " + to_string(*target.total));
  for (std::size_t i = 0; i < pillar_count; ++i) {
    if (!target.pillars[i]) continue;
    parts.push_back(fmt::format("{} in {}", to_string(*target.pillars[i]), names_of<PillarId>[i]));
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
  if (report.is_reached && report.items.empty()) {
    return fmt::format("Nothing needs to be done to reach {} on {}.", wanted(settings.target),
                       to_string(report.until));
  }
  if (report.is_reached) {
    return fmt::format("The plan reaches {} on {} and takes {}.", wanted(settings.target),
                       to_string(report.until), duration(report.minutes));
  }
  return fmt::format(
      "With {} a day, {} is out of reach by {}; this plan comes closest.",
      counted(static_cast<std::uint64_t>(settings.minutes_per_day), "minute", "minutes"),
      wanted(settings.target), to_string(report.until));
}

// What the plan does without.
std::string restrictions(const PlanSettings& settings) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < task_count; ++i) {
    if (settings.left_out.test(i)) names.push_back(names_of<Task>[i]);
  }
  if (names.empty()) return "";
  std::string text = fmt::format("Left out: {}.", fmt::join(names, ", "));
  if (settings.account == Account::free) {
    text +=
        " Saved leads need Sales Navigator. Search with the free filters, such as location, "
        "industry"
        " and current company; LinkedIn limits how much a free account can search in a month.";
  }
  return text;
}

bool has_weekly_items(const PlanReport& report) {
  return std::ranges::any_of(report.items,
                             [](const PlanItem& item) { return item.times_a_week > 0; });
}

// What a week of a plan holds only now and then, or all of a plan of some days: day by day.
List day_by_day(const PlanReport& report) {
  const auto is_weekly = [&](Task task) {
    return std::ranges::find(report.items, task, &PlanItem::task)->times_a_week > 0;
  };
  List list{.title = has_weekly_items(report) ? "On single days" : "Day by day"};
  for (const PlannedTask& planned : report.calendar) {
    if (is_weekly(planned.task)) continue;
    const std::string day = to_string(planned.day);
    if (list.items.empty() || list.items.back().label != day) {
      list.items.push_back({.label = day, .text = planned.advice});
    } else {
      list.items.back().text += ", " + planned.advice;
    }
  }
  return list;
}

Table each_week(const PlanReport& report) {
  Table table{.title = "Each week",
              .columns = {{"what"}, {"when"}, {"in all", number}, {"minutes", number}}};
  for (const PlanItem& item : report.items) {
    if (item.times_a_week == 0) continue;
    const std::string when = item.days_a_week == 7  ? "every day"
                             : item.days_a_week > 1 ? fmt::format("on {} days", item.days_a_week)
                                                    : "";
    table.rows.push_back({item.advice, when, item.times, item.minutes});
  }
  return table;
}

// On how many different days there must be something of what counts by days. Day by day there is
// no need to say it.
List days_of(const PlanReport& report) {
  List list{.title = "Spread over different days"};
  if (!has_weekly_items(report)) return list;
  const auto add = [&list](Count count, std::string text) {
    if (count == 0) return;
    list.items.push_back({.label = counted(static_cast<std::uint64_t>(count), "day", "days"),
                          .text = std::move(text)});
  };
  add(report.prospecting_days, "with a search, a profile view or a saved lead");
  add(report.insight_days, "with a share, a comment or a reaction");
  add(report.editing_days, "with a profile edit");
  return list;
}

// `8.3`, `0.08`: two significant digits.
std::string number_of_times(const Ratio& rate) {
  const double times = static_cast<double>(rate.numerator) / static_cast<double>(rate.denominator);
  return times < 1 && times > 0 ? fmt::format("{:.2f}", times) : fmt::format("{:.1f}", times);
}

bool is_per_share(PlanRate::Of what) {
  using Of = PlanRate::Of;
  return what == Of::reactions || what == Of::comments || what == Of::reshares;
}

// `8.3 reactions per share`, `42% of invitations accepted`.
std::string in_words(const PlanRate& rate) {
  using Of = PlanRate::Of;
  if (is_per_share(rate.what)) {
    return fmt::format("{} {}", number_of_times(rate.rate), name(rate.what));
  }
  const auto percent = static_cast<int>(100 * rate.rate.numerator / rate.rate.denominator);
  const std::string_view of = rate.what == Of::endorsements      ? "those asked endorse you"
                              : rate.what == Of::recommendations ? "those asked recommend you"
                                                                 : name(rate.what);
  return fmt::format("{}% of {}", percent, of);
}

List rates_of(const PlanReport& report) {
  List list{.title = "What others are expected to do"};
  for (const PlanRate& rate : report.rates) {
    const std::string past =
        fmt::format("{} {} {}", rate.count, is_per_share(rate.what) ? "on" : "of", rate.of);
    list.items.push_back(
        {.text = fmt::format("{} ({})", in_words(rate),
                             rate.of == 0 ? "assumed"
                             : rate.assumed == 0
                                 ? past
                                 : fmt::format("{}, plus {} assumed", past, rate.assumed))});
  }
  return list;
}

}  // namespace

Page page_of(const PlanReport& report) {
  const auto strong = [](auto points) { return Cell{points, Tone::strong}; };
  Page page =
      page_with(title_with("Plan", " for ", report.member),
                fmt::format("{} to {}", to_string(report.settings.from + std::chrono::days{1}),
                            to_string(report.until)),
                report.settings.model);
  add_measured(page, report.now.assessable);
  page.add(Paragraph{.text = outcome(report), .tone = report.is_reached ? Tone::good : Tone::bad});
  page.add(Paragraph{.text = restrictions(report.settings)});
  page.add(points_table("Points", {{"now", achieved(report.now)},
                                   {"without activity", achieved(report.without)},
                                   {"with the plan", achieved(report.with), strong}}));
  page.add(each_week(report));
  page.add(day_by_day(report));
  page.add(days_of(report));
  page.add(rates_of(report));
  return page;
}

}  // namespace ssi
