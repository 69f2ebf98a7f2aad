// QuickDecoder against EntryDecoder, which checks all it reads: what the first accepts must be the
// same to the second, and faultless. What the first gives up is the second's in any case.

#include "log/quick_decode.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <ssi/log.hpp>

#include "log/decode.hpp"
#include "log/json.hpp"
#include "support/catch.hpp"
#include "support/log_cases.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

using namespace std::string_view_literals;

const std::string file = "log";

bool same_entry(const Entry& a, const Entry& b) {
  if (a.index() != b.index()) return false;
  if (const auto* line = std::get_if<ActivityLine>(&a)) {
    const auto& other = std::get<ActivityLine>(b);
    return line->position == other.position && line->member == other.member &&
           line->activity == other.activity;
  }
  if (const auto* line = std::get_if<ReadingLine>(&a)) {
    const auto& other = std::get<ReadingLine>(b);
    return line->member == other.member && line->day == other.day && line->reading == other.reading;
  }
  if (const auto* document = std::get_if<Document>(&a)) {
    return same(document->log, std::get<Document>(b).log);
  }
  return same(std::get<ProfileLine>(a).log, std::get<ProfileLine>(b).log);
}

// Both decoders, used for one text after the other as they are for the lines of a log.
class Decoders {
 public:
  // Whether the quick one accepts `text`, behind which `behind` stands. Fails where the other
  // disagrees, or has anything to say.
  bool accept(std::string_view text, std::string_view behind = "") {
    // No byte more than may be read, so that a sanitizer sees each beyond.
    std::vector<char> buffer(text.size() + simdjson::SIMDJSON_PADDING);
    std::ranges::copy(text, buffer.begin());
    std::ranges::copy(behind.substr(0, simdjson::SIMDJSON_PADDING),
                      buffer.begin() + static_cast<std::ptrdiff_t>(text.size()));
    Diagnostics diagnostics;
    const DecodeContext context{{buffer.data(), text.size()}, 7, &file, &diagnostics};
    Tokens tokens = tokenizer_.tokens_of(context.text);
    const Entry* quick = quick_.decode(context, tokens);
    const bool is_silent = diagnostics.list().empty();
    if (quick != nullptr) compare(*quick, context);
    if (is_silent && diagnostics.list().empty()) return quick != nullptr;
    FAIL(shown(text, behind) << "is not faultless: " << to_string(diagnostics.list().front()));
    return false;
  }

 private:
  void compare(const Entry& quick, const DecodeContext& context) {
    const std::string_view behind{context.text.data() + context.text.size(),
                                  simdjson::SIMDJSON_PADDING};
    if (const auto refusal = find_refusal(parser_, context.text)) {
      FAIL(shown(context.text, behind) << "is no JSON: " << refusal->message);
    }
    std::vector<Entry> slow;
    slow_.decode(context, {Severity::error, Severity::error},
                 [&slow](Entry&& entry) { slow.push_back(std::move(entry)); });
    if (slow.size() != 1) FAIL(shown(context.text, behind) << "is not one entry");
    if (!same_entry(quick, slow[0])) FAIL(shown(context.text, behind) << "is read in two ways");
  }

  static std::string shown(std::string_view text, std::string_view behind) {
    return fmt::format("{}\nwith [{}] behind it ", text, behind.substr(0, behind.find('\0')));
  }

  Tokenizer tokenizer_;
  QuickDecoder quick_;
  EntryDecoder slow_;
  simdjson::dom::parser parser_ = make_parser();
};

// What a text before may have left behind the end of this one.
constexpr std::array left_behind = {
    ""sv,   "}"sv,   "]"sv,    ","sv,   "]}"sv,  "}]}"sv, "\"}"sv, "0"sv,
    "1}"sv, "9]}"sv, " \n}"sv, "e1}"sv, "l}"sv,  "e}"sv,  ":1}"sv, "{}"sv,
    "[]"sv, "\""sv,  ",\""sv,  "\n{"sv, ".5}"sv, "\\"sv,  "-"sv,   "}}}}}}}}}}}}}}}}}}}}}}}}}}}}"sv,
};

