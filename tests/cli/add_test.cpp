#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Args = std::vector<std::string>;

Outcome add(Args args) {
  args.insert(args.begin(), "add");
  return run_app(args, {.today = today});
}

TEST_CASE("add writes what is not at its default, on today's date", "[add]") {
  const struct {
    Args args;
    std::string line;
  } table[] = {
      {{"search"}, R"({"at": "2026-11-22", "type": "search"})"},
      {{"search", "--filters", "3", "--count=2"},
       R"({"at": "2026-11-22", "type": "search", "filters": 3, "count": 2})"},
      {{"search", "--filters", "0", "--count", "1", "--scope", "people"},
       R"({"at": "2026-11-22", "type": "search"})"},
      {{"profile_edit", "--section", "about", "--at", "2026-11-20"},
       R"({"at": "2026-11-20", "type": "profile_edit", "section": "about"})"},
      {{"search", "at=2026-11-20"}, R"({"at": "2026-11-20", "type": "search"})"},
      {{"search", "--at", "today"}, R"({"at": "2026-11-22", "type": "search"})"},
      {{"search", "at=yesterday"}, R"({"at": "2026-11-21", "type": "search"})"},
      {{"message", "--replied", "true", "--at", "2026-11-20T09:15:00+01:00"},
       R"({"at": "2026-11-20T09:15:00+01:00", "type": "message", "replied": true})"},
      {{"comment", "--member", "Zo\u00eb \"Z\""},
       "{\"member\": \"Zo\u00eb \\\"Z\\\"\", \"at\": \"2026-11-22\", \"type\": \"comment\"}"},
      {{"share", "--kind", "article", "--reactions", "3", "--comments", "2", "--reshares", "1"},
       R"({"at": "2026-11-22", "type": "share", "kind": "article", "reactions": 3, "comments": 2, )"
       R"("reshares": 1})"},
      {{"connection", "--seniority", "vp", "--coworker", "true", "--status", "pending"},
       R"({"at": "2026-11-22", "type": "connection", "status": "pending", "seniority": "vp", )"
       R"("coworker": true})"},
  };
  for (const auto& [args, line] : table) {
    const Folder folder;
    Args all = args;
    all.push_back(folder.path("log.jsonl"));
    const Outcome outcome = add(all);
    CHECK(outcome.err == "");
    CHECK(outcome.out.starts_with(folder.path("log.jsonl") + ": added " + args[0]));
    CHECK(outcome.code == 0);
    CHECK(folder.read("log.jsonl") == line + "\n");
    CHECK(folder.names() == Args{"log.jsonl"});
  }
}

