#pragma once

#include <istream>
#include <memory>
#include <string_view>

namespace ssi {

/// Whether a file with these first bytes was packed with gzip.
[[nodiscard]] bool is_gzip(std::string_view start);

/// A stream of what is packed in `packed` (RFC 1952). It unpacks as it is read; reading throws
/// ReadError if `packed` is damaged or cut off.
[[nodiscard]] std::unique_ptr<std::istream> gunzip(std::unique_ptr<std::istream> packed);

}  // namespace ssi
