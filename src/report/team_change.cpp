#include <ssi/team_change.hpp>

namespace ssi {
namespace {

// The parts of a score, or of a change, of which all parts exist.
template <class Sums>
void add(Sums& sums, const Change& change) {
  std::size_t i = 0;
  sums[i++] += change.total->hundredths;
  for (const auto& pillar : change.pillars) sums[i++] += pillar->hundredths;
  for (const Points signal : change.signals) sums[i++] += signal.hundredths;
}

Change parts_of(const Score& score) {
  Change parts{.total = score.total};
  for (std::size_t i = 0; i < pillar_count; ++i) parts.pillars[i] = score.pillars[i].score;
  for (std::size_t i = 0; i < signal_count; ++i) {
    parts.signals[i] = score.signal(static_cast<SignalId>(i)).points;
  }
  return parts;
}

Points mean(std::int64_t sum, std::uint64_t members) {
  const auto count = static_cast<std::int64_t>(members);
  return {static_cast<std::int32_t>(sum / count - (sum % count < 0 ? 1 : 0))};
}

Change difference_of(const Change& after, const Change& before) {
  Change change{.total = *after.total - *before.total};
  for (std::size_t i = 0; i < pillar_count; ++i) {
    change.pillars[i] = *after.pillars[i] - *before.pillars[i];
  }
  for (std::size_t i = 0; i < signal_count; ++i) {
    change.signals[i] = after.signals[i] - before.signals[i];
  }
  return change;
}

void add_activities(Count& sum, Count more) {
  sum = more > count_max - sum ? count_max : sum + more;
}

}  // namespace

void ChangeTally::take(const DiffReport& report) {
  ++members_;
  add(before_, parts_of(report.before.score));
  for (const DiffTerm& term : report.terms) {
    const auto cause = static_cast<std::size_t>(term.cause);
    add(by_cause_[cause], term.change);
    add_activities(activities_[cause], term.activities);
  }
}

void ChangeTally::append(const ChangeTally& next) {
  const auto add_sums = [](Sums& sums, const Sums& more) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
  };
  members_ += next.members_;
  add_sums(before_, next.before_);
  for (std::size_t cause = 0; cause < cause_count; ++cause) {
    add_sums(by_cause_[cause], next.by_cause_[cause]);
    add_activities(activities_[cause], next.activities_[cause]);
  }
}

Change ChangeTally::mean_of(const Sums& sums) const {
  std::size_t i = 0;
  Change means{.total = mean(sums[i++], members_)};
  for (auto& pillar : means.pillars) pillar = mean(sums[i++], members_);
  for (Points& signal : means.signals) signal = mean(sums[i++], members_);
  return means;
}

// A term is the step between two means of the cohort, before a cause and after it. So what rounding
// takes from one it gives to the next, and the terms add up.
TeamChange ChangeTally::change() const {
  TeamChange change{.members = members_};
  if (members_ == 0) return change;
  Sums sums = before_;
  const Change before = mean_of(sums);
  Change last = before;
  for (std::size_t cause = 0; cause < cause_count; ++cause) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += by_cause_[cause][i];
    const Change next = mean_of(sums);
    const bool did_something = by_cause_[cause] != Sums{} || activities_[cause] > 0;
    if (did_something) {
      change.terms.push_back(
          {static_cast<Cause>(cause), activities_[cause], difference_of(next, last)});
    }
    last = next;
  }
  change.before = {.total = before.total, .pillars = before.pillars};
  change.after = {.total = last.total, .pillars = last.pillars};
  change.change = difference_of(last, before);
  return change;
}

}  // namespace ssi
