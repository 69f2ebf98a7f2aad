// Model v1 is frozen: golden/model_v1.json is never renewed. A change of any number of it is a new
// model with a new name.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ssi/model.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

using nlohmann::ordered_json;

std::string v1_json() {
  return read_file("tests/golden/model_v1.json");
}

ordered_json v1() {
  return ordered_json::parse(v1_json());
}

// The model that `json` is, which must be faultless.
Model parsed(const std::string& json) {
  const Result<Model> model = parse_model(json, "m.json");
  if (!model) FAIL(to_string(model.error().front()));
  return model.value();
}

Model parsed(const ordered_json& json) {
  return parsed(json.dump());
}

using Lines = std::vector<std::string>;

// All that is wrong with `json`.
Lines faults(const std::string& json) {
  const Result<Model> model = parse_model(json, "m.json");
  Lines lines;
  if (model) return lines;
  for (const Diagnostic& d : model.error()) {
    REQUIRE(d.severity == Severity::error);
    REQUIRE(d.code == Code::bad_model);
    lines.push_back(to_string(d));
  }
  REQUIRE_FALSE(lines.empty());
  return lines;
}

// The golden model with the first `from` in it replaced.
std::string v1_with(const std::string& from, const std::string& to) {
  std::string json = v1_json();
  const std::size_t at = json.find(from);
  INFO(from);
  REQUIRE(at != std::string::npos);
  return json.replace(at, from.size(), to);
}

TEST_CASE("model v1 is what it was when it was released") {
  REQUIRE(model_json(model_v1()) == v1_json());
}

TEST_CASE("model v1 has the numbers that its description gives") {
  const Model& model = model_v1();
  REQUIRE(model.name == "v1");
  REQUIRE_FALSE(model.sha256);
  REQUIRE(model.window_days == 90);
  REQUIRE(model.weak_below == Points{1750});
  REQUIRE(model.bands ==
          std::vector<Band>{{"starting", {0}}, {"building", {4000}}, {"good", {7000}}});
  const struct {
    SignalId id;
    Curve curve;
    Ratio target;
  } table[] = {
      {SignalId::completeness, Curve::linear, {7}},
      {SignalId::showcase, Curve::linear, {4}},
      {SignalId::endorsements, Curve::sqrt, {50}},
      {SignalId::articles, Curve::sqrt, {3}},
      {SignalId::upkeep, Curve::sqrt, {6}},
      {SignalId::searches, Curve::sqrt, {90}},
      {SignalId::filtered_searches, Curve::sqrt, {30}},
      {SignalId::profile_views, Curve::sqrt, {180}},
      {SignalId::saved_leads, Curve::sqrt, {45}},
      {SignalId::prospecting_days, Curve::linear, {45}},
      {SignalId::shares, Curve::sqrt, {36}},
      {SignalId::engagement_given, Curve::sqrt, {180}},
      {SignalId::engagement_received, Curve::sqrt, {360}},
      {SignalId::conversations, Curve::sqrt, {24}},
      {SignalId::insight_days, Curve::linear, {45}},
      {SignalId::network, Curve::sqrt, {500}},
      {SignalId::new_connections, Curve::sqrt, {60}},
      {SignalId::acceptance, Curve::linear, {1, 2}},
      {SignalId::decision_makers, Curve::sqrt, {50}},
      {SignalId::coworkers, Curve::sqrt, {30}},
  };
  STATIC_REQUIRE(std::size(table) == signal_count);
  for (const auto& [id, curve, target] : table) {
    INFO(name(id));
    REQUIRE((model.rule(id) == SignalRule{.points = {500}, .curve = curve, .target = target}));
  }
}

