#pragma once

#include <vector>

#include <ssi/timeline.hpp>

namespace ssi {

/// Actions that add up to `record`, in as few activities as a log needs. A record holds sums only,
/// so these may differ from the actions that were counted: who a decision maker was, for example,
/// or which share got which reaction. They score the same.
[[nodiscard]] std::vector<Action> actions_of(const DayRecord& record);

}  // namespace ssi
