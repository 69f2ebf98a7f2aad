#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "page/page.hpp"

// The parts of the HTML look. A page is one file that loads nothing: it can be mailed and archived.
namespace ssi {

/// Appends formatted text.
template <class... Parts>
void put(std::string& out, fmt::format_string<Parts...> text, Parts&&... parts) {
  fmt::format_to(std::back_inserter(out), text, std::forward<Parts>(parts)...);
}

/// Text from a log, escaped for HTML and XML: safe in an element and in a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

/// A page as an `<article>`, with its title as a heading of this level: 1, 2 or 3.
void write_article(std::string& out, const Page& page, int level);

/// The same, folded: only the title and the total show until the reader opens it.
void write_fold(std::string& out, const Page& page);

/// What stands before all articles and behind them.
void write_html_head(std::string& out, std::string_view title);
void write_html_tail(std::string& out, const Diagnostics& diagnostics);

/// SVG (charts.cpp): parts as a ring around their sum, and points over time. Both have a title and
/// a description in words for screen readers.
void write_ring(std::string& out, const Headline& sum, const Meters& parts);
void write_plot(std::string& out, const Chart& chart);

}  // namespace ssi
