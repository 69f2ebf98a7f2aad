// dom_parse FILE: the yardstick. Parses each line with simdjson's DOM parser, touches every value
// in it, and does nothing else.

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>

#include <simdjson.h>

namespace {

namespace dom = simdjson::dom;

// The whole file in memory at once would be slower, for the page faults.
constexpr std::size_t block_size = std::size_t{512} << 10U;

// Something that depends on every key and value, so that none can be left out.
std::uint64_t touch(dom::element value) {
  switch (value.type()) {
    case dom::element_type::OBJECT: {
      std::uint64_t sum = 0;
      for (const auto [key, field] : dom::object{value}) sum += key.size() + touch(field);
      return sum;
    }
    case dom::element_type::ARRAY: {
      std::uint64_t sum = 0;
      for (const dom::element item : dom::array{value}) sum += touch(item);
      return sum;
    }
    case dom::element_type::STRING: {
      const std::string_view text{value};
      return text.empty() ? 0 : text.size() + static_cast<unsigned char>(text.back());
    }
    case dom::element_type::INT64:
      return static_cast<std::uint64_t>(std::int64_t{value});
    case dom::element_type::UINT64:
      return std::uint64_t{value};
    case dom::element_type::DOUBLE:
      return static_cast<std::uint64_t>(double{value});
    case dom::element_type::BOOL:
      return bool{value} ? 1 : 0;
    case dom::element_type::NULL_VALUE:
      return 0;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: dom_parse FILE\n";
    return 2;
  }
  std::ifstream in{argv[1], std::ios::binary};
  std::string buffer;
  std::size_t held = 0;  // bytes of a line that goes on in the next block
  dom::parser parser;
  std::uint64_t sum = 0;
  while (in) {
    buffer.resize(std::max(buffer.size(), held + block_size + simdjson::SIMDJSON_PADDING));
    in.read(buffer.data() + held, block_size);
    std::string_view rest{buffer.data(), held + static_cast<std::size_t>(in.gcount())};
    for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
      sum += touch(parser.parse(rest.data(), end, false));
      rest.remove_prefix(end + 1);
    }
    std::memmove(buffer.data(), rest.data(), rest.size());
    held = rest.size();
  }
  if (held > 0) sum += touch(parser.parse(buffer.data(), held, false));
  std::cout << sum << '\n';
  return 0;
}
