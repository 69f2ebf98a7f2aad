#pragma once

#include <string>

#include <ssi/log.hpp>

namespace ssi {

/// `action` as the log writes it, on one line and without its day: `{"type": "search", "filters":
/// 3}`. Fields at their defaults are left out.
[[nodiscard]] std::string encode(const Action& action);

/// `activity` as the log writes it, on one line.
[[nodiscard]] std::string encode(const Activity& activity);

/// `log` as a document on one line, in as few activities as tell the same.
[[nodiscard]] std::string encode(const MemberLog& log);

}  // namespace ssi
