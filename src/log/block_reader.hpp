#pragma once

#include <cstddef>
#include <cstdint>
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

/// A run of whole lines. The bytes after `text` may be read, too: simdjson looks ahead.
struct Block {
  std::string_view text;  ///< empty at the end of the input
  std::uint64_t first_line = 1;
};

/// Reads an input in runs of whole lines, so that memory depends on the longest line and not on the
/// input. A block is valid until the next is asked for.
class BlockReader {
 public:
  explicit BlockReader(std::istream& in) : in_{in} {}

  /// The next lines: a few hundred KiB, or one line if that is longer. Throws ReadError for a line
  /// above 1 GiB and for an input that cannot be read.
  [[nodiscard]] Block next();
  /// All from the start of the block last given to the end of the input, as one. Throws ReadError
  /// when that is above 1 GiB.
  [[nodiscard]] Block rest();

 private:
  void read_more();
  [[nodiscard]] Block give(std::size_t size);

  std::istream& in_;
  std::string buffer_;  // always followed by padding
  std::size_t filled_ = 0;
  std::size_t given_ = 0;  // bytes of the block last given, at the start of the buffer
  std::uint64_t line_ = 1;
  bool at_end_ = false;
};

}  // namespace ssi
