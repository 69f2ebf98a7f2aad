#include "render/describe.hpp"
#include "render/render.hpp"

namespace ssi {

constexpr Rule altogether{.about = "In all."};

template <class Out>
static void describe_score(Out& out, std::string_view name, const Score& score,
                           std::string_view about) {
  out.object(name,
             [&](auto& fields) { describe_points(fields, score.total, achieved(score).pillars); },
             {.about = about});
}

template <class Out>
static void describe(Out& out, const PlanItem& item) {
  out.field("task", item.task);
  out.field("advice", item.advice);
  out.field("times", item.times, altogether);
  out.field("times_a_week", item.times_a_week, {.about = "0: now and then."});
  out.field("days_a_week", item.days_a_week);
  out.field("minutes", item.minutes, altogether);
}

template <class Out>
static void describe(Out& out, const PlanRate& rate) {
  out.field("what", rate.what);
  out.field("count", rate.count);
  out.field("of", rate.of);
  out.field("assumed", !rate.is_past, {.about = "Where the log tells no past."});
}

template <class Out>
static void describe(Out& out, const PlanReport& report) {
  const PlanSettings& settings = report.settings;
  describe_tool(out, settings.model);
  out.object("member", [&](auto& fields) { describe(fields, report.member); });
  out.field("from", settings.from, {.about = "The as-of day; the plan starts the day after."});
  out.field("until", report.until);
  out.field("minutes_per_day", settings.minutes_per_day);
  out.object("target", [&](auto& fields) {
    describe_points(fields, settings.target.total, settings.target.pillars);
  });
  out.field("reached", report.is_reached);
  describe_score(out, "now", report.now, "On the as-of day.");
  describe_score(out, "without", report.without, "On the last day, if nothing further happens.");
  describe_score(out, "with", report.with, "On the last day, with the activities below.");
  out.field("minutes", report.minutes);
  describe_list(out, "items", report.items);
  describe_list(out, "rates", report.rates);
  out.values("activities", report.activities, {.about = "As a log has them."});
}

void json_plan(std::string& out, const PlanReport& report, std::span<const Diagnostic> diagnostics,
               const Style& /*style*/) {
  write_document(out, diagnostics, [&](auto& fields) { describe(fields, report); });
}

std::string plan_schema() {
  return document_schema("ssi plan", "The document of the json format.",
                         schema_of_document([](auto& fields) { describe(fields, PlanReport{}); }));
}

}  // namespace ssi
