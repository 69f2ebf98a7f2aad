#include <fmt/format.h>

#include "base/text.hpp"
#include "render/page.hpp"
#include "render/plan_parts.hpp"
#include "render/render.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

class PlanTextWriter {
 public:
  PlanTextWriter(std::string& out, const PlanReport& report, const Style& style)
      : page_{out, style}, report_{report} {}

  void write() {
    const auto& label = report_.member.label();
    page_.title("Plan" + (label ? " for " + visible(*label) : ""),
                fmt::format("{} to {}, ", to_string(report_.settings.from + std::chrono::days{1}),
                            to_string(report_.until)),
                report_.settings.model);
    page_.add(page_.colored("  " + outcome(report_), report_.is_reached ? green : bold_red));
    page_.add("\n\n");
    write_scores();
    write_items("Once", "minutes", [](const PlanItem& item) { return item.times_a_week == 0; });
    write_items("Each week", "in all  minutes",
                [](const PlanItem& item) { return item.times_a_week > 0; });
    write_rates();
  }

 private:
  void write_scores() {
    page_.ends("Points", bold, "now   if nothing happens   with the plan");
    const auto row = [this](std::string_view title, auto points) {
      page_.add(
          fmt::format("  {} {:>8} {:>19} ", padded(title, 37), points_or_dash(points(report_.now)),
                      points_or_dash(points(report_.without))) +
          page_.colored(fmt::format("{:>12}", points_or_dash(points(report_.with))), bold) + '\n');
    };
    row("total", [](const Score& score) { return score.total; });
    for (const PillarInfo& pillar : pillar_catalog) {
      row(pillar.title, [&](const Score& score) { return score.pillar(pillar.id).score; });
    }
  }

  void write_items(std::string_view heading, std::string_view columns, auto belongs) {
    bool is_first = true;
    for (const PlanItem& item : report_.items) {
      if (!belongs(item)) continue;
      if (is_first) page_.add("\n");
      if (is_first) page_.ends(heading, bold, columns);
      is_first = false;
      const bool is_spread = item.days_a_week > 1;
      const std::string days = is_spread ? fmt::format("on {} days", item.days_a_week) : "";
      const std::string in_all = item.times_a_week > 0 ? std::to_string(item.times) : "";
      page_.add(fmt::format("  {} {:<12} {:>11} {:>8}\n", padded(item.advice, 43), days, in_all,
                            item.minutes));
    }
  }

  void write_rates() {
    if (report_.rates.empty()) return;
    page_.end_line();
    page_.add(page_.colored("What others are expected to do", bold) + '\n');
    for (const PlanRate& rate : report_.rates) {
      page_.add(fmt::format("  {:<26} {}\n", name(rate.what), in_words(rate)));
    }
  }

  Page page_;
  const PlanReport& report_;
};

}  // namespace

void text_plan(std::string& out, const PlanReport& report,
               std::span<const Diagnostic> /*diagnostics*/, const Style& style) {
  PlanTextWriter{out, report, style}.write();
}

}  // namespace ssi