TEST_CASE("add leaves what is there, and ends a line without its end", "[add]") {
  const std::string line = R"({"at": "2026-11-01", "type": "search"})";
  const std::string profile = R"({"type": "profile", "connections": 3})";
  const std::string added = "{\"at\": \"2026-11-22\", \"type\": \"search\"}\n";
  const struct {
    std::string before, after;
  } table[] = {
      {"", added},
      {"\n\n", "\n\n" + added},
      {line, line + "\n" + added},
      {line + "\n", line + "\n" + added},
      {line + "\r\n", line + "\r\n" + added},
      {"\n \n" + line + "\n\n", "\n \n" + line + "\n\n" + added},
      {profile + "\n", profile + "\n" + added},
      {"\xEF\xBB\xBF" + line + "\n", "\xEF\xBB\xBF" + line + "\n" + added},
      // What comes behind the first line is not looked at.
      {line + "\nnonsense", line + "\nnonsense\n" + added},
      {R"({"at": "2026-11-01", "type": "of tomorrow"})",
       "{\"at\": \"2026-11-01\", \"type\": \"of tomorrow\"}\n" + added},
  };
  for (const auto& [before, after] : table) {
    INFO(before);
    const Folder folder;
    const Outcome outcome = add({"search", folder.write("log", before)});
    CHECK(outcome.err == "");
    CHECK(folder.read("log") == after);
    CHECK(folder.names() == Args{"log"});
  }
  const std::string long_log = [&] {
    std::string lines;
    while (lines.size() < 200'000) lines += line + "\n";
    return lines;
  }();
  const Folder folder;
  CHECK(add({"search", folder.write("log", long_log)}).code == 0);
  CHECK(folder.read("log") == long_log + added);
}

TEST_CASE("add refuses a file that is no log of lines, and leaves it as it is", "[add]") {
  const struct {
    std::string text, message;
  } table[] = {
      {R"({"activities": []})", "LOG: its first line is not an activity"},
      {"{\n\"activities\": []}", "LOG: its first line is not an activity"},
      {"[\n]", "LOG: its first line is not an activity"},
      {R"([{"at": "2026-11-01", "type": "search"}])", "LOG: its first line is not an activity"},
      {"PK\x03\x04 and so on", "LOG: its first line is not an activity"},
      {"hello\n", "LOG: its first line is not an activity"},
      {"\n{\"at\": \"2026-11-31\", \"type\": \"search\"}", "LOG:2:8: /at: '2026-11-31' is not a"},
      {R"({"a": 1})", "LOG:1:1: 'activities' is missing; a line of JSON Lines needs"},
      {"17\n", "LOG:1:1: must be an object or a list, not a number"},
      {"\xFF\xFE{", "LOG: its first line is not an activity"},
  };
  for (const auto& [text, message] : table) {
    INFO(text);
    const Folder folder;
    const std::string file = folder.write("log", text);
    const Outcome outcome = add({"search", file});
    std::string said = outcome.err;
    const std::size_t at = said.find(file);
    REQUIRE(at != std::string::npos);
    said.replace(at, file.size(), "LOG");
    CHECK(said.find("ssi: " + message) == 0);
    CHECK(outcome.code == 2);
    CHECK(folder.read("log") == text);
    CHECK(folder.names() == Args{"log"});
  }
  const Folder folder;
  const std::string document = folder.write("doc.json", R"({"activities": []})");
  CHECK(add({"search", document}).err ==
        "ssi: " + document +
            ": its first line is not an activity, so no line can be added to it; add to another "
            "file, and score both: ssi score --merge " +
            document + " log.jsonl\n");
}

TEST_CASE("a packed log is named as one that nothing can be added to", "[add]") {
  const Folder folder;
  const std::string packed = folder.write("log.gz", "\x1f\x8b\x08 and the packed text\n");
  CHECK(add({"search", packed}).err == "ssi: " + packed +
                                           ": packed with gzip, so no line can be added to it; "
                                           "unpack it first: gunzip " +
                                           packed + "\n");
}

TEST_CASE("a document and the lines added for it score as one, as add advises", "[add]") {
  const Folder folder;
  const std::string document = folder.write("doc.json", R"({"member": {"id": "amina"}, "activities":
                      [{"at": "2026-11-20", "type": "search", "count": 3}]})");
  const std::string lines = folder.path("log.jsonl");
  REQUIRE(add({"search", "--count", "6", "--member", "amina", lines}).code == 0);
  const Outcome merged = run_app({"score", "-f", "jsonl", "--merge", document, lines});
  const Outcome whole = run_app_on(
      R"({"member": {"id": "amina"}, "activities":
          [{"at": "2026-11-20", "type": "search", "count": 3},
           {"at": "2026-11-22", "type": "search", "count": 6}]})",
      {"score", "-f", "jsonl", "-"});
  REQUIRE(merged.code == 0);
  REQUIRE(without_sources(merged.out) == without_sources(whole.out));
}

TEST_CASE("add says what it wrote, and how the score moved", "[add]") {
  const Folder folder;
  const std::string log = folder.path("log");
  CHECK(add({"search", "--filters", "3", log}).out ==
        log + ": added search filters=3 on 2026-11-22\nscore: 0.00 -> 1.54 (+1.54)\n");
  CHECK(add({"comment", log, "count=4", "--at", "2026-11-20"}).out ==
        log + ": added comment count=4 on 2026-11-20\nscore: 1.54 -> 2.94 (+1.40)\n");
  CHECK(run_app({"score", "-f", "total", "--precision", "2", log}).out == "2.94\n");
  CHECK(add({"search", "-q", log}).out == "");
  // The score of somebody else in the same file does not matter.
  CHECK(contains(add({"search", "--member", "zoe", log}).out, "score: 0.00 -> "));
  folder.write("log", R"({"type": "profile", "as_of": "2026-11-01"})");
  CHECK(contains(add({"search", log}).out,
                 "not counted: the log's as_of is 2026-11-01, before that day\n"));
  folder.write("log", "{\"at\": \"2026-11-01\", \"type\": \"search\"}\nnonsense\n");
  CHECK(contains(add({"search", log}).out, "\nnot scored: run ssi validate " + log + "\n"));
}

TEST_CASE("add takes LinkedIn's own number, which moves no score", "[add]") {
  const Folder folder;
  const std::string log = folder.path("log");
  CHECK(add({"search", "--at", "2026-11-20", log}).code == 0);
  CHECK(add({"linkedin_ssi", "--total", "53", "brand=20.970", "--industry_rank=10", log}).out ==
        log +
            ": added linkedin_ssi total=53 brand=20.97 industry_rank=10 on 2026-11-22\n"
            "this log gives 0.63 on that day\n");
  CHECK(lines_of(folder.read("log")).back() ==
        R"({"at": "2026-11-22", "type": "linkedin_ssi", "total": 53, "brand": 20.97, )"
        R"("industry_rank": 10})");
  CHECK(contains(run_app({"score", log}).out, "as of 2026-11-20"));
  CHECK(add({"linkedin_ssi", "--brand", "26", log}).err ==
        "ssi: --brand: 26 is out of range, 0 to 25\n");
}

