// The same few comparisons through every format, as in tests/golden/diff-*.

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
  DiffReport report{};
};

DiffReport diff_of(const DiffSide& before, const DiffSide& after) {
  Diagnostics diagnostics;
  return make_diff(before, after, diagnostics);
}

Model other_model() {
  Model model = model_v1();
  model.name = "ours | <b>\x1b[31m";
  model.sha256 = std::string(64, 'a');
  model.window_days = 30;
  return model;
}

// Names that take a page, a table or a terminal for something else.
MemberLog hostile(const std::string& file, const std::string& name) {
  MemberLog log = member_of(read_file(file));
  log.member = {.id = name, .name = name, .team = name};
  return log;
}

std::vector<Sample> samples() {
  const MemberLog keiko = member_of(read_file("data/daily-social-seller.json"));
  const MemberLog amina = member_of(read_file("data/steady-weekly-poster.json"));
  const MemberLog lucas = member_of(read_file("data/partly-measured.json"));
  const MemberLog priya = member_of(read_file("data/newcomer.json"));
  const Model other = other_model();
  MemberLog unmeasured = amina;
  unmeasured.not_measured = SignalSet{0b11111};
  DiffReport gated = diff_of({lucas, {}, model_v1()}, {priya, {}, model_v1()});
  gated.gates.push_back(judge_drop(Points{250}, gated.change));
  return {
      {"diff-days", diff_of({amina, parse_date("2026-10-15").value(), model_v1()},
                            {amina, parse_date("2027-01-10").value(), model_v1()})},
      {"diff-members", gated},
      {"diff-same", diff_of({keiko, {}, model_v1()}, {keiko, {}, model_v1()})},
      {"diff-unmeasured", diff_of({unmeasured, {}, model_v1()}, {amina, {}, model_v1()})},
      {"diff-hostile",
       diff_of(
           {hostile("data/empty.json", "=1 \x1b[31m| `a` <b>\n" + std::string(60, 'x')), {}, other},
           {hostile("data/journal.jsonl", "=2"), {}, model_v1()})},
  };
}

struct Look {
  std::string_view format;
  std::string_view suffix;
  Style style{};
};

constexpr Look looks[] = {
    {"text", "txt"},        {"text", "color.txt", {.color = true, .unicode = true}},
    {"json", "json"},       {"csv", "csv"},
    {"markdown", "md"},     {"html", "html"},
    {"junit", "xml"},       {"github", "github"},
    {"jsonl", "jsonl"},     {"badge", "svg"},
    {"shields", "shields"},
};

std::string rendered(const Sample& sample, const Look& look) {
  const auto formats = diff_formats();
  const auto format =
      std::ranges::find(formats, look.format, &FormatOf<std::vector<DiffReport>>::name);
  REQUIRE(format != formats.end());
  std::string out;
  format->write(out, {sample.report}, {}, look.style);
  return out;
}

TEST_CASE("golden comparisons come out in every format as they always did") {
  for (const Sample& sample : samples()) {
    for (const Look& look : looks) {
      require_golden(sample.name + "." + std::string{look.suffix}, rendered(sample, look));
    }
  }
}

TEST_CASE("every format of comparisons has a golden one") {
  for (const auto& format : diff_formats()) {
    INFO(format.name);
    CHECK(std::ranges::find(looks, format.name, &Look::format) != std::end(looks));
  }
}

TEST_CASE("a comparison in text is at most 80 columns wide and steers no terminal") {
  for (const Sample& sample : samples()) {
    std::size_t column = 0;
    for (const char c : rendered(sample, looks[0])) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 && c != '\n') FAIL(int{byte});
      column = c == '\n' ? 0 : column + ((byte & 0xC0U) != 0x80 ? 1 : 0);
      INFO(sample.name);
      REQUIRE((column <= 80 || sample.name == "diff-hostile"));
    }
  }
}

}  // namespace
}  // namespace ssi::test
