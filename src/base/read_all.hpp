#pragma once

#include <iosfwd>
#include <string>

namespace ssi {

/// All that is left of a stream. Throws ReadError above 1 GiB, or if it cannot be read.
[[nodiscard]] std::string read_all(std::istream& in);

}  // namespace ssi
