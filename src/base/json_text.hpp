#pragma once

#include <string>
#include <string_view>

namespace ssi {

/// `text` as a JSON string, quotes included. Whatever could steer a terminal, or be a command to a
/// build server, is escaped; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace ssi
