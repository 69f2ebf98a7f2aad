// The seven invariants that every score keeps, each over many random logs. The seeds are 1 to the
// number each test names, so a failure names the log that brings it back.

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include <ssi/render.hpp>
#include <ssi/report.hpp>
#include <ssi/score.hpp>
#include <ssi/timeline.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/naive_model.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

using std::chrono::days;

// Scoring

using test::timeline_of;

Timeline timeline_of(const RandomLog& log) {
  return timeline_of(log.activities, log.head.profile);
}

Score score_at(const RandomLog& log, const Timeline& timeline, Day day) {
  return score(timeline, log.head.not_measured, day, model_v1());
}

Score score_of(const RandomLog& log, const Timeline& timeline) {
  return score_at(log, timeline, log.as_of());
}

Score naive_score_at(const RandomLog& log, Day day) {
  return naive_score(log.head.profile, log.activities, log.head.not_measured, day);
}

/// Says which log a failure is about. The log itself is written out only then.
std::string about(const RandomLog& log, const std::string& what) {
  return "seed " + std::to_string(log.seed) + ", " + what + "\n" + to_json(log);
}

void require(bool holds, const std::string& what, const RandomLog& log) {
  INFO((holds ? "" : about(log, what)));
  REQUIRE(holds);
}

void require_equal(const std::string& got, const std::string& want, const std::string& what,
                   const RandomLog& log) {
  INFO((got == want ? "" : about(log, what)));
  REQUIRE(got == want);
}

// Reading and rendering

std::vector<MemberLog> read(const std::vector<std::string>& files, const RandomLog& log,
                            Repeats repeats = Repeats::separate) {
  std::vector<Text> texts;
  for (const std::string& file : files) texts.push_back({"log", file});
  MembersRead reading = read_texts(texts, {.repeats = repeats});
  for (const std::string& line : reading.said()) require(false, line, log);
  return std::move(reading.members);
}

MemberLog read_member(const std::vector<std::string>& files, const RandomLog& log) {
  std::vector<MemberLog> members = read(files, log, Repeats::merged);
  require(members.size() == 1, "read as one member", log);
  return std::move(members.front());
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  return text;
}

ReportSettings settings_v1() {
  return {.model = model_v1(), .as_of = AsOfLog{}};
}

std::string rendered(const Format& format, const std::vector<MemberLog>& members,
                     const Style& style) {
  const ReportSettings settings = settings_v1();
  Diagnostics diagnostics;
  std::string out;
  format.head(out, settings);
  for (const MemberLog& member : members) {
    if (&member != &members.front()) out += format.separator;
    format.member(out, make_report(member, settings, diagnostics), settings.model, style);
  }
  format.tail(out, diagnostics);
  return out;
}

/// Every format in full, one after the other.
std::string rendered(const std::vector<MemberLog>& members) {
  std::string out;
  for (const Format& format : formats()) {
    out += rendered(format, members, {.unicode = true, .details = true, .precision = 2});
  }
  return out;
}

// Reading rendered reports back

/// The points that a report shows, in hundredths. Nothing where it shows no number.
struct Shown {
  std::optional<int> total{};
  std::array<std::optional<int>, pillar_count> pillars{};
  std::array<std::optional<int>, signal_count> signals{};
  bool operator==(const Shown&) const = default;
};

Shown shown(const Score& score) {
  const auto hundredths = [](Points points) { return points.hundredths; };
  Shown result;
  if (score.total) result.total = hundredths(*score.total);
  for (std::size_t p = 0; p < pillar_count; ++p) {
    const PillarScore& pillar = score.pillars[p];
    if (pillar.score) result.pillars[p] = hundredths(*pillar.score);
    for (const SignalScore& signal : pillar.signals) {
      const auto s = static_cast<std::size_t>(signal.id);
      if (signal.value) result.signals[s] = hundredths(signal.points);
    }
  }
  return result;
}

