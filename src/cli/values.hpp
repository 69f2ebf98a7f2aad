#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <ssi/names.hpp>
#include <ssi/report.hpp>

#include "cli/app.hpp"

// What the values of options mean. Each function throws CommandError for a text that it does not
// understand, and names `option` there.
namespace ssi {

/// A whole number from 1 to `most`.
[[nodiscard]] int parse_whole(std::string_view option, std::string_view text, int most);

/// A number of points from 0 to `most`.
[[nodiscard]] Points parse_number(std::string_view option, std::string_view text, Points most);

/// The index of `text` among the `choices`.
[[nodiscard]] std::size_t parse_choice(std::string_view option, std::string_view text,
                                       std::span<const std::string_view> choices);

/// The value of `Enum` that is spelled `text`.
template <class Enum>
Enum parse_choice(std::string_view option, std::string_view text) {
  return static_cast<Enum>(parse_choice(option, text, names_of<Enum>));
}

/// A day to score at: a date, today or latest; the log's own where there is no text.
[[nodiscard]] AsOf parse_as_of(std::string_view option, const std::optional<std::string>& text,
                               const Environment& environment);

/// A date, such as 2026-11-22; nothing where the option is not given.
[[nodiscard]] std::optional<Day> parse_date_option(std::string_view option,
                                                   const std::optional<std::string>& text);

}  // namespace ssi
