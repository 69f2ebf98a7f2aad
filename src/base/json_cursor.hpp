#pragma once

#include <string>
#include <string_view>

#include <simdjson.h>

namespace ssi {

/// Goes through a text that is valid JSON, by its tokens or by whole values, and keeps nothing of
/// what it passes: the way to read a document of any size in no memory.
class JsonCursor {
 public:
  explicit JsonCursor(std::string_view json) : rest_{json} { skip_space(); }

  [[nodiscard]] bool done() const { return rest_.empty(); }
  /// The text from the next token on.
  [[nodiscard]] std::string_view rest() const { return rest_; }
  /// Whether the next token starts with `c`.
  [[nodiscard]] bool at(char c) const { return rest_.starts_with(c); }
  /// Takes the next token: a brace, a bracket, a colon, a comma, or a string, number or word.
  std::string_view take_token();
  /// Takes the next value, whatever is in it.
  std::string_view take_value();
  /// Takes a list. Calls `visit()` before each element, which it must take.
  template <class Visit>
  void take_list(const Visit& visit) {
    take_token();
    while (!done() && !at(']')) {
      visit();
      if (at(',')) take_token();
    }
    take_token();
  }
  /// Takes an object. Calls `visit(key)` before each value, which it must take. The key is a token.
  template <class Visit>
  void take_object(const Visit& visit) {
    take_token();
    while (!done() && !at('}')) {
      const std::string_view key = take_token();
      take_token();
      visit(key);
      if (at(',')) take_token();
    }
    take_token();
  }

 private:
  std::string_view take(std::size_t size);
  void skip_space();

  std::string_view rest_;
};

/// Reads single numbers, words and strings of valid JSON, which must have simdjson's padding behind
/// them.
class JsonScalars {
 public:
  /// Sets `target` to a number, or to true or false. False if `value` is none of its type.
  template <class T>
  [[nodiscard]] bool get(std::string_view value, T& target) {
    const bool is_scalar = !value.starts_with('{') && !value.starts_with('[');
    return is_scalar && parse(value).get(target) == simdjson::SUCCESS;
  }
  /// The text of a string, without its quotes and escapes. It lives until the next call.
  [[nodiscard]] std::string_view text(std::string_view string) {
    std::string_view text = string.substr(1, string.size() - 2);
    if (text.find('\\') != text.npos) [[maybe_unused]]
      const auto error = parse(string).get(text);
    return text;
  }
  /// Whether a number is not too large for a double. True for any word.
  [[nodiscard]] bool can_read(std::string_view value) {
    return parse(value).error() == simdjson::SUCCESS;
  }

 private:
  // simdjson refuses whole numbers of more than 64 bits, but not with an exponent behind them.
  simdjson::simdjson_result<simdjson::dom::element> parse(std::string_view value) {
    auto parsed = parser_.parse(value.data(), value.size(), false);
    return parsed.error() == simdjson::SUCCESS ? parsed : parser_.parse(std::string{value} + "e0");
  }

  simdjson::dom::parser parser_;
};

}  // namespace ssi
