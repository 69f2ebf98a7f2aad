#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "render/inert.hpp"
#include "render/render.hpp"

namespace ssi {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Whether Markdown might give the character at `i` a meaning. `_` within a word has none; `.`
// behind a `w` and `:` before text could start a link or an emoji, as GitHub finds them in bare
// text.
bool is_special(std::string_view text, std::size_t i) {
  const char before = i == 0 ? ' ' : text[i - 1];
  if (text[i] == '_') return !is_word(before) || i + 1 == text.size() || !is_word(text[i + 1]);
  if (text[i] == '.') return before == 'w';  // www.
  if (text[i] == ':') return i + 1 < text.size() && text[i + 1] != ' ';
  return std::string_view{"\\`*[]|~$"}.find(text[i]) != std::string_view::npos;
}

// Text from a log, such that no character of it means anything to Markdown, HTML or GitHub. GitHub
// looks for @names and #numbers after all escapes are resolved, so they are broken up by a
// zero-width space.
std::string md(std::string_view text) {
  const std::string shown = inert(text);
  std::string result;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (is_special(shown, i)) result += '\\';
    result += shown[i];
  }
  return escaped(
      result, {{'<', "&lt;"}, {'>', "&gt;"}, {'&', "&amp;"}, {'@', "@&#8203;"}, {'#', "#&#8203;"}});
}

// The same for text that starts a line or an item, where `-`, `+` or `1.` would start a list.
std::string md_start(std::string_view text) {
  std::string result = md(text);
  const std::size_t sign = std::min(result.find_first_not_of("0123456789"), result.size());
  const std::string_view rest = std::string_view{result}.substr(sign);
  const bool is_sign = !rest.empty() && std::string_view{"-+.)"}.find(rest[0]) != rest.npos;
  if (is_sign && (rest.size() == 1 || rest[1] == ' ')) result.insert(sign, 1, '\\');
  return result;
}

std::string md_cell(const Cell& cell) {
  const bool is_bold = cell.tone == Tone::strong || cell.tone == Tone::weakest;
  return is_bold ? fmt::format("**{}**", md(cell.text)) : md(cell.text);
}

std::string sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  return text;
}

void write_block(std::string& out, const Paragraph& paragraph) {
  out += fmt::format("\n{}\n", md_start(paragraph.text));
}

void write_block(std::string& out, const List& list) {
  out += '\n';
  for (const Item& item : list.items) {
    out += item.label.empty() ? fmt::format("- {}\n", md_start(item.text))
                              : fmt::format("- {}: {}\n", md(item.label), md(item.text));
  }
}

void write_block(std::string& out, const Table& table) {
  if (table.rows.empty()) {
    out += fmt::format("\n{}\n", md(sentence(table.empty)));
    return;
  }
  std::string rule = "|";
  out += "\n|";
  for (const Column& column : table.columns) {
    out += fmt::format(" {} |", md(sentence(column.title)));
    rule += column.kind == Column::Kind::number ? " --: |" : " :-- |";
  }
  out += '\n' + rule + '\n';
  for (const Row& row : table.rows) {
    out += '|';
    for (const Cell& cell : row) out += fmt::format(" {} |", md_cell(cell));
    for (std::size_t i = row.size(); i < table.columns.size(); ++i) out += " |";
    out += '\n';
  }
}

void write_block(std::string& out, const Meters& meters) {
  Table table{.columns = {{meters.what}, {meters.unit, Column::Kind::number}, {""}}};
  for (const Meter& meter : meters.meters) {
    const std::string_view separator = meter.mark.empty() || meter.note.empty() ? "" : "; ";
    const Tone tone = meter.tone == Tone::weakest ? Tone::weakest : Tone::plain;
    table.rows.push_back({meter.label,
                          {meter.amount, tone},
                          fmt::format("{}{}{}", meter.mark, separator, meter.note)});
  }
  write_block(out, table);
}

void write_block(std::string& out, const Chart& chart) {
  write_block(out, chart.table);
}

}  // namespace

void write_markdown(std::string& out, const Page& page) {
  out += fmt::format("## {}\n\n", md(page.title));
  if (page.headline) {
    const Headline& top = *page.headline;
    const std::string of = top.of.empty() ? "" : " / " + top.of;
    out += top.verdict.empty() ? md(sentence(top.points))
                               : fmt::format("**{}{}{}**", md(top.points), md(top.range), of);
    for (const Cell& cell : top.verdict) out += ", " + md(cell.text);
    for (const std::string& text : {top.rest, top.note}) {
      if (!text.empty()) out += ", " + md(text);
    }
    out += ". ";
  }
  out += md(sentence(page.context));
  for (const std::string& text : page.small_print) out += ", " + md(text);
  out += ".\n";
  for (const Block& block : page.blocks) {
    std::visit(
        [&](const auto& each) {
          if (!each.title.empty()) out += fmt::format("\n### {}\n", md(each.title));
          write_block(out, each);
        },
        block);
  }
}

}  // namespace ssi