bool adds_up(const Shown& shown) {
  int total = 0;
  bool complete = true;
  for (std::size_t p = 0; p < pillar_count; ++p) {
    int earned = 0;
    int assessable = 0;
    const std::size_t first = first_signal(static_cast<PillarId>(p));
    for (std::size_t i = first; i < first + signals_in[p]; ++i) {
      const std::optional<int>& points = shown.signals[i];
      if (!points) continue;
      earned += *points;
      assessable += 500;
    }
    complete = complete && assessable > 0;
    if (shown.pillars[p].has_value() != (assessable > 0)) return false;
    if (assessable == 0) continue;
    if (*shown.pillars[p] != 2500 * earned / assessable) return false;
    total += *shown.pillars[p];
  }
  return shown.total.has_value() == complete && (!complete || *shown.total == total);
}

/// `12.34` as 1234; nothing for a dash or an empty cell.
std::optional<int> hundredths(std::string text) {
  if (text.empty() || text == "-") return std::nullopt;
  REQUIRE(text.size() >= 4);
  REQUIRE(text[text.size() - 3] == '.');
  text.erase(text.size() - 3, 1);
  REQUIRE(text.find_first_not_of("0123456789") == std::string::npos);
  return std::stoi(text);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in{line};
  return {std::istream_iterator<std::string>{in}, std::istream_iterator<std::string>{}};
}

template <class Names>
std::optional<std::size_t> index_of(const Names& names, std::string_view wanted) {
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

constexpr std::array<std::string_view, pillar_count> titles = {
    "Establish your professional brand",
    "Find the right people",
    "Engage with insights",
    "Build relationships",
};

Shown shown_in_text(const std::string& text) {
  Shown result;
  for (const std::string& line : lines_of(text)) {
    const std::vector<std::string> words = words_of(line);
    if (line.starts_with("   ") && line.find(" / 100  ") != line.npos) {
      result.total = hundredths(words[0]);
    }
    for (std::size_t p = 0; p < pillar_count; ++p) {
      if (line.find(titles[p]) != 2) continue;
      result.pillars[p] = hundredths(words_of(line.substr(2 + titles[p].size())).front());
    }
    if (words.empty()) continue;
    if (const auto signal = index_of(names_of<SignalId>, words.front())) {
      result.signals[*signal] = hundredths(words[words.size() - 2]);
    }
  }
  return result;
}

Shown shown_in_markdown(const std::string& text) {
  Shown result;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("**")) result.total = hundredths(line.substr(2, line.find(' ') - 2));
    if (line.empty() || line.front() != '|') continue;
    std::vector<std::string> cells;
    std::istringstream in{line.substr(1)};
    for (std::string cell; std::getline(in, cell, '|');) {
      std::erase(cell, '*');
      const std::size_t first = cell.find_first_not_of(' ');
      const std::size_t last = cell.find_last_not_of(' ');
      cells.push_back(first == std::string::npos ? "" : cell.substr(first, last + 1 - first));
    }
    if (const auto p = index_of(titles, cells[0])) result.pillars[*p] = hundredths(cells[1]);
    if (const auto s = index_of(names_of<SignalId>, cells[0])) {
      result.signals[*s] = hundredths(cells[2]);
    }
  }
  return result;
}

// What stands between two texts; empty where they do not follow each other.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t start = text.find(before);
  if (start == std::string::npos) return "";
  const std::size_t end = text.find(after, start + before.size());
  return text.substr(start + before.size(), end - start - before.size());
}

Shown shown_in_html(std::string text) {
  Shown result;
  for (std::size_t at = text.find("<wbr>"); at != text.npos; at = text.find("<wbr>", at)) {
    text.erase(at, 5);
  }
  const std::string total = between(text, "<strong>", "</strong>");
  if (!total.starts_with("no total")) result.total = hundredths(total);
  for (std::size_t p = 0; p < pillar_count; ++p) {
    result.pillars[p] =
        hundredths(between(text, "<span>" + std::string{titles[p]} + "</span> <b>", "</b>"));
  }
  for (std::size_t s = 0; s < signal_count; ++s) {
    const std::string name = "<th scope=\"row\">" + std::string{names_of<SignalId>[s]} + "</th>";
    result.signals[s] =
        hundredths(between(between(text, name, "</tr>"), "<td class=\"number\">", "</td>"));
  }
  return result;
}

