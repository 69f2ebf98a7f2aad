#pragma once

#include <ssi/model.hpp>

namespace ssi {

/// What `value` earns under `rule`: rounded down to hundredths, and never more than the rule's
/// points, which are earned at the target.
[[nodiscard]] Points points_for(const Ratio& value, const SignalRule& rule);

}  // namespace ssi
