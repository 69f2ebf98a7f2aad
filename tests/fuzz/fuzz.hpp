#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

/// Called by libFuzzer with one input after the other; ends the process where a promise is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace ssi::fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline std::unique_ptr<std::istream> stream_of(std::string text) {
  return std::make_unique<std::istringstream>(std::move(text));
}

/// The part of `text` up to `separator`, which is taken off with it; all of it where there is none.
inline std::string_view take_until(std::string_view& text, std::string_view separator) {
  const std::size_t end = text.find(separator);
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + separator.size());
  return taken;
}

/// Ends the process unless `promise` holds, in builds without assertions, too.
inline void hold(bool promise) {
  if (!promise) __builtin_trap();
}

}  // namespace ssi::fuzz
