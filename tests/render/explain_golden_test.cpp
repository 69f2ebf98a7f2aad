// Explanations through every format, byte for byte as in tests/golden/explain-NAME.FORMAT, and what
// holds for all pages.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ssi/render.hpp>

#include "log/description.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"
#include "signals/guide.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

std::string rendered(const Explanation& explanation, std::string_view format,
                     const Style& style = {}) {
  const auto found = std::ranges::find(explain_formats(), format, &FormatOf<Explanation>::name);
  REQUIRE(found != explain_formats().end());
  std::string out;
  found->write(out, explanation, {}, style);
  return out;
}

Explanation of_log(const Topic& topic, const std::string& file) {
  Diagnostics diagnostics;
  return explain(topic, member_of(read_file("data/" + file)), {.model = model_v1()}, diagnostics);
}

Explanation with_contributions(const std::string& file) {
  Explanation explanation = of_log(Everything{}, file);
  explanation.in_log->contributions =
      contributions_of(member_of(read_file("data/" + file)), {.model = model_v1()});
  return explanation;
}

std::vector<Topic> all_topics() {
  std::vector<Topic> topics = {Everything{}};
  for (const PillarInfo& pillar : pillar_catalog) topics.emplace_back(pillar.id);
  for (const SignalInfo& signal : signal_catalog) topics.emplace_back(signal.id);
  return topics;
}

// A model that shares no number with v1.
Model other_model() {
  Model model = model_v1();
  model.name = "ours";
  model.window_days = 77;
  model.weak_below = {1611};
  std::int32_t n = 0;
  for (SignalRule& rule : model.signals) {
    rule.points = {n % 2 == 0 ? 433 : 617};
    rule.target = {static_cast<Wide>(1009 + 2 * n), 1};
    rule.curve = rule.curve == Curve::linear ? Curve::sqrt : Curve::linear;
    ++n;
  }
  return model;
}

// The numbers in a text, but for those in the names of sources.
std::set<std::string> numbers_in(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  const auto twice = [](char a, char b) { return a == ' ' && b == ' '; };
  text.erase(std::unique(text.begin(), text.end(), twice), text.end());
  for (const std::string_view source : names_of<Source>) {
    for (std::size_t at = text.find(source); at != text.npos; at = text.find(source)) {
      text.erase(at, source.size());
    }
  }
  std::set<std::string> numbers;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 ||
                                 (text[end] == '.' && end > i && end + 1 < text.size() &&
                                  std::isdigit(static_cast<unsigned char>(text[end + 1])) != 0))) {
      ++end;
    }
    if (end > i) numbers.insert(text.substr(i, end - i));
    i = std::max(end, i + 1);
  }
  return numbers;
}

TEST_CASE("golden explanations come out in every format as they always did") {
  const struct {
    std::string name;
    Explanation explanation;
  } samples[] = {
      {"everything", explain(Everything{}, model_v1())},
      {"people", explain(PillarId::people, model_v1())},
      {"people-amina", of_log(PillarId::people, "steady-weekly-poster.json")},
      {"acceptance", explain(SignalId::acceptance, model_v1())},
      {"completeness-newcomer", of_log(SignalId::completeness, "newcomer.json")},
      {"insights-partly", of_log(PillarId::insights, "partly-measured.json")},
      {"showcase-partly", of_log(SignalId::showcase, "partly-measured.json")},
      {"contributions-amina", with_contributions("steady-weekly-poster.json")},
      {"contributions-partly", with_contributions("partly-measured.json")},
      {"relationships-perfect", of_log(PillarId::relationships, "everything-at-target.json")},
  };
  for (const auto& [name, explanation] : samples) {
    for (const std::string& line : lines_of(rendered(explanation, "text"))) {
      INFO(line);
      CHECK(line.size() <= 80);
    }
    require_golden("explain-" + name + ".txt", rendered(explanation, "text"));
    require_golden("explain-" + name + ".color.txt",
                   rendered(explanation, "text", {.color = true, .unicode = true}));
    require_golden("explain-" + name + ".json", rendered(explanation, "json"));
    require_golden("explain-" + name + ".md", rendered(explanation, "markdown"));
    require_golden("explain-" + name + ".html", rendered(explanation, "html"));
  }
}

TEST_CASE("golden explanations of record types and subjects, all in one file") {
  std::string pages;
  for (std::size_t i = 0; i < record_types.size(); ++i) {
    pages += rendered(explain(RecordType{i}, model_v1()), "text") + "\n";
  }
  for (std::size_t i = 0; i < names_of<Subject>.size(); ++i) {
    pages += rendered(explain(static_cast<Subject>(i), model_v1()), "text") + "\n";
  }
  for (const std::string& line : lines_of(pages)) {
    INFO(line);
    CHECK(line.size() <= 80);
  }
  require_golden("explain-other-topics.txt", pages);
}

