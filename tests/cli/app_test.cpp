// The program around its commands: help, version, wrong commands and options, which inputs are
// read.

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;

constexpr std::string_view empty_log = R"({"activities": []})";

void require_usage_error(const Outcome& outcome) {
  REQUIRE(outcome.code == 2);
  REQUIRE(outcome.out.empty());
  REQUIRE_FALSE(outcome.err.empty());
  REQUIRE(ends_in_one_newline(outcome.err));
}

}  // namespace

TEST_CASE("help leads with examples, before usage and options") {
  for (const Args& args : {Args{"--help"}, Args{"-h"}, Args{"score", "--help"}, Args{"score", "-h"},
                           Args{"validate", "--help"}, Args{"model", "--help"},
                           Args{"schema", "--help"}, Args{"score", "a.json", "--help"}}) {
    const Outcome outcome = run_app(args);
    CAPTURE(args, outcome.out);
    REQUIRE(outcome.code == 0);
    REQUIRE(outcome.err.empty());
    REQUIRE(ends_in_one_newline(outcome.out));
    const std::size_t examples = outcome.out.find("Examples:\n  ssi ");
    REQUIRE(examples != std::string::npos);
    REQUIRE(examples < outcome.out.find("[OPTIONS]"));
    REQUIRE(examples < outcome.out.find("--help "));
  }
}

TEST_CASE("the help names every command and every option in lines of 80 columns") {
  const std::string app = run_app({"--help"}).out;
  for (const std::string_view word : {"score", "validate", "model", "schema", "--version"}) {
    CAPTURE(word);
    REQUIRE(contains(app, word));
  }
  const std::string score = run_app({"score", "--help"}).out;
  for (const std::string_view word : {"-f,",         "--format",     "text:",
                                      "total:",      "json:",        "jsonl:",
                                      "csv:",        "markdown:",    "html:",
                                      "-o,",         "--output",     "--as-of",
                                      "--model",     "--lenient",    "--details",
                                      "--color",     "-q,",          "--quiet",
                                      "--precision", "--fail-under", "--require-complete"}) {
    CAPTURE(word);
    REQUIRE(contains(score, word));
  }
  for (const std::string& line : lines_of(app + score)) {
    CAPTURE(line);
    CHECK(line.size() <= 80);
  }
}

TEST_CASE("the usage has brackets around what may be left out") {
  const std::vector<std::pair<std::string, std::string>> usages = {
      {"score", "ssi score [OPTIONS] [FILE...]"},
      {"add", "ssi add [OPTIONS] TYPE [FIELD=VALUE...] FILE"},
      {"init", "ssi init [OPTIONS] [FILE]"},
      {"explain", "ssi explain [OPTIONS] [TOPIC] [FILE...]"},
      {"schema", "ssi schema [OPTIONS] NAME"},
      {"completions", "ssi completions [OPTIONS] SHELL"},
      {"help", "ssi help [OPTIONS] [COMMAND]"},
  };
  for (const auto& [command, usage] : usages)
    CHECK(contains(run_app({command, "--help"}).out, "Usage: " + usage + "\n"));
}

TEST_CASE("help names no option type of the parser library") {
  for (const char* command : {"score", "validate", "model", "schema"}) {
    const Outcome outcome = run_app({command, "--help"});
    CAPTURE(outcome.out);
    REQUIRE_FALSE(contains(outcome.out, " TEXT"));
  }
}

TEST_CASE("the version is one line, wherever it is asked for") {
  for (const Args& args :
       {Args{"--version"}, Args{"-V"}, Args{"score", "--version"}, Args{"score", "-V"}}) {
    const Outcome outcome = run_app(args);
    CAPTURE(args, outcome.err);
    REQUIRE(outcome.code == 0);
    REQUIRE(outcome.err.empty());
    REQUIRE(outcome.out.starts_with("ssi "));
    REQUIRE(lines_of(outcome.out).size() == 1);
    REQUIRE(outcome.out.find_first_not_of("0123456789.\n", 4) == std::string::npos);
  }
}

