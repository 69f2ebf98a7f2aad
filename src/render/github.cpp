#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "render/verdicts.hpp"

namespace ssi {
namespace {

// As GitHub's own toolkit escapes (actions/toolkit, command.ts). A message ends with its line,
// which `visible` takes care of; a property ends at a colon or a comma as well.
std::string in_message(std::string_view text) {
  return escaped(visible(text), {{'%', "%25"}});
}
std::string in_property(std::string_view text) {
  return escaped(visible(text), {{'%', "%25"}, {':', "%3A"}, {',', "%2C"}});
}

// The properties that make GitHub show an annotation in the file: `file=a.json,line=2,col=5,`.
std::string place(std::string_view file, const std::optional<Position>& position) {
  if (file.empty()) return "";
  std::string name = fmt::format("file={},", in_property(file));
  if (!position) return name;
  return fmt::format("{}line={},col={},", name, position->line, position->column);
}

void write_command(std::string& out, std::string_view command, const std::string& at,
                   std::string_view title, std::string_view message) {
  fmt::format_to(std::back_inserter(out), "::{} {}title={}::{}\n", command, at, in_property(title),
                 in_message(message));
}

}  // namespace

void write_github(std::string& out, const Verdicts& verdicts) {
  const std::string at =
      verdicts.place ? place(verdicts.place->file, verdicts.place->position) : "";
  const std::string title = fmt::format("{}: {}", verdicts.who, verdicts.total);
  for (const GateVerdict& gate : verdicts.gates) {
    if (!gate.passed) write_command(out, "error", at, title, describe_miss(gate));
  }
  for (const Verdicts::Pillar& pillar : verdicts.pillars) {
    if (!pillar.mark.starts_with("weakest")) continue;
    write_command(out, "warning", at, title,
                  fmt::format("{} is {}, at {} of {}", pillar.id, pillar.mark,
                              to_string(*pillar.points), to_string(pillar_max)));
  }
}

void write_github(std::string& out, const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics.list()) {
    write_command(out, d.severity == Severity::error ? "error" : "warning",
                  place(d.file, d.position), name(d.code),
                  d.pointer.empty() ? d.message : fmt::format("{}: {}", d.pointer, d.message));
  }
}

void GithubLimit::take(std::string& text) {
  std::string kept;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n') + 1);
    rest.remove_prefix(line.size());
    if (++counts_[line.starts_with("::error") ? 0 : 1] <= most) kept += line;
  }
  text = std::move(kept);
}

std::string GithubLimit::rest() const {
  std::string text;
  constexpr std::array<std::string_view, 2> kinds = {"errors", "warnings"};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (counts_[i] <= most) continue;
    text += fmt::format("::notice title=ssi::and {} more {}\n", counts_[i] - most, kinds[i]);
  }
  return text;
}

}  // namespace ssi
