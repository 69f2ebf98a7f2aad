#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "page/page.hpp"

// The parts of the HTML look.
namespace ssi {

template <class... Parts>
void put(std::string& out, fmt::format_string<Parts...> text, Parts&&... parts) {
  fmt::format_to(std::back_inserter(out), text, std::forward<Parts>(parts)...);
}

/// `text` of a log as HTML has it, in an element or in quotes.
[[nodiscard]] std::string html_text(std::string_view text);

/// Pages as `<article>`s, their titles headings of this level: 1, 2 or 3.
void write_article(std::string& out, const Page& page, int level);

/// The same in a fold, with its title and total on the outside.
void write_fold(std::string& out, const Page& page);

/// What stands before all articles, and behind them.
void write_html_head(std::string& out, std::string_view title);
void write_html_tail(std::string& out, std::span<const Diagnostic> diagnostics);

/// SVG (charts.cpp): parts as a ring around their sum, and points over time. Each tells a screen
/// reader what it shows.
void write_ring(std::string& out, const Headline& sum, const Meters& parts);
void write_plot(std::string& out, const Chart& chart);

}  // namespace ssi
