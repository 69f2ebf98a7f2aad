#pragma once

#include <cstddef>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>

#include <ssi/diagnostic.hpp>

namespace ssi {

/// An input that cannot be read on. The message says why, without the file's name.
struct ReadError : std::runtime_error {
  ReadError(Code why, const std::string& message) : std::runtime_error{message}, code{why} {}
  Code code;
};

/// Reads an input in runs of whole lines, so that memory depends on the longest line and not on the
/// input. A run is valid until the next is asked for. The bytes after it may be read, too: simdjson
/// looks ahead.
class BlockReader {
 public:
  explicit BlockReader(std::istream& in) : in_{in} {}

  /// The next lines, a few hundred KiB or one line if that is longer; empty at the end of the
  /// input. Throws ReadError for a line above 1 GiB and for an input that cannot be read.
  [[nodiscard]] std::string_view next();
  /// The last `size` bytes of the lines last given, and all that follows to the end of the input.
  /// Throws ReadError when that is above 1 GiB.
  [[nodiscard]] std::string_view rest(std::size_t size);

 private:
  void read_more();
  void forget(std::size_t size);

  std::istream& in_;
  std::string buffer_;  // always followed by padding
  std::size_t filled_ = 0;
  std::size_t given_ = 0;  // bytes of the lines last given, at the start of the buffer
  bool at_end_ = false;
};

}  // namespace ssi
