#include "signals/catalog.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "page/value.hpp"
#include "support/catch.hpp"

namespace ssi::test {
namespace {

std::string readme() {
  std::ifstream file{SSI_SOURCE_DIR "/src/signals/README.md"};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST_CASE("the README of the signals says what the catalog says") {
  const std::string text = readme();
  for (const PillarInfo& pillar : pillar_catalog) {
    INFO(name(pillar.id));
    CHECK(text.find(fmt::format("**{}** (`{}`)", pillar.title, name(pillar.id))) !=
          std::string::npos);
  }
  for (const SignalInfo& signal : signal_catalog) {
    const SignalRule& rule = model_v1().rule(signal.id);
    const std::string target = show_value(rule.target, signal.unit);
    const std::string unit = signal.unit == "ratio" ? "" : fmt::format(" {}", signal.unit);
    const std::string row = fmt::format("| `{}` | {} | {}{} | {} |\n", name(signal.id),
                                        signal.measures, target, unit, name(rule.curve));
    INFO(row);
    CHECK(text.find(row) != std::string::npos);
  }
}

}  // namespace
}  // namespace ssi::test