const std::vector<std::string>& small_texts() {
  static const std::vector<std::string> texts = {
      R"({"activities":[]})",
      R"({"activities": [{"at": "2026-11-02", "type": "search"}]})",
      R"({"version": 1, "member": {"id": "a", "name": "A", "team": "t"}, "as_of": "2026-11-22",)"
      R"( "activities": []})",
      R"({"profile": {"sections": ["photo", "about"], "unknown_sections": ["cover"], "skills": 5, "connections": 7},)"
      R"( "not_measured": ["searches", "network"], "activities": [ ] })",
      R"({"activities":[{"at":"2026-11-02","type":"share","kind":"article","reactions":12},)"
      R"({"type":"connection","at":"2026-11-03T09:15:00+01:00","seniority":"vp","coworker":true}]})",
      R"({"activities": [{"at": "2026-11-02", "type": "message", "replied": false, "count": 3}]})"
      "\r",
      "{\n\t\"activities\": [\n\t\t{ \"at\" : \"2026-11-02\" , \"type\" : \"comment\" }\n\t]\n}\n",
      R"({"at": "2026-11-02", "type": "search", "scope": "jobs", "filters": 0, "count": 30})",
      R"({"at":"2026-11-02T10:00:00Z","type":"profile_edit","section":"skills","entries":0})",
      R"({"type": "connection", "member": "\u00e9\n", "at": "2026-11-02", "status": "removed",)"
      R"( "direction": "received", "coworker": false})",
      R"({"at": "2026-11-02", "type": "share", "comments": 4611686018427387904, "member": ""})",
      R"({"at":"2026-11-02","type":"lead_saved"} )",
      R"({"at":"2026-11-02","type":"linkedin_ssi","total":53,"brand":20.97,"member":"a"})",
      R"({"activities": [{"at": "2026-11-02", "type": "linkedin_ssi", "people": 6.125,)"
      R"( "insights": 0.5, "relationships": 25, "industry_rank": 10, "network_rank": 100,)"
      R"( "industry_average": 100.0, "network_average": 0}]})",
  };
  return texts;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Agreement

TEST_CASE("any log decodes to the same the quick way, as a document and as lines",
          "[quick_decode]") {
  Decoders decoders;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed " << seed);
    const RandomLog log = random_log(seed);
    const std::string_view behind = left_behind[seed % left_behind.size()];
    REQUIRE(decoders.accept(to_json(log), behind));
    bool all = true;
    const std::vector<std::string> lines = to_json_lines(log);
    for (std::size_t i = 1; i < lines.size(); ++i) all = decoders.accept(lines[i], behind) && all;
    REQUIRE(all);
    REQUIRE_FALSE(decoders.accept(lines[0], behind));  // of the profile
  }
}

TEST_CASE("no log of the fixtures decodes to anything else the quick way", "[quick_decode]") {
  Decoders decoders;
  std::size_t accepted = 0;
  for (const std::string_view table : log_tables) {
    for (const LogCase& each : log_cases(table)) {
      INFO(table << ": " << each.name);
      const std::string text = each.log();
      for (const std::string_view behind : left_behind) {
        if (decoders.accept(text, behind)) ++accepted;
        for (const std::string& line : lines_of(text)) {
          if (decoders.accept(line, behind)) ++accepted;
        }
      }
    }
  }
  CHECK(accepted > 100 * left_behind.size());
}

TEST_CASE("a text cut short anywhere is given up, whatever stands behind it", "[quick_decode]") {
  Decoders decoders;
  for (const std::string& text : small_texts()) {
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    for (std::size_t length = 0; length <= end; ++length) {
      for (const std::string_view behind : left_behind) {
        INFO(text.substr(0, length) << " before " << behind);
        CHECK_FALSE(decoders.accept(text.substr(0, length), behind));
      }
      // Behind a line stands the next; behind a part of a text, most likely the rest of it.
      INFO(text.substr(0, length));
      CHECK_FALSE(decoders.accept(text.substr(0, length), text.substr(length)));
    }
  }
}

// Characters that mean something, in JSON or in a log.
constexpr std::string_view marks =
    "{}[]:,\"\\ \t\n\r0123456789-+.eEtTfnulZaz/'\x01\x7f\x80\xc3\xff";

