// Pages compose: the full report is the blocks of its parts one after the other, under one
// headline.

#include <algorithm>

#include <fmt/format.h>

#include "page/parts.hpp"
#include "signals/guide.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

void append(Page& page, Page more) {
  for (Block& block : more.blocks) page.add(std::move(block));
}

// A table of a pillar's signals: what each counts, what the log has of it, and what one more action
// would add.
Table signals_of(const TopicInLog& log, PillarId pillar, const Model& model) {
  Table table{.title = std::string{info(pillar).title},
              .columns = {{"signal"}, {"counts"}, {"so far"}, {"points", number}, {"one more"}}};
  for (const SignalScore& signal : log.signals) {
    if (pillar_of(signal.id) != pillar) continue;
    const auto more = std::ranges::find(log.more, signal.id, &MoreOf::signal);
    const bool adds = more != log.more.end() && more->gains.front() > Points{};
    table.rows.push_back(
        {guide(signal.id).title, info(signal.id).measures, so_far(signal, model),
         signal.value ? fmt::format("{} of {}", to_string(signal.points), to_string(signal.max))
                      : "-",
         adds ? Cell{fmt::format("{}: {}", trial_of(*more), signed_points(more->gains.front()))}
              : Cell{}});
  }
  return table;
}

}  // namespace

Page page_of(const FullReport& full) {
  const Model& model = full.signals.model;
  Page page = page_of(full.report, model);
  if (full.trend) append(page, page_of(*full.trend));
  if (full.plan) {
    Page plan = page_of(*full.plan);
    std::get<Paragraph>(plan.blocks.front()).title =
        "Plan, " + to_string(full.plan->settings.from + std::chrono::days{1}) + " to " +
        to_string(full.plan->until);
    append(page, std::move(plan));
  }
  if (full.signals.in_log) {
    for (const PillarInfo& pillar : pillar_catalog) {
      page.add(signals_of(*full.signals.in_log, pillar.id, model));
    }
  }
  page.add(Paragraph{.title = "How it is scored", .text = overview(model)});
  page.add(Paragraph{.text = rule_of_pillar(model)});
  return page;
}

// The spread stands behind the first block, the pillars.
Page class_page_of(const TeamReport& report) {
  constexpr std::size_t classes = 10;  // of ten points each; a total of 100 is in the last
  Page page = page_of(report);
  Meters meters{.title = "How totals are spread", .what = "total", .unit = "members"};
  std::array<std::uint64_t, classes> counts{};
  for (const TeamMember& member : report.members) {
    if (!member.is_scored()) continue;
    const auto whole = static_cast<std::size_t>(member.achieved.total->hundredths / 100);
    ++counts[std::min(whole * classes / 100, classes - 1)];
  }
  for (std::size_t i = 0; i < classes; ++i) {
    meters.meters.push_back({.label = fmt::format("{} to {}", i * 10, i * 10 + 10),
                             .amount = std::to_string(counts[i]),
                             .part = counts[i],
                             .whole = std::max<std::uint64_t>(1, std::ranges::max(counts))});
  }
  page.blocks.insert(page.blocks.begin() + std::min<std::ptrdiff_t>(1, std::ssize(page.blocks)),
                     std::move(meters));
  return page;
}

}  // namespace ssi
