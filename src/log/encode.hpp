#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <ssi/log.hpp>

namespace ssi {

/// `action` as the log writes it, on one line and without its day: `{"type": "search", "filters":
/// 3}`. Fields at their defaults are left out.
[[nodiscard]] std::string encode(const Action& action);

/// `activity` as the log writes it, on one line.
[[nodiscard]] std::string encode(const Activity& activity);

/// The same in words, as `ssi score --what-if` takes them: `search filters=3`.
[[nodiscard]] std::string encode_words(const Action& action);

/// An activity as a line of JSON Lines, without its end. `at` is its date or timestamp.
[[nodiscard]] std::string encode_line(const std::optional<std::string>& member, std::string_view at,
                                      const Action& action);

/// `log` as a document on one line, in as few activities as tell the same.
[[nodiscard]] std::string encode(const MemberLog& log);

}  // namespace ssi
