#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ssi {

/// What to say behind a word that is wrong where it stands: where it belongs, if it is a word of
/// the program, as in `; it is a command: ssi help report`; else which of `fitting` was meant,
/// `; did you mean 'score'?`; nothing if neither is known.
[[nodiscard]] std::string hint(std::string_view word, std::span<const std::string_view> fitting);

}  // namespace ssi
