// Trends: each point is the score of its day, and the forecast that of the log as it stands.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <ssi/trend.hpp>

#include "signals/facts.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/naive_model.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

using std::chrono::days;

Day day(const char* date) {
  return parse_date(date).value();
}

MemberLog log_of(const RandomLog& random) {
  return {.member = random.head.member,
          .as_of = random.head.as_of,
          .not_measured = random.head.not_measured,
          .timeline = timeline_of(random.activities, random.head.profile)};
}

// The log without what comes after a day.
MemberLog cut(const RandomLog& random, Day last) {
  RandomLog rest = random;
  std::erase_if(rest.activities, [&](const Activity& activity) { return activity.day > last; });
  return log_of(rest);
}

TrendReport trend_of(const MemberLog& log, const TrendSettings& settings,
                     const Model& model = model_v1()) {
  Diagnostics diagnostics;
  return make_trend(log, model, settings, diagnostics);
}

void require_score(const TrendPoint& point, const Score& score) {
  INFO(to_string(point.day));
  REQUIRE(point.total == score.total);
  REQUIRE(point.band == score.band);
  for (std::size_t i = 0; i < pillar_count; ++i) {
    REQUIRE(point.pillars[i] == score.pillars[i].score);
  }
}

std::vector<std::string> dates_of(const std::vector<TrendPoint>& points) {
  std::vector<std::string> dates;
  for (const TrendPoint& point : points) dates.push_back(to_string(point.day));
  return dates;
}

Model model_with_window(int window_days) {
  Model model = model_v1();
  model.window_days = window_days;
  return model;
}

using Dates = std::vector<std::string>;

TEST_CASE("a walk day by day finds the facts that a look at each day alone finds") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    const RandomLog random = random_log(seed);
    const Timeline timeline = timeline_of(random.activities, random.head.profile);
    for (const int window_days : {1, 2, 90, 400}) {
      const Day first = random.as_of() - days{200};
      const Day last = random.as_of() + days{30};
      DayWalk walk{timeline, first, last, window_days};
      for (Day at = first; at <= last; at += days{1}, walk.step()) {
        AsOfState state = observe_as_of(timeline, at, window_days);
        state.before.observe(state.day);
        REQUIRE(walk.day() == at);
        REQUIRE(walk.facts() == state.before.facts());
      }
      CHECK(walk.later() == observe_as_of(timeline, last, window_days).later);
    }
  }
}

TEST_CASE("every day of a trend and of its forecast is the score of that day") {
  std::size_t forecasts = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    INFO("seed " << seed);
    const RandomLog random = random_log(seed);
    const MemberLog log = log_of(random);
    const TrendSettings settings{
        .every = Step::day, .since = random.as_of() - days{120}, .until = random.as_of()};
    const TrendReport report = trend_of(log, settings);
    REQUIRE(report.points.size() == 121);
    Day at = settings.since;
    for (const TrendPoint& point : report.points) {
      REQUIRE(point.day == at);
      require_score(point, score(log.timeline, *log.not_measured, at, model_v1()));
      at += days{1};
    }
    const RandomLog past{.head = random.head, .activities = random.activities};
    const MemberLog known = cut(past, settings.until);
    for (const TrendPoint& point : report.forecast) {
      REQUIRE(point.day == at);
      const Score wanted = score(known.timeline, *log.not_measured, at, model_v1());
      require_score(point, wanted);
      at += days{1};
      ++forecasts;
    }
    // From there on nothing changes any more.
    const auto end = (report.forecast.empty() ? report.points : report.forecast).back();
    for (const int more : {1, 100}) {
      const Score later =
          score(known.timeline, *log.not_measured, end.day + days{more}, model_v1());
      REQUIRE(later.total == end.total);
    }
    CHECK(report.assessable == score(log.timeline, *log.not_measured, at, model_v1()).assessable);
  }
  CHECK(forecasts > 5000);
}

TEST_CASE("a trend agrees with the naive model") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    const RandomLog random = random_log(seed);
    const TrendReport report =
        trend_of(log_of(random), {.since = random.as_of() - days{100}, .until = random.as_of()});
    for (const TrendPoint& point : report.points) {
      require_score(point, naive_score(random.head.profile, random.activities,
                                       random.head.not_measured, point.day));
    }
  }
}

