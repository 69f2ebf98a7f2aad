#include "render/describe.hpp"

namespace ssi {

static void describe(Fields& out, const MeanErrors& errors) {
  out.field("readings", errors.readings);
  out.field("before", errors.before, {.about = "The mean error with the model as it was."});
  out.field("after", errors.after, {.about = "The mean error with the fitted factor or factors."});
}

static void describe(Fields& out, const PillarFit& fit) {
  out.field("pillar", fit.id);
  describe(out, fit.errors);
  out.field("left_out", fit.left_out,
            {.about = "The mean error on a reading with the factor that all others give."});
  out.field("factor", fit.factor, {.about = "Of the targets, as fitted to all readings."});
  out.field("used", fit.is_used, {.about = "Whether the fitted model has the factor."});
  out.field("guess", fit.errors.readings < fewest_readings,
            {.about = "Too few readings for more than a guess."});
}

void describe(Fields& out, const CalibrationReport& report) {
  describe_tool(out, report.base);
  out.list("members", report.members, ByType{}, {.fewest = 1});
  out.field("readings", report.readings, {.least = 1});
  out.field("first", report.first);
  out.field("last", report.last);
  out.list("pillars", report.pillars);
  out.object("total", report.total, ByType{},
             {.about = "Of the totals, which nothing is fitted to."});
  out.field("source", report.model.source.value_or(""), {.about = "As the fitted model names it."});
}

std::string calibrate_schema() {
  return schema_of<CalibrationReport>("ssi calibrate report");
}

}  // namespace ssi