/// The rows of RFC 4180 CSV, without any quotes.
std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
      row.back() += c;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\n') {
      rows.push_back(std::exchange(row, std::vector<std::string>(1)));
    }
  }
  return rows;
}

Shown shown_in_csv(const std::string& text) {
  const std::vector<std::vector<std::string>> rows = csv_rows(text);
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[0].size() == rows[1].size());
  const auto column = [&](std::string_view name) {
    return hundredths(rows[1].at(index_of(rows[0], name).value()));
  };
  Shown result{.total = column("total")};
  for (std::size_t p = 0; p < pillar_count; ++p) result.pillars[p] = column(names_of<PillarId>[p]);
  for (std::size_t s = 0; s < signal_count; ++s) result.signals[s] = column(names_of<SignalId>[s]);
  return result;
}

Shown shown_in_json(const nlohmann::json& member) {
  const auto hundredths_of = [](const nlohmann::json& number) -> std::optional<int> {
    if (number.is_null()) return std::nullopt;
    return static_cast<int>(std::lround(number.get<double>() * 100));
  };
  Shown result{.total = hundredths_of(member.at("total"))};
  for (const nlohmann::json& pillar : member.at("pillars")) {
    const std::size_t p = index_of(names_of<PillarId>, pillar.at("id").get<std::string>()).value();
    result.pillars[p] = hundredths_of(pillar.at("score"));
    for (const nlohmann::json& signal : pillar.at("signals")) {
      if (signal.at("value").is_null()) continue;
      const std::string id = signal.at("id");
      result.signals[index_of(names_of<SignalId>, id).value()] = hundredths_of(signal.at("points"));
    }
  }
  return result;
}

/// What `text`, a report of one member in full, shows. Fails for a format that it does not know.
Shown shown_in(std::string_view format, const std::string& text) {
  if (format == "text") return shown_in_text(text);
  if (format == "markdown") return shown_in_markdown(text);
  if (format == "html") return shown_in_html(text);
  if (format == "csv") return shown_in_csv(text);
  if (format == "json") return shown_in_json(nlohmann::json::parse(text).at("members").at(0));
  REQUIRE(format == "jsonl");
  return shown_in_json(nlohmann::json::parse(text));
}

// Making logs

std::vector<Activity> cut_after(Day day, std::vector<Activity> activities) {
  std::erase_if(activities, [day](const Activity& activity) { return activity.day > day; });
  return activities;
}

/// `items` dealt out at random into so many parts, some of which may be empty.
template <class T>
std::vector<std::vector<T>> dealt(Random& random, const std::vector<T>& items, std::size_t parts) {
  std::vector<std::vector<T>> result(parts);
  for (const T& item : items) result[random.below(parts)].push_back(item);
  return result;
}

/// The number of times that `action` happened, for the types that have a `count`.
Count* count_of(Action& action) {
  return std::visit(
      [](auto& what) -> Count* {
        if constexpr (requires { what.count; }) {
          return &what.count;
        } else {
          return nullptr;
        }
      },
      action);
}

/// `activity` as several whose counts add up to its own: ones while they are few, else a few parts.
std::vector<Activity> split(Random& random, Activity activity) {
  Count* const count = count_of(activity.action);
  std::vector<Activity> parts;
  while (count != nullptr && *count > 1) {
    Activity part = activity;
    const Count taken = *count <= 1'000 ? 1 : random.between(1, *count - 1);
    *count_of(part.action) = taken;
    *count -= taken;
    parts.push_back(part);
  }
  parts.push_back(activity);
  return parts;
}

