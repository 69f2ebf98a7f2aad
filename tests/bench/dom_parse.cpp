// dom_parse FILE: the yardstick. Parses each line with simdjson's DOM parser, touches every value
// in it, and does nothing else.

#include <cstring>
#include <fstream>
#include <iostream>

#include <simdjson.h>

#include "log/block_reader.hpp"

namespace {

namespace dom = simdjson::dom;

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
  ssi::BlockReader blocks{in};
  dom::parser parser;
  std::uint64_t sum = 0;
  for (std::string_view rest = blocks.next(); !rest.empty(); rest = blocks.next()) {
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n') + 1;
      const std::size_t size = end == 0 ? rest.size() : end;
      sum += touch(parser.parse(rest.data(), size, false));
      rest.remove_prefix(size);
    }
  }
  std::cout << sum << '\n';
  return 0;
}
