#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ssi/linkedin.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/open_log.hpp"
#include "cli/output.hpp"

namespace ssi {
namespace {

// `3 as a draft, 1 as spam`
std::string reasons(const FileAccount& file) {
  std::vector<std::string> reasons;
  for (std::size_t i = 0; i < file.set_aside.size(); ++i) {
    if (file.set_aside[i] == 0) continue;
    reasons.push_back(fmt::format("{} {}", file.set_aside[i], names_of<SetAside>[i]));
  }
  return fmt::format("{}", fmt::join(reasons, ", "));
}

// What all names start with, up to a slash.
std::string common_start(const std::vector<FileAccount>& files) {
  std::string start = files.front().name;
  for (const FileAccount& file : files) {
    const auto [differs, ignored] = std::ranges::mismatch(start, file.name);
    start.erase(differs, start.end());
  }
  return start.substr(0, start.rfind('/') + 1);
}

// What became of the rows of each file.
std::string table_of(const std::vector<FileAccount>& files) {
  const std::string start = common_start(files);
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const FileAccount& file : files) names.push_back(visible(file.name.substr(start.size())));
  const std::size_t width = std::ranges::max(names, {}, &std::string::size).size();
  std::string table = fmt::format("{}\n", visible(start));
  table += fmt::format("{:<{}}     rows  counted  unreadable  set aside\n", "", width + 2);
  for (std::size_t i = 0; i < files.size(); ++i) {
    table += fmt::format("  {:<{}} {:>8} {:>8} {:>11}  {}", names[i], width, files[i].rows,
                         files[i].counted, files[i].unreadable, reasons(files[i]));
    table.erase(table.find_last_not_of(' ') + 1);
    table += '\n';
  }
  return table;
}

// The signals that are not measured, by the reason.
std::string gaps(const std::vector<Unmeasured>& unmeasured) {
  std::map<std::string_view, std::vector<std::string_view>> by_reason;
  for (const Unmeasured& gap : unmeasured) by_reason[gap.why].push_back(name(gap.signal));
  std::string lines;
  for (const auto& [why, signals] : by_reason) {
    lines += fmt::format("not measured ({}): {}\n", why, fmt::join(signals, ", "));
  }
  return lines;
}

void print(const Environment& environment, const Diagnostics& diagnostics, bool quiet) {
  for (const Diagnostic& d : diagnostics.list()) {
    if (!quiet || must_be_said(d)) say(environment, d);
  }
}

}  // namespace

ExitCode run_import(const Environment& environment, const Arguments& arguments) {
  const bool quiet = arguments.has("--quiet");
  const std::vector<std::string> files = files_to_read(environment, arguments.values("FILE"));
  Output output{environment, arguments.value("--output"), files};
  Diagnostics diagnostics;
  std::vector<ExportPart> parts;
  for (const std::string& file : files) {
    if (auto part = open_part(environment, file, diagnostics)) parts.push_back(std::move(*part));
  }
  std::optional<ImportedLog> imported;
  if (parts.size() == files.size()) {
    const bool is_strict = arguments.has("--strict");
    imported =
        import_linkedin(parts, is_strict ? Strictness::strict : Strictness::lenient, diagnostics);
  }
  diagnostics.end_file("");
  print(environment, diagnostics, quiet);
  if (!imported) return ExitCode::failure;
  if (!quiet) {
    environment.err << table_of(imported->files) << gaps(imported->unmeasured);
    if (const std::string why = why_no_total(*imported); !why.empty())
      environment.err << why << '\n';
  }
  imported->log.member.id = arguments.value("--member-id");
  imported->log.member.name = arguments.value("--name");
  output.write(to_document(imported->log));
  output.commit();
  return ExitCode::success;
}

}  // namespace ssi
