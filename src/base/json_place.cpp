// Finds the places for diagnostics. Logs are read without any record of places, which would cost
// every reader for the few logs with errors; a text with something wrong is read once more here.

#include "base/json_place.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ssi {
namespace {

namespace ondemand = simdjson::ondemand;

static_assert(json_padding >= simdjson::SIMDJSON_PADDING);

// By simdjson's On-Demand interface: it gives the raw text of each value, and so its place, which
// the DOM does not.
class Locator {
 public:
  explicit Locator(std::string_view json) : json_{json} {}

  // Sets the offset of each of `places`.
  void find(std::span<const JsonPlace> places, std::span<std::size_t> offsets) {
    std::vector<Sought> sought;
    sought.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      sought.push_back({places[i], places[i].pointer, offsets[i]});
    }
    ondemand::document document = parser_.iterate(padded());
    find_in(document.get_value().value(), sought);
  }

  std::optional<Excess> find_excess() {
    ondemand::document document = parser_.iterate(padded());
    // On-Demand cannot iterate over a document that is one bare number.
    if (document.is_scalar())
      return Excess{"", offset_of(document.raw_json_token()), too_large(document.raw_json_token())};
    return excess_in(document.get_value().value(), 1);
  }

 private:
  // A place that is looked for within the value that is being read.
  struct Sought {
    const JsonPlace& place;
    std::string_view pointer;  // the rest of it, relative to that value
    std::size_t& offset;
    std::size_t keys_seen = 0;

    [[nodiscard]] std::string_view token() const {
      return pointer.substr(1, std::min(pointer.find('/', 1), pointer.size()) - 1);
    }
    // The same place, relative to the value that the first token names.
    [[nodiscard]] Sought deeper() const {
      return {place, pointer.substr(1 + token().size()), offset};
    }
  };

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

  // Invariant: all of `sought` are within `value`. Each gets the offset of `value` first, which
  // stands where nothing deeper is found: what is missing is reported at what should hold it.
  void find_in(ondemand::value value, const std::vector<Sought>& sought) {
    const std::size_t here = offset_of(value.raw_json_token());
    std::vector<Sought> inside;
    for (const Sought& each : sought) {
      each.offset = here;
      if (!each.pointer.empty()) inside.push_back(each);
    }
    if (inside.empty()) return;
    if (value.type() == ondemand::json_type::array) find_in_array(value.get_array(), inside);
    if (value.type() == ondemand::json_type::object) find_in_object(value.get_object(), inside);
  }

  // On-Demand goes forward only, so that the places are visited by ascending index.
  void find_in_array(ondemand::array array, const std::vector<Sought>& sought) {
    std::map<std::size_t, std::vector<Sought>> by_index;
    for (const Sought& each : sought) {
      const std::string_view token = each.token();
      std::size_t index = 0;
      std::from_chars(token.data(), token.data() + token.size(), index);
      by_index[index].push_back(each.deeper());
    }
    std::size_t index = 0;
    for (ondemand::value element : array) {
      const auto next = by_index.begin();
      if (next->first != index++) continue;
      find_in(element, next->second);
      by_index.erase(next);
      if (by_index.empty()) return;
    }
  }

  // Goes through all fields: of equal keys the last one counts, and overwrites the offset of those
  // before it.
  void find_in_object(ondemand::object object, std::vector<Sought>& sought) {
    for (ondemand::field field : object) {
      const std::size_t key = static_cast<std::size_t>(field.key().raw() - json_.data()) - 1;
      const std::string name = pointer_token(field.unescaped_key());
      std::vector<Sought> inside;
      for (Sought& each : sought) {
        if (each.token() != name) continue;
        const Sought deeper = each.deeper();
        if (!deeper.pointer.empty() || each.place.part == Part::value) {
          inside.push_back(deeper);
        } else if (each.keys_seen++ <= each.place.occurrence) {
          each.offset = key;
        }
      }
      if (!inside.empty()) find_in(field.value(), inside);
    }
  }

  // Adds the pointer to what was found on the way back up. Building it on the way down would cost a
  // string for each of the values that are fine.
  std::optional<Excess> excess_in(ondemand::value value, std::size_t depth) {
    const std::string_view token = value.raw_json_token();
    switch (value.type()) {
      case ondemand::json_type::array:
        return depth > depth_limit ? too_deep(token) : excess_in_array(value.get_array(), depth);
      case ondemand::json_type::object:
        return depth > depth_limit ? too_deep(token) : excess_in_object(value.get_object(), depth);
      case ondemand::json_type::number:
        if (value.get_number().error() == simdjson::SUCCESS) return std::nullopt;
        return Excess{"", offset_of(token), too_large(token)};
      default:
        return std::nullopt;
    }
  }

  std::optional<Excess> too_deep(std::string_view token) const {
    return Excess{"", offset_of(token), fmt::format("nested more than {} deep", depth_limit)};
  }

  std::optional<Excess> excess_in_array(ondemand::array array, std::size_t depth) {
    std::size_t index = 0;
    for (ondemand::value element : array) {
      if (auto found = excess_in(element, depth + 1)) {
        found->pointer.insert(0, fmt::format("/{}", index));
        return found;
      }
      ++index;
    }
    return std::nullopt;
  }

  std::optional<Excess> excess_in_object(ondemand::object object, std::size_t depth) {
    for (ondemand::field field : object) {
      const std::string_view name = field.unescaped_key();
      if (auto found = excess_in(field.value(), depth + 1)) {
        found->pointer.insert(0, '/' + pointer_token(name));
        return found;
      }
    }
    return std::nullopt;
  }

  std::string_view json_;
  ondemand::parser parser_;
};

}  // namespace

std::vector<std::size_t> locate(std::string_view json, std::span<const JsonPlace> places) {
  std::vector<std::size_t> offsets(places.size());
  try {
    Locator{json}.find(places, offsets);
  } catch (const simdjson::simdjson_error&) {
    // The text was not valid JSON after all: what was found so far is the best there is.
    return offsets;
  }
  return offsets;
}

std::optional<Excess> find_excess(std::string_view json) try {
  return Locator{json}.find_excess();
} catch (const simdjson::simdjson_error&) {
  return std::nullopt;
}

Position position_at(std::string_view text, std::size_t offset, std::uint64_t first_line) {
  return positions_at(text, {&offset, 1}, first_line).front();
}

std::vector<Position> positions_at(std::string_view text, std::span<const std::size_t> offsets,
                                   std::uint64_t first_line) {
  std::vector<std::size_t> in_order(offsets.size());
  std::iota(in_order.begin(), in_order.end(), std::size_t{0});
  std::ranges::sort(in_order, {}, [&](std::size_t i) { return offsets[i]; });
  std::vector<Position> positions(offsets.size());
  Position position{first_line, 1};
  std::size_t at = 0;
  for (const std::size_t i : in_order) {
    std::string_view passed = text.substr(at, offsets[i] - at);
    at = offsets[i];
    if (const std::size_t last = passed.rfind('\n'); last != passed.npos) {
      position.line += static_cast<std::uint64_t>(std::ranges::count(passed, '\n'));
      position.column = 1;
      passed.remove_prefix(last + 1);
    }
    // Bytes 10xxxxxx belong to the character before.
    position.column += static_cast<std::uint64_t>(std::ranges::count_if(
        passed, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
    positions[i] = position;
  }
  return positions;
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
