#pragma once

#include <string>

#include <ssi/model.hpp>

namespace ssi {

/// The model that `name` stands for: a built-in one, or a file. Throws CommandError with all that
/// is wrong with a file.
[[nodiscard]] Model load_model(const std::string& name);

}  // namespace ssi