/// What counts in the window only.
bool is_flow_only(const Action& action) {
  if (const auto* edit = std::get_if<ProfileEdit>(&action)) {
    return edit->section == Section::certifications || edit->section == Section::projects ||
           edit->section == Section::languages || edit->section == Section::other;
  }
  if (const auto* connection = std::get_if<Connection>(&action)) {
    return connection->status != Status::accepted && connection->status != Status::removed;
  }
  return !std::holds_alternative<Endorsement>(action) &&
         !std::holds_alternative<Recommendation>(action);
}

}  // namespace

TEST_CASE("the library scores every random log as the naive model does") {
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Timeline timeline = timeline_of(log);
    for (const int days_later : {0, 1, -1, 89, 90, 400}) {
      const Day day = log.as_of() + days{days_later};
      require_equal(describe(score_at(log, timeline, day)), describe(naive_score_at(log, day)),
                    "scored at " + to_string(day), log);
    }
  }
}

TEST_CASE("no signal, pillar or total leaves its range") {
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Score result = score_of(log, timeline_of(log));
    bool holds = !result.total || (*result.total >= Points{} && *result.total <= total_max);
    for (const PillarScore& pillar : result.pillars) {
      holds =
          holds && (!pillar.score || (*pillar.score >= Points{} && *pillar.score <= pillar_max));
      for (const SignalScore& signal : pillar.signals) {
        holds = holds && signal.points >= Points{} && signal.points <= signal.max;
      }
    }
    require(holds, describe(result), log);
  }
}

TEST_CASE("a score with all signals measured is in the range of one with some unmeasured") {
  const auto holds_in = [](const auto& range, std::optional<Points> partly, Points all) {
    return range ? range->low <= all && all <= range->high : partly == all;
  };
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Score partly = score_of(log, timeline_of(log));
    const Score all = naive_score(log.head.profile, log.activities, {}, log.as_of());
    bool holds = !partly.total || holds_in(partly.range(), partly.total, *all.total);
    for (std::size_t p = 0; p < pillar_count; ++p) {
      const PillarScore& pillar = partly.pillars[p];
      holds =
          holds && (!pillar.score || holds_in(pillar.range(), pillar.score, *all.pillars[p].score));
    }
    require(holds, describe(partly), log);
  }
}

TEST_CASE("a range is what is measured, with and without the most of what is not") {
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Score naive = naive_score_at(log, log.as_of());
    Points low{};
    Points high{};
    for (const PillarScore& pillar : naive.pillars) {
      for (const SignalScore& signal : pillar.signals) {
        low += signal.points;
        high += signal.value ? signal.points : Points::whole(5);
      }
    }
    const auto range = score_of(log, timeline_of(log)).range();
    const bool is_partly = naive.total && log.head.not_measured.any();
    require(is_partly ? range == PointsRange{low, high} : !range, describe(naive), log);
  }
}

TEST_CASE("a reading stands beside the score that the naive model gives on its day") {
  std::size_t seen = 0;
  for (std::uint64_t seed = 3; seed <= 1'500; seed += 3) {
    const RandomLog log = random_log(seed);
    const std::vector<MemberLog> members = read({to_json(log)}, log);
    Diagnostics diagnostics;
    const auto both = make_report(members.front(), {.model = model_v1()}, diagnostics).linkedin;
    const auto after = log.readings.upper_bound(log.as_of());
    require(both.has_value() == (after != log.readings.begin()), "with a reading or not", log);
    if (!both) continue;
    ++seen;
    const auto& [day, reading] = *std::prev(after);
    require(both->day == day && both->linkedin == reading, "the last reading", log);
    require_equal(describe(both->log), describe(naive_score_at(log, day)), to_string(day), log);
  }
  REQUIRE(seen > 100);
}

TEST_CASE("an empty log scores exactly 0 in every signal") {
  const Score result = score(Timeline{}, {}, Day{}, model_v1());
  REQUIRE(result.total == Points{});
  REQUIRE(describe(result) == describe(naive_score({}, {}, {}, Day{})));
  for (const PillarScore& pillar : result.pillars) {
    for (const SignalScore& signal : pillar.signals) REQUIRE(signal.points == Points{});
  }
}

