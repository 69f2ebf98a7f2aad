#pragma once

#include <string>
#include <string_view>

namespace ssi {

/// `text` as a JSON string, quotes included; what could steer a terminal or a build
/// server is escaped.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace ssi
