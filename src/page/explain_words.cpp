#include "page/explain_words.hpp"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "log/description.hpp"
#include "log/encode.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"
#include "signals/guide.hpp"

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

// A text of the guide with the numbers that it has names for.
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

// The same for a list, item by item.
std::vector<std::string> items(std::string_view list, const Explanation& explanation) {
  std::vector<std::string> result;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    result.push_back(filled(list.substr(0, end), explanation));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return result;
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

TopicWords words_of(const Guide& guide, const Explanation& explanation) {
  return {.why = filled(guide.why, explanation),
          .terms = terms_of(guide),
          .habits = items(guide.habits, explanation),
          .not_counted = items(guide.not_counted, explanation)};
}

TopicWords words_of(Everything /*topic*/, const Explanation& explanation) {
  return {.title = "Social Selling Index", .why = overview(explanation.model)};
}

TopicWords words_of(PillarId pillar, const Explanation& explanation) {
  TopicWords words = words_of(guide(pillar), explanation);
  words.id = name(pillar);
  words.title = info(pillar).title;
  return words;
}

TopicWords words_of(SignalId signal, const Explanation& explanation) {
  TopicWords words = words_of(guide(signal), explanation);
  words.id = name(signal);
  words.title = guide(signal).title;
  return words;
}

TopicWords words_of(RecordType type, const Explanation& /*explanation*/) {
  const std::string_view title = type_titles[type.index];
  return {.id = record_types[type.index], .title = title, .why = std::string{title}};
}

TopicWords words_of(Subject subject, const Explanation& explanation) {
  return {.id = name(subject),
          .title = subject_titles[static_cast<std::size_t>(subject)],
          .why = why_of(subject, explanation.model)};
}

}  // namespace

TopicWords words_of(const Explanation& explanation) {
  return std::visit([&](auto topic) { return words_of(topic, explanation); }, explanation.topic);
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

std::string trial_of(const MoreOf& more) {
  const std::string words = encode_words(more.action);
  return more.where == More::new_days ? words + " a day" : words;
}

std::string month_of(Day day) {
  return to_string(day).substr(0, std::string_view{"2026-11"}.size());
}

}  // namespace ssi
