#include "linkedin/table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "linkedin/records.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// Where each column of a kind stands in the records: in several places if the header repeats it.
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
    names.push_back(plain_name(unquoted(field, storage)));
  }
  Places places;
  for (const std::string_view column : kind.columns) {
    std::vector<std::size_t>& of_column = places.emplace_back();
    const std::string wanted = plain_name(column);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == wanted) of_column.push_back(i);
    }
  }
  return places;
}

// Commas from LinkedIn, tabs in its files of 2018 and 2022, semicolons from spreadsheets in Europe.
constexpr std::array separators = {',', '\t', ';'};

// Goes behind the header. A few lines may stand before it: Connections has had a note of its own
// there since 2021. A kind without keys has any first row that the separator splits, or of one
// column.
bool skip_header(RecordReader& records, const KindInfo& kind, char separator, Places& places) {
  constexpr int most = 12;  // records to look through
  Record record;
  for (int i = 0; i < most && records.read(Framing::csv, record);) {
    if (is_blank_row(record)) continue;
    places = find_places(record, kind);
    const auto keys = std::span{places}.first(kind.keys);
    if (std::ranges::any_of(keys, [](auto& of) { return !of.empty(); })) return true;
    if (keys.empty()) return record.fields.size() > 1 || separator == separators.back();
    ++i;
  }
  return false;
}

// Whether a file says `No conversations found` or the like, as LinkedIn writes instead of a table
// without rows.
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

// The framing that fits this file. LinkedIn's own quirks go with LinkedIn's order of columns; a
// file that a spreadsheet has saved again, with columns moved or all fields quoted, is proper CSV.
Framing framing_of(std::string_view text, const KindInfo& kind, const Places& places) {
  const auto stands_at = [](const std::vector<std::size_t>& of_column, std::size_t place) {
    return !of_column.empty() && of_column.front() == place;
  };
  const bool in_order = places.size() > 1 && stands_at(places[0], 0) && stands_at(places[1], 1);
  if (!in_order || (kind.framing == Framing::dated && !has_dated_line(text))) return Framing::csv;
  return kind.framing;
}

// The first text of a record in the places of a column. `storage` holds it if it had to be changed.
std::string_view field_of(const Record& record, const std::vector<std::size_t>& places,
                          std::string& storage) {
  std::string_view field;
  for (const std::size_t place : places) {
    field = "";
    if (place >= record.fields.size()) break;
    field = unquoted(record.fields[place], storage);
    if (!field.empty()) break;
  }
  return field;
}

// Reads the rows below a header.
class RowReader {
 public:
  RowReader(RecordReader records, Framing framing, const Places& places, char separator)
      : records_{std::move(records)},
        framing_{framing},
        places_{places},
        separator_{separator},
        storage_(places.size()) {}

  void read(const ReceiveRow& receive) {
    Record record;
    Row row{.fields = std::vector<std::string_view>(places_.size())};
    while (records_.read(framing_, record)) {
      if (is_blank_row(record)) continue;
      for (std::size_t i = 0; i < places_.size(); ++i) {
        row.fields[i] = field_of(record, places_[i], storage_[i]);
      }
      if (!order_ && !row.fields.empty() && has_open_order(row.fields.front())) {
        order_ = find_order(row.fields.front());
      }
      row.order = order_.value_or(DateOrder{});
      row.text = trimmed(record.text);
      row.position = Position{.line = record.line};
      row.is_broken = record.is_broken;
      receive(row);
    }
  }

 private:
  // Looks ahead at all dates from the first that can be read in either order.
  [[nodiscard]] DateOrder find_order(std::string_view first) const {
    DateColumn dates;
    dates.add(first);
    RecordReader ahead = records_;
    Record record;
    std::string storage;
    while (ahead.read(framing_, record)) dates.add(field_of(record, places_.front(), storage));
    if (const auto order = dates.order(separator_)) return *order;
    throw TableError{
        Code::bad_date,
        fmt::format(
            "some dates such as '{}' have the day first and others the month; nothing in it counts",
            shortened(first))};
  }

  RecordReader records_;
  Framing framing_;
  const Places& places_;
  char separator_;
  std::vector<std::string> storage_;
  std::optional<DateOrder> order_;
};

}  // namespace

void read_page(std::string_view html, const ReceiveRow& receive) {
  constexpr std::string_view lead = "Published on";
  const std::size_t at = html.find(page_mark);
  if (at == html.npos) throw TableError{Code::missing, "it has no publication date"};
  std::string_view published = html.substr(at + page_mark.size());
  published = trimmed(published.substr(0, published.find('<')));
  if (published.starts_with(lead)) published = trimmed(published.substr(lead.size()));
  receive({.fields = {published}, .text = html});
}

// The separator is the first with which a header is found.
void read_table(std::string_view text, const KindInfo& kind, const ReceiveRow& receive) {
  if (says_nothing_found(text)) return;
  for (const char separator : separators) {
    RecordReader records{text, separator};
    Places places;
    if (!skip_header(records, kind, separator, places)) continue;
    RowReader{records, framing_of(text, kind, places), places, separator}.read(receive);
    return;
  }
  if (kind.keys == 0 || trimmed(text).empty()) {
    throw TableError{Code::empty, "empty, without even a header; nothing in it counts"};
  }
  throw TableError{Code::missing, fmt::format("there is no column '{}' in it; nothing in it counts",
                                              kind.columns.front())};
}

}  // namespace ssi::linkedin
