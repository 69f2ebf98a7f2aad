#include "log/syntax_error.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ssi {
namespace {

using nlohmann::json;

// `[json.exception.parse_error.101] parse error at line 1, column 2: REASON; last read: 'x'` ->
// `REASON`. The place is told by line and column; what was read there may be long.
std::string reason(std::string_view what) {
  const std::size_t start = what.find(": ");
  if (start != std::string_view::npos) what.remove_prefix(start + 2);
  return std::string{what.substr(0, what.find("; last read: "))};
}

// Takes in a text without keeping anything but its first error.
class ErrorFinder final : public nlohmann::json_sax<json> {
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
    const bool incomplete = position > text_.size();
    std::string message = reason(error.what());
    found = SyntaxError{offset_of(position, token, message),
                        fmt::format("not valid JSON: {}", message), incomplete};
    if (message.ends_with("expected end of input")) {
      found->message += "; put one document in a file, or one on each line (JSON Lines)";
    }
    return false;
  }

  std::optional<SyntaxError> found;

 private:
  // The position is that of the last byte read, counted from 1. A string or number that stands in
  // the wrong place was read whole.
  std::size_t offset_of(std::size_t position, const std::string& token,
                        std::string_view message) const {
    const bool whole = message.find("unexpected string literal") != std::string_view::npos ||
                       message.find("unexpected number literal") != std::string_view::npos;
    const std::size_t length = whole ? token.size() : 1;
    return position > text_.size() ? text_.size() : position - std::min(length, position);
  }

  std::string_view text_;
};

}  // namespace

std::optional<SyntaxError> find_syntax_error(std::string_view text) {
  ErrorFinder finder{text};
  json::sax_parse(text.begin(), text.end(), &finder);
  return finder.found;
}

}  // namespace ssi
