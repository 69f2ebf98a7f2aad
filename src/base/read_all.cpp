#include "base/read_all.hpp"

#include <istream>

#include "base/limits.hpp"
#include "base/read_error.hpp"
#include "base/text.hpp"

namespace ssi {

std::string read_all(std::istream& in) {
  constexpr std::size_t some = std::size_t{1} << 20U;
  std::string text;
  while (in) {
    const std::size_t size = text.size();
    text.resize(size + some);
    in.read(&text[size], static_cast<std::streamsize>(some));
    text.resize(size + static_cast<std::size_t>(in.gcount()));
    if (text.size() > log_size_limit) {
      throw ReadError{Code::limit, "above " + byte_size(log_size_limit)};
    }
  }
  if (in.bad()) throw ReadError{Code::io, "cannot be read"};
  return text;
}

}  // namespace ssi