TEST_CASE("steps are the days of a daily trend, whatever the steps and the window") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    const RandomLog random = random_log(seed);
    const Model model = model_with_window(random.head.not_measured.any() ? 30 : 90);
    TrendSettings settings{
        .every = Step::day, .since = random.as_of() - days{100}, .until = random.as_of()};
    const TrendReport daily = trend_of(log_of(random), settings, model);
    for (const Step every : {Step::week, Step::month}) {
      settings.every = every;
      const TrendReport report = trend_of(log_of(random), settings, model);
      for (const auto& points : {&TrendReport::points, &TrendReport::forecast}) {
        std::vector<TrendPoint> wanted;
        std::ranges::copy_if(daily.*points, std::back_inserter(wanted), [&](const TrendPoint& p) {
          const std::chrono::year_month_day tomorrow{p.day + days{1}};
          const bool ends = every == Step::week ? std::chrono::weekday{p.day}.iso_encoding() == 7
                                                : tomorrow.day() == std::chrono::day{1};
          return ends || p == (daily.*points).back();
        });
        REQUIRE(report.*points == wanted);
      }
      REQUIRE(report.falls_below == daily.falls_below);
    }
  }
}

TEST_CASE("the fall below a target is the first day of the forecast that is below it") {
  std::size_t falls = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const RandomLog random = random_log(seed);
    for (const Points target : {Points{1000}, Points{2550}, Points{4000}, Points{7000}}) {
      INFO("seed " << seed << ", target " << to_string(target));
      const TrendReport report = trend_of(
          log_of(random),
          {.every = Step::day, .since = random.as_of(), .until = random.as_of(), .target = target});
      std::optional<TrendPoint> wanted;
      if (report.points.back().total >= target) {
        const auto found = std::ranges::find_if(
            report.forecast, [&](const TrendPoint& point) { return point.total < target; });
        if (found != report.forecast.end()) wanted = *found;
      }
      REQUIRE(report.falls_below == wanted);
      if (wanted) ++falls;
    }
  }
  CHECK(falls > 50);
}

TEST_CASE("weeks end on Sunday, months on their last day, and the last day is always there") {
  const MemberLog log = member_of(R"([{"at": "2028-01-05", "type": "search", "count": 9}])");
  const struct {
    Step every;
    const char* since;
    const char* until;
    Dates points;
  } table[] = {
      {Step::day, "2028-02-28", "2028-03-01", {"2028-02-28", "2028-02-29", "2028-03-01"}},
      {Step::day, "2028-02-28", "2028-02-28", {"2028-02-28"}},
      {Step::week, "2028-01-01", "2028-01-12", {"2028-01-02", "2028-01-09", "2028-01-12"}},
      {Step::week, "2028-01-03", "2028-01-09", {"2028-01-09"}},
      {Step::week, "2028-01-02", "2028-01-09", {"2028-01-02", "2028-01-09"}},
      {Step::week, "2028-01-04", "2028-01-05", {"2028-01-05"}},
      {Step::month,
       "2027-12-31",
       "2028-04-30",
       {"2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"}},
      {Step::month, "2028-01-15", "2028-02-15", {"2028-01-31", "2028-02-15"}},
  };
  for (const auto& [every, since, until, points] : table) {
    const TrendReport report =
        trend_of(log, {.every = every, .since = day(since), .until = day(until)});
    INFO(name(every) << " " << since << " " << until);
    CHECK(dates_of(report.points) == points);
  }
}

TEST_CASE("a forecast ends on the day on which the last activity leaves the window") {
  const MemberLog log = member_of(R"([{"at": "2028-01-05", "type": "search", "count": 9}])");
  const auto forecast = [&](const char* until, Step every, int window_days) {
    return dates_of(trend_of(log, {.every = every, .since = day(until), .until = day(until)},
                             model_with_window(window_days))
                        .forecast);
  };
  CHECK(forecast("2028-01-05", Step::day, 1) == Dates{"2028-01-06"});
  CHECK(forecast("2028-01-05", Step::day, 2) == Dates{"2028-01-06", "2028-01-07"});
  CHECK(forecast("2028-01-06", Step::day, 2) == Dates{"2028-01-07"});
  CHECK(forecast("2028-01-07", Step::day, 2).empty());
  CHECK(forecast("2028-01-04", Step::day, 2).empty());  // it is not done yet
  CHECK(forecast("2028-01-06", Step::week, 8) == Dates{"2028-01-09", "2028-01-13"});
  CHECK(forecast("2028-01-06", Step::month, 90) ==
        Dates{"2028-01-31", "2028-02-29", "2028-03-31", "2028-04-04"});
  const MemberLog late = member_of(R"([{"at": "9999-12-30", "type": "search"}])");
  CHECK(
      dates_of(trend_of(late, {.since = day("9999-12-30"), .until = day("9999-12-30")}).forecast) ==
      Dates{"9999-12-31"});
}

