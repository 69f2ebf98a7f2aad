#include "render/verdicts.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "page/parts.hpp"

namespace ssi {
namespace {

std::string who(const Member& member) {
  const auto& label = member.label();
  return label && !label->empty() ? *label : "a member";
}

void set_total(Verdicts& verdicts, std::optional<Points> total, std::optional<std::size_t> band,
               const std::optional<PointsRange>& range, const Model& model) {
  verdicts.total = "no total";
  if (!total) return;
  verdicts.total = fmt::format("{} {}", with_range(*total, range), model.bands[*band].name);
  verdicts.tone = tone_of_band(*band, model);
}

}  // namespace

Verdicts verdicts_of(const Report& report, const Model& model) {
  Verdicts verdicts{.who = who(report.member), .place = report.origin, .gates = report.gates};
  set_total(verdicts, report.score.total, report.score.band, report.score.range(), model);
  for (const PillarScore& pillar : report.score.pillars) {
    verdicts.pillars.push_back({name(pillar.id), pillar.score,
                                mark_of({pillar.weak, pillar.weakest, is_thin(pillar.range())})});
  }
  return verdicts;
}

Verdicts verdicts_of(const TeamReport& report) {
  const Group& all = report.all;
  Verdicts verdicts{.who = counted(all.members, "member", "members"), .gates = report.gates};
  set_total(verdicts, all.mean(), all.band, all.range, report.model);
  for (const GroupPillar& pillar : all.pillars) {
    verdicts.pillars.push_back(
        {name(pillar.id), pillar.scores.mean, mark_of({pillar.weak, pillar.weakest, pillar.thin})});
  }
  return verdicts;
}

Verdicts verdicts_of(const DiffReport& report) {
  const Cell change = difference(report.change.total);
  Verdicts verdicts{.who = who(report.after.member),
                    .total = report.change.total ? change.text : "no change",
                    .tone = change.tone,
                    .gates = report.gates};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    verdicts.pillars.push_back({names_of<PillarId>[i], report.change.pillars[i], ""});
  }
  return verdicts;
}

std::string describe_miss(const GateVerdict& verdict) {
  const Gate& gate = verdict.gate;
  if (!verdict.got) {
    return fmt::format("the gate on {} has no score to judge: too little is measured",
                       describe(gate));
  }
  if (gate.on == GateOn::drop) {
    return fmt::format("the total dropped by {}, {} more than the {} allowed",
                       to_string(*verdict.got), to_string(*verdict.got - gate.wanted),
                       to_string(gate.wanted));
  }
  const std::string short_by = to_string(gate.wanted - *verdict.got);
  if (gate.on == GateOn::complete) {
    return fmt::format("measured on {} of {} points, {} short", to_string(*verdict.got),
                       to_string(gate.wanted), short_by);
  }
  return fmt::format("{} is {}, {} below the {} wanted", describe(gate), got_of(verdict), short_by,
                     amount(gate, gate.wanted));
}

}  // namespace ssi
