// Calibration: the fit finds targets that are known, on days that it has not seen, and leaves alone
// what readings do not speak of. Factors are applied here a second time, in plain arithmetic.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include <ssi/calibrate.hpp>
#include <ssi/score.hpp>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/random_log.hpp"

namespace ssi::test {
namespace {

using std::chrono::days;

constexpr std::array all_pillars = {PillarId::brand, PillarId::people, PillarId::insights,
                                    PillarId::relationships};

bool scales(SignalId id) {
  return id != SignalId::completeness && id != SignalId::showcase && id != SignalId::acceptance;
}

bool counts_days_of_window(SignalId id) {
  return id == SignalId::upkeep || id == SignalId::prospecting_days || id == SignalId::insight_days;
}

// `model` with the targets of one pillar times `up` / `down`, to the nearest ten-thousandth.
Model scaled_by(Model model, PillarId pillar, std::int64_t up, std::int64_t down) {
  for (std::size_t i = 0; i < signal_count; ++i) {
    const auto id = static_cast<SignalId>(i);
    if (pillar_of(id) != pillar || !scales(id)) continue;
    const Ratio target = model.signals[i].target;
    const auto units = static_cast<std::int64_t>(target.numerator * 10'000 / target.denominator);
    std::int64_t scaled = (2 * units * up + down) / (2 * down);
    if (counts_days_of_window(id)) {
      scaled = std::min<std::int64_t>(scaled, std::int64_t{10'000} * model.window_days);
    }
    model.signals[i].target = {static_cast<Wide>(scaled), 10'000};
  }
  return model;
}

Model scaled_by(const Model& model, PillarId pillar, const Ratio& factor) {
  return scaled_by(model, pillar, static_cast<std::int64_t>(factor.numerator),
                   static_cast<std::int64_t>(factor.denominator));
}

void set_pillar(Reading& reading, PillarId id, std::optional<Thousandths> value) {
  const std::array places = {&reading.brand, &reading.people, &reading.insights,
                             &reading.relationships};
  *places[static_cast<std::size_t>(id)] = value;
}

Score score_of(const MemberLog& log, Day day, const Model& model) {
  return score(log.timeline, log.not_measured.value_or(SignalSet{}), day, model);
}

// What LinkedIn would show if it scored by `model`, off by half a point in either direction.
Reading reading_by(const Model& model, const MemberLog& log, Day day, Random& random,
                   std::int32_t noise = 500) {
  const Score scored = score_of(log, day, model);
  Reading reading{.total = Thousandths{10 * scored.total->hundredths}};
  for (const PillarScore& pillar : scored.pillars) {
    const std::int32_t off = random.chance(50) ? noise : -noise;
    set_pillar(reading, pillar.id, Thousandths{10 * pillar.score->hundredths + off});
  }
  return reading;
}

// The mean distance in thousandths of a pillar's readings from `model`.
double error_on(const MemberLog& log, const Readings& readings, PillarId pillar,
                const Model& model) {
  double sum = 0;
  for (const auto& [day, reading] : readings) {
    sum += std::abs(10 * score_of(log, day, model).pillar(pillar).score->hundredths -
                    reading.pillar(pillar)->count);
  }
  return sum / static_cast<double>(readings.size());
}

// A member who does a little of everything, some weeks more and some less, and fills no signal: a
// full one would be as full with other targets.
MemberLog active_member(Random& random) {
  MemberLog log{.member = {.name = "Zoe"}};
  log.timeline.add(Profile{.sections = {},
                           .skills = 3,
                           .endorsements = random.between(2, 20),
                           .recommendations = 1,
                           .connections = random.between(50, 250),
                           .decision_makers = random.between(5, 20),
                           .coworkers = random.between(3, 12)});
  for (int ago = 250; ago >= 0; ago -= 5) {
    const Day day = today - days{ago - random.between(0, 4)};
    const Count few = random.between(1, 5);
    if (random.chance(15)) REQUIRE(log.timeline.add(Activity{day, ProfileEdit{}}));
    if (random.chance(8))
      REQUIRE(log.timeline.add(Activity{day, Share{.kind = ShareKind::article}}));
    const std::vector<Action> actions = {Search{.filters = 1, .count = few},
                                         ProfileView{.count = few},
                                         LeadSaved{.count = 1},
                                         Share{.reactions = 4 * few},
                                         Comment{.count = few},
                                         Message{.replied = true, .count = 1},
                                         Connection{}};
    for (const Action& action : actions) {
      if (random.chance(60)) REQUIRE(log.timeline.add(Activity{day, action}));
    }
  }
  return log;
}

TEST_CASE("on unseen days a fitted model is at most half as far off as v1") {
  Random random{14};
  std::array<double, pillar_count> before{};
  std::array<double, pillar_count> after{};
  for (int member = 0; member < 1000; ++member) {
    MemberLog log = active_member(random);
    Model truth = model_v1();
    for (const PillarId pillar : all_pillars) {
      const bool up = random.chance(50);
      truth = scaled_by(truth, pillar, up ? 3 : 2, up ? 2 : 3);
    }
    for (const int ago : {150, 120, 90, 60, 30}) {
      const Day day = today - days{ago};
      log.readings[day] = reading_by(truth, log, day, random);
    }
    const CalibrationReport report = calibrate({&log, 1}, model_v1()).value();
    const Readings unseen = {{today, reading_by(truth, log, today, random, 0)}};
    for (const PillarId pillar : all_pillars) {
      const auto i = static_cast<std::size_t>(pillar);
      before[i] += error_on(log, unseen, pillar, model_v1());
      after[i] += error_on(log, unseen, pillar, report.model);
    }
  }
  for (const PillarId pillar : all_pillars) {
    const auto i = static_cast<std::size_t>(pillar);
    INFO(name(pillar) << ": " << before[i] / 1e6 << " before, " << after[i] / 1e6 << " after");
    CHECK(after[i] <= before[i] / 2);
    CHECK(before[i] > 0);
  }
}

TEST_CASE("what a calibration says of readings left out is what fits to the others come to") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random{seed};
    MemberLog log = active_member(random);
    const Model truth = scaled_by(model_v1(), PillarId::people, 3, 2);
    for (const int ago : {0, 20, 40, 60}) {
      const Day day = today - days{ago};
      log.readings[day] = reading_by(truth, log, day, random);
    }
    const CalibrationReport report = calibrate({&log, 1}, model_v1()).value();
    for (const PillarFit& fit : report.pillars) {
      double left_out = 0;
      for (const auto& [day, reading] : log.readings) {
        MemberLog rest = log;
        rest.readings.erase(day);
        const Ratio factor =
            calibrate({&rest, 1}, model_v1())->pillars[static_cast<std::size_t>(fit.id)].factor;
        left_out += error_on(log, {{day, reading}}, fit.id, scaled_by(model_v1(), fit.id, factor));
      }
      const Model fitted = scaled_by(model_v1(), fit.id, fit.factor);
      const auto in_points = [](double thousandths) {
        return Points{static_cast<std::int32_t>(thousandths / 10 + 0.5)};
      };
      INFO("seed " << seed << ", " << name(fit.id));
      CHECK(fit.errors.readings == 4);
      CHECK(fit.errors.before == in_points(error_on(log, log.readings, fit.id, model_v1())));
      CHECK(fit.errors.after == in_points(error_on(log, log.readings, fit.id, fitted)));
      CHECK(fit.left_out == in_points(left_out / 4));
      const double base = 4 * error_on(log, log.readings, fit.id, model_v1());
      CHECK(fit.is_used == (left_out < base && fit.factor != Ratio{1, 1}));
      for (std::size_t i = first_signal(fit.id); i < first_signal(fit.id) + 5; ++i) {
        CHECK(report.model.signals[i] == (fit.is_used ? fitted : model_v1()).signals[i]);
      }
    }
  }
}

TEST_CASE("targets stay where there is nothing to learn") {
  Random random{3};
  MemberLog log = active_member(random);
  CHECK_FALSE(calibrate({&log, 1}, model_v1()));
  const auto require_v1 = [&](const MemberLog& from) {
    const CalibrationReport report = calibrate({&from, 1}, model_v1()).value();
    CHECK(report.model.signals == model_v1().signals);
    for (const PillarFit& fit : report.pillars) CHECK_FALSE(fit.is_used);
    return report;
  };
  SECTION("readings that v1 gives already") {
    for (const int ago : {0, 20, 40, 60}) {
      const Day day = today - days{ago};
      log.readings[day] = reading_by(model_v1(), log, day, random, 0);
    }
    const CalibrationReport report = require_v1(log);
    for (const PillarFit& fit : report.pillars) CHECK(fit.factor == Ratio{1, 1});
    CHECK(report.total == MeanErrors{4, Points{}, Points{}});
  }
  SECTION("one reading, which no other checks") {
    log.readings[today] =
        reading_by(scaled_by(model_v1(), PillarId::people, 3, 1), log, today, random, 0);
    const PillarFit people = require_v1(log).pillars[1];
    CHECK(people.factor != Ratio{1, 1});
    CHECK(people.left_out == std::nullopt);
  }
  SECTION("totals alone") {
    for (const int ago : {0, 20, 40, 60}) log.readings[today - days{ago}].total = {53'000};
    const CalibrationReport report = require_v1(log);
    CHECK(report.total.readings == 4);
    CHECK(report.total.before == report.total.after);
    CHECK(report.pillars[0].errors == MeanErrors{});
  }
  SECTION("readings that contradict each other") {
    log.readings[today].people = {25'000};
    log.readings[today - days{1}].people = {0};
    require_v1(log);
  }
  SECTION("a pillar that the log does not measure") {
    log.not_measured = SignalSet{0b11111};
    for (const int ago : {0, 20, 40, 60}) log.readings[today - days{ago}].brand = {20'000};
    CHECK(require_v1(log).pillars[0].errors.readings == 0);
  }
}

TEST_CASE("a fitted model is one that a file may hold, and names its source") {
  Random random{5};
  std::vector<MemberLog> logs = {active_member(random), active_member(random),
                                 active_member(random), active_member(random),
                                 active_member(random)};
  for (MemberLog& log : logs) {
    for (const int ago : {0, 30}) {
      for (const PillarId pillar : all_pillars) {
        set_pillar(log.readings[today - days{ago}], pillar, Thousandths{500});
      }
    }
  }
  Model base = model_v1();
  base.window_days = 60;
  const Model model = calibrate(logs, base)->model;
  for (const SignalId id : {SignalId::prospecting_days, SignalId::insight_days}) {
    CHECK(model.rule(id).target == Ratio{60 * 10'000, 10'000});
  }
  CHECK(model.name == "v1-calibrated");
  CHECK(model.source ==
        "fitted to 10 of LinkedIn's readings of Zoe, Zoe, Zoe, 2 more, 2026-10-23 to 2026-11-22, "
        "from model v1");
  Model read = parse_model(model_json(model), "mine.json").value();
  read.sha256.reset();
  CHECK(model_json(read) == model_json(model));
  CHECK(read.source == model.source);
}

}  // namespace
}  // namespace ssi::test
