#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ssi/explain.hpp>

// What several formats say alike of a topic.
namespace ssi {

/// What is said of a topic whether or not there is a log.
struct TopicWords {
  std::string_view id{};  ///< empty for everything
  std::string_view title{};
  std::string why{};                  ///< what it is, in a few sentences
  std::vector<std::string> terms{};   ///< of a pillar or signal: LinkedIn's, each with its sources,
                                      ///< or that there is none
  std::vector<std::string> habits{};  ///< how to raise it
  std::vector<std::string> not_counted{};
};
[[nodiscard]] TopicWords words_of(const Explanation& explanation);

/// What the model is made of, in a sentence or two.
[[nodiscard]] std::string overview(const Model& model);

/// How a pillar is scored, in words.
[[nodiscard]] std::string rule_of_pillar(const Model& model);

/// What a signal counts, and of which days.
[[nodiscard]] std::string counts_of(SignalId id, const Model& model);

/// `90 searches`, `50%`.
[[nodiscard]] std::string target_of(SignalId id, const Model& model);

/// What more was tried: `search filters=1`, `comment a day`.
[[nodiscard]] std::string trial_of(const MoreOf& more);

/// The month of a day, `2026-11`.
[[nodiscard]] std::string month_of(Day day);

}  // namespace ssi