TEST_CASE("each page fits a terminal of 80 columns and 40 lines") {
  Model longest = other_model();
  for (SignalRule& rule : longest.signals) rule.target = {12'345, 1};
  for (const Model& model : {model_v1(), other_model(), longest}) {
    for (const Topic& topic : all_topics()) {
      const std::string text = rendered(explain(topic, model), "text");
      INFO(text);
      CHECK(ends_in_one_newline(text));
      CHECK(lines_of(text).size() <= 40);
      for (const std::string& line : lines_of(text)) {
        INFO(line);
        CHECK(line.size() <= 80);
        CHECK_FALSE(line.ends_with(' '));
      }
    }
  }
}

TEST_CASE("every number on a page comes from the catalog or the model") {
  for (const Model& model : {model_v1(), other_model()}) {
    for (const Topic& topic : all_topics()) {
      const Explanation explanation = explain(topic, model);
      // The shape of every model, and what is built into the signals. 1: all of a target.
      std::set<std::string> known = {"1",
                                     fmt::format("{}", pillar_count),
                                     short_points(pillar_max),
                                     short_points(total_max),
                                     short_points(model.weak_below),
                                     fmt::format("{}", model.window_days),
                                     fmt::format("{}", complete_skills),
                                     number_of({recommendation_weight}),
                                     number_of({comment_weight}),
                                     number_of({reshare_weight}),
                                     number_of({assumed_invitations})};
      for (const SignalId id : signals_of(topic)) {
        const SignalRule& rule = model.rule(id);
        known.insert({number_of(rule.target), short_points(rule.points),
                      number_of({rule.target.numerator * 100, rule.target.denominator})});
      }
      known.insert(fmt::format("{}", explanation.per_week));
      for (const Example& example : explanation.examples) {
        known.insert({number_of(example.value), to_string(example.points),
                      number_of({example.value.numerator * 100, example.value.denominator})});
      }
      for (const std::string& number : numbers_in(rendered(explanation, "text"))) {
        INFO(rendered(explanation, "text"));
        INFO(number);
        CHECK(known.contains(number));
      }
    }
  }
}

TEST_CASE("a page tells the numbers of its model") {
  const Model model = other_model();
  for (const Topic& topic : all_topics()) {
    for (const std::string_view format : {"text", "json", "markdown"}) {
      const std::string text = rendered(explain(topic, model), format);
      INFO(text);
      for (const SignalId id : signals_of(topic)) {
        if (std::holds_alternative<PillarId>(topic) && format == "json") continue;
        CHECK(contains(text, number_of(model.rule(id).target)));
      }
    }
  }
}

TEST_CASE("explanations in JSON parse and tell what the catalog tells") {
  for (const Topic& topic : all_topics()) {
    const auto json = nlohmann::json::parse(rendered(explain(topic, model_v1()), "json"));
    CHECK(json["signals"].size() == signals_of(topic).size());
    CHECK(json["log"].is_null());
    for (const auto& signal : json["signals"]) {
      const auto id = std::ranges::find(names_of<SignalId>, signal["id"].get<std::string>());
      const SignalInfo& info =
          signal_catalog[static_cast<std::size_t>(id - names_of<SignalId>.begin())];
      CHECK(signal["unit"] == info.unit);
      CHECK(signal["curve"] == name(model_v1().rule(info.id).curve));
    }
  }
}

TEST_CASE("colour only adds escape sequences to an explanation") {
  for (const Topic& topic : all_topics()) {
    const Explanation explanation = explain(topic, model_v1());
    std::string plain;
    bool in_escape = false;
    for (const char c : rendered(explanation, "text", {.color = true})) {
      if (c == '\x1b') in_escape = true;
      if (!in_escape) plain += c;
      if (c == 'm') in_escape = false;
    }
    CHECK(plain == rendered(explanation, "text"));
  }
}

TEST_CASE("a name in an explanation cannot steer a terminal or a page") {
  MemberLog log = member_of("[]");
  log.member.name = "\x1b[31m<b>|\n";
  Diagnostics diagnostics;
  const Explanation explanation =
      explain(PillarId::people, log, {.model = model_v1()}, diagnostics);
  CHECK(contains(rendered(explanation, "text"), "The log of \\u001b[31m<b>|\\u000a"));
  CHECK(contains(rendered(explanation, "markdown"), "The log of \\\\u001b\\[31m&lt;b&gt;\\|"));
  CHECK(nlohmann::json::parse(rendered(explanation, "json"))["log"]["name"] == *log.member.name);
}

}  // namespace
}  // namespace ssi::test
