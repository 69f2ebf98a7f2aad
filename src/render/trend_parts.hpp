#pragma once

#include <string>

#include <ssi/trend.hpp>

// What several formats say alike of a trend.
namespace ssi {

/// Where the total goes if nothing further happens, as a sentence.
[[nodiscard]] std::string outlook(const TrendReport& report);

}  // namespace ssi
