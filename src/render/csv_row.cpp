#include "render/csv_row.hpp"

#include <algorithm>
#include <array>

#include "render/inert.hpp"

namespace ssi {
namespace {

// Whether a spreadsheet would run `cell`. Some do so for the full-width signs as well.
bool is_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 8> signs = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return cell.starts_with(sign); });
}

}  // namespace

void CsvRow::write(std::string_view cell) {
  std::string shown = inert(cell);
  if (is_formula(shown)) shown.insert(0, 1, '\'');
  if (shown.find_first_of(",;\t\"") == std::string::npos) {
    out_ += shown;
    return;
  }
  out_ += '"';
  for (const char c : shown) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

void CsvRow::end() {
  out_ += "\r\n";
}

void CsvRow::start_cell() {
  if (!first_) out_ += ',';
  first_ = false;
}

}  // namespace ssi
