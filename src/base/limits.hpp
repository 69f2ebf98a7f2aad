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
/// Files in the folder of an export, or entries in its ZIP: far above any export, and a stop for
/// somebody who names the root of a disk.
inline constexpr std::size_t export_file_limit = 100000;
/// How deep folders may nest in one that is read: each takes memory for the way to it.
inline constexpr std::size_t folder_depth_limit = 16;
/// One file of an export, unpacked.
inline constexpr std::size_t export_file_size_limit = std::size_t{1} << 30U;
/// All files of a ZIP, unpacked.
inline constexpr std::size_t export_size_limit = std::size_t{4} << 30U;
/// A file of a ZIP that is larger than `any_ratio_size`, unpacked against packed.
inline constexpr std::size_t zip_ratio_limit = 200;
/// One part of a workbook of creator analytics.
inline constexpr std::size_t workbook_part_size_limit = std::size_t{16} << 20U;

/// Up to here a ZIP may pack as well as it likes: it does no harm.
inline constexpr std::size_t any_ratio_size = std::size_t{16} << 20U;

}  // namespace ssi