TEST_CASE("a text with one byte changed is read alike or given up", "[quick_decode]") {
  Decoders decoders;
  std::size_t accepted = 0;
  std::size_t turn = 0;
  const auto attempt = [&](const std::string& text) {
    if (decoders.accept(text, left_behind[++turn % left_behind.size()])) ++accepted;
  };
  for (const std::string& text : small_texts()) {
    for (std::size_t at = 0; at <= text.size(); ++at) {
      for (const char mark : marks) {
        std::string other = text;
        other.insert(at, 1, mark);
        attempt(other);
        if (at == text.size()) continue;
        other = text;
        other[at] = mark;
        attempt(other);
      }
      if (at < text.size()) attempt(std::string{text}.erase(at, 1));
    }
  }
  CHECK(accepted > 4'000);
  CHECK(turn > 50'000);
}

// Any place, but more often one where something ends.
std::size_t random_place(Random& random, const std::string& text) {
  const std::size_t place = random.below(text.size() + 1);
  if (random.chance(40)) return place;
  const std::size_t end = text.find_first_of("{}[]:,\" ", place);
  return end == std::string::npos ? text.size() : end + 1;
}

TEST_CASE("a text with parts moved, doubled or lost is read alike or given up", "[quick_decode]") {
  constexpr std::array parts = {
      "\"count\": 1"sv,
      "\"type\": \"search\""sv,
      "\"at\": \"2026-11-02\""sv,
      "\"member\": \"a\""sv,
      "null"sv,
      "true"sv,
      "false"sv,
      "{}"sv,
      "[]"sv,
      "\"\""sv,
      "\"photo\""sv,
      "-0"sv,
      "00"sv,
      "1e2"sv,
      "1.0"sv,
      "-00"sv,
      ",,"sv,
      "::"sv,
      ":}"sv,
      ":]"sv,
      ":,"sv,
      "\\u0061"sv,
      "\\\""sv,
      "\xEF\xBB\xBF"sv,
  };
  Decoders decoders;
  for (std::uint64_t seed = 1; seed <= 60'000; ++seed) {
    Random random{seed};
    std::string text = random.pick(small_texts());
    for (std::uint64_t edits = 1 + random.below(3); edits > 0; --edits) {
      const std::size_t at = random_place(random, text);
      const std::size_t size = random.below(std::min<std::size_t>(text.size() - at, 12) + 1);
      if (random.chance(40)) {
        text.replace(at, size, random.pick(parts));
      } else if (random.chance(50)) {
        text.insert(random_place(random, text), text.substr(at, size));
      } else {
        text.erase(at, size);
      }
    }
    INFO("seed " << seed);
    (void)decoders.accept(text, random.pick(left_behind));
  }
  SUCCEED("no disagreement");
}

// What is accepted, and what is given up

TEST_CASE("plain good logs are not given up", "[quick_decode]") {
  Decoders decoders;
  for (const std::string& text : small_texts()) {
    for (const std::string_view behind : left_behind) {
      INFO(text << " before " << behind);
      CHECK(decoders.accept(text, behind));
    }
  }
  for (std::size_t type = 0; type < activity_types.size(); ++type) {
    const std::string activity =
        fmt::format(R"({{"at": "2026-11-02", "type": "{}"{}}})", activity_types[type],
                    activity_types[type] == "profile_edit" ? R"(, "section": "photo")" : "");
    INFO(activity);
    CHECK(decoders.accept(activity));
    CHECK(decoders.accept(fmt::format(R"({{"activities": [{0}, {0}]}})", activity)));
  }
  const std::vector<std::string> good = {
      R"({"at": "2026-11-02", "type": "search", "member": "with \"escapes\" \ud83d\ude00"})",
      R"({"activities": [], "member": {}, "profile": {}, "not_measured": []})",
      R"({"activities": [], "profile": {"sections": [], "decision_makers": 0, "coworkers": 1,)"
      R"( "endorsements": 4611686018427387904, "recommendations": 2}})",
      R"({"activities": [], "version": 1})",
      R"({"activities": [], "member": {"id": "é", "name": "\u0000", "team": ""}})",
      R"({"at": "2026-11-02t23:59:60.123456z", "type": "search", "count": 1000000})",
      R"({"at": "0000-01-01", "type": "search", "filters": 0})",
      "{\"activities\": []}\n\n \t\r\n",
  };
  for (const std::string& text : good) {
    INFO(text);
    CHECK(decoders.accept(text));
  }
}

