#pragma once

#include <optional>
#include <string>

#include <ssi/members.hpp>

#include "cli/inputs.hpp"

namespace ssi {

/// Reads the log of one member: of the one called `id`, or of the only one there is. Nothing if the
/// logs are bad, which has been said then. Throws CommandError where there is no such member, or
/// more than one log of them.
[[nodiscard]] std::optional<MemberLog> read_one_member(LogInputs& inputs,
                                                       const std::optional<std::string>& id);

}  // namespace ssi
