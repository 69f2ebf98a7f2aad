#include "log/batch.hpp"

#include <algorithm>
#include <cerrno>
#include <istream>
#include <system_error>

#include <simdjson.h>

#include "base/limits.hpp"
#include "log/json.hpp"

namespace ssi {
namespace {

constexpr std::size_t batch_size = std::size_t{384} << 10U;
constexpr std::size_t most_lines = 4096;  // for what is made of a line may be far longer than it
constexpr const char* long_line = "a line above 1 GiB";
constexpr const char* long_document =
    "a document above 1 GiB; it is no JSON Lines, for its first line is no JSON by itself";

void check_size(std::size_t size, const char* message) {
  if (size > log_size_limit) throw ReadError{Code::limit, message};
}

// Adds where lines end in the part of `text` from `start` on, up to so many.
void add_line_ends(std::vector<std::size_t>& ends, std::string_view text, std::size_t start) {
  for (std::size_t at = text.find('\n', start); at != text.npos && ends.size() < most_lines;
       at = text.find('\n', at + 1)) {
    ends.push_back(at);
  }
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    throw ReadError{Code::syntax, "UTF-16 text; save it as UTF-8"};
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

// Whole lines, or all that is left.
void BatchReader::fill(Batch& batch) {
  batch.buffer.resize(std::max(batch.buffer.size(), carried_.size() + simdjson::SIMDJSON_PADDING));
  filled_ = carried_.copy(batch.buffer.data(), carried_.size());
  batch.line_ends.clear();
  std::size_t searched = 0;
  while (true) {
    add_line_ends(batch.line_ends, {batch.buffer.data(), filled_}, searched);
    const bool has_line = !batch.line_ends.empty();
    check_size(has_line ? batch.line_ends.front() : filled_, long_line);
    if (at_end_ && batch.line_ends.size() < most_lines) return take(batch, filled_);
    if (has_line) return take(batch, batch.line_ends.back() + 1);
    searched = filled_;
    read_more(batch.buffer);
  }
}

// The lines of `batch` and all that follows.
void BatchReader::fill_with_all(Batch& batch) {
  filled_ = batch.text.size() + carried_.size();
  std::string all{batch.text};
  all += carried_;
  while (!at_end_) {
    check_size(filled_, long_document);
    read_more(all);
  }
  check_size(filled_, long_document);
  all.resize(std::max(all.size(), filled_ + simdjson::SIMDJSON_PADDING));
  batch.buffer.swap(all);
  take(batch, filled_);
}

void BatchReader::read_more(std::string& buffer) {
  // Growth by a part of what there is keeps the copying of one long line linear.
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

// Gives the first bytes of the buffer, and carries the others over.
void BatchReader::take(Batch& batch, std::size_t size) {
  carried_.assign(batch.buffer, size, filled_ - size);
  batch.text = {batch.buffer.data(), size};
}

// Finds the first line that is not blank, and whether each line is a value by itself.
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
    if (parse(parser, first_line_of(batch.text)).error() == simdjson::SUCCESS) {
      return add_line_ends(batch.line_ends, batch.text, 0);
    }
    fill_with_all(batch);
  }
  batch.kind = Batch::Kind::log;
}

}  // namespace ssi
