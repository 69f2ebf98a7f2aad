#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/read_error.hpp"

namespace ssi {

/// The part of a log that is decoded at a time. `log`: a whole log of any shape. `lines`: some
/// lines of a log that is known to be JSON Lines, so that batches of it can be decoded in parallel.
struct Batch {
  enum class Kind { log, lines };

  Kind kind = Kind::log;
  std::string_view text{};               ///< in `buffer`, with simdjson's padding behind it
  std::uint64_t first_line = 1;          ///< the number of its first line in the log
  std::vector<std::size_t> line_ends{};  ///< offsets of the newlines in `text`; only of `lines`
  bool is_last = false;                  ///< the log ends here
  std::string buffer{};
};

/// Reads a log in batches of whole lines, so that memory depends on the longest line and not on the
/// log. Only a document over several lines is read whole. The same bytes make the same batches,
/// however a pipe or a file delivers them.
class BatchReader {
 public:
  explicit BatchReader(std::istream& in) : in_{in} {}

  /// Fills `batch` with the next lines, and uses its buffer again: at most 4,096 lines, and a few
  /// hundred KiB unless one line is longer. Must not be called after the last batch. Throws
  /// ReadError for a line or a document beyond `log_size_limit`, and for an input that cannot be
  /// read.
  void read(Batch& batch);

 private:
  void fill(Batch& batch);
  void fill_with_all(Batch& batch);
  void read_more(std::string& buffer);
  void find_start(Batch& batch);
  void take(Batch& batch, std::size_t size);
  [[nodiscard]] bool is_done() const { return at_end_ && carried_.empty(); }

  std::istream& in_;
  std::string carried_;     // the start of the next batch, read with the last one
  std::size_t filled_ = 0;  // bytes read into the buffer that is being filled
  std::uint64_t line_ = 1;  // number of the first line that is not in a batch yet
  bool has_started_ = false;
  bool at_end_ = false;
};

}  // namespace ssi
