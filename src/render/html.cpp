#include "render/html.hpp"

#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "render/inert.hpp"
#include "render/page_css.hpp"  // page.css, as CMake builds it in
#include "render/render.hpp"

namespace ssi {
namespace {

// The class for a tone: ` class="good"`, or nothing.
std::string class_of(Tone tone) {
  constexpr std::array<std::string_view, 7> names = {"",     "strong", "faint",     "good",
                                                     "fair", "bad",    "bad strong"};
  const std::string_view name = names[static_cast<std::size_t>(tone)];
  return name.empty() ? "" : fmt::format(" class=\"{}\"", name);
}

std::string_view class_of(const Column& column) {
  return column.kind == Column::Kind::number ? " class=\"number\"" : "";
}

void write_html(std::string& out, const Paragraph& paragraph) {
  put(out, "<p{}>{}</p>\n", class_of(paragraph.tone), html_text(paragraph.text));
}

void write_html(std::string& out, const List& list) {
  out += "<ul>\n";
  for (const Item& item : list.items) {
    out += "<li>";
    if (!item.label.empty()) put(out, "<b>{}</b> ", html_text(item.label));
    put(out, "{}</li>\n", html_text(item.text));
  }
  out += "</ul>\n";
}

void write_html(std::string& out, const Meters& meters) {
  put(out, "<ul class=\"meters{}\">\n", meters.are_whole ? " ring-colors" : "");
  for (const Meter& meter : meters.meters) {
    put(out, "<li><span>{}</span> <b>{}</b>", html_text(meter.label), html_text(meter.amount));
    if (meter.whole > 0) {
      const double percent =
          100.0 * static_cast<double>(meter.part) / static_cast<double>(meter.whole);
      put(out, "<i class=\"bar\"><i style=\"width:{:.2f}%\"></i></i>", percent);
    }
    if (!meter.mark.empty())
      put(out, " <em{}>{}</em>", class_of(meter.tone), html_text(meter.mark));
    if (!meter.note.empty()) put(out, " <small>{}</small>", html_text(meter.note));
    out += "</li>\n";
  }
  out += "</ul>\n";
}

void write_row(std::string& out, const Table& table, const Row& row) {
  out += "<tr>";
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool is_alone = row.size() == 1;
    const bool is_head = i == 0 && !is_alone && table.columns[i].kind != Column::Kind::number;
    const std::string_view tag = is_head ? "th" : "td";
    const std::string tone = class_of(row[i].tone);
    // Lets a phone break a signal's id between its words instead of within one.
    const std::string text =
        is_head ? escaped(html_text(row[i].text), {{'_', "_<wbr>"}}) : html_text(row[i].text);
    put(out, "<{}{}{}>{}</{}>", tag, is_head ? " scope=\"row\"" : class_of(table.columns[i]),
        is_alone ? fmt::format(" colspan=\"{}\"", table.columns.size()) : "",
        tone.empty() ? text : fmt::format("<span{}>{}</span>", tone, text), tag);
  }
  out += "</tr>\n";
}

// Wide tables scroll on their own on a narrow screen. To be scrolled by keyboard, they must be
// able to take the focus and have a name (WCAG 2.1.1).
void write_html(std::string& out, const Table& table) {
  constexpr std::size_t wide = 5;
  if (table.rows.empty()) return put(out, "<p>{}</p>\n", html_text(table.empty));
  const bool is_wide = table.columns.size() >= wide;
  if (is_wide) {
    put(out, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n",
        html_text(table.title.empty() ? "in numbers" : table.title));
  }
  out += "<table>\n<thead><tr>";
  for (const Column& column : table.columns) {
    if (column.title.empty()) {
      out += "<td></td>";
    } else {
      put(out, "<th scope=\"col\"{}>{}</th>", class_of(column), html_text(column.title));
    }
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const Row& row : table.rows) write_row(out, table, row);
  put(out, "</tbody>\n</table>\n{}", is_wide ? "</div>\n" : "");
}

void write_html(std::string& out, const Chart& chart) {
  write_plot(out, chart);
  out += "<details><summary>In numbers</summary>\n";
  write_html(out, chart.table);
  out += "</details>\n";
}

void write_headline(std::string& out, const Headline& top, const Page& page) {
  out += "<div class=\"headline\">\n";
  for (const Block& block : page.blocks) {
    const auto* meters = std::get_if<Meters>(&block);
    if (meters != nullptr && meters->are_whole && !top.verdict.empty())
      write_ring(out, top, *meters);
  }
  put(out, "<p><strong>{}</strong>{}", html_text(top.points), html_text(top.range));
  if (!top.of.empty()) put(out, " / {}", html_text(top.of));
  for (const Cell& cell : top.verdict) {
    put(out, " <span{}>{}</span>", class_of(cell.tone), html_text(cell.text));
  }
  for (const std::string& text : {top.rest, top.note}) {
    if (!text.empty()) put(out, "<br>\n<small>{}</small>", html_text(text));
  }
  out += "</p>\n</div>\n";
}

}  // namespace

std::string html_text(std::string_view text) {
  return escaped(inert(text),
                 {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}});
}

void write_article(std::string& out, const Page& page, int level) {
  put(out, "<article>\n<header><h{0}>{1}</h{0}>\n<p>{2}", level, html_text(page.title),
      html_text(page.context));
  for (const std::string& text : page.small_print) put(out, "<br>\n{}", html_text(text));
  out += "</p></header>\n";
  if (page.headline) write_headline(out, *page.headline, page);
  for (const Block& block : page.blocks) {
    out += "<section>\n";
    std::visit(
        [&](const auto& each) {
          if (!each.title.empty()) put(out, "<h{0}>{1}</h{0}>\n", level + 1, html_text(each.title));
          write_html(out, each);
        },
        block);
    out += "</section>\n";
  }
  out += "</article>\n";
}

void write_fold(std::string& out, const Page& page) {
  put(out, "<details><summary>{}", html_text(page.title));
  if (page.headline) {
    put(out, ", <b>{}</b>{}", html_text(page.headline->points), html_text(page.headline->range));
  }
  out += "</summary>\n";
  write_article(out, page, 2);
  out += "</details>\n";
}

// The page loads nothing from anywhere. The Content-Security-Policy makes the browser enforce that,
// even if some text of a log should get past the escapes.
void write_html_head(std::string& out, std::string_view title) {
  put(out,
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n",
      html_text(title), page_css);
}

void write_html_tail(std::string& out, const Diagnostics& diagnostics) {
  if (!diagnostics.list().empty()) {
    out += "<aside aria-label=\"Notes on the input\">\n<ul>\n";
    for (const Diagnostic& d : diagnostics.list())
      put(out, "<li>{}</li>\n", html_text(to_string(d)));
    out += "</ul>\n</aside>\n";
  }
  put(out,
      "</main>\n<footer><p>Made by ssi {}. Unofficial: not LinkedIn's own number, and not "
      "connected to LinkedIn.</p></footer>\n</body>\n</html>\n",
      version());
}

}  // namespace ssi
