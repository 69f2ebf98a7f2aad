// The same few calibrations through every format, as in tests/golden/calibrate-*.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/render.hpp>

#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

struct Sample {
  std::string name;
  std::vector<MemberLog> logs{};
  Model model = model_v1();
};

// A member and a model whose names take a page, a table or a terminal for something else.
Sample hostile() {
  const std::string text = "=1+1 \x1b[31m| `a` <b>\n" + std::string(70, 'x');
  MemberLog log = member_of(R"([{"at": "2026-11-20", "type": "linkedin_ssi", "insights": 4}])");
  log.member = {.id = text, .name = text, .team = text};
  Model model = model_v1();
  model.name = text;
  return {"calibrate-hostile", {log, log}, model};
}

std::vector<Sample> samples() {
  return {{"calibrate-one", {member_of(read_file("data/linkedin-readings.json"))}}, hostile()};
}

struct Look {
  std::string_view format;
  std::string_view suffix;
  Style style{};
};

constexpr Look looks[] = {
    {"text", "txt"},    {"text", "color.txt", {.color = true, .unicode = true}},
    {"json", "json"},   {"html", "html"},
    {"markdown", "md"},
};

TEST_CASE("golden calibrations come out in every format as they always did") {
  for (const Sample& sample : samples()) {
    const CalibrationReport report = calibrate(sample.logs, sample.model).value();
    for (const auto& format : calibrate_formats()) {
      const bool is_looked_at = std::ranges::count(looks, format.name, &Look::format) > 0;
      INFO(format.name);
      CHECK(is_looked_at);
      for (const Look& look : looks) {
        if (look.format != format.name) continue;
        std::string out;
        format.write(out, report, {}, look.style);
        require_golden(sample.name + "." + std::string{look.suffix}, out);
      }
    }
  }
}

}  // namespace
}  // namespace ssi::test