TEST_CASE("the personas are not given up", "[quick_decode]") {
  Decoders decoders;
  for (const std::string name : {"steady-weekly-poster.json", "everything-at-target.json"}) {
    INFO(name);
    CHECK(decoders.accept(read_file("data/" + name)));
  }
  for (const std::string& line : lines_of(read_file("data/team.jsonl"))) {
    INFO(line);
    CHECK(decoders.accept(line));
  }
}

TEST_CASE("what is wrong, odd or rare in a document is given up", "[quick_decode]") {
  Decoders decoders;
  const std::vector<std::string> given_up = {
      R"("activities": [], "member": "a")",
      R"("member": "a", "activities": [])",
      R"("activities": [], "member": null)",
      R"("activities": [], "member": 5)",
      R"("activities": [], "member": ["a"])",
      R"("activities": [], "member": {"id": 5})",
      R"("activities": [], "member": {"id": null})",
      R"("activities": [], "member": {"id": "a", "id": "a"})",
      R"("activities": [], "member": {"skills": 1})",
      R"("activities": [], "member": {"id": "\ud83d"})",
      R"("activities": [], "member": {"id": {}})",
      R"("activities": [], "profile": 5)",
      R"("activities": [], "profile": "x")",
      R"("activities": [], "profile": null)",
      R"("activities": [], "profile": [])",
      R"("activities": [], "profile": {"sections": 5})",
      R"("activities": [], "profile": {"sections": "photo"})",
      R"("activities": [], "profile": {"sections": {}})",
      R"("activities": [], "profile": {"sections": ["foto"]})",
      R"("activities": [], "profile": {"sections": [5]})",
      R"("activities": [], "profile": {"sections": [null]})",
      R"("activities": [], "profile": {"sections": [["photo"]]})",
      R"("activities": [], "profile": {"sections": [""]})",
      R"("activities": [], "profile": {"sections": ["ph\u006fto"]})",
      R"("activities": [], "profile": {"sections": ["photo",]})",
      R"("activities": [], "profile": {"sections": ["photo"], "sections": ["photo"]})",
      R"("activities": [], "profile": {"skills": -1})",
      R"("activities": [], "profile": {"skills": "5"})",
      R"("activities": [], "profile": {"skills": 4611686018427387905})",
      R"("activities": [], "profile": {"skills": 99999999999999999999})",
      R"("activities": [], "profile": {"name": "A"})",
      R"("activities": [], "not_measured": 5)",
      R"("activities": [], "not_measured": "searches")",
      R"("activities": [], "not_measured": {})",
      R"("activities": [], "not_measured": ["search"])",
      R"("activities": [], "not_measured": [7])",
      R"("activities": [], "not_measured": [true])",
      R"("activities": [], "as_of": "2026-02-30")",
      R"("activities": [], "as_of": "2026-11-22T10:00:00Z")",
      R"("activities": [], "as_of": 5)",
      R"("activities": [], "as_of": null)",
      R"("activities": [], "as_of": "2026\u002d11-22")",
      R"("activities": [], "version": 2)",
      R"("activities": [], "version": 1.0)",
      R"("activities": [], "version": "1")",
      R"("activities": [], "note": 5)",
      R"("activities": [], "note": {})",
      R"("activities": [], "": 5)",
      R"("activities": [], "activities": [])",
      R"("activitie\u0073": [])",
      R"("activities": [], "type": "search")",
      R"("activities": [], "at": "2026-11-02")",
      R"("activities": [], "count": 1)",
      R"("activities": 5)",
      R"("activities": null)",
      R"("activities": {})",
      R"("activities": "x")",
      R"("activities": [5])",
      R"("activities": [[]])",
      R"("activities": [null])",
      R"("activities": ["x"])",
      R"("activities": [{}])",
      R"("activities": [,])",
      R"("activities": [],)",
      R"("activities": [] "version": 1)",
      R"("activities": []:)",
      R"("activities": []:})",
      R"("activities": [], "as_of": "2026-11-22":})",
      R"("activities": [], "as_of": "2026-11-22":}, "version": 1)",
      R"("activities": [], "not_measured": ["searches":])",
      R"("activities": [], "not_measured": ["searches":]])",
      R"("activities": [], "not_measured": ["searches":], "network"])",
      R"("activities": [], "profile": {"sections": ["photo":]]})",
      R"("activities": [], "member": {"id": "a":}})",
      R"("activities" [])",
      R"("activities":: [])",
      R"("version": 1)",
      R"("member": {"id": "a"})",
      R"("type": "profile", "skills": 5)",
      R"()",
  };
  for (const std::string& inner : given_up) {
    INFO(inner);
    CHECK_FALSE(decoders.accept("{" + inner + "}"));
    CHECK_FALSE(decoders.accept("{" + inner + "}", "}]}"));
  }
}

