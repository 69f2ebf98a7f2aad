#pragma once

#include <vector>

#include <ssi/timeline.hpp>

namespace ssi {

/// Actions that count to `record`: no more than a log needs to tell the same, though not
/// necessarily those that were counted.
[[nodiscard]] std::vector<Action> actions_of(const DayRecord& record);

}  // namespace ssi
