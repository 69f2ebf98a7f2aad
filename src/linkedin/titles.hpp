#pragma once

#include <optional>
#include <string_view>

#include <ssi/activity.hpp>

namespace ssi::linkedin {

/// The seniority that a job title tells, the highest where it tells several; nothing where it tells
/// none. Knows titles in English, German, French, Spanish, Portuguese, Italian and Dutch.
[[nodiscard]] std::optional<Seniority> seniority_of(std::string_view title);

}  // namespace ssi::linkedin