TEST_CASE("a log with everything at its target scores exactly 100") {
  const RandomLog log = perfect_log(Day{days{20'000}});
  const Score result = score_of(log, timeline_of(log));
  INFO(describe(result));
  REQUIRE(describe(result) == describe(naive_score_at(log, log.as_of())));
  REQUIRE(result.total == total_max);
  for (const PillarScore& pillar : result.pillars) {
    for (const SignalScore& signal : pillar.signals) {
      const Ratio& target = model_v1().rule(signal.id).target;
      REQUIRE(signal.points == signal.max);
      REQUIRE(signal.value->numerator * target.denominator ==
              signal.value->denominator * target.numerator);
    }
  }
}

TEST_CASE("the most that a log may say of anything is scored as the naive model does") {
  const Profile rich{.skills = count_max,
                     .endorsements = count_max,
                     .recommendations = count_max,
                     .connections = count_max,
                     .decision_makers = count_max,
                     .coworkers = count_max};
  for (const Count most : {count_max, count_max - 1, count_max / 2, Count{1} << 32}) {
    for (const Share& share :
         {Share{.reactions = most}, Share{.comments = most}, Share{.reshares = most}}) {
      RandomLog log;
      log.head.as_of = Day{};
      log.head.profile = rich;
      log.activities = {{Day{}, share}};
      require_equal(describe(score_of(log, timeline_of(log))),
                    describe(naive_score_at(log, log.as_of())), "one share", log);
    }
  }
}

TEST_CASE("what is shown adds up, signals to pillars and pillars to the total, in every format") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const RandomLog log = random_log(seed);
    const std::vector<MemberLog> members = read({to_json(log)}, log);
    const Shown want = shown(naive_score_at(log, log.as_of()));
    for (const Format& format : formats()) {
      constexpr std::array<std::string_view, 4> without_signals = {"junit", "github", "badge",
                                                                   "shields"};
      if (std::ranges::find(without_signals, format.name) != without_signals.end()) continue;
      const bool unicode = seed % 2 == 0;
      const std::string text =
          rendered(format, members, {.unicode = unicode, .details = true, .precision = 2});
      if (format.name == "total") {
        const bool holds =
            text.ends_with('\n') && hundredths(text.substr(0, text.size() - 1)) == want.total;
        require(holds, text, log);
        continue;
      }
      const Shown got = shown_in(format.name, text);
      require(adds_up(got), text, log);
      require(got == want, text, log);
    }
  }
}

TEST_CASE("the order of activities and of files never changes a byte in any format") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const RandomLog log = random_log(seed);
    std::vector<std::string> lines = to_json_lines(log);
    const MemberLog in_order = read_member({joined(lines)}, log);
    const Score expected = naive_score_at(log, log.as_of());
    const std::string want = rendered({in_order});
    require_equal(
        describe(score(in_order.timeline, *in_order.not_measured, *in_order.as_of, model_v1())),
        describe(expected), "read from lines", log);
    Random random{seed};
    RandomLog shuffled = log;
    random.shuffle(shuffled.activities);
    require_equal(rendered(read({to_json(shuffled)}, log)), rendered(read({to_json(log)}, log)),
                  "a shuffled document", log);
    for (std::size_t parts = 1; parts <= 3; ++parts) {
      random.shuffle(lines);
      std::vector<std::string> files;
      for (const auto& part : dealt(random, lines, parts)) {
        if (!part.empty()) files.push_back(joined(part));
      }
      require_equal(rendered({read_member(files, log)}), want, "shuffled lines", log);
    }
  }
}