TEST_CASE("a model reads back as it is written") {
  const Model model = parsed(v1_json());
  REQUIRE(model_json(model) == v1_json());
  REQUIRE(model.name == model_v1().name);
  REQUIRE(model.bands == model_v1().bands);
  for (std::size_t i = 0; i < signal_count; ++i) {
    const Ratio& read = model.signals[i].target;
    const Ratio& written = model_v1().signals[i].target;
    REQUIRE((read.numerator * written.denominator == written.numerator * read.denominator));
  }
}

TEST_CASE("a model that was read names the hash of its bytes") {
  REQUIRE(parsed(v1_json()).sha256 ==
          "fd584aa726373f973dfbec4fc60114574b3804d793886139d4d9fab0c503baed");
  REQUIRE(parsed(v1_json() + "\n").sha256 != parsed(v1_json()).sha256);
}

TEST_CASE("a model of one's own sets every number") {
  ordered_json json = v1();
  json["name"] = "ours";
  json["window_days"] = 45;
  json["weak_below"] = 12.34;
  json["bands"] = {{{"name", "all"}, {"from", 0}}, {{"name", "top"}, {"from", 99.99}}};
  json["signals"][0]["points"] = 9.99;
  json["signals"][1]["points"] = 0.01;
  json["signals"][0]["curve"] = "sqrt";
  json["signals"][0]["target"] = 0.0001;
  json["signals"][1]["target"] = 1000000000;
  json["signals"][2]["target"] = 2.5;
  json["effort"]["lead"] = 10'000;
  json["ceilings"]["leads"] = {{"day", 0}, {"week", 10'000}};
  const Model model = parsed(json);
  REQUIRE(model.name == "ours");
  REQUIRE(model.window_days == 45);
  REQUIRE(model.weak_below == Points{1234});
  REQUIRE(model.bands == std::vector<Band>{{"all", {0}}, {"top", {9999}}});
  const auto is = [](const SignalRule& rule, int points, Curve curve, Ratio target) {
    return rule.points == Points{points} && rule.curve == curve &&
           rule.target.numerator * target.denominator == target.numerator * rule.target.denominator;
  };
  REQUIRE(is(model.rule(SignalId::completeness), 999, Curve::sqrt, {1, 10'000}));
  REQUIRE(is(model.rule(SignalId::showcase), 1, Curve::linear, {1'000'000'000}));
  REQUIRE(is(model.rule(SignalId::endorsements), 500, Curve::sqrt, {5, 2}));
  REQUIRE(model.effort[static_cast<std::size_t>(Task::lead)] == 10'000);
  REQUIRE(model.ceiling(Capped::leads) == Ceiling{.day = 0, .week = 10'000});

  const ordered_json written = ordered_json::parse(model_json(model));
  REQUIRE(written == json);
  REQUIRE(model_json(parsed(model_json(model))) == model_json(model));
}

TEST_CASE("a model may say where its numbers come from") {
  const std::string json =
      v1_with("\"window_days\"", "\"source\": \"10 readings of 李\",\n  \"window_days\"");
  REQUIRE(parsed(json).source == "10 readings of 李");
  REQUIRE(model_json(parsed(json)) == json);
  REQUIRE_FALSE(parsed(v1_json()).source);
}

TEST_CASE("the numbers of a model may go to their limits") {
  const std::pair<std::string, std::string> table[] = {
      {"\"window_days\": 90", "\"window_days\": 45"},
      {"\"window_days\": 90", "\"window_days\": 3650"},
      {"\"window_days\": 90", "\"window_days\": 90.0"},
      {"\"window_days\": 90", "\"window_days\": 9e1"},
      {"\"weak_below\": 17.5", "\"weak_below\": 0"},
      {"\"weak_below\": 17.5", "\"weak_below\": 0.01"},
      {"\"weak_below\": 17.5", "\"weak_below\": 24.99"},
      {"\"weak_below\": 17.5", "\"weak_below\": 25"},
      {"\"from\": 40", "\"from\": 0.01"},
      {"\"from\": 40", "\"from\": 69.99"},
      {"\"from\": 70", "\"from\": 100"},
      {"\"target\": 7}", "\"target\": 0.0001}"},
      {"\"target\": 7}", "\"target\": 0.1234}"},
      {"\"target\": 7}", "\"target\": 1000000000}"},
      {"\"target\": 7}", "\"target\": 999999999.9999}"},
      {"\"name\": \"v1\"", "\"name\": \"李小龍 \\u0000\\u001b\""},
  };
  for (const auto& [from, to] : table) {
    INFO(to);
    REQUIRE(faults(v1_with(from, to)) == Lines{});
  }
}

TEST_CASE("a target in days is at most the window, and no other target is") {
  const std::size_t in_days[] = {4, 9, 14};  // upkeep, prospecting_days, insight_days
  for (const int window : {1, 30, 90, 3650}) {
    ordered_json json = v1();
    json["window_days"] = window;
    for (auto& signal : json["signals"]) signal["target"] = 1'000'000'000;
    for (const std::size_t i : in_days) json["signals"][i]["target"] = window;
    REQUIRE(faults(json.dump()) == Lines{});
    for (const std::size_t i : in_days) {
      ordered_json above = json;
      above["signals"][i]["target"] = window + 0.0001;
      const Lines got = faults(above.dump());
      REQUIRE(got.size() == 1);
      REQUIRE(got.front().ends_with(
          fmt::format("/signals/{}/target: must be a number of days of the window from 0.0001 to "
                      "{} in steps of 0.0001",
                      i, window)));
    }
  }
}

TEST_CASE("a window that is wrong finds no fault with the targets") {
  for (const int window : {0, 3651}) {
    ordered_json json = v1();
    json["window_days"] = window;
    REQUIRE(faults(json.dump()).size() == 1);
  }
}

TEST_CASE("all decimals that a model may hold read back exactly") {
  ordered_json json = v1();
  for (int hundredths = 0; hundredths <= 2500; ++hundredths) {
    const std::string text = to_string(Points{hundredths});
    const Model model = parsed(v1_with("\"weak_below\": 17.5", "\"weak_below\": " + text));
    if (model.weak_below != Points{hundredths}) FAIL(text);
  }
  for (const int n : {1, 3, 7, 9999, 10'001, 12'345, 99'999, 1'234'567}) {
    json["signals"][0]["target"] = n / 10'000.0;
    const Ratio target = parsed(json).signals[0].target;
    REQUIRE((target.numerator * 10'000 == static_cast<Wide>(n) * target.denominator));
  }
}

TEST_CASE("whatever is wrong with a model is told where it stands") {
  const struct {
    std::string from, to;
    Lines faults;
  } table[] = {
      {"\"name\": \"v1\"",
       "\"name\": \"\"",
       {"m.json:2:11: /name: must be a string, and not empty"}},
      {"\"name\": \"v1\"", "\"name\": 1", {"m.json:2:11: /name: must be a string, and not empty"}},
      {"\"window_days\"",
       "\"source\": \"\", \"window_days\"",
       {"m.json:3:13: /source: must be a string, and not empty"}},
      {"\"name\": \"v1\"",
       "\"nam\": \"v1\"",
       {"m.json:1:1: 'name' is missing", "m.json:2:3: /nam: unknown field; did you mean 'name'?"}},
      {"\"window_days\": 90",
       "\"window_days\": 0",
       {"m.json:3:18: /window_days: must be a whole number of days from 1 to 3650"}},
      {"\"window_days\": 90",
       "\"window_days\": 3651",
       {"m.json:3:18: /window_days: must be a whole number of days from 1 to 3650"}},
      {"\"window_days\": 90",
       "\"window_days\": -1",
       {"m.json:3:18: /window_days: must be a whole number of days from 1 to 3650"}},
      {"\"window_days\": 90",
       "\"window_days\": 90.5",
       {"m.json:3:18: /window_days: must be a whole number of days from 1 to 3650"}},
      {"\"window_days\": 90",
       "\"window_days\": \"90\"",
       {"m.json:3:18: /window_days: must be a whole number of days from 1 to 3650"}},
      {"\"window_days\": 90",
       "\"window_days\": null",
       {"m.json:3:18: /window_days: must be a whole number of days from 1 to 3650"}},
      {"\"window_days\": 90",
       "\"window_days\": 1e300",
       {"m.json:3:18: /window_days: must be a whole number of days from 1 to 3650"}},
      {"\"weak_below\": 17.5",
       "\"weak_below\": 25.01",
       {"m.json:4:17: /weak_below: must be a number of points from 0 to 25 in steps of 0.01"}},
      {"\"weak_below\": 17.5",
       "\"weak_below\": -0.01",
       {"m.json:4:17: /weak_below: must be a number of points from 0 to 25 in steps of 0.01"}},
      {"\"weak_below\": 17.5",
       "\"weak_below\": 17.505",
       {"m.json:4:17: /weak_below: must be a number of points from 0 to 25 in steps of 0.01"}},
      {"\"from\": 0}",
       "\"from\": 0.01}",
       {"m.json:6:34: /bands/0/from: the first band must start at 0"}},
      {"\"from\": 40}",
       "\"from\": 0}",
       {"m.json:7:34: /bands/1/from: must be above the band before"}},
      {"\"from\": 40}",
       "\"from\": 70}",
       {"m.json:8:30: /bands/2/from: must be above the band before"}},
      {"\"name\": \"good\"",
       "\"name\": \"\"",
       {"m.json:8:14: /bands/2/name: must be a string, and not empty"}},
      {"{\"name\": \"good\", \"from\": 70}", "5", {"m.json:8:5: /bands/2: must be an object"}},
      {"\"from\": 70",
       "\"fro\": 70",
       {"m.json:8:5: /bands/2: 'from' is missing",
        "m.json:8:22: /bands/2/fro: unknown field; did you mean 'from'?"}},
      {"\"id\": \"searches\"",
       "\"id\": \"serches\"",
       {"m.json:10:14: /signals: signal 'searches' is missing",
        "m.json:16:12: /signals/5/id: 'serches' is not one of completeness, showcase, "
        "endorsements, "
        "articles, upkeep, searches, filtered_searches, profile_views, saved_leads, "
        "prospecting_days, shares, engagement_given, engagement_received, conversations, "
        "insight_days, network, new_connections, acceptance, decision_makers, coworkers; did you "
        "mean 'searches'?"}},
      {"\"id\": \"searches\"",
       "\"id\": \"upkeep\"",
       {"m.json:10:14: /signals: signal 'searches' is missing",
        "m.json:16:12: /signals/5/id: signal 'upkeep' is named twice"}},
      {"\"id\": \"searches\"",
       "\"id\": 5",
       {"m.json:10:14: /signals: signal 'searches' is missing",
        "m.json:16:12: /signals/5/id: must be a string"}},
      {"\"curve\": \"linear\"",
       "\"curve\": \"line\"",
       {"m.json:11:50: /signals/0/curve: 'line' is not one of linear, sqrt; did you mean "
        "'linear'?"}},
      {"\"curve\": \"linear\"",
       "\"curve\": \"liner\"",
       {"m.json:11:50: /signals/0/curve: 'liner' is not one of linear, sqrt; did you mean "
        "'linear'?"}},
      {"\"target\": 7}",
       "\"target\": 0}",
       {"m.json:11:70: /signals/0/target: must be a number of the signal's unit from 0.0001 to "
        "1000000000 in steps of 0.0001"}},
      {"\"target\": 7}",
       "\"target\": -7}",
       {"m.json:11:70: /signals/0/target: must be a number of the signal's unit from 0.0001 to "
        "1000000000 in steps of 0.0001"}},
      {"\"target\": 7}",
       "\"target\": 0.00005}",
       {"m.json:11:70: /signals/0/target: must be a number of the signal's unit from 0.0001 to "
        "1000000000 in steps of 0.0001"}},
      {"\"target\": 7}",
       "\"target\": 1000000000.0001}",
       {"m.json:11:70: /signals/0/target: must be a number of the signal's unit from 0.0001 to "
        "1000000000 in steps of 0.0001"}},
      {", \"target\": 7}",
       "}",
       {"m.json:10:14: /signals: signal 'completeness' is missing",
        "m.json:11:5: /signals/0: 'target' is missing"}},
      {"\"points\": 5, \"curve\": \"linear\", \"target\": 7",
       "\"points\": 5.01, \"curve\": \"linear\", \"target\": 7",
       {"m.json:10:14: /signals: the points of pillar 'brand' sum to 25.01, not to 25.00"}},
      {"\"points\": 5, \"curve\": \"linear\", \"target\": 7",
       "\"points\": 4.99, \"curve\": \"linear\", \"target\": 7",
       {"m.json:10:14: /signals: the points of pillar 'brand' sum to 24.99, not to 25.00"}},
      {"\"points\": 5, \"curve\": \"linear\", \"target\": 7",
       "\"points\": 25.01, \"curve\": \"linear\", \"target\": 7",
       {"m.json:11:38: /signals/0/points: must be a number of points from 0 to 25 in steps of "
        "0.01"}},
      {"\"points\": 5, \"curve\": \"linear\", \"target\": 7",
       "\"points\": true, \"curve\": \"linear\", \"target\": 7",
       {"m.json:11:38: /signals/0/points: must be a number of points from 0 to 25 in steps of "
        "0.01"}},
      {"\"window_days\": 90",
       "\"window_days\": 0, \"a/b~c\\u001b\": 1",
       {"m.json:3:21: /a~1b~0c\\u001b: unknown field"}},
      {"\"window_days\": 90", "\"window_days\": 090", {}},
  };
  for (const auto& [from, to, expected] : table) {
    INFO(to);
    const Lines got = faults(v1_with(from, to));
    if (expected.empty()) {
      REQUIRE(got.size() == 1);
      REQUIRE(got.front().starts_with("m.json:3:19: not valid JSON: "));
    } else {
      REQUIRE(got == expected);
    }
  }
}

TEST_CASE("no number of a model is rounded to one that it may hold") {
  const std::pair<std::string, std::string> table[] = {
      {"\"window_days\": 90", "\"window_days\": 90.1"},
      {"\"window_days\": 90", "\"window_days\": 89.999"},
      {"\"weak_below\": 17.5", "\"weak_below\": 17.501"},
      {"\"weak_below\": 17.5", "\"weak_below\": 17.4999"},
      {"\"from\": 40", "\"from\": 40.001"},
      {"\"from\": 70", "\"from\": 100.01"},
      {"\"points\": 5", "\"points\": 5.001"},
      {"\"target\": 7}", "\"target\": 7.00001}"},
      {"\"target\": 7}", "\"target\": 6.99999}"},
  };
  for (const auto& [from, to] : table) {
    INFO(to);
    const std::string fault = faults(v1_with(from, to)).front();
    REQUIRE(fault.find(": must be a ") != std::string::npos);
    REQUIRE(fault.find("number of ") != std::string::npos);
  }
}

TEST_CASE("what is no model at all is told at once") {
  const std::pair<std::string, std::string> table[] = {
      {"[]", "m.json:1:1: must be an object"},
      {"null", "m.json:1:1: must be an object"},
      {"7", "m.json:1:1: must be an object"},
      {R"({"bands": []})", "m.json:1:1: 'name' is missing"},
  };
  for (const auto& [json, fault] : table) {
    INFO(json);
    REQUIRE(faults(json).front() == fault);
  }
  REQUIRE(faults("{}") ==
          Lines{"m.json:1:1: 'name' is missing", "m.json:1:1: 'window_days' is missing",
                "m.json:1:1: 'weak_below' is missing", "m.json:1:1: 'bands' is missing",
                "m.json:1:1: 'signals' is missing"});
  for (const std::string json : {"", " ", "{", "x", "{} {}", "{\"name\": \"\xff\"}"}) {
    INFO(json);
    const Lines got = faults(json);
    REQUIRE(got.size() == 1);
    REQUIRE(got.front().find(": not valid JSON: ") != std::string::npos);
  }
}

TEST_CASE("a key that a model has twice is refused where it stands again") {
  REQUIRE(
      faults("{\"name\": \"a\",\n \"effort\": {\"post\": 1, \"post\": 2},\n \"name\": \"b\"}") ==
      Lines{"m.json:2:24: the key 'post' appears twice in one object",
            "m.json:3:2: the key 'name' appears twice in one object"});
}

TEST_CASE("lists of a model must be lists and hold something") {
  const std::pair<std::string, ordered_json> none[] = {
      {"bands", ordered_json::array()}, {"bands", ordered_json::object()}, {"bands", 5}};
  for (const auto& [key, value] : none) {
    ordered_json json = v1();
    json[key] = value;
    const Lines got = faults(json.dump());
    REQUIRE(got.size() == 1);
    REQUIRE(got.front().ends_with(": /bands: must be a list of one band or more"));
  }
  ordered_json json = v1();
  json["signals"] = "all";
  REQUIRE(faults(json.dump()).front().ends_with(": /signals: must be a list of signals"));
  json["signals"] = ordered_json::array();
  REQUIRE(faults(json.dump()).size() == signal_count);
}

TEST_CASE("all that is wrong with a model is told and not only the first") {
  ordered_json json = v1();
  json["name"] = "";
  json["window_days"] = 0;
  json["bands"][1]["from"] = 0;
  json["signals"][3]["target"] = 0;
  json["signals"][4]["curve"] = "steep";
  REQUIRE(faults(json.dump()).size() == 5);
}

TEST_CASE("the first 20 faults of a model are told in full, the others as a number") {
  ordered_json json = v1();
  for (int i = 0; i < 25; ++i) json["field" + std::to_string(i)] = i;
  const Result<Model> model = parse_model(json.dump(), "m.json");
  REQUIRE_FALSE(model.has_value());
  REQUIRE(model.error().size() == 21);
  CHECK(to_string(model.error().front()).ends_with("/field0: unknown field"));
  CHECK(to_string(model.error().back()) == "m.json: and 5 more errors");
}

TEST_CASE("each pillar must sum to 25 on its own") {
  ordered_json json = v1();
  for (int pillar = 0; pillar < static_cast<int>(pillar_count); ++pillar) {
    json["signals"][first_signal(static_cast<PillarId>(pillar))]["points"] = 5 + pillar - 1;
  }
  const Lines got = faults(json.dump());
  REQUIRE(got.size() == 3);  // people alone sums to 25
  REQUIRE(got[0].ends_with("the points of pillar 'brand' sum to 24.00, not to 25.00"));
  REQUIRE(got[1].ends_with("the points of pillar 'insights' sum to 26.00, not to 25.00"));
  REQUIRE(got[2].ends_with("the points of pillar 'relationships' sum to 27.00, not to 25.00"));
}

TEST_CASE("signals may be named in any order") {
  ordered_json json = v1();
  std::reverse(json["signals"].begin(), json["signals"].end());
  REQUIRE(model_json(parsed(json)) == v1_json());
}

TEST_CASE("a model nested very deeply is refused and no more") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  REQUIRE(faults(v1_with("\"window_days\": 90", "\"window_days\": " + deep)) ==
          Lines{"m.json:3:18: /window_days: must be a whole number of days from 1 to 3650"});
}

}  // namespace
}  // namespace ssi::test
