#include "base/keyed_hash.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

constexpr std::uint64_t factor = 0xC6A4A7935BD1E995U;  // of MurmurHash64A, which libstdc++ uses

std::uint64_t shifted(std::uint64_t word) {
  return word ^ (word >> 47U);
}

// What murmur makes of a word of the text before it joins the hash, and the way back.
std::uint64_t mixed(std::uint64_t word) {
  return shifted(word * factor) * factor;
}
std::uint64_t unmixed(std::uint64_t word) {
  std::uint64_t inverse = factor;  // modulo 2^64, by Newton's method
  for (int i = 0; i < 6; ++i) inverse *= 2 - factor * inverse;
  return shifted(word * inverse) * inverse;
}

// A text of 16 bytes for each number, all with the same std::hash in libstdc++: the second word
// undoes what the first did.
std::string colliding(std::uint64_t number) {
  constexpr std::uint64_t seed = 0xC70F6907U;
  const std::uint64_t hash = (seed ^ (16 * factor) ^ mixed(number)) * factor;
  const std::array words = {number, unmixed(hash)};
  std::string text(sizeof words, ' ');
  std::memcpy(text.data(), words.data(), sizeof words);
  return text;
}

TEST_CASE("texts that collide under std::hash do not under a keyed hash", "[keyed_hash]") {
  constexpr std::size_t texts = 10'000;
  std::set<std::size_t> usual;
  std::set<std::size_t> keyed;
  for (std::size_t i = 0; i < texts; ++i) {
    usual.insert(std::hash<std::string>{}(colliding(i)));
    keyed.insert(KeyedHash{}(colliding(i)));
  }
#ifdef __GLIBCXX__
  CHECK(usual.size() == 1);
#endif
  CHECK(keyed.size() == texts);
}

TEST_CASE("each byte of a text and its size change its keyed hash", "[keyed_hash]") {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string text(size, '\0');
    const std::size_t hash = KeyedHash{}(text);
    CHECK(KeyedHash{}(("xx" + text).substr(2)) == hash);
    CHECK(KeyedHash{}(text + '\0') != hash);
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = text;
      other[i] = 1;
      CHECK(KeyedHash{}(other) != hash);
    }
  }
}

}  // namespace
}  // namespace ssi::test