TEST_CASE("what is wrong, odd or rare in an activity is given up", "[quick_decode]") {
  Decoders decoders;
  const std::vector<std::string> given_up = {
      R"("at": "2026-11-02")",
      R"("type": "search")",
      R"("at": "2026-11-02", "type": "poke")",
      R"("at": "2026-11-02", "type": "")",
      R"("at": "2026-11-02", "type": "Search")",
      R"("at": "2026-11-02", "type": 7)",
      R"("at": "2026-11-02", "type": null)",
      R"("at": "2026-11-02", "type": true)",
      R"("at": "2026-11-02", "type": [])",
      R"("at": "2026-11-02", "type": {})",
      R"("at": "2026-11-02", "type": "se\u0061rch")",
      R"("at": "2026-11-02", "type": "search", "type": "search")",
      R"("at": "2026-11-02", "at": "2026-11-02", "type": "search")",
      R"("\u0061t": "2026-11-02", "type": "search")",
      R"("at": "2026-11-02", "typ\u0065": "search")",
      R"("at": "2026\u002d11-02", "type": "search")",
      R"("at": "2026-02-30", "type": "search")",
      R"("at": "2026-11-02T10:00:00", "type": "search")",
      R"("at": "2026-11-02 10:00:00Z", "type": "search")",
      R"("at": "", "type": "search")",
      R"("at": 20261102, "type": "search")",
      R"("at": null, "type": "search")",
      R"("at": "2026-11-02", "type": "search", "note": 1)",
      R"("at": "2026-11-02", "type": "search", "Count": 1)",
      R"("at": "2026-11-02", "type": "search", "count ": 1)",
      R"("at": "2026-11-02", "type": "search", "co\u0075nt": 1)",
      R"("at": "2026-11-02", "type": "search", "count": 1, "count": 1)",
      R"("at": "2026-11-02", "type": "search", "kind": "post")",
      R"("at": "2026-11-02", "type": "search", "replied": true)",
      R"("at": "2026-11-02", "type": "search", "id": "a")",
      R"("at": "2026-11-02", "type": "search", "scope": "job")",
      R"("at": "2026-11-02", "type": "search", "scope": 5)",
      R"("at": "2026-11-02", "type": "search", "scope": null)",
      R"("at": "2026-11-02", "type": "search", "scope": "")",
      R"("at": "2026-11-02", "type": "search", "scope": "\"jobs")",
      R"("at": "2026-11-02", "type": "search":)",
      R"("at": "2026-11-02", "type": "search":, "count": 1)",
      R"("at": "2026-11-02", "type": "search":})",
      R"("at": "2026-11-02", "type": "search": [5 {}], "count": 1)",
      R"("at": "2026-11-02": nonsense [] }, "type": "search")",
      R"("at": "2026-11-02", "type": "search", "scope": "jobs":}, "count": 1)",
      R"("at": "2026-11-02", "type": "search", "count":: 1)",
      R"("at": "2026-11-02", "type": "search", "count": 1:)",
      R"("at": "2026-11-02", "type": "search", "count": 1:})",
      R"("at": "2026-11-02":, "type": "search")",
      R"("at": "2026-11-02", "type": "search", "scope": "jobs":)",
      R"("at": "2026-11-02", "type": "search",)",
      R"("at": "2026-11-02",, "type": "search")",
      R"(, "at": "2026-11-02", "type": "search")",
      R"("at": "2026-11-02" "type": "search")",
      R"("at" "2026-11-02", "type": "search")",
      R"("at": "2026-11-02", "type": "profile_edit")",
      R"("at": "2026-11-02", "type": "profile_edit", "section": 5)",
      R"("at": "2026-11-02", "type": "profile_edit", "section": "photo", "action": 5)",
      R"("at": "2026-11-02", "type": "profile_edit", "section": "photo", "entries": null)",
      R"("at": "2026-11-02", "type": "share", "kind": 5)",
      R"("at": "2026-11-02", "type": "share", "reactions": 4611686018427387905)",
      R"("at": "2026-11-02", "type": "share", "reactions": 9223372036854775808)",
      R"("at": "2026-11-02", "type": "message", "replied": 1)",
      R"("at": "2026-11-02", "type": "message", "replied": "true")",
      R"("at": "2026-11-02", "type": "message", "replied": TRUE)",
      R"("at": "2026-11-02", "type": "message", "replied": truely)",
      R"("at": "2026-11-02", "type": "message", "replied": tru)",
      R"("at": "2026-11-02", "type": "message", "replied": null)",
      R"("at": "2026-11-02", "type": "connection", "direction": 1)",
      R"("at": "2026-11-02", "type": "connection", "status": 1)",
      R"("at": "2026-11-02", "type": "connection", "seniority": 1)",
      R"("at": "2026-11-02", "type": "connection", "coworker": [])",
  };
  for (const std::string& inner : given_up) {
    INFO(inner);
    CHECK_FALSE(decoders.accept("{" + inner + "}"));
    CHECK_FALSE(decoders.accept("{" + inner + "}", "}]}"));
    CHECK_FALSE(decoders.accept("{\"activities\": [{" + inner + "}]}"));
    CHECK_FALSE(decoders.accept("{\"activities\": [{" + inner + "}]}", "]}"));
  }
}

