#include "base/text.hpp"

#include <fmt/format.h>

#include "render/page.hpp"
#include "render/render.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

class TextWriter {
 public:
  TextWriter(std::string& out, const Report& report, const Model& model, const Style& style)
      : page_{out, style}, report_{report}, model_{model}, style_{style} {}

  void write() {
    write_title();
    write_total();
    for (const PillarScore& pillar : report_.score.pillars) write_pillar(pillar);
    if (report_.what_if) write_what_if(*report_.what_if);
    write_next_steps();
  }

 private:
  void write_title() {
    const Member& member = report_.member;
    const auto& name = member.label();
    const std::string title = "Social Selling Index" + (name ? ": " + visible(*name) : "");
    const std::string day = report_.as_of ? "as of " + to_string(*report_.as_of) : "no date";
    page_.title(title, day + ", ", model_);
  }

  void write_total() {
    const Score& score = report_.score;
    if (!score.total) {
      page_.add(page_.colored("   no total: a pillar has nothing measured", bold) + "\n\n");
      return;
    }
    page_.total(*score.total, *score.band, model_);
    if (score.assessable < total_max) {
      page_.add(fmt::format("           measured on {} of {} points\n", to_string(score.assessable),
                            to_string(total_max)));
    }
    page_.end_line();
  }

  void write_pillar(const PillarScore& pillar) {
    if (!pillar.score) {
      page_.add(fmt::format("  {:<33}  ", info(pillar.id).title) +
                page_.colored("    -  not measured", dim) + '\n');
    } else {
      page_.pillar(pillar.id, *pillar.score, pillar.weak, pillar.weakest);
      if (pillar.assessable < pillar_max) {
        const std::string measured =
            fmt::format("    {} earned, measured on {} of {} points", to_string(pillar.earned),
                        to_string(pillar.assessable), to_string(pillar_max));
        page_.add(page_.colored(measured, dim) + '\n');
      }
    }
    if (style_.details) write_signals(pillar);
  }

  void write_signals(const PillarScore& pillar) {
    for (const SignalScore& signal : pillar.signals) {
      const SignalInfo& about = info(signal.id);
      page_.add(fmt::format("    {:<20} ", name(signal.id)));
      if (!signal.value) {
        page_.add(page_.colored("not measured", dim) + '\n');
        continue;
      }
      const std::string amount = fmt::format("{} of {}", show_value(*signal.value, about.unit),
                                             show_value(model_.rule(signal.id).target, about.unit));
      const std::string unit = about.unit == "ratio" ? "" : fmt::format(" {}", about.unit);
      page_.add(fmt::format("{:<36} {:>5} / {}\n", amount + unit, to_string(signal.points),
                            to_string(signal.max)));
    }
  }

  void write_what_if(const WhatIf& what_if) {
    page_.end_line();
    for (const Supposed& supposed : what_if.supposed) {
      page_.add(page_.colored("What if", bold) + ": " + visible(supposed.words) + '\n');
    }
    const bool is_later = what_if.as_of != report_.as_of && what_if.as_of;
    const std::string day = is_later ? "as of " + to_string(*what_if.as_of) : "";
    page_.add(page_.colored(fmt::format("  {:<33}  as is   as if  change", day), dim) + '\n');
    const Score& before = report_.score;
    for (std::size_t i = 0; i < pillar_count; ++i) {
      write_change(pillar_catalog[i].title, before.pillars[i].score, what_if.score.pillars[i].score,
                   what_if.pillar_changes[i]);
      page_.end_line();
    }
    write_change("Total", before.total, what_if.score.total, what_if.change);
    if (what_if.score.band) page_.add("  " + visible(model_.bands[*what_if.score.band].name));
    page_.end_line();
  }

  void write_change(std::string_view what, std::optional<Points> before,
                    std::optional<Points> after, std::optional<Points> change) {
    const std::string text = fmt::format("{:>6}", signed_points(change));
    page_.add(fmt::format("  {:<33}  {:>5}   {:>5}  ", what, points_or_dash(before),
                          points_or_dash(after)));
    const bool is_change = change.value_or(Points{}) != Points{};
    page_.add(is_change ? page_.colored(text, *change > Points{} ? green : red) : text);
  }

  void write_next_steps() {
    page_.add('\n' + page_.colored("Next steps", bold) + '\n');
    if (report_.next_steps.empty()) {
      page_.add(report_.score.total == total_max
                    ? "  none: every signal has reached its target\n"
                    : "  none: no single kind of action adds to the lowest pillar\n");
    }
    for (const NextStep& step : report_.next_steps) {
      page_.add(fmt::format("  {:<14}  {:<46}  ", name(step.pillar), step.advice) +
                page_.colored("+" + to_string(step.gain), green) + '\n');
    }
  }

  Page page_;
  const Report& report_;
  const Model& model_;
  const Style& style_;
};

}  // namespace

void text_member(std::string& out, const Report& report, const Model& model, const Style& style) {
  TextWriter{out, report, model, style}.write();
}

}  // namespace ssi
