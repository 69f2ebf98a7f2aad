#include "linkedin/records.hpp"

#include <algorithm>

#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// Whether `text` starts like `pattern`, in which `9` stands for any digit.
bool looks_like(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  return std::ranges::equal(pattern, text.substr(0, pattern.size()),
                            [](char p, char c) { return p == '9' ? is_digit(c) : p == c; });
}

// Whether a line starts a row with `Framing::split`.
bool starts_split(std::string_view line) {
  if (line.starts_with('"')) line.remove_prefix(1);
  return looks_like(line, "9999/99/99") || looks_like(line, "9999-99-99");
}

}  // namespace

bool starts_dated(std::string_view line) {
  return looks_like(line, "9999-99-99 99:99:99,http") ||
         looks_like(line, "9999/99/99 99:99:99 UTC,http");
}

std::string_view unquoted(std::string_view field, std::string& storage) {
  field = trimmed(field);
  if (field.size() < 2 || field.front() != '"' || field.back() != '"') return field;
  field = field.substr(1, field.size() - 2);
  if (field.find("\"\"") == field.npos) return field;
  storage.clear();
  std::size_t from = 0;
  for (std::size_t at = 0; (at = field.find("\"\"", from)) != field.npos; from = at + 2) {
    storage += field.substr(from, at + 1 - from);
  }
  return storage += field.substr(from);
}

bool RecordReader::read(Framing framing, Record& record) {
  if (at_ >= text_.size()) return false;
  const std::size_t start = at_;
  record.fields.clear();
  record.line = line_;
  record.is_broken = false;
  switch (framing) {
    case Framing::dated:
      read_dated(record);
      break;
    case Framing::split:
      read_split(record);
      break;
    default:
      read_csv(record);
  }
  record.text = text_.substr(start, at_ - start);
  return true;
}

// If a quote is never closed, only its line is broken: reading goes on with the next one, and the
// rest of the file is not lost.
void RecordReader::read_csv(Record& record) {
  const std::size_t start = at_;
  while (true) {
    read_field(record);
    if (record.is_broken) {
      at_ = start;
      line_ = record.line;
      record.fields.assign(1, take_line());
      by_line_ = true;
      return;
    }
    if (at_ >= text_.size()) return;
    const char end = text_[at_++];
    if (end == separator_) continue;
    ++line_;  // a newline
    return;
  }
}

void RecordReader::read_field(Record& record) {
  const std::size_t start = at_;
  if (at_ < text_.size() && text_[at_] == '"') {
    record.is_broken = !read_quoted();
  } else {
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
  }
  std::string_view field = text_.substr(start, at_ - start);
  if (field.ends_with('\r')) field.remove_suffix(1);
  // A row may have millions of commas, but what no column has is never asked for.
  constexpr std::size_t most_columns = 1000;
  if (record.fields.size() < most_columns) record.fields.push_back(field);
}

// Goes behind the quote that closes a field: the first one before a separator or the end of a line.
// Any other quote is part of the text, as LinkedIn does not always double them. Returns false, and
// stays, if there is none.
bool RecordReader::read_quoted() {
  const std::size_t line_end =
      by_line_ ? std::min(text_.find('\n', at_), text_.size()) : text_.size();
  std::size_t at = at_ + 1;
  while (true) {
    at = text_.find('"', at);
    if (at >= line_end) return false;
    if (at_separator(at + 1)) break;
    at += text_.substr(at + 1).starts_with('"') ? std::size_t{2} : std::size_t{1};
  }
  line_ += static_cast<std::uint64_t>(std::ranges::count(text_.substr(at_, at - at_), '\n'));
  at_ = behind_blanks(at + 1);
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  return true;
}

// Whether a field may end at `at`, behind a quote. Blanks may follow the quote: `"Berlin" ,`.
bool RecordReader::at_separator(std::size_t at) const {
  at = behind_blanks(at);
  if (at >= text_.size() || text_[at] == separator_ || text_[at] == '\n') return true;
  return text_[at] == '\r' && (at + 1 >= text_.size() || text_[at + 1] == '\n');
}

std::size_t RecordReader::behind_blanks(std::size_t at) const {
  return std::min(text_.find_first_not_of(' ', at), text_.size());
}

// The date, the link, and all text up to where the next record starts. Commas and quotes in the
// text mean nothing.
void RecordReader::read_dated(Record& record) {
  const std::size_t start = at_;
  const std::string_view line = take_line();
  while (at_ < text_.size() && !starts_dated(text_.substr(at_))) (void)take_line();
  const std::size_t first = std::min(line.find(separator_), line.size());
  const std::size_t second = std::min(line.find(separator_, first + 1), line.size());
  record.fields.push_back(line.substr(0, first));
  if (first < line.size()) record.fields.push_back(line.substr(first + 1, second - first - 1));
  if (second < line.size()) {
    const std::size_t message = start + second + 1;
    record.fields.push_back(text_.substr(message, at_ - message));
  }
}

// The line up to the first separator, and the text behind it, in which further separators mean
// nothing. A quoted text may go on over several lines, until its quotes are paired or the next row
// starts.
void RecordReader::read_split(Record& record) {
  const std::size_t start = at_;
  const std::string_view line = take_line();
  const std::size_t first = std::min(line.find(separator_), line.size());
  record.fields.push_back(line.substr(0, first));
  if (first == line.size()) return;
  const std::size_t rest = start + first + 1;
  if (text_.substr(rest).starts_with('"')) {
    auto quotes = std::ranges::count(line.substr(first), '"');
    while (quotes % 2 == 1 && at_ < text_.size() && !starts_split(text_.substr(at_))) {
      quotes += std::ranges::count(take_line(), '"');
    }
  }
  record.fields.push_back(trimmed(text_.substr(rest, at_ - rest)));
}

std::string_view RecordReader::take_line() {
  const std::size_t end = std::min(text_.find('\n', at_), text_.size());
  std::string_view line = text_.substr(at_, end - at_);
  at_ = end + 1;
  ++line_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace ssi::linkedin
