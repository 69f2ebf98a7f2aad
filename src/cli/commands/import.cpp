#include <ostream>

#include <ssi/linkedin.hpp>
#include <ssi/render.hpp>

#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/open_log.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

void print(const Environment& environment, const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics.list()) {
    if (!environment.is_quiet || must_be_said(d)) say(environment, d);
  }
}

}  // namespace

ExitCode run_import(const Environment& environment, const Arguments& arguments) {
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
  print(environment, diagnostics);
  if (!imported) return ExitCode::failure;
  if (!environment.is_quiet) {
    environment.err << summary_of(*imported, style_of_messages(environment));
  }
  imported->log.member.id = arguments.value("--member-id");
  imported->log.member.name = arguments.value("--name");
  output.write(to_document(imported->log));
  output.commit();
  return ExitCode::success;
}

}  // namespace ssi