TEST_CASE("no command gets the list of commands on standard error") {
  const Outcome outcome = run_app({});
  require_usage_error(outcome);
  REQUIRE(outcome.err == run_app({"--help"}).out);
  REQUIRE(contains(outcome.err, "\nCommands:\n  score   "));
}

TEST_CASE("help is a command, too") {
  CHECK(run_app({"help"}).out == run_app({"--help"}).out);
  for (const char* command : {"score", "add", "help"}) {
    const Outcome outcome = run_app({"help", command});
    CAPTURE(command);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out == run_app({command, "--help"}).out);
  }
  const Outcome unknown = run_app({"help", "scoer"});
  require_usage_error(unknown);
  CHECK(unknown.err == "ssi: no command 'scoer'; did you mean 'score'?\n");
}

TEST_CASE("a wrong command or option gets the nearest right one as a suggestion") {
  struct Row {
    Args args;
    std::string_view said;
  };
  const std::vector<Row> rows = {
      {{"scoer"}, "ssi: no command 'scoer'; did you mean 'score'?\n"},
      {{"Score"}, "ssi: no command 'Score'; did you mean 'score'?\n"},
      {{"valid"}, "ssi: no command 'valid'; did you mean 'validate'?\n"},
      {{"version"}, "ssi: no command 'version'; did you mean '--version'?\n"},
      {{"validte", "a.json"}, "ssi: no command 'validte'; did you mean 'validate'?\n"},
      {{"modl"}, "ssi: no command 'modl'; did you mean 'model'?\n"},
      {{"shcema"}, "ssi: no command 'shcema'; did you mean 'schema'?\n"},
      {{"frobnicate"}, "ssi: no command 'frobnicate'; see 'ssi --help'\n"},
      {{"data/a.json"}, "ssi: no command 'data/a.json'; to score a log: ssi score data/a.json\n"},
      {{"--verison"}, "ssi: no option '--verison'; did you mean '--version'?\n"},
      {{"score", "--formt", "json"}, "ssi: no option '--formt'; did you mean '--format'?\n"},
      {{"score", "--formt=json"}, "ssi: no option '--formt'; did you mean '--format'?\n"},
      {{"score", "--fail-udner", "7"},
       "ssi: no option '--fail-udner'; did you mean '--fail-under'?\n"},
      {{"score", "--asof", "today"}, "ssi: no option '--asof'; did you mean '--as-of'?\n"},
      {{"score", "--require-complet"},
       "ssi: no option '--require-complet'; did you mean '--require-complete'?\n"},
      {{"score", "--colour", "never"}, "ssi: no option '--colour'; did you mean '--color'?\n"},
      {{"score", "--leniet"}, "ssi: no option '--leniet'; did you mean '--lenient'?\n"},
      {{"score", "--json"}, "ssi: no option '--json'; it is a format: -f json\n"},
      {{"score", "--what", "x"}, "ssi: no option '--what'; did you mean '--what-if'?\n"},
      {{"score", "--fail", "70"}, "ssi: no option '--fail'; see 'ssi score --help'\n"},
      {{"score", "--xyzzy"}, "ssi: no option '--xyzzy'; see 'ssi score --help'\n"},
      {{"score", "-x"}, "ssi: no option '-x'; see 'ssi score --help'\n"},
      {{"score", "-q1"}, "ssi: no option '-1'; see 'ssi score --help'\n"},
      {{"score", "---x"}, "ssi: no option '---x'; see 'ssi score --help'\n"},
      {{"validate", "--quite"}, "ssi: no option '--quite'; did you mean '--quiet'?\n"},
      {{"validate", "--format", "x"},
       "ssi: no option '--format'; it is an option of ssi score, ssi explain, ssi plan, ssi trend, "
       "ssi diff, ssi team, ssi calibrate\n"},
      {{"score", "--target", "70"},
       "ssi: no option '--target'; it is an option of ssi plan, ssi trend\n"},
      {{"validate", "--as-of", "today"},
       "ssi: no option '--as-of'; it is an option of ssi score, ssi explain, ssi plan, ssi trend, "
       "ssi team, ssi report\n"},
      {{"score", "--until", "today"}, "ssi: no option '--until'; it is an option of ssi trend\n"},
      {{"score", "--sinse"}, "ssi: no option '--sinse'; see 'ssi score --help'\n"},
      {{"brand"}, "ssi: no command 'brand'; see 'ssi explain brand'\n"},
      {{"explain", "report"},
       "ssi: explain: no topic 'report'; it is a command: ssi help report\n"},
      {{"model", "v1", "v2"}, "ssi: unexpected argument 'v2'; see 'ssi model --help'\n"},
      {{"schema", "log", "report"}, "ssi: unexpected argument 'report'; see 'ssi schema --help'\n"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = run_app(row.args);
    CAPTURE(row.args);
    require_usage_error(outcome);
    REQUIRE(outcome.err == row.said);
  }
}

TEST_CASE("a wrong value gets the right ones and a suggestion") {
  struct Row {
    Args args;
    std::string_view said;
  };
  const std::vector<Row> rows = {
      {{"score", "-f", "jsn"},
       "ssi: --format: 'jsn' is not one of text, total, json, jsonl, csv, markdown, html, junit, "
       "github, badge, shields; did you mean "
       "'json'?\n"},
      {{"score", "--format=CSV"},
       "ssi: --format: 'CSV' is not one of text, total, json, jsonl, csv, markdown, html, junit, "
       "github, badge, shields; did you mean "
       "'csv'?\n"},
      {{"score", "-f", ""},
       "ssi: --format: '' is not one of text, total, json, jsonl, csv, markdown, html, junit, "
       "github, badge, shields\n"},
      {{"score", "--color", "alwys"},
       "ssi: --color: 'alwys' is not one of auto, always, never; did you mean 'always'?\n"},
      {{"score", "--precision", "3"}, "ssi: --precision: '3' is not one of 0, 1, 2\n"},
      {{"score", "--as-of", "tomorrow"},
       "ssi: --as-of: 'tomorrow' is not a date; write a date such as 2026-11-22, today or "
       "latest\n"},
      {{"score", "--fail-under", "insigths=3"},
       "ssi: --fail-under: 'insigths' is not one of brand, people, insights, relationships; did "
       "you "
       "mean 'insights'?\n"},
      {{"schema", "import"},
       "ssi: schema: 'import' is not one of log, report, team, explain, plan, trend, diff, "
       "calibrate, model; it is a command: ssi help import\n"},
      {{"schema", "reprot"},
       "ssi: schema: 'reprot' is not one of log, report, team, explain, plan, trend, diff, "
       "calibrate, model; did you mean 'report'?\n"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = run_app(row.args);
    CAPTURE(row.args);
    require_usage_error(outcome);
    REQUIRE(outcome.err == row.said);
  }
}

TEST_CASE("an option without its value says which one, and a flag with a value is refused") {
  for (const char* option :
       {"--format", "--output", "--as-of", "--model", "--fail-under", "--precision", "--color"}) {
    const Outcome outcome = run_app({"score", option});
    CAPTURE(option);
    require_usage_error(outcome);
    REQUIRE(outcome.err == "ssi: " + std::string{option} + " needs a value\n");
  }
  for (const char* flag : {"--lenient", "--details", "--quiet", "--require-complete"}) {
    const Outcome outcome =
        run_app_on(std::string{empty_log}, {"score", flag + std::string{"=maybe"}});
    CAPTURE(flag);
    require_usage_error(outcome);
    REQUIRE(outcome.err == "ssi: " + std::string{flag} + " takes no value\n");
  }
  const struct {
    const char* arg;
    const char* said;
  } table[] = {
      {"-q=yes", "ssi: -q takes no value\n"},
      {"-q=", "ssi: -q takes no value\n"},
      {"--quiet=", "ssi: --quiet takes no value\n"},
      {"-f=", "ssi: -f needs a value\n"},
      {"--details=0", "ssi: --details takes no value\n"},
      {"--help=1", "ssi: --help takes no value\n"},
      {"-f=csv", "ssi: '-f=csv': write -f csv\n"},
      {"-j=2", "ssi: '-j=2': write -j 2\n"},
  };
  for (const auto& [arg, said] : table) {
    const Outcome outcome = run_app({"score", arg});
    require_usage_error(outcome);
    REQUIRE(outcome.err == said);
  }
}

TEST_CASE("an empty value after an equals sign never takes the next argument for a value") {
  const Folder folder;
  const std::string log = folder.write("log.json", empty_log);
  for (const char* option : {"--output=", "--format=", "--as-of=", "--model=", "--fail-under=",
                             "--precision=", "--color="}) {
    const Outcome outcome =
        run_app_on(R"({"activities": [], "as_of": "2026-01-01"})", {"score", option, log});
    CAPTURE(option, outcome.out, outcome.err);
    CHECK_FALSE(outcome.has_read_in);
    CHECK(outcome.code == 2);
    CHECK(folder.read("log.json") == empty_log);
    folder.write("log.json", empty_log);
  }
}

TEST_CASE("what is typed wrongly cannot steer the terminal") {
  const std::string evil = "x\x1b[31m\n\xc2\x9b\xe2\x80\xae";
  for (const Args& args :
       {Args{evil}, Args{"./" + evil}, Args{"--" + evil}, Args{"score", "--" + evil},
        Args{"score", "-f", evil}, Args{"score", "--color", evil}, Args{"score", "--as-of", evil},
        Args{"score", "--precision", evil}, Args{"score", "--model", evil},
        Args{"score", "--fail-under", evil}, Args{"score", "--fail-under", evil + "=3"},
        Args{"score", evil}, Args{"score", "-o", "/nowhere/" + evil}, Args{"validate", evil},
        Args{"model", evil}, Args{"model", "v1", evil}, Args{"schema", evil},
        Args{"score", "-", "--", "-" + evil}, Args{"score", "-" + evil}}) {
    const Outcome outcome = run_app_on(std::string{empty_log}, args);
    CAPTURE(args, outcome.err);
    require_usage_error(outcome);
    REQUIRE(outcome.err.find('\x1b') == std::string::npos);
    REQUIRE_FALSE(contains(outcome.err, "\xc2\x9b"));
    REQUIRE_FALSE(contains(outcome.err, "\xe2\x80\xae"));
    REQUIRE(contains(outcome.err, "\\u001b"));
    REQUIRE(lines_of(outcome.err).size() == 1);
  }
}

TEST_CASE("options stand before or after files, and two dashes end them") {
  const Folder folder;
  const std::string log = folder.write("log.json", empty_log);
  for (const Args& args :
       {Args{"score", "-f", "total", log}, Args{"score", log, "-f", "total"},
        Args{"score", log, "--format=total"}, Args{"score", "-ftotal", log},
        Args{"score", "-f", "total", "--", log}, Args{"score", "-f", "csv", log, "-f", "total"},
        Args{"score", log, "-f", "total", "--"}}) {
    const Outcome outcome = run_app(args);
    CAPTURE(args, outcome.err);
    REQUIRE(outcome.code == 0);
    REQUIRE(outcome.out == "0\n");
  }
}

TEST_CASE("what follows two dashes is a file, whatever it looks like") {
  for (const char* command : {"score", "validate"}) {
    for (const Args& rest :
         {Args{"--", "-f"}, Args{"--", "--help"}, Args{"--", "--nowhere.json"},
          Args{"-", "--", "-f"}, Args{"-", "--", "--nowhere.json"}, Args{"-q", "-", "--", "-f"}}) {
      Args args = {command};
      args.insert(args.end(), rest.begin(), rest.end());
      const Outcome outcome = run_app_on(std::string{empty_log}, args);
      CAPTURE(args);
      require_usage_error(outcome);
      REQUIRE(outcome.err == "ssi: ./" + rest.back() + ": No such file or directory\n");
    }
  }
}

TEST_CASE("no file reads standard input where it is no terminal") {
  for (const char* command : {"score", "validate"}) {
    for (const Args& args : {Args{command}, Args{command, "-"}, Args{command, "--", "-"}}) {
      const Outcome outcome = run_app_on(std::string{empty_log}, args);
      CAPTURE(args, outcome.err);
      REQUIRE(outcome.code == 0);
      REQUIRE(outcome.err.empty());
      REQUIRE(outcome.has_read_in);
    }
  }
}

TEST_CASE("no file on a terminal gets a short help and waits for nothing") {
  const std::vector<std::pair<std::string, std::string>> examples = {
      {"score", "ssi score activity.json"},
      {"import", "ssi import Complete_LinkedInDataExport_11-22-2026.zip > activity.json"},
  };
  for (const auto& [command, example] : examples) {
    const Outcome outcome =
        run_app({command}, {.in = std::string{empty_log}, .in_is_terminal = true});
    CAPTURE(command);
    require_usage_error(outcome);
    REQUIRE(contains(outcome.err, "usage: ssi " + command));
    REQUIRE(contains(outcome.err, "\n  for example: " + example + "\n"));
    REQUIRE_FALSE(outcome.has_read_in);
  }
}

TEST_CASE("a dash reads the terminal where it is asked for by name") {
  const Outcome outcome = run_app({"score", "-f", "total", "-"},
                                  {.in = std::string{empty_log}, .in_is_terminal = true});
  REQUIRE(outcome.code == 0);
  REQUIRE(outcome.out == "0\n");
}

TEST_CASE("standard input named twice is refused before anything is read") {
  for (const char* command : {"score", "validate"}) {
    const Outcome outcome =
        run_app_on(std::string{empty_log}, {command, "-", persona("empty.json"), "-"});
    require_usage_error(outcome);
    REQUIRE(outcome.err == "ssi: '-' is named twice, but standard input can be read only once\n");
    REQUIRE_FALSE(outcome.has_read_in);
  }
}

TEST_CASE("a file that is named like a command is a file") {
  for (const char* command : {"score", "validate"}) {
    for (const char* file : {"score", "validate", "model", "schema"}) {
      const Outcome outcome = run_app({command, file});
      CAPTURE(command, file, outcome.out);
      CHECK(outcome.code == 2);
      CHECK(outcome.err.starts_with("ssi: " + std::string{file} + ": "));
    }
  }
}

TEST_CASE("what is wrong is red on a terminal, and nothing else") {
  const Folder folder;
  const std::string late = folder.write(
      "late.json",
      R"({"as_of": "2026-01-01", "activities": [{"at": "2026-02-01", "type": "search"}]})");
  const World terminal{.err_is_terminal = true, .variables = {{"TERM", "xterm"}}};
  const std::string red = "\033[31mssi: ";
  const struct {
    Args args;
    bool is_red;
  } table[] = {
      {{"scoer"}, true},
      {{"score", "nowhere.json"}, true},
      {{"score", late, "--fail-under", "50"}, true},
      {{"score", late}, false},
      {{"score", late, "--fail-under", "0"}, false},
      {{"score", "nowhere.json", "--color", "never"}, false},
  };
  for (const auto& [args, is_red] : table) {
    const Outcome outcome = run_app(args, terminal);
    CAPTURE(args, outcome.err);
    CHECK_FALSE(outcome.err.empty());
    CHECK(contains(outcome.err, red) == is_red);
    CHECK(contains(outcome.err, "\033[0m\n") == is_red);
    CHECK_FALSE(contains(outcome.err, red + late + ":1:1: warning"));
  }
  CHECK(contains(run_app({"score", "x", "--color", "always"}).err, red));
  CHECK_FALSE(contains(run_app({"score", "x"}, {.variables = terminal.variables}).err, red));
  World no_color = terminal;
  no_color.variables["NO_COLOR"] = "1";
  CHECK_FALSE(contains(run_app({"score", "x"}, no_color).err, red));
}

TEST_CASE("help or the version may be asked for in front of a command") {
  for (const char* question : {"--help", "-h", "--version"}) {
    const Outcome before = run_app({question, "score"});
    CAPTURE(question);
    CHECK(before.code == 0);
    CHECK(before.out == run_app({"score", question}).out);
    CHECK(run_app({question, "scoer"}).out == run_app({question}).out);
  }
}

TEST_CASE("a file may be called anything") {
  for (const char* file : {"++", "[x]", "[]", "{}", "%%", "a,b", "--not-an-option=1"}) {
    const Outcome outcome = run_app({"validate", "--", file});
    CAPTURE(file);
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, std::string{file} + ": No such file or directory\n"));
  }
}

