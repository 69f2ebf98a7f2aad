#include "base/json_text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace ssi {

// nlohmann/json escapes right but slowly; nearly all texts are plain, and need quotes only.
std::string json_string(std::string_view text) {
  const bool plain = std::ranges::all_of(
      text, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (plain && text.find("##") == text.npos) return fmt::format("\"{}\"", text);
  using nlohmann::json;
  // JSON demands escapes only for controls below space. Others, such as direction marks, are as bad
  // for a terminal: with any of them, everything beyond ASCII is escaped.
  const bool ascii_only = visible(text) != text;
  return without_hashes(json(text).dump(-1, ' ', ascii_only, json::error_handler_t::replace));
}

}  // namespace ssi