TEST_CASE("a field may be written FIELD=VALUE, before the file or behind it", "[add]") {
  const Folder folder;
  for (const Args& args :
       {Args{"filters=3", "scope=posts", "LOG"}, Args{"LOG", "filters=3", "scope=posts"},
        Args{"filters=3", "LOG", "--scope", "posts"}}) {
    Args all = args;
    all.insert(all.begin(), "search");
    std::ranges::replace(all, "LOG", folder.path("log"));
    CAPTURE(args);
    CHECK(add(all).code == 0);
    CHECK(folder.read("log") ==
          "{\"at\": \"2026-11-22\", \"type\": \"search\", \"scope\": \"posts\", \"filters\": 3}\n");
    std::filesystem::remove(folder.path("log"));
  }
  const std::string odd = folder.path("a=b");
  CHECK(add({"search", odd}).err ==
        "ssi: add: no file '" + odd + "', and the name of a new log cannot have '=' in it\n");
  CHECK(folder.names().empty());
  folder.write("a=b", "");
  CHECK(add({"search", odd}).code == 0);
}

TEST_CASE("add warns of an activity of nobody in a log of somebody", "[add]") {
  const Folder folder;
  for (const std::string first : {R"({"type": "profile", "member": "amina"})",
                                  R"({"member": "amina", "at": "2026-11-01", "type": "search"})"}) {
    const std::string log = folder.write("log", first);
    CHECK(add({"search", "--member", "amina", log}).err == "");
    const Outcome outcome = add({"search", log});
    CHECK(outcome.code == 0);
    CHECK(outcome.err == "ssi: " + log +
                             ": warning: added without a member, but the first line is from "
                             "'amina'; see --member\n");
  }
}

TEST_CASE("add names the option that is wrong and writes nothing", "[add]") {
  const struct {
    Args args;
    std::string message;
  } table[] = {
      {{}, "add: name an activity and a file, as in: ssi add search --filters 3 log.jsonl"},
      {{"search"}, "add: name an activity and a file, as in: ssi add search --filters 3 log.jsonl"},
      {{"search", "filters=3"},
       "add: name an activity and a file, as in: ssi add search --filters 3 log.jsonl"},
      {{"message", "--replied", "log.jsonl"}, "--replied: 'log.jsonl' is not one of true, false"},
      {{"search", "filtres=1", "LOG"},
       "--filtres: 'search' has no such field; did you mean 'filters'?"},
      {{"search", "count=2", "--count", "3", "LOG"}, "--count: given twice"},
      {{"search", "-"}, "add: cannot add to '-'; name a file"},
      {{"serach", "LOG"},
       "add: 'serach' is not one of profile_edit, endorsement, recommendation, "
       "search, profile_view, lead_saved, share, comment, reaction, message, connection, "
       "linkedin_ssi; did you mean 'search'?"},
      {{"search", "--section", "about", "LOG"},
       "--section: 'search' has no such field; it has member, at, count, scope, filters"},
      {{"profile_edit", "LOG"}, "add: 'section' is missing"},
      {{"search", "--count", "0", "LOG"}, "--count: 0 is out of range, 1 to 1000000"},
      {{"search", "--count", "-1", "LOG"}, "--count: -1 is out of range, 1 to 1000000"},
      {{"search", "--count", "\x1b[31m", "LOG"}, "--count: '\\u001b[31m' is not a whole number"},
      {{"search", "--member", "", "LOG"}, "--member: needs a value"},
      {{"search", "--member=", "LOG"}, "--member needs a value"},
      {{"search", "--filtres", "1", "LOG"}, "no option '--filtres'; did you mean '--filters'?"},
      {{"search", "LOG", "x"}, "unexpected argument 'x'; see 'ssi add --help'"},
  };
  for (const auto& [args, message] : table) {
    const Folder folder;
    Args all = args;
    for (std::string& arg : all) {
      if (arg == "LOG") arg = folder.path("log");
    }
    const Outcome outcome = add(all);
    CHECK(outcome.err == "ssi: " + message + "\n");
    CHECK(outcome.code == 2);
    CHECK(folder.names().empty());
  }
}

TEST_CASE("the help of add names every type and field", "[add]") {
  const Outcome help = run_app({"add", "--help"});
  REQUIRE(help.code == 0);
  for (const std::string word :
       {"profile_edit", "connection", "--section", "--replied", "--at", "--member",
        "of message: true or false", "of profile_edit: photo, cover", "a number from 1"}) {
    INFO(word);
    CHECK(contains(help.out, word));
  }
  for (const std::string& line : lines_of(help.out)) {
    INFO(line);
    CHECK(line.size() <= 80);
  }
  for (const std::string word : {"--activities", "--type", "--profile", "--as_of"}) {
    INFO(word);
    CHECK_FALSE(contains(help.out, word));
  }
}

}  // namespace
}  // namespace ssi::test
