// An XLSX is a ZIP of XML parts (ECMA-376). Only the cells' texts are needed, so that this reads
// four kinds of parts with pugixml and knows nothing of styles or formulas.

#include "linkedin/workbook.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <sstream>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/limits.hpp"
#include "base/read_error.hpp"
#include "base/text.hpp"
#include "linkedin/archive.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// Analytics of a year take 200 kB and seven columns. The limits are for files that are not.
constexpr std::size_t most_columns = 16;

/// The parts of an XLSX by their paths.
class Package {
 public:
  explicit Package(std::string xlsx) {
    for (ArchiveFile& file : files_of_zip(std::make_unique<std::istringstream>(std::move(xlsx)))) {
      parts_.emplace(file.path, std::move(file.read));
    }
  }

  // The part at `path` as XML; an empty document if there is no such part, as some are optional.
  [[nodiscard]] pugi::xml_document parse(const std::string& path) const {
    pugi::xml_document document;
    const auto part = parts_.find(path);
    if (part == parts_.end()) return document;
    const std::string text = part->second();
    if (text.size() > workbook_part_size_limit) {
      throw ReadError{Code::limit,
                      fmt::format("{} is above {}", path, byte_size(workbook_part_size_limit))};
    }
    if (!document.load_buffer(text.data(), text.size())) {
      throw ReadError{Code::syntax, path + " is not XML"};
    }
    return document;
  }

 private:
  std::map<std::string, std::function<std::string()>> parts_;
};

// The text of a cell or a shared string. Text with several formats is split into runs.
std::string text_in(const pugi::xml_node& node) {
  std::string text = node.child("t").text().get();
  for (const pugi::xml_node& run : node.children("r")) text += run.child("t").text().get();
  return text;
}

// The column of a cell by its place, from 0: `AB12` is column 27.
std::size_t column_of(std::string_view place) {
  std::size_t column = 0;
  for (const char c : place) {
    if (c < 'A' || c > 'Z' || column > most_columns) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  return column - 1;
}

// Cells that are empty may be missing from a row; those that are there name their place.
std::vector<std::string> cells_of(const pugi::xml_node& row,
                                  const std::vector<std::string>& shared) {
  std::vector<std::string> cells;
  for (const pugi::xml_node& cell : row.children("c")) {
    const std::string_view place = cell.attribute("r").value();
    const std::size_t column = place.empty() ? cells.size() : column_of(place);
    if (column >= most_columns) break;
    if (cells.size() <= column) cells.resize(column + 1);
    const std::string_view type = cell.attribute("t").value();
    if (type == "s") {
      const std::size_t index = cell.child("v").text().as_uint();
      if (index < shared.size()) cells[column] = shared[index];
    } else {
      cells[column] =
          type == "inlineStr" ? text_in(cell.child("is")) : cell.child("v").text().get();
    }
  }
  return cells;
}

// A date as text. Excel may store it as a number of days, in which day 1 is 1900-01-01 and 1900
// counts as a leap year: from March 1900 on, day 0 is 1899-12-30.
std::string date_of(const std::string& cell) {
  const bool is_number = !cell.empty() && std::ranges::all_of(cell, is_digit) && cell.size() == 5;
  if (!is_number) return cell;
  using namespace std::chrono;
  return to_string(Day{year{1899} / 12 / 30} + days{std::stoi(cell)});
}

// Where a row has these cells next to each other; nothing if it does not.
std::optional<std::size_t> find_cells(const std::vector<std::string>& row,
                                      std::initializer_list<std::string_view> wanted) {
  const auto found = std::search(
      row.begin(), row.end(), wanted.begin(), wanted.end(),
      [](const std::string& cell, std::string_view name) { return folded(cell) == name; });
  if (found == row.end()) return std::nullopt;
  return static_cast<std::size_t>(found - row.begin());
}

// Calls `take` with the cells of each row below the first such header, up to the first row whose
// first cell is empty. Headers stand anywhere: the sheet of posts has two tables side by side.
// False if there is no such header.
template <class Take>
bool read_below(const std::vector<Sheet>& sheets, std::initializer_list<std::string_view> header,
                const Take& take) {
  for (const Sheet& sheet : sheets) {
    std::optional<std::size_t> at;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
      std::vector<std::string> cells = sheet.rows[i];
      cells.resize(most_columns + header.size());
      if (!at) {
        at = find_cells(cells, header);
      } else if (cells[*at].empty()) {
        break;
      } else {
        take(std::span{cells}.subspan(*at, header.size()), i + 1);
      }
    }
    if (at) return true;
  }
  return false;
}

}  // namespace

std::vector<Sheet> sheets_of(std::string xlsx) {
  const Package package{std::move(xlsx)};
  std::vector<std::string> shared;
  const pugi::xml_document strings = package.parse("xl/sharedStrings.xml");
  for (const pugi::xml_node& each : strings.child("sst").children("si")) {
    shared.push_back(text_in(each));
  }
  std::map<std::string, std::string> targets;
  const pugi::xml_document relations = package.parse("xl/_rels/workbook.xml.rels");
  for (const pugi::xml_node& each : relations.child("Relationships").children("Relationship")) {
    const std::string target = each.attribute("Target").value();
    targets[each.attribute("Id").value()] =
        target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  const pugi::xml_document workbook = package.parse("xl/workbook.xml");
  if (!workbook.child("workbook")) throw ReadError{Code::wrong_type, "not an Excel workbook"};
  std::vector<Sheet> sheets;
  for (const pugi::xml_node& each : workbook.child("workbook").child("sheets").children("sheet")) {
    Sheet& sheet = sheets.emplace_back();
    sheet.name = each.attribute("name").value();
    const pugi::xml_document document = package.parse(targets[each.attribute("r:id").value()]);
    for (const pugi::xml_node& row :
         document.child("worksheet").child("sheetData").children("row")) {
      sheet.rows.push_back(cells_of(row, shared));
    }
  }
  return sheets;
}

void read_analytics(std::string xlsx, const ReceiveRow& receive) {
  std::vector<Sheet> sheets;
  try {
    sheets = sheets_of(std::move(xlsx));
  } catch (const ReadError& error) {
    throw TableError{error.code, fmt::format("{}; nothing in it counts", error.what())};
  }
  const auto pass_on = [&](std::string date, std::string_view url, std::string_view engagements,
                           std::size_t line) {
    date = date_of(date);
    receive({.fields = {date, url, engagements}, .position = Position{.line = line}});
  };
  const bool has_posts = read_below(
      sheets, {"post url", "post publish date", "engagements"},
      [&](auto cells, std::size_t line) { pass_on(cells[1], cells[0], cells[2], line); });
  const bool has_days =
      read_below(sheets, {"date", "impressions", "engagements"},
                 [&](auto cells, std::size_t line) { pass_on(cells[0], "", cells[2], line); });
  if (has_posts && has_days) return;
  throw TableError{
      Code::missing,
      "not a workbook of LinkedIn's creator analytics in English; nothing in it counts"};
}

}  // namespace ssi::linkedin