TEST_CASE("the lines of other members in between never change a byte of a member") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    std::vector<std::string> want;
    std::vector<std::string> lines;
    RandomLog log;
    for (std::uint64_t i = 0; i < 4; ++i) {
      log = random_log(1'000 * i + seed);
      log.head.member.id = "member-" + std::to_string(i);
      if (i == 0) log.head.member.id.reset();
      const std::vector<std::string> own = to_json_lines(log);
      want.push_back(rendered(read({joined(own)}, log)));
      lines.insert(lines.end(), own.begin(), own.end());
    }
    Random random{seed};
    random.shuffle(lines);
    std::vector<std::string> got;
    for (const MemberLog& member : read({joined(lines)}, log)) got.push_back(rendered({member}));
    std::sort(want.begin(), want.end());
    std::sort(got.begin(), got.end());
    require(got == want, "shuffled with three others", log);
  }
}

TEST_CASE("one more good activity never lowers a signal, a pillar or the total") {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Timeline timeline = timeline_of(log);
    const Score before = score_of(log, timeline);
    Random random{seed};
    for (int i = 0; i < 30; ++i) {
      const Day day = log.as_of() - days{random.pick(std::vector{0, 1, 30, 60, 88, 89, 90, 200})};
      const Activity activity{day, random_good_action(random)};
      Timeline more = timeline;
      REQUIRE(more.add(activity));
      const Score after = score_of(log, more);
      bool holds = !before.total || *after.total >= *before.total;
      for (std::size_t p = 0; p < pillar_count; ++p) {
        holds = holds && after.pillars[p].score >= before.pillars[p].score;
        for (std::size_t s = 0; s < signals_in[p]; ++s) {
          holds =
              holds && after.pillars[p].signals[s].points >= before.pillars[p].signals[s].points;
        }
      }
      if (!holds) require(false, "with " + to_json_line(activity, {}) + " added", log);
    }
    require(true, "", log);
  }
}

TEST_CASE("a pending or declined invitation may lower acceptance and nothing else") {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Timeline timeline = timeline_of(log);
    for (const Status status : {Status::pending, Status::declined, Status::withdrawn}) {
      Timeline more = timeline;
      REQUIRE(more.add({log.as_of(), Connection{.status = status, .seniority = Seniority::vp}}));
      RandomLog unjudged = log;
      unjudged.head.not_measured.set(static_cast<std::size_t>(SignalId::acceptance));
      require(score_of(unjudged, more) == score_of(unjudged, timeline), "all but acceptance", log);
    }
  }
}

TEST_CASE("an activity after the as-of day changes nothing") {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Timeline timeline = timeline_of(log);
    const Score before = score_of(log, timeline);
    Random random{seed};
    for (const int days_later : {1, 2, 89, 90, 1'000}) {
      const Activity late = random_activity(random, log.as_of() + days{days_later}, 20);
      Timeline more = timeline;
      REQUIRE(more.add(late));
      require(score_of(log, more) == before, "with " + to_json_line(late, {}) + " added", log);
    }
  }
}

TEST_CASE("a flow activity before the window changes nothing, and one on its first day counts") {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Timeline timeline = timeline_of(log);
    const Score before = score_of(log, timeline);
    Random random{seed};
    for (const int days_before : {1, 2, 90, 1'000}) {
      Action action = random_activity(random, Day{}, 20).action;
      while (!is_flow_only(action)) action = random_activity(random, Day{}, 20).action;
      const Activity early{first_of_window(log.as_of()) - days{days_before}, action};
      Timeline more = timeline;
      REQUIRE(more.add(early));
      require(score_of(log, more) == before, "with " + to_json_line(early, {}) + " added", log);
    }
    Timeline more = timeline;
    REQUIRE(more.add({first_of_window(log.as_of()), LeadSaved{}}));
    const auto all_measured = [&](const Timeline& t) {
      return score(t, {}, log.as_of(), model_v1());
    };
    require(all_measured(more) != all_measured(timeline), "a lead saved on the first day", log);
  }
}

