#pragma once

#include <string>
#include <vector>

#include <ssi/report.hpp>

namespace ssi {

/// What `--what-if` supposes, each text an activity in the words of `ssi add`: `search
/// filters=1 --count 10`. Throws CommandError.
[[nodiscard]] std::vector<Supposed> parse_what_if(const std::vector<std::string>& texts);

}  // namespace ssi
