// Any bytes as the JSON of LinkedIn's API.

#include <array>

#include <ssi/linkedin.hpp>

#include "fuzz/fuzz.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ssi;
  std::array<ExportPart, 1> parts;
  parts[0] = {"snapshot.json", fuzz::stream_of(fuzz::text_of(data, size))};
  Diagnostics diagnostics;
  const auto imported = import_linkedin(parts, Strictness::lenient, diagnostics);
  fuzz::hold(imported || diagnostics.total(Severity::error) > 0);
  return 0;
}
