#include "log/syntax_error.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ssi {
namespace {

using nlohmann::json;

// `[json.exception.parse_error.101] parse error at line 1, column 2: REASON` -> `REASON`
std::string reason(std::string_view what) {
  for (const std::string_view lead : {std::string_view{"] "}, std::string_view{"parse error at"}}) {
    const std::size_t at = what.find(lead);
    if (at == std::string_view::npos) continue;
    const std::size_t end = lead == "] " ? at + lead.size() : what.find(": ", at) + 2;
    what.remove_prefix(std::min(end, what.size()));
  }
  return std::string{what};
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
    // The position is behind the token's last byte. A token with a control character in it comes
    // escaped, so that its length says nothing; the position is then that character.
    const bool escaped = token.find("<U+") != std::string::npos;
    const std::size_t behind = std::min(position, text_.size());
    const std::size_t length = escaped || incomplete
                                   ? std::min<std::size_t>(behind, incomplete ? 0 : 1)
                                   : std::min(token.size(), behind);
    std::string message = reason(error.what());
    if (message.ends_with("expected end of input")) {
      message += "; put one document in a file, or one on each line (JSON Lines)";
    }
    found = SyntaxError{behind - length, "not valid JSON: " + message, incomplete};
    return false;
  }

  std::optional<SyntaxError> found;

 private:
  std::string_view text_;
};

}  // namespace

std::optional<SyntaxError> find_syntax_error(std::string_view text) {
  ErrorFinder finder{text};
  json::sax_parse(text.begin(), text.end(), &finder);
  return finder.found;
}

}  // namespace ssi
