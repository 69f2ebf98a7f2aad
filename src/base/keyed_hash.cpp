#include "base/keyed_hash.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>

namespace ssi {
namespace {

__extension__ using Product = unsigned __int128;

struct Words {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

Words draw_key() {
  std::random_device random;
  std::uniform_int_distribution<std::uint64_t> any;
  return {any(random), any(random)};
}

}  // namespace

// By folded multiplication, as wyhash and others do it: each bit of a 128-bit product depends on
// many of both factors, and each factor on a word that is not known.
std::size_t KeyedHash::operator()(std::string_view text) const {
  static const Words key = draw_key();
  std::uint64_t hash = key.second ^ text.size();
  while (!text.empty()) {
    Words next;
    const std::size_t size = std::min(text.size(), sizeof next);
    std::memcpy(&next, text.data(), size);
    const Product product = Product{next.first ^ key.first} * (next.second ^ hash);
    hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
    text.remove_prefix(size);
  }
  return hash;
}

}  // namespace ssi
