// `ssi model`, and models of one's own.

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using nlohmann::json;

json v1() {
  return json::parse(run_app({"model"}).out);
}

// A model that looks back on 45 days only.
json changed_model() {
  json model = v1();
  model["name"] = "mine";
  model["window_days"] = 45;
  return model;
}

}  // namespace

TEST_CASE("model prints the built-in model, by name and by default") {
  const Outcome outcome = run_app({"model"});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.err.empty());
  REQUIRE(ends_in_one_newline(outcome.out));
  REQUIRE(run_app({"model", "v1"}).out == outcome.out);
  const json model = v1();
  REQUIRE(model["name"] == "v1");
  REQUIRE(model["window_days"] == 90);
  REQUIRE(model["weak_below"] == 17.5);
  REQUIRE(model["signals"].size() == 20);
}

TEST_CASE("model reads no standard input") {
  REQUIRE_FALSE(run_app_on("{", {"model"}).has_read_in);
}

TEST_CASE("a model that was printed comes out the same when it is read again") {
  const Folder folder;
  const std::string text = run_app({"model", "v1"}).out;
  const std::string file = folder.write("copy.json", text);
  const Outcome outcome = run_app({"model", file});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.err.empty());
  REQUIRE(outcome.out == text);
}

TEST_CASE("a custom model scores, and every report says which it was") {
  const Folder folder;
  const std::string file = folder.write("mine.json", changed_model().dump());
  const std::string log = persona("steady-weekly-poster.json");
  const json report = json::parse(run_app({"score", "-f", "json", "--model", file, log}).out);
  REQUIRE(report["model"]["name"] == "mine");
  const auto sha256 = report["model"]["sha256"].get<std::string>();
  REQUIRE(sha256.size() == 64);
  REQUIRE(sha256.find_first_not_of("0123456789abcdef") == std::string::npos);
  REQUIRE(report["members"][0]["total"] != 52.81);  // of 30 days, not of 90
  for (const char* format : {"text", "jsonl", "csv", "markdown"}) {
    const Outcome outcome = run_app({"score", "-f", format, "--model", file, log});
    CAPTURE(format, outcome.out);
    REQUIRE(outcome.code == 0);
    REQUIRE(contains(outcome.out, "mine"));
    REQUIRE(contains(outcome.out, sha256));
  }
}

TEST_CASE("the built-in model has no hash, and a copy of it scores alike") {
  const Folder folder;
  const std::string copy = folder.write("copy.json", run_app({"model"}).out);
  const std::string log = persona("team.jsonl");
  const json built_in = json::parse(run_app({"score", "-f", "json", log}).out);
  const json copied = json::parse(run_app({"score", "-f", "json", "--model", copy, log}).out);
  REQUIRE_FALSE(built_in["model"].contains("sha256"));
  REQUIRE(copied["model"].contains("sha256"));
  REQUIRE(built_in["members"] == copied["members"]);
}

TEST_CASE("the hash is that of the bytes of the file") {
  const Folder folder;
  const std::string text = run_app({"model"}).out;
  const auto hash = [&](const std::string& bytes) {
    const std::string file = folder.write("m.json", bytes);
    const std::string log = persona("empty.json");
    return json::parse(
        run_app({"score", "-f", "jsonl", "--model", file, log}).out)["model"]["sha256"];
  };
  REQUIRE(hash(text) == hash(text));
  REQUIRE(hash(text) != hash(text + "\n"));
}

TEST_CASE("a bad model is refused, by model and by score alike, with a pointer and nothing else") {
  struct Row {
    const char* at;
    json value;
    std::string_view said;
  };
  const std::vector<Row> rows = {
      {"/name", 7, "/name: "},
      {"/window_days", 0, "/window_days: "},
      {"/window_days", 3651, "/window_days: "},
      {"/window_days", "90", "/window_days: "},
      {"/weak_below", 25.01, "/weak_below: "},
      {"/bands", json::array(), "/bands: "},
      {"/bands/0/from", 1, "/bands/0/from: "},
      {"/bands/2/from", 40, "/bands/2/from: "},
      {"/signals", json::array(), "/signals: "},
      {"/signals/0/target", 0, "/signals/0/target: "},
      {"/signals/0/target", -7, "/signals/0/target: "},
      {"/signals/9/target", 90.0001, "/signals/9/target: must be a number of days of the window"},
      {"/signals/0/curve", "cubic", "/signals/0/curve: 'cubic' is not one of linear, sqrt"},
      {"/signals/1/id", "completeness", "/signals/1/id: signal 'completeness' is named twice"},
      {"/signals/2/id", "endorsement", "did you mean 'endorsements'?"},
      {"/signals/7/points", 4, "the points of pillar 'people' sum to 24.00, not to 25.00"},
      {"/signals/7/points", 5.01, "the points of pillar 'people' sum to 25.01, not to 25.00"},
      {"/window_dayz", 90, "/window_dayz: unknown field; did you mean 'window_days'?"},
  };
  const Folder folder;
  for (const Row& row : rows) {
    json model = v1();
    model[json::json_pointer{row.at}] = row.value;
    const std::string file = folder.write("bad.json", model.dump(2));
    for (const Outcome& outcome :
         {run_app({"model", file}), run_app_on("{", {"score", "--model", file})}) {
      CAPTURE(row.at, outcome.err);
      CHECK(outcome.code == 2);
      CHECK(outcome.out.empty());
      CHECK_FALSE(outcome.has_read_in);
      CHECK(contains(outcome.err, row.said));
      CHECK_FALSE(contains(outcome.err, "usage:"));
    }
  }
}

