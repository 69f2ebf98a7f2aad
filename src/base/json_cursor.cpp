#include "base/json_cursor.hpp"

#include <cstddef>

namespace ssi {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_mark(char c) {
  return c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']';
}

// The size of the string that `text` starts with, quotes included. A quote behind a backslash is a
// part of it.
std::size_t size_of_string(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && text[size] != '"') size += text[size] == '\\' ? 2U : 1U;
  return size + 1;
}

}  // namespace

std::string_view JsonCursor::take_token() {
  if (at('"')) return take(size_of_string(rest_));
  std::size_t size = 1;
  if (done() || !is_mark(rest_.front())) {
    while (size < rest_.size() && !is_mark(rest_[size]) && !is_space(rest_[size])) ++size;
  }
  return take(size);
}

std::string_view JsonCursor::take_value() {
  if (!at('{') && !at('[')) return take_token();
  std::size_t size = 0;
  std::size_t depth = 0;
  do {
    const char c = rest_[size];
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    size += c == '"' ? size_of_string(rest_.substr(size)) : 1;
  } while (depth > 0 && size < rest_.size());
  return take(size);
}

std::string_view JsonCursor::take(std::size_t size) {
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(taken.size());
  skip_space();
  return taken;
}

void JsonCursor::skip_space() {
  while (!done() && is_space(rest_.front())) rest_.remove_prefix(1);
}

}  // namespace ssi
