#include "linkedin/table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "linkedin/records.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// Where each column of a kind is in the records, in several places if it is there more than once.
using Places = std::vector<std::vector<std::size_t>>;

bool is_blank_row(const Record& record) {
  return std::ranges::all_of(record.fields, [](std::string_view field) {
    field = trimmed(field);
    return field.empty() || field == "\"\"";
  });
}

Places find_places(const Record& header, const KindInfo& kind) {
  std::string storage;
  std::vector<std::string> names;
  for (const std::string_view field : header.fields) {
    names.push_back(lowered(unquoted(field, storage)));
  }
  Places places;
  for (const std::string_view column : kind.columns) {
    std::vector<std::size_t>& of_column = places.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == lowered(column)) of_column.push_back(i);
    }
  }
  return places;
}

// Goes behind the header, before which a few other lines may stand.
bool skip_header(RecordReader& records, const KindInfo& kind, Places& places) {
  constexpr int most = 12;  // records to look through
  Record record;
  for (int i = 0; i < most && records.read(Framing::csv, record);) {
    if (is_blank_row(record)) continue;
    places = find_places(record, kind);
    if (places.empty() || !places.front().empty()) return true;
    ++i;
  }
  return false;
}

// What an export writes instead of a table without rows.
bool says_nothing_found(std::string_view text) {
  text = trimmed(text);
  return text.starts_with("No ") && text.ends_with(" found") && text.find('\n') == text.npos;
}

bool has_dated_line(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size()) + 1) {
    if (starts_dated(text.substr(at))) return true;
  }
  return false;
}

// The framing that fits this very file: one whose columns stand in another order, or are all
// quoted, is CSV.
Framing framing_of(std::string_view text, const KindInfo& kind, const Places& places) {
  const bool in_order =
      places.size() > 1 && places[0].front() == 0 && !places[1].empty() && places[1].front() == 1;
  if (!in_order || (kind.framing == Framing::dated && !has_dated_line(text))) return Framing::csv;
  return kind.framing;
}

void read_rows(RecordReader& records, Framing framing, const Places& places,
               const ReceiveRow& receive) {
  Record record;
  Row row{.fields = std::vector<std::string_view>(places.size())};
  std::vector<std::string> storage(places.size());
  while (records.read(framing, record)) {
    if (is_blank_row(record)) continue;
    for (std::size_t i = 0; i < places.size(); ++i) {
      row.fields[i] = places[i].empty() ? std::string_view{} : "";
      for (const std::size_t place : places[i]) {
        if (!row.fields[i].empty() || place >= record.fields.size()) break;
        row.fields[i] = unquoted(record.fields[place], storage[i]);
      }
    }
    row.text = trimmed(record.text);
    row.position = Position{.line = record.line};
    row.is_broken = record.is_broken;
    receive(row);
  }
}

}  // namespace

void read_page(std::string_view html, const ReceiveRow& receive) {
  constexpr std::string_view lead = "Published on";
  const std::size_t at = html.find(page_mark);
  if (at == html.npos) throw TableError{Code::missing, "no date of publication in it"};
  std::string_view published = html.substr(at + page_mark.size());
  published = trimmed(published.substr(0, published.find('<')));
  if (published.starts_with(lead)) published = trimmed(published.substr(lead.size()));
  receive({.fields = {published}, .text = html});
}

void read_table(std::string_view text, const KindInfo& kind, const ReceiveRow& receive) {
  if (says_nothing_found(text)) return;
  for (const char separator : {',', '\t', ';'}) {
    RecordReader records{text, separator};
    Places places;
    if (!skip_header(records, kind, places)) continue;
    return read_rows(records, framing_of(text, kind, places), places, receive);
  }
  if (trimmed(text).empty()) {
    throw TableError{Code::empty, "empty, without even a header; nothing of it counts"};
  }
  throw TableError{Code::missing,
                   fmt::format("no column '{}' in it; nothing of it counts", kind.columns.front())};
}

}  // namespace ssi::linkedin
