#pragma once

#include <string>
#include <vector>

#include <ssi/report.hpp>

namespace ssi {

/// `LinkedIn showed 53 on 2026-11-20; this log gives 52.64 on that day.`, and the ranks and
/// averages that LinkedIn showed with it.
[[nodiscard]] std::string in_words(const SideBySide& both);

/// For each pillar in which the two are far apart, what that may come from.
[[nodiscard]] std::vector<std::string> hints_of(const SideBySide& both);

}  // namespace ssi
