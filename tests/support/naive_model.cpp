#include "support/naive_model.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>
#include <variant>

namespace ssi::test {
namespace {

struct Log {
  const Profile& profile;
  const std::vector<Activity>& activities;
  Day as_of;
};

enum class Time { flow, stock };

/// Calls `visit(day, what)` for each activity of type `What` that counts.
template <class What, class Visit>
void each(const Log& log, Time time, Visit visit) {
  const Day first_of_window = log.as_of - std::chrono::days{89};
  for (const Activity& activity : log.activities) {
    if (activity.day > log.as_of) continue;
    if (time == Time::flow && activity.day < first_of_window) continue;
    if (const auto* what = std::get_if<What>(&activity.action)) visit(activity.day, *what);
  }
}

Ratio whole(Wide value) {
  return {value, 1};
}
Wide wide(Count count) {
  return static_cast<Wide>(count);
}
Ratio number_of(const std::set<Day>& days) {
  return whole(days.size());
}

bool has_section(const Log& log, Section section) {
  std::map<Day, bool> after;  // presence beats removal on the same day
  each<ProfileEdit>(log, Time::stock, [&](Day day, const ProfileEdit& edit) {
    if (edit.section == section) after[day] = after[day] || edit.action != EditAction::remove;
  });
  const auto index = static_cast<std::size_t>(section);
  if (log.profile.unknown_sections[index] && !log.profile.sections[index]) return false;
  if (!after.empty()) return after.rbegin()->second;
  return log.profile.sections[index];
}

Count skills(const Log& log) {
  const bool is_unknown = log.profile.unknown_sections[static_cast<std::size_t>(Section::skills)];
  if (is_unknown && log.profile.skills == 0) return 0;
  struct Told {
    bool removed = true;
    std::optional<Count> entries{};
  };
  std::map<Day, Told> days;
  each<ProfileEdit>(log, Time::stock, [&](Day day, const ProfileEdit& edit) {
    if (edit.section != Section::skills) return;
    Told& told = days[day];
    if (edit.action == EditAction::remove) return;
    told.removed = false;
    if (edit.entries) told.entries = std::max(told.entries.value_or(0), *edit.entries);
  });
  Count entries = log.profile.skills;
  for (const auto& [day, told] : days) {
    if (told.removed) entries = 0;
    if (told.entries) entries = *told.entries;
  }
  return entries;
}

// brand

Ratio completeness(const Log& log) {
  Wide present = skills(log) >= 5 ? 1 : 0;
  for (const Section section : {Section::photo, Section::location, Section::industry,
                                Section::experience, Section::education, Section::about}) {
    if (has_section(log, section)) present += 1;
  }
  return whole(present);
}

Ratio showcase(const Log& log) {
  Wide present = 0;
  for (const Section section :
       {Section::cover, Section::headline, Section::featured, Section::custom_url}) {
    if (has_section(log, section)) present += 1;
  }
  return whole(present);
}

Ratio endorsements(const Log& log) {
  Wide value = wide(log.profile.endorsements) + 5 * wide(log.profile.recommendations);
  each<Endorsement>(log, Time::stock,
                    [&](Day, const Endorsement& received) { value += wide(received.count); });
  each<Recommendation>(log, Time::stock, [&](Day, const Recommendation& received) {
    value += 5 * wide(received.count);
  });
  return whole(value);
}

Ratio articles(const Log& log) {
  Wide value = 0;
  each<Share>(log, Time::flow, [&](Day, const Share& share) {
    if (share.kind == ShareKind::article) value += 1;
  });
  return whole(value);
}

Ratio upkeep(const Log& log) {
  std::set<Day> days;
  each<ProfileEdit>(log, Time::flow, [&](Day day, const ProfileEdit&) { days.insert(day); });
  return number_of(days);
}

// people

Ratio searches(const Log& log) {
  Wide value = 0;
  each<Search>(log, Time::flow, [&](Day, const Search& search) {
    if (search.scope == Scope::people) value += wide(search.count);
  });
  return whole(value);
}

Ratio filtered_searches(const Log& log) {
  Wide value = 0;
  each<Search>(log, Time::flow, [&](Day, const Search& search) {
    if (search.scope != Scope::people && search.scope != Scope::companies) return;
    if (search.filters >= 1) value += wide(search.count);
  });
  return whole(value);
}

Ratio profile_views(const Log& log) {
  Wide value = 0;
  each<ProfileView>(log, Time::flow,
                    [&](Day, const ProfileView& view) { value += wide(view.count); });
  return whole(value);
}

Ratio saved_leads(const Log& log) {
  Wide value = 0;
  each<LeadSaved>(log, Time::flow, [&](Day, const LeadSaved& lead) { value += wide(lead.count); });
  return whole(value);
}

Ratio prospecting_days(const Log& log) {
  std::set<Day> days;
  each<Search>(log, Time::flow, [&](Day day, const Search&) { days.insert(day); });
  each<ProfileView>(log, Time::flow, [&](Day day, const ProfileView&) { days.insert(day); });
  each<LeadSaved>(log, Time::flow, [&](Day day, const LeadSaved&) { days.insert(day); });
  return number_of(days);
}

// insights

Ratio shares(const Log& log) {
  Wide value = 0;
  each<Share>(log, Time::flow, [&](Day, const Share&) { value += 1; });
  return whole(value);
}

Ratio engagement_given(const Log& log) {
  Wide value = 0;
  each<Reaction>(log, Time::flow,
                 [&](Day, const Reaction& reaction) { value += wide(reaction.count); });
  each<Comment>(log, Time::flow,
                [&](Day, const Comment& comment) { value += 3 * wide(comment.count); });
  return whole(value);
}

Ratio engagement_received(const Log& log) {
  Wide value = 0;
  each<Share>(log, Time::flow, [&](Day, const Share& share) {
    value += wide(share.reactions) + 3 * (wide(share.comments) + wide(share.reshares));
  });
  return whole(value);
}

Ratio conversations(const Log& log) {
  Wide value = 0;
  each<Message>(log, Time::flow, [&](Day, const Message& message) {
    if (message.replied) value += wide(message.count);
  });
  return whole(value);
}

Ratio insight_days(const Log& log) {
  std::set<Day> days;
  each<Share>(log, Time::flow, [&](Day day, const Share&) { days.insert(day); });
  each<Comment>(log, Time::flow, [&](Day day, const Comment&) { days.insert(day); });
  each<Reaction>(log, Time::flow, [&](Day day, const Reaction&) { days.insert(day); });
  return number_of(days);
}

// relationships

/// `before` and all connections made since that `counts` is true of, less those removed.
template <class Counts>
Ratio connected(const Log& log, Count before, Counts counts) {
  Count value = before;
  each<Connection>(log, Time::stock, [&](Day, const Connection& connection) {
    if (!counts(connection)) return;
    if (connection.status == Status::accepted) value += 1;
    if (connection.status == Status::removed) value -= 1;
  });
  return whole(wide(std::max<Count>(0, value)));
}

Ratio network(const Log& log) {
  return connected(log, log.profile.connections, [](const Connection&) { return true; });
}

Ratio new_connections(const Log& log) {
  Wide value = 0;
  each<Connection>(log, Time::flow, [&](Day, const Connection& connection) {
    if (connection.status == Status::accepted) value += 1;
  });
  return whole(value);
}

Ratio acceptance(const Log& log) {
  Wide sent = 0;
  Wide accepted = 0;
  each<Connection>(log, Time::flow, [&](Day, const Connection& connection) {
    if (connection.direction != Direction::sent) return;
    if (connection.status == Status::removed) return;
    sent += 1;
    if (connection.status == Status::accepted) accepted += 1;
  });
  return {accepted, sent + 5};
}

Ratio decision_makers(const Log& log) {
  return connected(log, log.profile.decision_makers, [](const Connection& connection) {
    return connection.seniority == Seniority::vp || connection.seniority == Seniority::cxo ||
           connection.seniority == Seniority::partner || connection.seniority == Seniority::owner;
  });
}

Ratio coworkers(const Log& log) {
  return connected(log, log.profile.coworkers,
                   [](const Connection& connection) { return connection.coworker; });
}

// points

struct Rule {
  Ratio (*value)(const Log&);
  Curve curve;
  Ratio target;
};

constexpr Rule rules[20] = {
    {completeness, Curve::linear, {7, 1}},
    {showcase, Curve::linear, {4, 1}},
    {endorsements, Curve::sqrt, {50, 1}},
    {articles, Curve::sqrt, {3, 1}},
    {upkeep, Curve::sqrt, {6, 1}},
    {searches, Curve::sqrt, {90, 1}},
    {filtered_searches, Curve::sqrt, {30, 1}},
    {profile_views, Curve::sqrt, {180, 1}},
    {saved_leads, Curve::sqrt, {45, 1}},
    {prospecting_days, Curve::linear, {45, 1}},
    {shares, Curve::sqrt, {36, 1}},
    {engagement_given, Curve::sqrt, {180, 1}},
    {engagement_received, Curve::sqrt, {360, 1}},
    {conversations, Curve::sqrt, {24, 1}},
    {insight_days, Curve::linear, {45, 1}},
    {network, Curve::sqrt, {500, 1}},
    {new_connections, Curve::sqrt, {60, 1}},
    {acceptance, Curve::linear, {1, 2}},
    {decision_makers, Curve::sqrt, {50, 1}},
    {coworkers, Curve::sqrt, {30, 1}},
};

/// The most hundredths, up to 500, that value / target pays for. No root is drawn: p <= 500 *
/// sqrt(x) says the same as p * p <= 250000 * x.
std::int32_t hundredths(const Ratio& value, const Rule& rule) {
  const Wide n = value.numerator * rule.target.denominator;
  const Wide d = value.denominator * rule.target.numerator;
  std::int32_t best = 0;
  for (std::int32_t points = 1; points <= 500; ++points) {
    const Wide p = static_cast<Wide>(points);
    const bool paid = rule.curve == Curve::linear ? p * d <= 500 * n : p * p * d <= 250000 * n;
    if (paid) best = points;
  }
  return best;
}

PillarScore score_pillar(std::size_t pillar, const Log& log, const SignalSet& not_measured) {
  PillarScore result;
  result.id = static_cast<PillarId>(pillar);
  for (std::size_t i = 0; i < 5; ++i) {
    const std::size_t id = 5 * pillar + i;
    SignalScore& signal = result.signals.emplace_back();
    signal.id = static_cast<SignalId>(id);
    signal.max.hundredths = 500;
    if (not_measured[id]) continue;
    signal.value = rules[id].value(log);
    signal.points.hundredths = hundredths(*signal.value, rules[id]);
    result.earned.hundredths += signal.points.hundredths;
    result.assessable.hundredths += 500;
  }
  if (result.assessable.hundredths > 0) {
    result.score = Points{2500 * result.earned.hundredths / result.assessable.hundredths};
  }
  return result;
}

std::string fraction(const Ratio& ratio) {
  const auto digits = [](Wide value) {
    std::string text;
    do {
      text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
      value /= 10;
    } while (value > 0);
    return text;
  };
  Wide a = ratio.numerator;
  Wide b = ratio.denominator;
  while (b > 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return digits(ratio.numerator / a) + "/" + digits(ratio.denominator / a);
}

}  // namespace

Score naive_score(const Profile& profile, const std::vector<Activity>& activities,
                  const SignalSet& not_measured, Day as_of) {
  const Log log{profile, activities, as_of};
  Score result;
  Points total{};
  bool complete = true;
  for (std::size_t i = 0; i < 4; ++i) {
    result.pillars[i] = score_pillar(i, log, not_measured);
    result.assessable.hundredths += result.pillars[i].assessable.hundredths;
    if (result.pillars[i].score) {
      total.hundredths += result.pillars[i].score->hundredths;
    } else {
      complete = false;
    }
  }
  if (complete) {
    result.total = total;
    result.band = total.hundredths < 4000 ? 0U : total.hundredths < 7000 ? 1U : 2U;
  }
  std::int32_t lowest = 2500;
  for (PillarScore& pillar : result.pillars) {
    pillar.weak = pillar.score && pillar.score->hundredths < 1750;
    if (pillar.score) lowest = std::min(lowest, pillar.score->hundredths);
  }
  for (PillarScore& pillar : result.pillars) {
    pillar.weakest = pillar.weak && pillar.score->hundredths == lowest;
  }
  return result;
}

std::string describe(const Score& score) {
  std::ostringstream text;
  const auto points = [](const std::optional<Points>& p) {
    return p ? std::to_string(p->hundredths) : std::string{"none"};
  };
  text << "total " << points(score.total) << " assessable " << points(score.assessable) << " band "
       << (score.band ? std::to_string(*score.band) : "none") << '\n';
  for (const PillarScore& pillar : score.pillars) {
    text << name(pillar.id) << ' ' << points(pillar.score) << " earned " << points(pillar.earned)
         << " assessable " << points(pillar.assessable) << (pillar.weak ? " weak" : "")
         << (pillar.weakest ? " weakest" : "") << '\n';
    for (const SignalScore& signal : pillar.signals) {
      text << "  " << name(signal.id) << ' '
           << (signal.value ? fraction(*signal.value) : "not measured") << " earns "
           << points(signal.points) << " of " << points(signal.max) << '\n';
    }
  }
  return text.str();
}

}  // namespace ssi::test
