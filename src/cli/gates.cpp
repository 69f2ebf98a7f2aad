#include "cli/gates.hpp"

#include <fmt/format.h>

#include "base/name_index.hpp"
#include "base/text.hpp"
#include "cli/console.hpp"

namespace ssi {
namespace {

Gate parse_gate(const std::string& text) {
  const std::size_t equals = text.find('=');
  Gate gate;
  std::string_view number = text;
  if (equals != std::string::npos && text.substr(0, equals) != "total") {
    const std::string_view pillar_name = number.substr(0, equals);
    const auto pillar = named<PillarId>(pillar_name);
    if (!pillar) {
      throw CommandError{"--fail-under: " + not_one_of(visible(pillar_name), names_of<PillarId>)};
    }
    gate = {.on = GateOn::pillar, .pillar = *pillar};
  }
  if (equals != std::string::npos) number.remove_prefix(equals + 1);
  const Points most = gate.on == GateOn::pillar ? pillar_max : total_max;
  const auto points = parse_points(number);
  if (!points || *points > most) {
    throw CommandError{fmt::format(
        "--fail-under: '{}' is not a number of points from 0 to {}, with two decimals at the most",
        visible(number), most.hundredths / 100)};
  }
  gate.wanted = *points;
  return gate;
}

std::string whose(const Report& report) {
  if (report.member.label()) return visible(*report.member.label()) + ": ";
  return report.origin ? visible(report.origin->file) + ": " : "";
}

std::string miss(const GateVerdict& verdict) {
  const Points short_by = verdict.gate.wanted - *verdict.got;
  if (verdict.gate.on == GateOn::complete) {
    return fmt::format("measured on {} of {} points, {} are missing", to_string(*verdict.got),
                       to_string(verdict.gate.wanted), to_string(short_by));
  }
  return fmt::format("{} is {}, {} below the {} wanted", name(verdict.gate),
                     to_string(*verdict.got), to_string(short_by), to_string(verdict.gate.wanted));
}

// Keeps the first lines only.
void keep(std::vector<std::string>& lines, std::size_t most, std::string line) {
  if (lines.size() < most) lines.push_back(std::move(line));
}

void say_all(const Environment& environment, std::string_view lead,
             const std::vector<std::string>& lines, std::uint64_t count) {
  for (const std::string& line : lines) say(environment, fmt::format("{}{}", lead, line));
  if (count > lines.size())
    say(environment, fmt::format("{}and {} more", lead, count - lines.size()));
}

}  // namespace

std::vector<Gate> parse_gates(const std::vector<std::string>& fail_under, bool require_complete) {
  std::vector<Gate> gates;
  gates.reserve(fail_under.size() + 1);
  for (const std::string& text : fail_under) gates.push_back(parse_gate(text));
  if (require_complete) gates.push_back({.on = GateOn::complete, .wanted = total_max});
  return gates;
}

void GateTally::take(const Report& report) {
  for (const GateVerdict& verdict : report.gates) {
    ++judged_;
    if (verdict.passed) continue;
    if (verdict.got) {
      ++missed_;
      keep(misses_, in_full, whose(report) + miss(verdict));
    } else {
      ++unjudged_;
      keep(unjudged_names_, in_full,
           fmt::format("{}the gate on {} has no score to judge: too little was measured",
                       whose(report), name(verdict.gate)));
    }
  }
}

void GateTally::append(const GateTally& next) {
  judged_ += next.judged_;
  missed_ += next.missed_;
  unjudged_ += next.unjudged_;
  for (const std::string& line : next.misses_) keep(misses_, in_full, line);
  for (const std::string& line : next.unjudged_names_) keep(unjudged_names_, in_full, line);
}

ExitCode GateTally::verdict(const Environment& environment, bool quiet) const {
  if (unjudged_ > 0) {
    say_all(environment, "", unjudged_names_, unjudged_);
    say_all(environment, "", misses_, missed_);
    return ExitCode::failure;
  }
  if (missed_ > 0) {
    say_all(environment, "FAIL: ", misses_, missed_);
    return ExitCode::gate_missed;
  }
  if (judged_ > 0 && !quiet) say(environment, "pass: every gate is met");
  return ExitCode::success;
}

}  // namespace ssi
