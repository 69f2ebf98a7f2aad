#include "page/explain_words.hpp"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "log/description.hpp"
#include "log/encode.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

constexpr std::array<std::string_view, record_types.size()> type_titles = {
    "Changes to your own profile",          "Endorsements that you receive",
    "Recommendations that you receive",     "Searches",
    "Profiles of others that you view",     "Leads and accounts that you save",
    "Posts, articles and reshares",         "Comments on what others share",
    "Reactions to what others share",       "Messages that you send",
    "Invitations, and what became of them", "LinkedIn's own number, as it showed it on a day",
};
constexpr std::array<std::string_view, names_of<Subject>.size()> subject_titles = {
    "Which days count",
    "What totals are called",
    "How points are worked out",
    "LinkedIn's own number",
};

// What any model is made of.
std::string rule_of_all() {
  return fmt::format(
      "{} pillars of {} points each make {}. Each signal of a pillar compares a number with its "
      "target. Its points grow in proportion (linear) or with the square root (sqrt), which makes "
      "the first action worth most.",
      pillar_count, short_points(pillar_max), short_points(total_max));
}

std::string why_of(Subject subject, const Model& model) {
  switch (subject) {
    case Subject::window:
      return fmt::format(
          "Most signals count the {} days that end on the day of the score. An older activity no "
          "longer counts. LinkedIn has not published its own window: the length is an assumption.",
          model.window_days);
    case Subject::bands:
      return fmt::format(
          "A band puts the total into a word. A pillar is weak below {}; the weak pillar with the "
          "lowest score is the weakest.",
          short_points(model.weak_below));
    case Subject::model:
      return rule_of_all() +
             " The numbers are this project's own, as LinkedIn publishes none. 'ssi model v1' "
             "prints them all. To change them, edit a copy and score with --model FILE.";
    case Subject::linkedin:
      break;
  }
  return "LinkedIn scores every member, too, and updates that score daily. To see yours, sign in "
         "and open linkedin.com/sales/ssi. The page is still there, but LinkedIn no longer "
         "advertises it. Write it down now and then, as in 'ssi add linkedin_ssi --total 53 "
         "log.jsonl', and reports show both numbers.";
}

}  // namespace

std::string_view id_of(const Topic& topic) {
  if (const auto* type = std::get_if<RecordType>(&topic)) return record_types[type->index];
  if (const auto* subject = std::get_if<Subject>(&topic)) return name(*subject);
  if (const auto* pillar = std::get_if<PillarId>(&topic)) return name(*pillar);
  if (const auto* signal = std::get_if<SignalId>(&topic)) return name(*signal);
  return "";
}

std::string_view title_of(const Topic& topic) {
  if (const auto* type = std::get_if<RecordType>(&topic)) return type_titles[type->index];
  if (const auto* subject = std::get_if<Subject>(&topic)) {
    return subject_titles[static_cast<std::size_t>(*subject)];
  }
  if (const auto* pillar = std::get_if<PillarId>(&topic)) return info(*pillar).title;
  if (const auto* signal = std::get_if<SignalId>(&topic)) return guide(*signal).title;
  return "Social Selling Index";
}

Guide guide_of(const Topic& topic) {
  if (const auto* pillar = std::get_if<PillarId>(&topic)) return guide(*pillar);
  if (const auto* signal = std::get_if<SignalId>(&topic)) return guide(*signal);
  return {};
}

std::string filled(std::string_view text, const Explanation& explanation) {
  const Model& model = explanation.model;
  const auto* signal = std::get_if<SignalId>(&explanation.topic);
  return fmt::format(
      fmt::runtime(text), fmt::arg("window", model.window_days),
      fmt::arg("target", signal == nullptr ? "" : number_of(model.rule(*signal).target)),
      fmt::arg("per_week", explanation.per_week), fmt::arg("complete_skills", complete_skills),
      fmt::arg("recommendation_weight", number_of({recommendation_weight})),
      fmt::arg("comment_weight", number_of({comment_weight})),
      fmt::arg("reshare_weight", number_of({reshare_weight})),
      fmt::arg("assumed_invitations", number_of({assumed_invitations})));
}

std::string why_of(const Explanation& explanation) {
  const Topic& topic = explanation.topic;
  if (std::holds_alternative<Everything>(topic)) return overview(explanation.model);
  if (const auto* subject = std::get_if<Subject>(&topic)) {
    return why_of(*subject, explanation.model);
  }
  if (std::holds_alternative<RecordType>(topic)) {
    return std::string{title_of(topic)};
  }
  return filled(guide_of(topic).why, explanation);
}

std::vector<std::string> items(std::string_view list, const Explanation& explanation) {
  std::vector<std::string> result;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    result.push_back(filled(list.substr(0, end), explanation));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return result;
}

std::string overview(const Model& model) {
  return fmt::format(
      "{} Signals marked * count everything up to the day of the score; the others count the {} "
      "days that end on it.",
      rule_of_all(), model.window_days);
}

std::string rule_of_pillar(const Model& model) {
  return fmt::format(
      "The sum of its signals, at most {} points. Below {} it is weak. Signals that the log does "
      "not measure are left out, and the score is scaled up from the others.",
      short_points(pillar_max), short_points(model.weak_below));
}

std::string counts_of(SignalId id, const Model& model) {
  const std::string days =
      span_of(id) == Span::window
          ? fmt::format("in the {} days that end on the day of the score", model.window_days)
          : "up to the day of the score";
  return fmt::format("{}, {}", info(id).measures, days);
}

std::string target_of(SignalId id, const Model& model) {
  const std::string_view unit = info(id).unit;
  const std::string target = show_value(model.rule(id).target, unit);
  return unit == "ratio" ? target : fmt::format("{} {}", target, unit);
}

std::vector<std::string> terms_of(const Guide& guide) {
  std::vector<std::string> texts;
  for (const Term& term : guide.terms) {
    if (term.words.empty()) continue;
    std::vector<std::string_view> sources;
    for (std::size_t i = 0; i < term.sources.size(); ++i) {
      if (term.sources[i]) sources.push_back(names_of<Source>[i]);
    }
    texts.push_back(fmt::format("\"{}\": {}", term.words, fmt::join(sources, "; ")));
  }
  if (texts.empty()) texts.emplace_back("none: this project added it");
  return texts;
}

std::string trial_of(const MoreOf& more) {
  const std::string words = encode_words(more.action);
  return more.where == More::new_days ? words + " a day" : words;
}

std::string month_of(Day day) {
  return to_string(day).substr(0, std::string_view{"2026-11"}.size());
}

}  // namespace ssi