TEST_CASE("a file that cannot be read is named in one line") {
  const Folder folder;
  struct Row {
    std::string file;
    std::string said;
  };
  const std::vector<Row> rows = {
      {folder.path("nowhere.json"), folder.path("nowhere.json") + ": No such file or directory"},
      {folder.path("."),
       folder.path(".") + ": there is no log and no file of a LinkedIn export in it"},
      {"/dev/null/x", "/dev/null/x: Not a directory"},
  };
  for (const char* command : {"score", "validate"}) {
    for (const Row& row : rows) {
      const Outcome outcome = run_app({command, row.file});
      CAPTURE(row.file);
      CHECK(outcome.code == 2);
      CHECK(outcome.out.empty());
      CHECK(outcome.err == "ssi: " + row.said + "\n");
    }
  }
}

TEST_CASE("a misspelt file gets the one beside it that is almost called so") {
  const Folder folder;
  const std::string log = folder.write("Activity.json", "[]");
  folder.write("my-model.json", "{}");
  const struct {
    std::string name, meant;
  } table[] = {
      {"activty.json", "Activity.json"},
      {"activity.jsonl", "Activity.json"},
      {"Activiti.jsn", "Activity.json"},
      {"activit.jsn.", ""},
      {"a.json", ""},
      {"nowhere/activity.json", ""},
  };
  for (const auto& [name, meant] : table) {
    const std::string guess = meant.empty() ? "" : "; did you mean '" + folder.path(meant) + "'?";
    CAPTURE(name);
    CHECK(run_app({"score", folder.path(name)}).err ==
          "ssi: " + folder.path(name) + ": No such file or directory" + guess + "\n");
  }
  CHECK(run_app({"score", "--model", folder.path("my-modl.json"), log}).err ==
        "ssi: model '" + folder.path("my-modl.json") +
            "': No such file or directory; did you mean '" + folder.path("my-model.json") + "'?\n");
}

TEST_CASE("a link to nothing is shown to be one") {
  const Folder folder;
  std::filesystem::create_symlink("nowhere", folder.path("log.json"));
  CHECK(run_app({"score", folder.path("log.json")}).err ==
        "ssi: " + folder.path("log.json") +
            ": No such file or directory; it is a link to 'nowhere'\n");
}

TEST_CASE("an empty name of a file is shown to be one") {
  for (const char* command : {"score", "validate"}) {
    const Outcome outcome = run_app({command, ""});
    require_usage_error(outcome);
    CHECK(contains(outcome.err, "''"));
  }
}

TEST_CASE("every file that cannot be read is named, in order") {
  const Outcome outcome = run_app({"score", "nowhere-1", persona("empty.json"), "nowhere-2"});
  REQUIRE(outcome.code == 2);
  REQUIRE(outcome.out.empty());
  REQUIRE(outcome.err ==
          "ssi: nowhere-1: No such file or directory\n"
          "ssi: nowhere-2: No such file or directory\n");
}

}  // namespace ssi::test
