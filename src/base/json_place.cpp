#include "base/json_place.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/text.hpp"

namespace ssi {
namespace {

namespace ondemand = simdjson::ondemand;

static_assert(json_padding >= simdjson::SIMDJSON_PADDING);

// On-demand parsing keeps the raw text of each value, and so its place, which the DOM does not.
class Locator {
 public:
  explicit Locator(std::string_view json, std::size_t occurrence = 0)
      : json_{json}, occurrence_{occurrence} {}

  std::size_t find(std::string_view pointer, Part part) {
    ondemand::document document = parser_.iterate(padded());
    return find_in(document.get_value().value(), pointer, part);
  }

  std::optional<Excess> find_excess() {
    ondemand::document document = parser_.iterate(padded());
    // A document that is but a number has no value to iterate over.
    if (document.is_scalar())
      return Excess{"", offset_of(document.raw_json_token()), too_large(document.raw_json_token())};
    return excess_in(document.get_value().value(), "", 1);
  }

 private:
  simdjson::padded_string_view padded() const {
    return simdjson::padded_string_view{json_.data(), json_.size(),
                                        json_.size() + simdjson::SIMDJSON_PADDING};
  }

  std::size_t offset_of(std::string_view token) const {
    return static_cast<std::size_t>(token.data() - json_.data());
  }

  static std::string too_large(std::string_view token) {
    const std::string_view number = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
    return fmt::format("the number {} is too large", shortened(number));
  }

  // Where the value that `pointer` names starts, `pointer` being relative to `value`.
  std::size_t find_in(ondemand::value value, std::string_view pointer, Part part) {
    const std::size_t here = offset_of(value.raw_json_token());
    if (pointer.empty()) return here;
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view token = pointer.substr(1, end - 1);
    const std::string_view deeper = pointer.substr(end);
    if (value.type() == ondemand::json_type::array) {
      std::size_t index = 0;
      std::from_chars(token.data(), token.data() + token.size(), index);
      for (ondemand::value element : value.get_array()) {
        if (index-- == 0) return find_in(element, deeper, part);
      }
      return here;
    }
    if (value.type() != ondemand::json_type::object) return here;
    return find_field(value.get_object(), token, deeper, part).value_or(here);
  }

  std::optional<std::size_t> find_field(ondemand::object object, std::string_view token,
                                        std::string_view deeper, Part part) {
    std::optional<std::size_t> found;
    std::size_t occurrence = 0;
    for (ondemand::field field : object) {
      const std::size_t key = static_cast<std::size_t>(field.key().raw() - json_.data()) - 1;
      const std::string_view name = field.unescaped_key();
      if (pointer_token(name) != token) continue;
      const bool wants_key = deeper.empty() && part == Part::key;
      found = wants_key ? key : find_in(field.value(), deeper, part);
      if (wants_key && occurrence++ == occurrence_) break;
    }
    return found;
  }

  std::optional<Excess> excess_in(ondemand::value value, const std::string& pointer,
                                  std::size_t depth) {
    const std::string_view token = value.raw_json_token();
    switch (value.type()) {
      case ondemand::json_type::array:
        return depth > depth_limit ? too_deep(pointer, token)
                                   : excess_in_array(value.get_array(), pointer, depth);
      case ondemand::json_type::object:
        return depth > depth_limit ? too_deep(pointer, token)
                                   : excess_in_object(value.get_object(), pointer, depth);
      case ondemand::json_type::number:
        if (value.get_number().error() == simdjson::SUCCESS) return std::nullopt;
        return Excess{pointer, offset_of(token), too_large(token)};
      default:
        return std::nullopt;
    }
  }

  std::optional<Excess> too_deep(const std::string& pointer, std::string_view token) const {
    return Excess{pointer, offset_of(token), fmt::format("nested more than {} deep", depth_limit)};
  }

  std::optional<Excess> excess_in_array(ondemand::array array, const std::string& pointer,
                                        std::size_t depth) {
    std::size_t index = 0;
    for (ondemand::value element : array) {
      auto found = excess_in(element, fmt::format("{}/{}", pointer, index++), depth + 1);
      if (found) return found;
    }
    return std::nullopt;
  }

  std::optional<Excess> excess_in_object(ondemand::object object, const std::string& pointer,
                                         std::size_t depth) {
    for (ondemand::field field : object) {
      const std::string_view name = field.unescaped_key();
      auto found = excess_in(field.value(), pointer + '/' + pointer_token(name), depth + 1);
      if (found) return found;
    }
    return std::nullopt;
  }

  std::string_view json_;
  std::size_t occurrence_;  // of a key, counted from 0
  ondemand::parser parser_;
};

}  // namespace

std::size_t locate(std::string_view json, std::string_view pointer, Part part,
                   std::size_t occurrence) try {
  return Locator{json, occurrence}.find(pointer, part);
} catch (const simdjson::simdjson_error&) {
  return 0;  // the caller's text was not valid JSON after all: its start is the best there is
}

std::optional<Excess> find_excess(std::string_view json) try {
  return Locator{json}.find_excess();
} catch (const simdjson::simdjson_error&) {
  return std::nullopt;
}

Position position_at(std::string_view text, std::size_t offset, std::uint64_t first_line) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;
  const auto lines = std::ranges::count(before, '\n');
  // A byte 10xxxxxx continues a character.
  const auto characters = std::ranges::count_if(before.substr(line_start), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
  });
  return {first_line + static_cast<std::uint64_t>(lines),
          static_cast<std::uint64_t>(characters) + 1};
}

std::string pointer_token(std::string_view key) {
  std::string token;
  for (const char c : key) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

}  // namespace ssi
