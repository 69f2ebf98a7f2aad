// The API gives the same tables as the CSV files, with the same column names and date formats, but
// as JSON. Rows come out as those of a CSV file do, so that nothing further on needs to know.

#include "linkedin/api_pages.hpp"

#include <algorithm>
#include <deque>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/read_error.hpp"
#include "base/text.hpp"
#include "linkedin/text.hpp"
#include "log/json.hpp"

namespace ssi::linkedin {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr const char* no_export =
    "not a LinkedIn export: name its ZIP, its folder, one of its CSV files under LinkedIn's name, "
    "or JSON from LinkedIn's API";

// A value as the text that a CSV file would have in its place.
std::string text_of(const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string{trimmed(text)};
  return value.is_null() ? "" : simdjson::minify(value);
}

// `storage` holds the texts that the row refers to: one for each column, and one for the whole row.
// Of two members with the same name the first with a text counts, as in a CSV file.
Row row_of(const element& value, const KindInfo& kind, std::vector<std::string>& storage) {
  Row row{.fields = std::vector<std::string_view>(kind.columns.size())};
  storage.assign(kind.columns.size() + 1, "");
  object members;
  row.is_broken = value.get(members) != simdjson::SUCCESS;
  if (row.is_broken) return row;
  for (const auto& member : members) {
    const std::string text = text_of(member.value);
    storage.back() += fmt::format("{}={}\n", member.key, text);
    const std::string name = plain_name(member.key);
    for (std::size_t i = 0; i < kind.columns.size(); ++i) {
      if (storage[i].empty() && name == plain_name(kind.columns[i])) storage[i] = text;
    }
  }
  for (std::size_t i = 0; i < kind.columns.size(); ++i) row.fields[i] = storage[i];
  row.text = storage.back();
  return row;
}

}  // namespace

struct ApiPages::Pages {
  struct Page {
    Kind kind{};
    element rows;            // a list of rows, or a single one
    std::uint64_t line = 1;  // on which the value with the page starts
    std::string pointer{};
  };

  std::string text{};
  // A parser owns the elements it has parsed. A deque, as they must not move.
  std::deque<simdjson::dom::parser> parsers{};
  std::vector<Page> list{};
  bool has_page = false;

  void parse_all() {
    text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    const std::vector<std::size_t> starts = starts_of_values();
    std::uint64_t line = 1;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
      const std::string_view value = std::string_view{text}.substr(starts[i], end - starts[i]);
      if (!add(value, line)) {
        const bool may_be_page = value.starts_with('{') || value.starts_with('[');
        throw ReadError{
            Code::syntax,
            has_page || may_be_page
                ? fmt::format("not valid JSON, or cut short, in the part that starts on line {}",
                              line)
                : no_export};
      }
      line += static_cast<std::uint64_t>(std::ranges::count(value, '\n'));
    }
    if (!has_page) throw ReadError{Code::missing, no_export};
  }

  // Pages may follow each other with or without a newline between them: simdjson finds where each
  // starts. The last one is where it stopped, at the end or at something that is not JSON.
  [[nodiscard]] std::vector<std::size_t> starts_of_values() const {
    std::vector<std::size_t> starts;
    simdjson::dom::parser parser = make_parser();
    simdjson::dom::document_stream values;
    if (parser.parse_many(text.data(), text.size(), text.size()).get(values) == simdjson::SUCCESS) {
      for (auto value = values.begin(); value != values.end(); ++value) {
        starts.push_back(value.current_index());
      }
    }
    if (starts.empty()) starts.push_back(0);
    return starts;
  }

  // False if `json` is not valid.
  bool add(std::string_view json, std::uint64_t line) {
    element root;
    parsers.push_back(make_parser());
    if (parse(parsers.back(), json).get(root) != simdjson::SUCCESS) {
      parsers.pop_back();
      return false;
    }
    const std::size_t before = list.size();
    find_pages(root, line, "");
    if (list.size() == before) parsers.pop_back();  // a parser takes 3 KiB for the smallest value
    return true;
  }

  // NOLINTNEXTLINE(misc-no-recursion): as deep as the parser allows
  void find_pages(const element& value, std::uint64_t line, const std::string& pointer) {
    array items;
    std::string_view domain;
    if (value.get(items) == simdjson::SUCCESS) {
      std::size_t index = 0;
      for (const element item : items) {
        find_pages(item, line, fmt::format("{}/{}", pointer, index++));
      }
    } else if (element elements; value["elements"].get(elements) == simdjson::SUCCESS) {
      has_page = true;
      find_pages(elements, line, pointer + "/elements");
    } else if (value["snapshotDomain"].get(domain) == simdjson::SUCCESS) {
      has_page = true;
      const auto kind = kind_of_domain(domain);
      if (!kind) return;
      if (element rows; value["snapshotData"].get(rows) == simdjson::SUCCESS) {
        list.push_back({*kind, rows, line, pointer + "/snapshotData"});
      }
    }
  }
};

ApiPages::ApiPages(std::string text) : pages_{std::make_unique<Pages>()} {
  (void)to_utf8(text);
  pages_->text = std::move(text);
  pages_->parse_all();
}

ApiPages::~ApiPages() = default;

std::set<Kind> ApiPages::kinds() const {
  std::set<Kind> kinds;
  for (const Pages::Page& page : pages_->list) kinds.insert(page.kind);
  return kinds;
}

void ApiPages::read(Kind kind, std::string_view file, const ReceiveRow& receive) const {
  std::vector<std::string> storage;
  for (const Pages::Page& page : pages_->list) {
    if (page.kind != kind) continue;
    const auto pass_on = [&](const element& value, std::string pointer) {
      Row row = row_of(value, info(kind), storage);
      row.file = file;
      row.position = Position{.line = page.line};
      row.pointer = std::move(pointer);
      receive(row);
    };
    array rows;
    if (page.rows.get(rows) != simdjson::SUCCESS) {
      pass_on(page.rows, page.pointer);
      continue;
    }
    std::size_t index = 0;
    for (const element value : rows) pass_on(value, fmt::format("{}/{}", page.pointer, index++));
  }
}

}  // namespace ssi::linkedin
