#include "log/json.hpp"

#include <algorithm>

#include "base/json_error.hpp"
#include "base/json_place.hpp"

namespace ssi {

namespace {

// simdjson's DOM takes about this many bytes for each value, beside a copy of all strings.
constexpr std::size_t dom_value_size = 48;
// What it may take for values in any case.
constexpr std::size_t dom_size = std::size_t{8} << 20U;

std::size_t most_values_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return c == ',' || c == ':' || c == '[' || c == '{'; }));
}

}  // namespace

// simdjson's DOM is the fastest way to find that all is well. A text for which it would take more
// memory than the text itself is checked in the ways that say what is wrong, and keep nothing.
std::optional<Refusal> find_refusal(simdjson::dom::parser& parser, std::string_view text) {
  auto error = simdjson::SUCCESS;
  if (dom_value_size * most_values_in(text) <= std::max(text.size(), dom_size)) {
    error = parse(parser, text).error();
    if (error == simdjson::SUCCESS) return std::nullopt;
  }
  if (auto broken = find_syntax_error(text)) {
    return Refusal{Code::syntax, broken->offset, "", std::move(broken->message)};
  }
  if (auto excess = find_excess(text)) {
    return Refusal{Code::limit, excess->offset, std::move(excess->pointer),
                   std::move(excess->message)};
  }
  if (error == simdjson::MEMALLOC) return Refusal{.message = simdjson::error_message(error)};
  // What simdjson may still refuse is a number of more than 64 bits. The decoder reads it.
  return std::nullopt;
}

}  // namespace ssi
