// Finds the places for diagnostics. Logs are read without any record of places, which would cost
// every reader for the few logs with errors; a text with something wrong is read once more here.

#include "base/json_place.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/json_cursor.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

namespace ssi {
namespace {

static_assert(json_padding >= simdjson::SIMDJSON_PADDING);

// Finds places in one pass over the text, however many they are.
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
    find_in_value(sought);
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

  std::size_t offset_of(std::string_view token) const {
    return static_cast<std::size_t>(token.data() - json_.data());
  }

  // Invariant: all of `sought` are within the next value. Each gets the offset of that value first,
  // which stands where nothing deeper is found: what is missing is reported at what should hold it.
  void find_in_value(const std::vector<Sought>& sought) {
    const std::size_t here = offset_of(cursor_.rest());
    std::vector<Sought> inside;
    for (const Sought& each : sought) {
      each.offset = here;
      if (!each.pointer.empty()) inside.push_back(each);
    }
    if (!inside.empty() && cursor_.at('[')) return find_in_list(inside);
    if (!inside.empty() && cursor_.at('{')) return find_in_object(inside);
    cursor_.take_value();
  }

  void find_in_list(const std::vector<Sought>& sought) {
    std::map<std::size_t, std::vector<Sought>> by_index;
    for (const Sought& each : sought) {
      const std::string_view token = each.token();
      std::size_t index = 0;
      std::from_chars(token.data(), token.data() + token.size(), index);
      by_index[index].push_back(each.deeper());
    }
    auto next = by_index.begin();
    std::size_t index = 0;
    cursor_.take_list([&] {
      const bool is_sought = next != by_index.end() && next->first == index++;
      if (!is_sought) return (void)cursor_.take_value();
      find_in_value((next++)->second);
    });
  }

  // Of equal keys the last one counts, and overwrites the offset of those before it.
  void find_in_object(std::vector<Sought>& sought) {
    cursor_.take_object([&](std::string_view key) {
      const std::string name = pointer_token(scalars_.text(key));
      std::vector<Sought> inside;
      for (Sought& each : sought) {
        if (each.token() != name) continue;
        const Sought deeper = each.deeper();
        if (!deeper.pointer.empty() || each.place.part == Part::value) {
          inside.push_back(deeper);
        } else if (each.keys_seen++ <= each.place.occurrence) {
          each.offset = offset_of(key);
        }
      }
      if (inside.empty()) return (void)cursor_.take_value();
      find_in_value(inside);
    });
  }

  std::string_view json_;
  JsonCursor cursor_{json_};
  JsonScalars scalars_;
};

// A list or an object that is open where a cursor stands: its last key, and the elements before.
struct Level {
  std::string_view key{};  // empty in a list
  std::size_t index = 0;
};

std::string pointer_to(std::span<const Level> levels, JsonScalars& scalars) {
  std::string pointer;
  for (const auto& [key, index] : levels) {
    pointer += '/';
    pointer += key.empty() ? std::to_string(index) : pointer_token(scalars.text(key));
  }
  return pointer;
}

}  // namespace

std::vector<std::size_t> locate(std::string_view json, std::span<const JsonPlace> places) {
  std::vector<std::size_t> offsets(places.size());
  Locator{json}.find(places, offsets);
  return offsets;
}

std::optional<Excess> find_excess(std::string_view json) {
  JsonScalars scalars;
  std::vector<Level> levels;
  std::string_view before;  // the token before
  for (JsonCursor cursor{json}; !cursor.done();) {
    const std::string_view token = cursor.take_token();
    const auto excess = [&](std::string message) {
      return Excess{pointer_to(levels, scalars),
                    static_cast<std::size_t>(token.data() - json.data()), std::move(message)};
    };
    const char c = token.front();
    if (c == '[' || c == '{') {
      if (levels.size() == depth_limit) {
        return excess(fmt::format("nested more than {} deep", depth_limit));
      }
      levels.emplace_back();
    } else if (c == ']' || c == '}') {
      levels.pop_back();
    } else if (c == ':') {
      levels.back().key = before;
    } else if (c == ',') {
      ++levels.back().index;
    } else if (c != '"' && !scalars.can_read(token)) {
      return excess(fmt::format("the number {} is too large", shortened(token)));
    }
    before = token;
  }
  return std::nullopt;
}

std::vector<RepeatedKey> repeated_keys(std::string_view json) {
  JsonScalars scalars;
  std::vector<RepeatedKey> repeated;
  std::vector<std::set<std::string>> keys;  // of the objects that are open
  std::string_view before;                  // the token before
  for (JsonCursor cursor{json}; !cursor.done();) {
    const std::string_view token = cursor.take_token();
    if (token == "{") keys.emplace_back();
    if (token == "}") keys.pop_back();
    if (token == ":") {
      const auto [key, is_new] = keys.back().emplace(scalars.text(before));
      if (!is_new) {
        repeated.push_back({*key, static_cast<std::size_t>(before.data() - json.data())});
      }
    }
    before = token;
  }
  return repeated;
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