TEST_CASE("all that is wrong with a model is told, a line each and in the order of the file") {
  const Folder folder;
  const std::string file =
      folder.write("bad.json", "{\"name\": \"\",\n\"zebra\": 1,\n\"apple\": 2}\n");
  const Outcome outcome = run_app({"model", file});
  REQUIRE(outcome.code == 2);
  const auto lines = lines_of(outcome.err);
  REQUIRE(lines.size() >= 6);
  std::vector<std::string> of_fields;
  for (const std::string& line : lines) {
    CHECK(line.starts_with("ssi: " + file + ":"));
    if (contains(line, "unknown field")) of_fields.push_back(line.substr(line.rfind("/")));
  }
  CHECK(of_fields == std::vector<std::string>{"/zebra: unknown field", "/apple: unknown field"});
}

TEST_CASE("a model that cannot be read says so and names the built-in one") {
  const Folder folder;
  struct Row {
    std::string name;
    std::string reason;
  };
  for (const Row& row : std::vector<Row>{{"v2", "No such file or directory"},
                                         {folder.path("."), "Is a directory"},
                                         {"", "No such file or directory"}}) {
    for (const Outcome& outcome :
         {run_app({"model", row.name}), run_app_on("{", {"score", "--model", row.name})}) {
      REQUIRE(outcome.code == 2);
      REQUIRE(outcome.out.empty());
      REQUIRE_FALSE(outcome.has_read_in);
      REQUIRE(outcome.err ==
              "ssi: model '" + row.name + "': " + row.reason + "; the built-in model is 'v1'\n");
    }
  }
}

TEST_CASE("a model above 1 MiB is not read, were it endless") {
  const Folder folder;
  std::string model = run_app({"model"}).out;
  model.resize(std::size_t{1} << 20U, '\n');
  CHECK(run_app({"model", folder.write("full.json", model)}).code == 0);
  const std::string large = folder.write("large.json", model + '\n');
  for (const std::string& file : {large, std::string{"/dev/zero"}}) {
    const Outcome outcome = run_app({"model", file});
    CHECK(outcome.code == 2);
    CHECK(outcome.err == "ssi: model '" + file + "': above 1 MiB, which no model needs\n");
  }
}

TEST_CASE("a model that is no JSON is refused in one line with its place") {
  const Folder folder;
  for (const char* text : {"", "{", "[1, 2", "{\"name\": \"x\",}", "\xff"}) {
    const std::string file = folder.write("broken.json", text);
    const Outcome outcome = run_app({"model", file});
    CAPTURE(text, outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(lines_of(outcome.err).size() == 1);
    CHECK(outcome.err.starts_with("ssi: " + file + ":1:"));
  }
}

TEST_CASE("a model's own text cannot steer a terminal, a table or a spreadsheet") {
  const Folder folder;
  json model = changed_model();
  model["name"] = "=1|\x1b[31m\n";
  model["bands"][0]["name"] = "@x|\x1b[31m";
  const std::string file = folder.write("evil.json", model.dump());
  for (const char* format : {"text", "total", "json", "jsonl", "csv", "markdown", "html"}) {
    const Outcome outcome =
        run_app({"score", "-f", format, "--model", file, persona("empty.json")});
    CAPTURE(format, outcome.out, outcome.err);
    REQUIRE(outcome.out.find('\x1b') == std::string::npos);
    REQUIRE(outcome.err.find('\x1b') == std::string::npos);
    if (outcome.code == 2) continue;  // refused: just as safe
    REQUIRE_FALSE(contains(outcome.out, ",=1"));
    REQUIRE_FALSE(contains(outcome.out, ",@x"));
    if (std::string_view{format} == "markdown") REQUIRE_FALSE(contains(outcome.out, "=1|"));
  }
}

}  // namespace ssi::test
