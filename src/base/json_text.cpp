#include "base/json_text.hpp"

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace ssi {

std::string json_string(std::string_view text) {
  using nlohmann::json;
  // JSON escapes controls below space only. Others are as bad for a terminal.
  const bool ascii_only = visible(text) != text;
  return json(text).dump(-1, ' ', ascii_only, json::error_handler_t::replace);
}

}  // namespace ssi
