#include "log/batch.hpp"

#include <algorithm>
#include <cerrno>
#include <istream>
#include <system_error>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/wide_text.hpp"
#include "log/json.hpp"

namespace ssi {
namespace {

// Large enough that the work on a batch outweighs handing it to a thread, and small enough that the
// batches of all threads take little memory.
constexpr std::size_t batch_size = std::size_t{384} << 10U;
// A line may be short and its report long: without this limit, a batch of empty documents as JSON
// took hundreds of MiB.
constexpr std::size_t most_lines = 4096;

void check_size(std::size_t size, std::string_view what, std::string_view note = "") {
  if (size <= log_size_limit) return;
  throw ReadError{Code::limit, fmt::format("{} above {}{}", what, byte_size(log_size_limit), note)};
}

void check_document(std::size_t size) {
  check_size(size, "a document", "; it is not JSON Lines, as its first line is not JSON by itself");
}

// Adds the offsets of newlines in `text` from `start` on, until there are `most_lines`.
void add_line_ends(std::vector<std::size_t>& ends, std::string_view text, std::size_t start) {
  for (std::size_t at = text.find('\n', start); at != text.npos && ends.size() < most_lines;
       at = text.find('\n', at + 1)) {
    ends.push_back(at);
  }
}

// Windows programs write a mark in front of UTF-8, and Excel saves UTF-16: the first is harmless,
// and the second deserves a better error than "not valid JSON".
std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
  if (const auto wide = wide_text(text)) {
    throw ReadError{Code::syntax, fmt::format("{} text; save it as UTF-8", wide->name)};
  }
  return text.substr(text.starts_with(utf8_mark) ? utf8_mark.size() : 0);
}

}  // namespace

void BatchReader::read(Batch& batch) {
  batch.kind = Batch::Kind::lines;
  fill(batch);
  if (!has_started_) find_start(batch);
  batch.first_line = line_;
  batch.is_last = is_done();
  line_ += batch.line_ends.size();
}

// Reads until the buffer holds whole lines, or all that is left. Starts with what the batch before
// carried over.
void BatchReader::fill(Batch& batch) {
  batch.buffer.resize(std::max(batch.buffer.size(), carried_.size() + simdjson::SIMDJSON_PADDING));
  filled_ = carried_.copy(batch.buffer.data(), carried_.size());
  batch.line_ends.clear();
  std::size_t searched = 0;
  while (true) {
    add_line_ends(batch.line_ends, {batch.buffer.data(), filled_}, searched);
    const bool has_line = !batch.line_ends.empty();
    check_size(has_line ? batch.line_ends.front() : filled_, "a line");
    if (at_end_ && batch.line_ends.size() < most_lines) return take(batch, filled_);
    if (has_line) return take(batch, batch.line_ends.back() + 1);
    searched = filled_;
    read_more(batch.buffer);
  }
}

// Adds all that follows to what `batch` holds: for a document over several lines.
void BatchReader::fill_with_all(Batch& batch) {
  filled_ = batch.text.size() + carried_.size();
  std::string all{batch.text};
  all += carried_;
  while (!at_end_) {
    check_document(filled_);
    read_more(all);
  }
  check_document(filled_);
  all.resize(std::max(all.size(), filled_ + simdjson::SIMDJSON_PADDING));
  batch.buffer.swap(all);
  take(batch, filled_);
}

void BatchReader::read_more(std::string& buffer) {
  // Growing by a quarter of what is there keeps the copying of one long line linear; doubling would
  // take twice the memory of a line of 1 GiB.
  const std::size_t wanted = std::max(batch_size, filled_ / 4);
  buffer.resize(std::max(buffer.size(), filled_ + wanted + simdjson::SIMDJSON_PADDING));
  errno = 0;
  in_.read(buffer.data() + filled_, static_cast<std::streamsize>(wanted));
  filled_ += static_cast<std::size_t>(in_.gcount());
  if (in_.bad()) {
    throw ReadError{Code::io,
                    errno == 0 ? "cannot be read" : std::generic_category().message(errno)};
  }
  at_end_ = !in_;
}

// Makes the first `size` bytes the batch, and carries the others over to the next.
void BatchReader::take(Batch& batch, std::size_t size) {
  carried_.assign(batch.buffer, size, filled_ - size);
  batch.text = {batch.buffer.data(), size};
}

// Skips blank lines at the start and decides what the log is. If its first line is valid JSON by
// itself, it is JSON Lines; if not, it must be a document over several lines, or broken, and is
// read whole. A log that fits into one batch is left to the decoder, which can look at all of it.
void BatchReader::find_start(Batch& batch) {
  has_started_ = true;
  batch.text = without_byte_order_mark(batch.text);
  while (is_blank(batch.text) && !is_done()) {
    line_ += batch.line_ends.size();
    fill(batch);
  }
  const std::size_t start = std::min(batch.text.find_first_not_of(white_space), batch.text.size());
  const std::size_t line_start = batch.text.substr(0, start).rfind('\n') + 1;
  line_ += static_cast<std::uint64_t>(std::ranges::count(batch.text.substr(0, line_start), '\n'));
  batch.text.remove_prefix(line_start);
  batch.line_ends.clear();
  if (!is_done()) {
    simdjson::dom::parser parser = make_parser();
    if (!find_refusal(parser, first_line_of(batch.text))) {
      return add_line_ends(batch.line_ends, batch.text, 0);
    }
    fill_with_all(batch);
  }
  batch.kind = Batch::Kind::log;
}

}  // namespace ssi
