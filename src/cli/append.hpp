#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace ssi {

/// Adds a line and its end to the file `path`, which is created where there is none; a last line
/// without its end gets one. However it is interrupted, the file is what it was or has the whole
/// line: what is written is a new file, which then takes the place of the old one. A lock keeps out
/// others who add at the same time. `check` is given the first lines of a file that is not empty,
/// up to the first that is not blank, and may object by throwing. Throws CommandError.
void append_line(const std::string& path, std::string_view line,
                 const std::function<void(const std::string& start)>& check);

/// Creates the file `path` with a line in it. False, and nothing done, where it is there already.
/// Throws CommandError.
[[nodiscard]] bool create_with_line(const std::string& path, std::string_view line);

}  // namespace ssi
