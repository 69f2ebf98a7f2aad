#include <algorithm>

#include <fmt/format.h>

#include "render/html.hpp"
#include "render/verdicts.hpp"

namespace ssi {
namespace {

// Writes a case of a suite; `inside` is XML for a failure or output. Build servers follow a case
// from run to run by its class and name. So both belong to this member alone, and hold no points,
// which change with every run.
void write_case(std::string& out, const Verdicts& verdicts, std::string_view group,
                std::string_view name, std::string_view inside) {
  put(out, "    <testcase classname=\"{}.{}\" name=\"{}\"", html_text(verdicts.who), group,
      html_text(name));
  out += inside.empty() ? "/>\n" : fmt::format(">{}</testcase>\n", inside);
}

std::string inside_of(const GateVerdict& gate) {
  if (gate.passed) return "";
  return fmt::format("<{} message=\"{}\"/>", gate.got ? "failure" : "error",
                     html_text(describe_miss(gate)));
}

}  // namespace

void write_junit_head(std::string& out) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ssi\">\n";
}

void write_junit(std::string& out, const Verdicts& verdicts) {
  const auto missed = std::ranges::count_if(
      verdicts.gates, [](const GateVerdict& gate) { return !gate.passed && gate.got; });
  const auto unjudged =
      std::ranges::count_if(verdicts.gates, [](const GateVerdict& gate) { return !gate.got; });
  const auto unmeasured = std::ranges::count_if(
      verdicts.pillars, [](const Verdicts::Pillar& pillar) { return !pillar.points; });
  put(out,
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
      "skipped=\"{}\">\n",
      html_text(verdicts.who), verdicts.gates.size() + verdicts.pillars.size(), missed, unjudged,
      unmeasured);
  for (const GateVerdict& gate : verdicts.gates) {
    const std::string name =
        fmt::format("{} {} {}", describe(gate.gate),
                    gate.gate.on == GateOn::drop ? "of at most" : "of at least",
                    amount(gate.gate, gate.gate.wanted));
    write_case(out, verdicts, "gate", name, inside_of(gate));
  }
  for (const Verdicts::Pillar& pillar : verdicts.pillars) {
    const std::string_view comma = pillar.mark.empty() ? "" : ", ";
    write_case(out, verdicts, "pillar", pillar.id,
               pillar.points ? fmt::format("<system-out>{}{}{}</system-out>",
                                           to_string(*pillar.points), comma, pillar.mark)
                             : "<skipped message=\"not measured\"/>");
  }
  put(out, "    <system-out>{}</system-out>\n  </testsuite>\n", html_text(verdicts.total));
}

// What was set aside is a suite of its own, so that it is missed by nobody who counts suites.
void write_junit_tail(std::string& out, const Diagnostics& diagnostics) {
  const auto& list = diagnostics.list();
  const auto total = std::ranges::count(list, Severity::set_aside, &Diagnostic::severity);
  if (total > 0) {
    put(out,
        "  <testsuite name=\"set aside\" tests=\"{0}\" failures=\"0\" errors=\"0\" "
        "skipped=\"{0}\">\n",
        total);
    for (const Diagnostic& d : list) {
      if (d.severity != Severity::set_aside) continue;
      const std::string line = d.position ? fmt::format(":{}", d.position->line) : "";
      put(out,
          "    <testcase classname=\"set aside\" name=\"{}\"><skipped "
          "message=\"{}\"/></testcase>\n",
          html_text(d.file + line), html_text(d.message));
    }
    out += "  </testsuite>\n";
  }
  out += "</testsuites>\n";
}

}  // namespace ssi