TEST_CASE("numbers in any but the plainest form are given up", "[quick_decode]") {
  Decoders decoders;
  const auto accepts = [&](std::string_view field, std::string_view number) {
    const std::string activity =
        fmt::format(R"({{"at": "2026-11-02", "type": "search", "{}": {}}})", field, number);
    const bool as_line = decoders.accept(activity);
    CHECK(as_line == decoders.accept(fmt::format(R"({{"activities": [{}]}})", activity)));
    return as_line;
  };
  for (const std::string_view number : {"01",
                                        "1.0",
                                        "1e3",
                                        "1E3",
                                        "10e-1",
                                        "00",
                                        "0.0",
                                        "-00",
                                        "-01",
                                        "-1",
                                        "+1",
                                        "0x1",
                                        "1_0",
                                        "1,000",
                                        "1 0",
                                        ".5",
                                        "1.",
                                        "--0",
                                        "-",
                                        "",
                                        "1a",
                                        "a1",
                                        "0 0",
                                        "NaN",
                                        "\"1\"",
                                        "null",
                                        "99999999999999999999",
                                        "-99999999999999999999",
                                        "18446744073709551616",
                                        "1\\u0030"}) {
    INFO(number);
    CHECK_FALSE(accepts("count", number));
    CHECK_FALSE(accepts("filters", number));
  }
  CHECK_FALSE(accepts("count", "0"));
  CHECK_FALSE(accepts("count", "1000001"));
  for (const std::string_view number : {"1", "10", "1000000", "1 ", "1\n\t"}) {
    INFO(number);
    CHECK(accepts("count", number));
  }
  CHECK(accepts("filters", "0"));
  CHECK(accepts("filters", "4611686018427387904"));
}

TEST_CASE("what is no object, or is followed by anything, is given up", "[quick_decode]") {
  Decoders decoders;
  const std::string document = R"({"activities": []})";
  const std::string line = R"({"at": "2026-11-02", "type": "search"})";
  REQUIRE(decoders.accept(document));
  REQUIRE(decoders.accept(line));
  for (const std::string_view text :
       {"", " ", "[]", "[{}]", "{", "}", "{}", "5", "\"x\"", "null", "{{}}", "{5}", "{[]}"}) {
    INFO(text);
    CHECK_FALSE(decoders.accept(text));
    CHECK_FALSE(decoders.accept(text, "}"));
  }
  for (const std::string& text : {document, line}) {
    CHECK(decoders.accept(" " + text));
    CHECK_FALSE(decoders.accept("\xEF\xBB\xBF" + text));
    CHECK_FALSE(decoders.accept("[" + text + "]"));
    for (const std::string_view more : {"}", "]", ",", "5", "x", "{}", "\"\"", ":", "\\", "\x01"}) {
      INFO(text << more);
      CHECK_FALSE(decoders.accept(text + std::string{more}));
      CHECK_FALSE(decoders.accept(text + ' ' + std::string{more}));
    }
    CHECK_FALSE(decoders.accept(text + '\0'));
    CHECK_FALSE(decoders.accept(text + text));
    CHECK_FALSE(decoders.accept(text + '\n' + text));
  }
}

