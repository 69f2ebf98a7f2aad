#pragma once

#include <optional>
#include <string_view>

#include <ssi/activity.hpp>

namespace ssi::linkedin {

/// The seniority that a job title tells, the highest where it tells several; nothing where it tells
/// none. Knows the words of `title_words.hpp`.
[[nodiscard]] std::optional<Seniority> seniority_of(std::string_view title);

}  // namespace ssi::linkedin