TEST_CASE("a trend starts with the year or the first activity, and ends on its last day") {
  const auto since = [](const char* first, const char* until) {
    return to_string(default_since(
        {.timeline = timeline_of({{day("2026-11-01"), Search{}}, {day(first), Search{}}})},
        day(until)));
  };
  CHECK(since("2026-10-07", "2026-11-22") == "2026-10-07");
  CHECK(since("2025-11-24", "2026-11-22") == "2025-11-24");
  CHECK(since("2025-11-23", "2026-11-22") == "2025-11-23");
  CHECK(since("2025-11-22", "2026-11-22") == "2025-11-23");
  CHECK(since("0000-01-01", "2026-11-22") == "2025-11-23");
  CHECK(since("2026-10-07", "2026-10-01") == "2026-10-01");
  CHECK(default_since({}, today) == today);
}

TEST_CASE("activities after the last day of a trend are warned of and not forecast") {
  const MemberLog log = member_of(
      R"([{"at": "2026-11-20", "type": "search"}, {"at": "2026-11-23", "type": "comment", "count": 7}])");
  Diagnostics diagnostics;
  const TrendReport report = make_trend(
      log, model_v1(), {.every = Step::month, .since = today, .until = today}, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].message == "7 activities after 2026-11-22, not counted");
  CHECK(diagnostics.list()[0].code == Code::after_as_of);
  for (const TrendPoint& point : report.forecast) CHECK(point.pillars[2] == Points{});
  CHECK(dates_of(report.forecast).back() == "2027-02-18");
}

TEST_CASE("a member without a total has a trend of the pillars and falls below nothing") {
  MemberLog log = member_of(R"([{"at": "2026-11-22", "type": "search", "count": 90}])");
  log.not_measured = SignalSet{0b11111};
  const TrendReport report = trend_of(log, {.since = today, .until = today, .target = {100}});
  CHECK_FALSE(report.points.back().total);
  CHECK_FALSE(report.points.back().pillars[0]);
  CHECK(report.points.back().pillars[1] > Points{});
  CHECK(report.forecast.back().pillars[1] == Points{});
  CHECK_FALSE(report.falls_below);
  CHECK(report.assessable == Points::whole(75));
}

TEST_CASE("a total that is below the target already does not fall below it, though it may rise") {
  // Ten open invitations leave first: the rate of acceptance rises, until the accepted leave, too.
  std::string activities;
  for (int i = 0; i < 10; ++i) {
    activities += R"({"at": "2026-10-01", "type": "connection", "status": "pending"},)";
    activities += R"({"at": "2026-11-01", "type": "connection"},)";
  }
  activities.pop_back();
  const MemberLog log = member_of("[" + activities + "]");
  const Day until = day("2026-11-22");
  const auto with_target = [&](Points target) {
    return trend_of(log, {.every = Step::day, .since = until, .until = until, .target = target});
  };
  const TrendReport first = with_target({});
  const Points now = *first.points.back().total;
  const Points highest = *std::ranges::max(first.forecast, {}, &TrendPoint::total).total;
  REQUIRE(highest > now);
  CHECK_FALSE(with_target(highest).falls_below);
  CHECK_FALSE(with_target(now + Points{1}).falls_below);
  REQUIRE(with_target(now).falls_below);
  CHECK(with_target(now).falls_below->day == day("2026-11-01") + days{90});
}

TEST_CASE("readings of the days of a trend go to the step that ends next") {
  MemberLog log{.timeline = timeline_of({{today - days{40}, Search{}}, {today, Share{}}})};
  for (const int ago : {30, 20, 15, 14, 7, 6, 0, -3}) {
    log.readings[today - days{ago}].total = Thousandths{ago + 10};
  }
  // Weeks end on Sunday: today, and seven and fourteen days ago.
  const TrendReport report = trend_of(log, {.since = today - days{20}, .until = today});
  CHECK(report.readings.size() == 6);
  CHECK(report.readings.front().day == today - days{20});
  CHECK(report.readings.back().day == today);
  CHECK(report.readings[1].log == score(log.timeline, {}, today - days{15}, model_v1()));
  std::vector<int> last;
  for (const auto& reading : readings_by_step(report)) {
    last.push_back(reading ? reading->linkedin.total->count - 10 : -1);
  }
  REQUIRE(report.points.size() == last.size());
  CHECK(last == std::vector{14, 7, 0});
}

}  // namespace
}  // namespace ssi::test
