#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ssi/explain.hpp>

#include "signals/guide.hpp"

// What several formats say alike of a topic.
namespace ssi {

/// The name of a topic, empty for everything, and its title.
[[nodiscard]] std::string_view id_of(const Topic& topic);
[[nodiscard]] std::string_view title_of(const Topic& topic);

/// What the guide has of a topic; of everything, nothing.
[[nodiscard]] Guide guide_of(const Topic& topic);

/// A text of the guide with the numbers that it has names for.
[[nodiscard]] std::string filled(std::string_view text, const Explanation& explanation);

/// The same for a list, item by item.
[[nodiscard]] std::vector<std::string> items(std::string_view list, const Explanation& explanation);

/// What a topic is, in a few sentences.
[[nodiscard]] std::string why_of(const Explanation& explanation);

/// What the model is made of, in a sentence or two.
[[nodiscard]] std::string overview(const Model& model);

/// How a pillar's score comes about.
[[nodiscard]] std::string rule_of_pillar(const Model& model);

/// What a signal counts, and of which days.
[[nodiscard]] std::string counts_of(SignalId id, const Model& model);

/// `90 searches`, `50%`.
[[nodiscard]] std::string target_of(SignalId id, const Model& model);

/// LinkedIn's terms, each with its sources; or that there is none.
[[nodiscard]] std::vector<std::string> terms_of(const Guide& guide);

/// What more was tried: `search filters=1`, `comment a day`.
[[nodiscard]] std::string trial_of(const MoreOf& more);

/// The month of a day, `2026-11`.
[[nodiscard]] std::string month_of(Day day);

}  // namespace ssi
