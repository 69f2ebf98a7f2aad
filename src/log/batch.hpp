#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/read_error.hpp"

namespace ssi {

/// What is read of a log at a time: a log as a whole, whatever its shape, or some lines of one that
/// is known to be JSON Lines.
struct Batch {
  enum class Kind { log, lines };

  Kind kind = Kind::log;
  std::string_view text{};  ///< in `buffer`; as many bytes as simdjson looks ahead may follow
  std::uint64_t first_line = 1;
  std::vector<std::size_t> line_ends{};  ///< where its lines end in `text`; of `lines` only
  bool is_last = false;                  ///< of its log
  std::string buffer{};
};

/// Reads a log in batches of whole lines, so that memory depends on the longest line and not on the
/// log. Only a document over several lines is read whole. Where a batch ends does not depend on the
/// portions in which the input comes.
class BatchReader {
 public:
  explicit BatchReader(std::istream& in) : in_{in} {}

  /// Fills `batch`, whose buffer is used again, with the next lines: a few thousand and a few
  /// hundred KiB at the most, or one line if that is longer. Not to be called after the last batch.
  /// Throws ReadError for a line or a document beyond `log_size_limit` and for an input that cannot
  /// be read.
  void read(Batch& batch);

 private:
  void fill(Batch& batch);
  void fill_with_all(Batch& batch);
  void read_more(std::string& buffer);
  void find_start(Batch& batch);
  void take(Batch& batch, std::size_t size);
  [[nodiscard]] bool is_done() const { return at_end_ && carried_.empty(); }

  std::istream& in_;
  std::string carried_;     // read, but not given yet
  std::size_t filled_ = 0;  // bytes of the buffer that is being filled
  std::uint64_t line_ = 1;
  bool has_started_ = false;
  bool at_end_ = false;
};

}  // namespace ssi
