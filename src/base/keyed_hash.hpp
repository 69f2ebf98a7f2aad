#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ssi {

/// A hash with a key that each run draws anew. Texts that collide under std::hash are easy to find,
/// and each look-up in a table of them walks through all of it. Who does not know the key cannot
/// find any that collide under this hash.
struct KeyedHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view text) const;
};

/// A table by texts from files. Its order differs from run to run: nothing may depend on it.
template <class Value>
using HashMap = std::unordered_map<std::string, Value, KeyedHash, std::equal_to<>>;

}  // namespace ssi
