#pragma once

#include <cstddef>

namespace ssi {

/// What is read is bounded, so that no input takes more memory or time than its size accounts for.
/// What lies beyond a limit is an error that says so. Sizes are in bytes.

/// A log: a line of it, or a document over several lines.
inline constexpr std::size_t log_size_limit = std::size_t{1} << 30U;
/// How deep values may nest in a log or a model.
inline constexpr std::size_t depth_limit = 64;
/// A member's id, name or team.
inline constexpr std::size_t name_size_limit = std::size_t{64} << 10U;
/// A model.
inline constexpr std::size_t model_size_limit = std::size_t{1} << 20U;

}  // namespace ssi
