// Errors are whole thousandths of a point, as readings are, so that sums compare exactly and a fit
// is the same on every machine.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ssi/calibrate.hpp>

#include "base/text.hpp"
#include "report/readings.hpp"
#include "score/evaluate.hpp"
#include "score/model_limits.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

using Error = std::int64_t;  // in thousandths of a point

constexpr Error error_per_step = 100;

struct Factor {
  Ratio ratio{};
  Error penalty = 0;
};

// 1, then outwards to 4 and 1/4: of equally good factors the first, the one nearest to 1, is
// taken. Hundredths, each 5% above the last, and their reciprocals.
const std::vector<Factor>& factors() {
  static const std::vector<Factor> all = [] {
    constexpr int one = 100;
    constexpr int most = 400;
    std::vector<Factor> grid = {{{1, 1}, 0}};
    Error penalty = 0;
    for (int n = one; n < most;) {
      n = std::min(most, (n * 21 + 10) / 20);
      penalty += error_per_step;
      const int divisor = std::gcd(n, one);
      const Ratio up{.numerator = static_cast<Wide>(n / divisor),
                     .denominator = static_cast<Wide>(one / divisor)};
      grid.push_back({up, penalty});
      grid.push_back({{up.denominator, up.numerator}, penalty});
    }
    return grid;
  }();
  return all;
}

// Shares have a most that no factor moves: a profile has no more sections than there are.
bool has_fixed_most(std::string_view unit) {
  return unit == "fields" || unit == "ratio";
}

// Rounded to what a model file can hold.
Ratio scaled(const Ratio& target, const Ratio& factor, Wide most) {
  const Wide divisor = target.denominator * factor.denominator;
  const Wide units =
      (2 * target.numerator * factor.numerator * target_scale + divisor) / (2 * divisor);
  return {std::clamp<Wide>(units, 1, most * target_scale), target_scale};
}

void scale_targets(Model& model, PillarId pillar, const Ratio& factor) {
  if (factor.numerator == factor.denominator) return;
  const std::size_t first = first_signal(pillar);
  for (std::size_t i = first; i < first + signals_in[static_cast<std::size_t>(pillar)]; ++i) {
    const std::string_view unit = signal_catalog[i].unit;
    if (has_fixed_most(unit)) continue;
    const auto most = static_cast<Wide>(unit == "days" ? model.window_days : largest_target);
    model.signals[i].target = scaled(model.signals[i].target, factor, most);
  }
}

// A reading, and what a score of its day rests on.
struct Observation {
  const Reading* reading = nullptr;
  Facts facts{};
  SignalSet not_measured{};
};

std::vector<Observation> observations_of(std::span<const MemberLog> logs, int window_days) {
  std::vector<Observation> all;
  for (const MemberLog& log : logs) {
    for_each_reading(log, first_calendar_day, last_calendar_day, window_days,
                     [&](Day, const Reading& reading, const Facts& facts) {
                       all.push_back({&reading, facts, log.not_measured.value_or(SignalSet{})});
                     });
  }
  return all;
}

Error error_of(Points score, Thousandths shown) {
  return std::abs(Error{10} * score.hundredths - shown.count);
}

std::optional<Points> mean_error(Error sum, std::uint64_t readings) {
  if (readings == 0) return std::nullopt;
  const auto divisor = 10 * static_cast<Error>(readings);
  return Points{static_cast<std::int32_t>((2 * sum + divisor) / (2 * divisor))};
}

// The errors of one pillar's readings under each factor.
class ErrorTable {
 public:
  ErrorTable(std::span<const Observation> observations, PillarId pillar, const Model& base) {
    rows_.reserve(factors().size());
    sums_.reserve(factors().size());
    for (const Factor& factor : factors()) {
      Model model = base;
      scale_targets(model, pillar, factor.ratio);
      std::vector<Error>& row = rows_.emplace_back();
      for (const auto& [reading, facts, not_measured] : observations) {
        const auto shown = reading->pillar(pillar);
        if (!shown) continue;
        const auto score = evaluate(pillar, facts, not_measured, model).score;
        if (score) row.push_back(error_of(*score, *shown));
      }
      sums_.push_back(std::accumulate(row.begin(), row.end(), Error{0}));
    }
  }

