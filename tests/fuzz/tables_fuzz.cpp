// The files of an export, each behind a line `== NAME`. What is imported is a log: its text reads
// back without an error.

#include <sstream>
#include <vector>

#include <ssi/linkedin.hpp>

#include "fuzz/fuzz.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ssi;
  const std::string text = fuzz::text_of(data, size);
  std::vector<ExportPart> parts;
  std::string_view rest = text;
  (void)fuzz::take_until(rest, "== ");
  while (!rest.empty() && parts.size() < 40) {
    const std::string name{fuzz::take_until(rest, "\n")};
    std::string content{fuzz::take_until(rest, "\n== ")};
    // A null stream is a folder, and a path may lead anywhere: only names of files.
    parts.push_back({name.substr(name.rfind('/') + 1), fuzz::stream_of(std::move(content))});
  }
  Diagnostics diagnostics;
  const auto imported = import_linkedin(parts, Strictness::lenient, diagnostics);
  fuzz::hold(imported || diagnostics.total(Severity::error) > 0);
  if (!imported) return 0;
  std::istringstream log{to_document(imported->log)};
  Diagnostics of_log;
  read_log(log, "log", Strictness::strict, of_log, [](Entry&&) {});
  fuzz::hold(of_log.total(Severity::error) == 0);
  return 0;
}
