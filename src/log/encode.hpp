#pragma once

#include <string>

#include <ssi/activity.hpp>

namespace ssi {

/// `action` as the log writes it, on one line and without its day: `{"type": "search", "filters":
/// 3}`. Fields at their defaults are left out.
[[nodiscard]] std::string encode(const Action& action);

}  // namespace ssi
