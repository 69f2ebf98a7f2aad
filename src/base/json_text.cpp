#include "base/json_text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace ssi {

std::string json_string(std::string_view text) {
  const bool plain = std::ranges::all_of(
      text, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (plain && text.find("##") == text.npos) return fmt::format("\"{}\"", text);
  using nlohmann::json;
  // JSON escapes controls below space only. Others are as bad for a terminal.
  const bool ascii_only = visible(text) != text;
  return without_hashes(json(text).dump(-1, ' ', ascii_only, json::error_handler_t::replace));
}

}  // namespace ssi
