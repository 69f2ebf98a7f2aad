#pragma once

#include <ssi/model.hpp>

namespace ssi {

/// What `value` earns under `rule`: hundredths, rounded down, never above the rule's points.
[[nodiscard]] Points points_for(const Ratio& value, const SignalRule& rule);

}  // namespace ssi
