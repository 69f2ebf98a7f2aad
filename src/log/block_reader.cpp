#include "log/block_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <istream>
#include <system_error>
#include <utility>

#include <simdjson.h>

namespace ssi {
namespace {

constexpr std::size_t block_size = std::size_t{512} << 10U;
constexpr std::size_t size_limit = std::size_t{1} << 30U;
constexpr const char* long_line = "a line above 1 GiB";
constexpr const char* long_document =
    "a document above 1 GiB; it is no JSON Lines, for its first line is no JSON by itself";

void check_size(std::size_t size, const char* message) {
  if (size > size_limit) throw ReadError{Code::limit, message};
}

// Behind the last line end of `text`; 0 where there is none. Backwards, but in strides that memchr
// goes through forwards: it is many times as fast as a search byte by byte.
std::size_t end_of_lines(std::string_view text) {
  constexpr std::size_t stride = 4096;
  for (std::size_t end = text.size(); end > 0;) {
    const std::size_t start = end - std::min(end, stride);
    const std::string_view part = text.substr(start, end - start);
    std::size_t behind = 0;
    for (std::size_t at = part.find('\n'); at != part.npos; at = part.find('\n', behind))
      behind = at + 1;
    if (behind > 0) return start + behind;
    end = start;
  }
  return 0;
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

// Takes so many bytes off the start of the buffer.
void BlockReader::forget(std::size_t size) {
  std::memmove(buffer_.data(), buffer_.data() + size, filled_ - size);
  filled_ -= size;
}

std::string_view BlockReader::next() {
  forget(std::exchange(given_, 0));
  std::size_t searched = 0;
  while (true) {
    const std::string_view text{buffer_.data(), filled_};
    const std::size_t lines = searched + end_of_lines(text.substr(searched));
    const bool has_line = lines > searched;
    if (has_line || at_end_) {
      check_size(std::min(text.find('\n', searched), filled_), long_line);
      given_ = has_line ? lines : filled_;
      return text.substr(0, given_);
    }
    check_size(filled_, long_line);
    searched = filled_;
    read_more();
  }
}

std::string_view BlockReader::rest(std::size_t size) {
  forget(given_ - size);
  while (!at_end_) {
    check_size(filled_, long_document);
    read_more();
  }
  check_size(filled_, long_document);
  given_ = filled_;
  return {buffer_.data(), filled_};
}

}  // namespace ssi
