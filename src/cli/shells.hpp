#pragma once

#include <string>

// What `make install` puts where shells and man look for it. All of it is made of the tables of
// commands and options.
namespace ssi {

/// Scripts that complete what is typed after `ssi`.
[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

/// The man page `ssi.1`, with all commands.
[[nodiscard]] std::string man_page();

}  // namespace ssi