  [[nodiscard]] std::size_t readings() const { return rows_.front().size(); }
  [[nodiscard]] Error sum(std::size_t factor) const { return sums_[factor]; }
  [[nodiscard]] std::size_t best() const {
    return best([](std::size_t) { return Error{0}; });
  }
  // Of all readings, each with the factor that the others give.
  [[nodiscard]] Error sum_left_out() const {
    Error sum = 0;
    for (std::size_t i = 0; i < readings(); ++i) {
      sum += rows_[best([&](std::size_t factor) { return rows_[factor][i]; })][i];
    }
    return sum;
  }

 private:
  template <class Without>
  [[nodiscard]] std::size_t best(const Without& without) const {
    std::size_t best = 0;
    Error least = sums_[0] - without(0);
    for (std::size_t i = 1; i < sums_.size(); ++i) {
      const Error error = sums_[i] - without(i) + factors()[i].penalty;
      if (error >= least) continue;
      least = error;
      best = i;
    }
    return best;
  }

  std::vector<std::vector<Error>> rows_;  // for each factor, of each reading
  std::vector<Error> sums_;
};

PillarFit fit_of(std::span<const Observation> observations, PillarId pillar, const Model& base) {
  const ErrorTable errors{observations, pillar, base};
  const std::uint64_t readings = errors.readings();
  const std::size_t best = errors.best();
  PillarFit fit{.id = pillar,
                .factor = factors()[best].ratio,
                .errors = {readings, mean_error(errors.sum(0), readings),
                           mean_error(errors.sum(best), readings)}};
  if (readings < 2) return fit;
  const Error left_out = errors.sum_left_out();
  fit.left_out = mean_error(left_out, readings);
  fit.is_used = best != 0 && left_out < errors.sum(0);
  return fit;
}

MeanErrors errors_of_totals(std::span<const Observation> observations, const Model& base,
                            const Model& fitted) {
  std::uint64_t readings = 0;
  Error before = 0;
  Error after = 0;
  for (const auto& [reading, facts, not_measured] : observations) {
    const auto old_total = evaluate(facts, not_measured, base).total;
    if (!reading->total || !old_total) continue;
    ++readings;
    before += error_of(*old_total, *reading->total);
    after += error_of(*evaluate(facts, not_measured, fitted).total, *reading->total);
  }
  return {readings, mean_error(before, readings), mean_error(after, readings)};
}

// `fitted to 3 of LinkedIn's readings of Amina Khalil, 2026-09-01 to 2026-11-20, from model v1`.
std::string source_of(const CalibrationReport& report) {
  constexpr std::size_t most_names = 3;
  std::vector<std::string> names;
  for (const Member& member : report.members) {
    if (names.size() < most_names && member.label()) names.push_back(*member.label());
  }
  const std::size_t more = report.members.size() - names.size();
  if (more > 0) {
    names.push_back(names.empty() ? counted(more, "unnamed member", "unnamed members")
                                  : fmt::format("{} more", more));
  }
  return fmt::format("fitted to {} of LinkedIn's readings of {}, {} to {}, from model {}",
                     report.readings, fmt::join(names, ", "), to_string(report.first),
                     to_string(report.last), report.base.name);
}

}  // namespace

std::optional<CalibrationReport> calibrate(std::span<const MemberLog> logs, const Model& base) {
  CalibrationReport report{.base = base, .model = base};
  for (const MemberLog& log : logs) {
    if (log.readings.empty()) continue;
    const Day first = log.readings.begin()->first;
    const Day last = log.readings.rbegin()->first;
    report.first = report.members.empty() ? first : std::min(report.first, first);
    report.last = report.members.empty() ? last : std::max(report.last, last);
    report.members.push_back(log.member);
    report.readings += log.readings.size();
  }
  if (report.readings == 0) return std::nullopt;
  const std::vector<Observation> observations = observations_of(logs, base.window_days);
  for (std::size_t i = 0; i < pillar_count; ++i) {
    PillarFit& pillar = report.pillars[i];
    pillar = fit_of(observations, static_cast<PillarId>(i), base);
    if (pillar.is_used) scale_targets(report.model, pillar.id, pillar.factor);
  }
  report.total = errors_of_totals(observations, base, report.model);
  report.model.name = base.name + "-calibrated";
  report.model.source = source_of(report);
  report.model.sha256.reset();
  return report;
}

}  // namespace ssi
