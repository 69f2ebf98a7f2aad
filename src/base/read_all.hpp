#pragma once

#include <iosfwd>
#include <string>

namespace ssi {

/// The rest of a stream. Throws ReadError if that is above 1 GiB or cannot be read.
[[nodiscard]] std::string read_all(std::istream& in);

}  // namespace ssi
