// simdjson reads the logs but says little about a broken one. The texts that it refuses are read
// once more by nlohmann/json, only to find the place and the reason.

#include "base/json_error.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ssi {
namespace {

void replace(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

// `[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing X -
// REASON; last read: 'x'` -> `REASON`, in words for people who do not write parsers. The diagnostic
// has the place already, and what was last read there may be long.
std::string reason(std::string_view what) {
  for (const std::string_view lead : {": ", " - "}) {
    const std::size_t start = what.find(lead);
    if (start != std::string_view::npos) what.remove_prefix(start + lead.size());
  }
  std::string text{what.substr(0, what.find("; last read: "))};
  replace(text, "; expected '}'", "; expected ',' or '}'");
  replace(text, "; expected ']'", "; expected ',' or ']'");
  replace(text, "; expected '[', '{', or a literal", "; expected a value");
  replace(text, "; expected string literal", "; expected a key in quotes");
  replace(text, "ill-formed UTF-8 byte", "not UTF-8; save the file as UTF-8");
  const bool line_ended = text.ends_with("or \\n") || text.ends_with("or \\r");
  if (line_ended) text = "invalid string: missing closing quote; write a line break as \\n";
  return text;
}

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// Where the word starts that `offset` is in: nlohmann/json reads `now` as a null that breaks off.
std::size_t start_of_word(std::string_view text, std::size_t offset) {
  while (offset > 0 && is_letter(text[offset - 1])) --offset;
  return offset;
}

// The whole UTF-8 character that starts at `offset`: bytes 10xxxxxx belong to the one before.
std::string_view character_at(std::string_view text, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
  return text.substr(offset, end - offset);
}

// Why a character cannot start a JSON value.
std::string cannot_stand(std::string_view character) {
  if (character.empty()) return "cut off in the middle of a word";
  if (is_letter(character[0])) return "words must be in double quotes, except true, false and null";
  if (character == "'") return "text must be in double quotes";
  return fmt::format("unexpected '{}'", character);
}

// Parses a text and keeps nothing but the first error, so that a text of 1 GiB takes no memory.
class ErrorFinder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit ErrorFinder(std::string_view text) : text_{text} {}

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool string(string_t& /*value*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*size*/) override { return true; }
  bool key(string_t& /*value*/) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t /*size*/) override { return true; }
  bool end_array() override { return true; }

  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& error) override {
    constexpr int number_overflow = 406;  // valid JSON all the same
    if (error.id == number_overflow) return false;
    std::string message = reason(error.what());
    std::size_t offset = offset_of(position, token, message);
    if (message == "invalid literal") {
      if (offset < text_.size()) offset = start_of_word(text_, offset);
      message = cannot_stand(character_at(text_, offset));
    }
    found = SyntaxError{offset, fmt::format("not valid JSON: {}", message)};
    const bool second_value =
        message.ends_with("expected end of input") &&
        (message.find("'{'") != message.npos || message.find("'['") != message.npos);
    if (second_value) {
      found->message += "; put one document in a file, or one on each line (JSON Lines)";
    }
    return false;
  }

  std::optional<SyntaxError> found;

 private:
  // Where the wrong token starts. nlohmann/json gives the last byte that it read, counted from 1. A
  // value in the wrong place was read whole, so that its length has to be taken off: that of the
  // word, or of the token for strings and numbers.
  std::size_t offset_of(std::size_t position, const std::string& token,
                        std::string_view message) const {
    std::size_t length = 1;
    for (const std::string_view literal : {"true", "false", "null"}) {
      if (message.find(fmt::format("unexpected {} literal", literal)) != message.npos)
        length = literal.size();
    }
    for (const std::string_view kind : {"string", "number"}) {
      if (message.find(fmt::format("unexpected {} literal", kind)) != message.npos)
        length = token.size();
    }
    return position > text_.size() ? text_.size() : position - std::min(length, position);
  }

  std::string_view text_;
};

}  // namespace

std::optional<SyntaxError> find_syntax_error(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    return SyntaxError{0, "not valid JSON: a byte order mark in the middle of the file"};
  }
  ErrorFinder finder{text};
  nlohmann::json::sax_parse(text.begin(), text.end(), &finder);
  // nlohmann/json takes a zero byte for the end of the text: it would call the rest fine.
  const std::size_t zero = text.find('\0');
  if (zero != std::string_view::npos && (!finder.found || finder.found->offset >= zero)) {
    return SyntaxError{zero, "not valid JSON: a zero byte"};
  }
  return finder.found;
}

}  // namespace ssi
