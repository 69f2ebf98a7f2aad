#include "render/describe.hpp"
#include "render/render.hpp"

namespace ssi {

constexpr Rule altogether{.about = "In all."};

static std::vector<Task> tasks_in(const TaskSet& set) {
  std::vector<Task> tasks;
  for (std::size_t i = 0; i < task_count; ++i) {
    if (set.test(i)) tasks.push_back(static_cast<Task>(i));
  }
  return tasks;
}

static void describe(Fields& out, const Score& score) {
  describe_points(out, achieved(score));
  describe_range(out, score.range());
}

static void describe(Fields& out, const PlanItem& item) {
  out.field("task", item.task);
  out.field("advice", item.advice);
  out.field("times", item.times, altogether);
  out.field("times_a_week", item.times_a_week, {.about = "At most; 0 if only on single days."});
  out.field("days_a_week", item.days_a_week, {.about = "At most."});
  out.field("minutes", item.minutes, altogether);
}

static void describe(Fields& out, const PlanRate& rate) {
  out.field("what", rate.what);
  out.field("rate", rate.rate, {.about = "From the past and what is assumed."});
  out.field("count", rate.count, {.about = "In the past."});
  out.field("of", rate.of, {.about = "Occasions in the past."});
  out.field("assumed", rate.assumed, {.about = "Assumed occasions."});
}

static void describe(Fields& out, const PlannedTask& planned) {
  out.field("day", planned.day);
  out.field("task", planned.task);
  out.field("advice", planned.advice);
  out.field("times", planned.times, {.least = 1});
}

void describe(Fields& out, const PlanReport& report) {
  const PlanSettings& settings = report.settings;
  out.object("model", settings.model);
  out.object("member", report.member);
  out.field("from", settings.from, {.about = "The as-of day; the plan starts the day after."});
  out.field("until", report.until);
  out.field("minutes_per_day", settings.minutes_per_day);
  out.field("account", settings.account);
  out.values("left_out", tasks_in(settings.left_out),
             {.about = "Tasks that the plan does without."});
  out.object("target", [&](Fields& fields) { describe_points(fields, settings.target); });
  out.field("reached", report.is_reached);
  out.field("assessable", report.now.assessable);
  out.object("now", report.now, ByType{}, {.about = "On the as-of day."});
  out.object("without", report.without, ByType{},
             {.about = "On the last day, without further activity."});
  out.object("with", report.with, ByType{},
             {.about = "On the last day, with the activities below."});
  out.field("minutes", report.minutes);
  out.list("items", report.items);
  out.list("calendar", report.calendar, ByType{}, {.about = "The same day by day."});
  out.field("editing_days", report.editing_days,
            {.about = "How many more days than without the plan; the next two likewise."});
  out.field("prospecting_days", report.prospecting_days);
  out.field("insight_days", report.insight_days);
  out.list("rates", report.rates);
  out.values("activities", report.activities, {.about = "As a log has them."});
}

/// A row of CSV.
struct PlanRow {
  PlannedTask planned{};
  const PlanReport* report = nullptr;  ///< null in the header
};

static void describe_cells(Fields& out, const PlanRow& row) {
  static const PlanReport nothing{};
  const PlanReport& report = row.report == nullptr ? nothing : *row.report;
  describe(out, report.member);
  describe_model(out, report.settings.model);
  describe(out, row.planned);
}

std::string plan_schema() {
  return schema_of_members<PlanReport>("ssi plan");
}

void csv_plans(std::string& out, const std::vector<PlanReport>& reports, Notes /*notes*/,
               const Style& /*style*/) {
  std::vector<PlanRow> rows;
  for (const PlanReport& report : reports) {
    for (const PlannedTask& planned : report.calendar) rows.push_back({planned, &report});
  }
  write_rows(out, rows, [](Fields& fields, const PlanRow& row) { describe_cells(fields, row); });
}

}  // namespace ssi
