#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ssi {

/// The keys and ranges of a model file, for its reader and its schema.
inline constexpr std::array<std::string_view, 5> model_keys = {"name", "window_days", "weak_below",
                                                               "bands", "signals"};
inline constexpr std::array<std::string_view, 3> optional_model_keys = {"source", "effort",
                                                                        "ceilings"};
inline constexpr std::array<std::string_view, 2> band_keys = {"name", "from"};
inline constexpr std::array<std::string_view, 4> signal_keys = {"id", "points", "curve", "target"};
inline constexpr std::array<std::string_view, 2> ceiling_keys = {"day", "week"};

inline constexpr std::int64_t longest_window = 3650;           ///< days
inline constexpr std::int64_t largest_target = 1'000'000'000;  ///< in the signal's unit
inline constexpr std::int64_t longest_task = 10'000;           ///< minutes
inline constexpr std::int64_t highest_ceiling = 10'000;        ///< times a day or a week
/// A target has at most four decimals, so that it is a whole number of ten-thousandths.
inline constexpr std::int64_t target_scale = 10'000;

}  // namespace ssi
