#pragma once

#include <istream>
#include <memory>
#include <string_view>

namespace ssi {

/// Whether a file that starts like this was packed with gzip.
[[nodiscard]] bool is_gzip(std::string_view start);

/// What was packed into `packed` (RFC 1952), unpacked as it is read. Reading throws ReadError where
/// it is damaged or cut off.
[[nodiscard]] std::unique_ptr<std::istream> gunzip(std::unique_ptr<std::istream> packed);

}  // namespace ssi
