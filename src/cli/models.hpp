#pragma once

#include <string>

#include <ssi/model.hpp>

#include "cli/app.hpp"

namespace ssi {

/// The model that `name` stands for: a built-in one, or a file. What is wrong with a file is
/// written to standard error, and CommandError thrown with an empty message.
[[nodiscard]] Model load_model(const Environment& environment, const std::string& name);

}  // namespace ssi
