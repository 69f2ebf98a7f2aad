#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "cli/options.hpp"

// The words that options may be. What reads an option and what completes it in a shell go by them.
namespace ssi {

inline constexpr std::array<std::string_view, 3> colors = {"auto", "always", "never"};
inline constexpr std::array<std::string_view, 3> precisions = {"0", "1", "2"};
inline constexpr std::array<std::string_view, 1> groups = {"team"};
inline constexpr std::array<std::string_view, 3> shells = {"bash", "zsh", "fish"};

/// What an option or a positional argument of a command may be, as far as that is one of a few
/// words. Where there are none, or it may be a file as well, `takes_file` says so.
[[nodiscard]] std::vector<std::string_view> choices_of(const Command& command,
                                                       const Option& option);

/// Whether it may be the name of a file.
[[nodiscard]] bool takes_file(const Option& option);

}  // namespace ssi
