#include "cli/gates.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/values.hpp"
#include "render/verdicts.hpp"

namespace ssi {
namespace {

// `70`, `total=70` or `insights=15`
Gate parse_gate(std::string_view text) {
  const std::string_view option = "--fail-under";
  const std::size_t equals = text.find('=');
  if (equals == text.npos) return {.wanted = parse_number(option, text, total_max)};
  const std::string_view on = text.substr(0, equals);
  const std::string_view number = text.substr(equals + 1);
  if (on == "total") return {.wanted = parse_number(option, number, total_max)};
  const auto pillar = parse_choice<PillarId>(option, on);
  return {
      .on = GateOn::pillar, .pillar = pillar, .wanted = parse_number(option, number, pillar_max)};
}

// `80%=70`
Gate parse_share_gate(std::string_view text) {
  const std::string_view option = "--fail-under-share";
  const std::size_t percent = text.find("%=");
  const auto share = parse_points(text.substr(0, percent));
  if (percent == text.npos || !share || *share > Points::whole(100)) {
    throw CommandError{
        fmt::format("{}: '{}' is not a share and a total, such as 80%=70", option, visible(text))};
  }
  return {.on = GateOn::share,
          .wanted = *share,
          .from = parse_number(option, text.substr(percent + 2), total_max)};
}

std::string prefix_of(const Report& report) {
  if (report.member.label()) return member_prefix(report.member);
  return report.origin ? visible(report.origin->file) + ": " : "";
}

// Keeps only the first lines, as many as of diagnostics.
void add_line(std::vector<std::string>& lines, std::string line) {
  if (lines.size() < Diagnostics::in_full) lines.push_back(std::move(line));
}

void print_lines(const Environment& environment, std::string_view start,
                 const std::vector<std::string>& lines, std::uint64_t count) {
  for (const std::string& line : lines) say_error(environment, fmt::format("{}{}", start, line));
  if (count > lines.size())
    say_error(environment, fmt::format("{}and {} more", start, count - lines.size()));
}

}  // namespace

std::string member_prefix(const Member& member) {
  const auto& label = member.label();
  return label ? visible(*label) + ": " : "";
}

std::vector<Gate> parse_gates(const Arguments& arguments) {
  const bool strictly = arguments.has("--strictly");
  std::vector<Gate> gates;
  for (const std::string& text : arguments.values("--fail-under"))
    gates.push_back(parse_gate(text));
  if (arguments.has("--require-complete")) {
    gates.push_back({.on = GateOn::complete, .wanted = total_max});
  }
  if (const auto mean = arguments.value("--fail-under-mean")) {
    gates.push_back(
        {.on = GateOn::mean, .wanted = parse_number("--fail-under-mean", *mean, total_max)});
  }
  if (const auto share = arguments.value("--fail-under-share")) {
    gates.push_back(parse_share_gate(*share));
  }
  for (Gate& gate : gates) gate.strictly = gate.on != GateOn::complete && strictly;
  return gates;
}

void GateTally::take(const Report& report) {
  for (const GateVerdict& verdict : report.gates) {
    take(verdict, verdict.passed ? "" : prefix_of(report));
  }
}

void GateTally::take(const GateVerdict& verdict, std::string_view prefix) {
  ++judged_;
  if (verdict.passed && verdict.range && verdict.range->low < verdict.gate.wanted) ++unsure_;
  if (verdict.passed) return;
  if (verdict.got) {
    ++missed_;
    add_line(misses_, fmt::format("{}{}", prefix, describe_miss(verdict)));
  } else {
    ++unjudged_;
    add_line(unjudged_lines_, fmt::format("{}{}", prefix, describe_miss(verdict)));
  }
}

void GateTally::append(const GateTally& next) {
  judged_ += next.judged_;
  missed_ += next.missed_;
  unjudged_ += next.unjudged_;
  unsure_ += next.unsure_;
  for (const std::string& line : next.misses_) add_line(misses_, line);
  for (const std::string& line : next.unjudged_lines_) add_line(unjudged_lines_, line);
}

ExitCode GateTally::verdict(const Environment& environment) const {
  // A gate without a score must not pass for a verdict, so it outranks every miss.
  if (unjudged_ > 0) {
    print_lines(environment, "", unjudged_lines_, unjudged_);
    print_lines(environment, "", misses_, missed_);
    return ExitCode::failure;
  }
  if (missed_ > 0) {
    print_lines(environment, "FAIL: ", misses_, missed_);
    return ExitCode::gate_missed;
  }
  if (judged_ > 0 && !environment.is_quiet) {
    say(environment, fmt::format("pass: every gate is met{}",
                                 unsure_ == 0 ? ""
                                              : "; some only if what is not measured is as good "
                                                "as the rest (see --strictly)"));
  }
  return ExitCode::success;
}

}  // namespace ssi
