#pragma once

#include <optional>
#include <string_view>

#include <ssi/activity.hpp>

namespace ssi::linkedin {

/// The seniority of somebody with this job title: the highest level that the words of
/// title_words.hpp give it. Nothing if they give none.
[[nodiscard]] std::optional<Seniority> seniority_of(std::string_view title);

}  // namespace ssi::linkedin
