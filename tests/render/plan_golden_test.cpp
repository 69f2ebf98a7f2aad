// The same few plans through every format, as in tests/golden/plan-*.

#include <algorithm>
#include <string>
#include <vector>

#include <ssi/render.hpp>

#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

struct Sample {
  std::string name;
  MemberLog log{};
  PlanTarget target{};
  int minutes_per_day = 30;
};

// A member whose name takes a page, a table or a terminal for something else.
MemberLog hostile() {
  MemberLog log = member_of("[]");
  const std::string text = "=1+1 \x1b[31m| `a` <b>\n" + std::string(70, 'x');
  log.member = {.id = text, .name = text, .team = text};
  return log;
}

std::vector<Sample> samples() {
  const MemberLog amina = member_of(read_file("data/steady-weekly-poster.json"));
  PlanTarget pillars;
  pillars.pillars = {Points::whole(23), std::nullopt, Points::whole(20), Points::whole(20)};
  return {
      {"plan-total", amina, {.total = Points::whole(70)}},
      {"plan-pillars", amina, pillars, 90},
      {"plan-out-of-reach", amina, {.total = Points::whole(95)}, 10},
      {"plan-hostile", hostile(), {.total = Points::whole(30)}},
      {"plan-nothing", amina, {.total = Points{}}},
  };
}

struct Look {
  std::string_view format;
  std::string_view suffix;
  Style style{};
};

constexpr Look looks[] = {
    {"text", "txt"},  {"text", "color.txt", {.color = true, .unicode = true}},
    {"json", "json"}, {"markdown", "md"},
    {"html", "html"}, {"jsonl", "jsonl"},
    {"csv", "csv"},
};

TEST_CASE("golden plans come out in every format as they always did") {
  for (const Sample& sample : samples()) {
    const PlanReport plan = make_plan(sample.log, {.model = model_v1(),
                                                   .from = today,
                                                   .target = sample.target,
                                                   .minutes_per_day = sample.minutes_per_day});
    for (const Look& look : looks) {
      const auto formats = plan_formats();
      const auto format =
          std::ranges::find(formats, look.format, &FormatOf<std::vector<PlanReport>>::name);
      REQUIRE(format != formats.end());
      std::string out;
      format->write(out, {plan}, {}, look.style);
      require_golden(sample.name + "." + std::string{look.suffix}, out);
    }
  }
}

TEST_CASE("every format of plans has a golden one") {
  for (const auto& format : plan_formats()) {
    INFO(format.name);
    CHECK(std::ranges::find(looks, format.name, &Look::format) != std::end(looks));
  }
}

}  // namespace
}  // namespace ssi::test