TEST_CASE("lines whose tokens are found together are read as each by itself", "[quick_decode]") {
  const struct {
    std::string text;
    std::vector<bool> accepted;
  } table[] = {
      {R"({"at": "2026-11-02", "type": "search"}|{"at": "2026-11-03", "type": "comment"})",
       {true, true}},
      {R"( {"activities": []} ||{"at": "2026-11-03", "type": "comment"} )", {true, false, true}},
      {R"({"at": "2026-11-02",|"type": "search"}|{"activities": []}|{"activities": []})",
       {false, false, true, true}},
      {R"({"activities": [|]}|{"activities": []})", {false, false, true}},
      {R"({"activities": []} {"activities": []}|{"activities": []})", {false, true}},
      {R"({"activities": []}}|{"activities": []})", {false, true}},
      {R"({"at": "2026-11-02", "type": "search"|}{"activities": []})", {false, false}},
      {R"(5|[]|{"activities": []}|")", {false, false, false, false}},  // no tokens at all
  };
  for (const auto& [text, accepted] : table) {
    INFO(text);
    std::string padded = text + std::string(simdjson::SIMDJSON_PADDING, '}');
    std::ranges::replace(padded, '|', '\n');
    Tokenizer tokenizer;
    Tokens tokens = tokenizer.tokens_of({padded.data(), text.size()});
    QuickDecoder decoder;
    Diagnostics diagnostics;
    std::vector<bool> found;
    std::string_view rest{padded.data(), text.size()};
    while (found.size() < accepted.size()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      tokens.go_to(line.data());
      found.push_back(decoder.decode({line, 1, &file, &diagnostics}, tokens) != nullptr);
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    CHECK(found == accepted);
  }
}

TEST_CASE("a document with more received than a log may tell is given up", "[quick_decode]") {
  Decoders decoders;
  const std::string share =
      R"({"at": "2026-11-02", "type": "share", "reactions": 4611686018427387904})";
  CHECK(decoders.accept(share));
  CHECK(decoders.accept(fmt::format(R"({{"activities": [{}]}})", share)));
  CHECK_FALSE(decoders.accept(fmt::format(R"({{"activities": [{0}, {0}]}})", share)));
}

TEST_CASE("text that is not UTF-8, or has control characters, is given up", "[quick_decode]") {
  Decoders decoders;
  for (const std::string_view bad :
       {"\xff", "\xc3", "\xed\xa0\x80", "\x01", "\n", "\\x", "\\u12"}) {
    const std::string line =
        fmt::format(R"({{"at": "2026-11-02", "type": "search", "member": "{}"}})", bad);
    INFO(line);
    CHECK_FALSE(decoders.accept(line));
    CHECK_FALSE(
        decoders.accept(fmt::format(R"({{"member": {{"id": "{}"}}, "activities": []}})", bad)));
  }
}

TEST_CASE("what was given up leaves nothing behind for the next", "[quick_decode]") {
  Decoders decoders;
  const std::string full =
      R"({"member": {"id": "a", "name": "A"}, "as_of": "2026-11-22", "not_measured": ["network"],)"
      R"( "profile": {"skills": 5}, "activities": [{"at": "2026-11-02", "type": "search"}{}]})";
  for (const std::string_view end : {"", ", 5", ", {\"at\": 5}"}) {
    const std::string text = std::string{full}.replace(full.find("{}]"), 2, end);
    INFO(text);
    CHECK(decoders.accept(text) == end.empty());
    CHECK(decoders.accept(R"({"activities": []})"));
    CHECK(decoders.accept(R"({"at": "2026-11-02", "type": "search"})"));
    CHECK(decoders.accept(R"({"activities": [{"at": "2026-11-03", "type": "comment"}]})"));
  }
}

}  // namespace
}  // namespace ssi::test
