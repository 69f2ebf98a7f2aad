#pragma once

#include <cstddef>

namespace ssi {

/// Limits on what is read. Without them, an endless or hostile input could take all memory. What
/// exceeds a limit is an error that names the limit. Sizes are in bytes.

/// One line of a log, or a document over several lines.
inline constexpr std::size_t log_size_limit = std::size_t{1} << 30U;
/// How deep values may nest in a log or a model: code that recurses must not run out of stack.
inline constexpr std::size_t depth_limit = 64;
/// A member's id, name or team.
inline constexpr std::size_t name_size_limit = std::size_t{64} << 10U;
/// A model file, which takes about 2 KiB when whole.
inline constexpr std::size_t model_size_limit = std::size_t{1} << 20U;

}  // namespace ssi
