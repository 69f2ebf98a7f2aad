#include "log/block_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <istream>
#include <system_error>

#include <simdjson.h>

namespace ssi {
namespace {

constexpr std::size_t block_size = std::size_t{512} << 10U;
constexpr std::size_t size_limit = std::size_t{1} << 30U;

void check_size(std::size_t size) {
  if (size > size_limit) throw ReadError{Code::limit, "a line or document above 1 GiB"};
}

}  // namespace

void BlockReader::read_more() {
  // Doubling keeps the copying of one long line linear.
  const std::size_t wanted = std::max(block_size, filled_);
  buffer_.resize(std::max(buffer_.size(), filled_ + wanted + simdjson::SIMDJSON_PADDING));
  errno = 0;
  in_.read(buffer_.data() + filled_, static_cast<std::streamsize>(wanted));
  filled_ += static_cast<std::size_t>(in_.gcount());
  if (in_.bad()) {
    throw ReadError{Code::io,
                    errno == 0 ? "cannot be read" : std::generic_category().message(errno)};
  }
  at_end_ = !in_;
}

Block BlockReader::give(std::size_t size) {
  given_ = size;
  return {.text = {buffer_.data(), size}, .first_line = line_};
}

Block BlockReader::next() {
  line_ += static_cast<std::uint64_t>(
      std::ranges::count(std::string_view{buffer_}.substr(0, given_), '\n'));
  std::memmove(buffer_.data(), buffer_.data() + given_, filled_ - given_);
  filled_ -= given_;
  given_ = 0;
  std::size_t searched = 0;
  while (true) {
    const std::string_view text{buffer_.data(), filled_};
    const std::size_t last_end = text.find_last_of('\n');
    const bool whole_line = last_end != std::string_view::npos && last_end >= searched;
    if (whole_line || at_end_) {
      check_size(std::min(text.find('\n', searched), filled_));
      return give(whole_line ? last_end + 1 : filled_);
    }
    check_size(filled_);
    searched = filled_;
    read_more();
  }
}

Block BlockReader::rest() {
  while (!at_end_) {
    check_size(filled_);
    read_more();
  }
  check_size(filled_);
  return give(filled_);
}

}  // namespace ssi