TEST_CASE("splitting a count into several activities changes nothing") {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    const RandomLog log = random_log(seed);
    Random random{seed};
    std::vector<Activity> parts;
    for (const Activity& activity : log.activities) {
      for (const Activity& part : split(random, activity)) parts.push_back(part);
    }
    const Timeline whole = timeline_of(log);
    const Timeline split_up = timeline_of(parts, log.head.profile);
    require(split_up == whole, "split into " + std::to_string(parts.size()), log);
    require(score_of(log, split_up) == score_of(log, whole), "split", log);
  }
}

TEST_CASE("scoring at a day equals scoring the log cut after that day") {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Timeline timeline = timeline_of(log);
    for (const int days_ago : {-30, -1, 0, 1, 45, 89, 90, 91, 300}) {
      const Day day = log.as_of() - days{days_ago};
      const Timeline cut = timeline_of(cut_after(day, log.activities), log.head.profile);
      require(score_at(log, timeline, day) == score_at(log, cut, day), to_string(day), log);
    }
  }
}

TEST_CASE("a report differs from that of the log cut after its day only in the warning") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const RandomLog log = random_log(seed);
    RandomLog cut = log;
    cut.activities = cut_after(log.as_of(), log.activities);
    const ReportSettings settings = settings_v1();
    const auto member_of = [&](const RandomLog& source, Diagnostics& diagnostics) {
      std::string out;
      const Report report =
          make_report(read_member({to_json(source)}, source), settings, diagnostics);
      for (const Format& format : formats()) {
        format.member(out, report, settings.model, {.details = true, .precision = 2});
      }
      return out;
    };
    Diagnostics warned;
    Diagnostics silent;
    require_equal(member_of(log, warned), member_of(cut, silent), "cut", log);
    const bool late = cut.activities.size() < log.activities.size();
    require(warned.total(Severity::warning) == (late ? 1 : 0), "one warning if any", log);
    require(silent.list().empty(), "nothing to warn of", log);
  }
}

TEST_CASE("timelines of parts add up to the timeline of the whole, in any order and grouping") {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    const RandomLog log = random_log(seed);
    const Timeline whole = timeline_of(log);
    Random random{seed};
    std::vector<Activity> activities = log.activities;
    random.shuffle(activities);
    std::vector<Timeline> parts;
    for (const auto& part : dealt(random, activities, 1 + random.below(5))) {
      parts.push_back(timeline_of(part));
    }
    parts.push_back(timeline_of({}, log.head.profile));
    while (parts.size() > 1) {
      random.shuffle(parts);
      const Timeline last = std::move(parts.back());
      parts.pop_back();
      parts[random.below(parts.size())] += last;
    }
    require(parts.front() == whole, "merged", log);
    require(score_of(log, parts.front()) == score_of(log, whole), "merged", log);
  }
}

TEST_CASE("an empty timeline adds nothing, and the order of adding two does not matter") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const RandomLog log = random_log(seed);
    const Timeline a = timeline_of(log);
    const Timeline b = timeline_of(random_log(seed + 10'000));
    Timeline a_and_nothing = a;
    a_and_nothing += Timeline{};
    Timeline nothing_and_a;
    nothing_and_a += a;
    Timeline a_and_b = a;
    a_and_b += b;
    Timeline b_and_a = b;
    b_and_a += a;
    require(a_and_nothing == a && nothing_and_a == a, "an empty timeline", log);
    require(a_and_b == b_and_a, "two logs", log);
  }
}

TEST_CASE("two documents of one member score together as their concatenation") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const RandomLog log = random_log(seed);
    Random random{seed};
    const std::vector<std::vector<Activity>> halves = dealt(random, log.activities, 2);
    RandomLog first = log;
    first.activities = halves[0];
    RandomLog second = log;
    second.activities = halves[1];
    second.head.profile = {};
    Timeline together = read_member({to_json(second)}, log).timeline;
    together += read_member({to_json(first)}, log).timeline;
    const MemberLog whole = read_member({to_json(log)}, log);
    require(together == whole.timeline, "merged", log);
    require_equal(describe(score_of(log, together)), describe(naive_score_at(log, log.as_of())),
                  "merged", log);
  }
}

}  // namespace ssi::test
