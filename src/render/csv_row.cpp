#include "render/csv_row.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "render/inert.hpp"

namespace ssi {
namespace {

// Whether a spreadsheet would run `cell`. Some do so for the full-width signs as well.
bool is_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 8> signs = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return cell.starts_with(sign); });
}

// Text from a log, in quotes if it needs them. An apostrophe in front of a formula makes
// spreadsheets show it as text: names must not run code (OWASP, CSV injection).
std::string quoted(std::string_view text) {
  std::string shown = inert(text);
  if (is_formula(shown)) shown.insert(0, 1, '\'');
  if (shown.find_first_of(",;\t\"") == std::string::npos) return shown;
  return '"' + escaped(shown, {{'"', "\"\""}}) + '"';
}

}  // namespace

// An absent object still has its cells, which are empty: all rows have the same columns.
void CsvRow::add(const FieldPlace& field, const Value& value) {
  if (of_ == Of::names && field.name.empty()) return;  // a value of a list
  start_cell(field);
  const auto is_absent = [](const FieldPlace& each) { return each.is_absent; };
  if (of_ == Of::names || field.is_absent || std::ranges::any_of(open_, is_absent)) return;
  if (value.type() == Value::Type::text) {
    out_ += quoted(value.text());
  } else {
    out_ += value.text();
  }
}

bool CsvRow::open(const FieldPlace& field, char bracket) {
  if (bracket == '[') {
    start_cell(field);
    separator_ = '\0';
  }
  open_.push_back(field);
  return true;
}

void CsvRow::close(char bracket) {
  open_.pop_back();
  if (bracket == ']') separator_ = ',';
}

void CsvRow::start_cell(const FieldPlace& field) {
  if (separator_ != '\0') out_ += separator_;
  separator_ = field.name.empty() ? ' ' : ',';
  if (of_ == Of::values) return;
  for (const FieldPlace& around : open_) out_.append(around.name).append("_");
  out_ += field.name;
}

void CsvRow::end() {
  out_ += "\r\n";
}

}  // namespace ssi
