#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ssi {

/// Why a text is not JSON.
struct SyntaxError {
  std::size_t offset;  ///< of the token that cannot stand there
  std::string message;
};

/// What is wrong with `text`; nothing if it is valid JSON.
[[nodiscard]] std::optional<SyntaxError> find_syntax_error(std::string_view text);

}  // namespace ssi
