#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <ssi/log.hpp>

namespace ssi {

/// `action` as a JSON object on one line, without a day: `{"type": "search", "filters": 3}`. Fields
/// at their defaults are left out.
[[nodiscard]] std::string encode(const Action& action);

/// `activity` as a JSON object on one line, with its day as `at`.
[[nodiscard]] std::string encode(const Activity& activity);

/// `action` in words, as `ssi score --what-if` takes them: `search filters=3`.
[[nodiscard]] std::string encode_words(const Action& action);
[[nodiscard]] std::string encode_words(const Reading& reading);

/// A record as a line of JSON Lines, without a newline. `at` is its date or timestamp.
[[nodiscard]] std::string encode_line(const std::optional<std::string>& member, std::string_view at,
                                      const Action& action);
[[nodiscard]] std::string encode_line(const std::optional<std::string>& member, std::string_view at,
                                      const Reading& reading);

/// `log` as a document on one line. Its activities are as few as possible and score the same as the
/// original ones, which a timeline does not keep. Its readings are written as they are.
[[nodiscard]] std::string encode(const MemberLog& log);

}  // namespace ssi
