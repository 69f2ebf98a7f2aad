#include <algorithm>
#include <utility>

#include "render/terminal.hpp"

namespace ssi {
namespace {

using Kind = Column::Kind;

constexpr std::size_t gap = 2;  // between columns, and before the first

// A table on a terminal: words at the left, the last columns of numbers at the right end. Its width
// is found before anything is written, as rows must line up.
class TextTable {
 public:
  TextTable(Terminal& terminal, const Table& table) : t_{terminal}, table_{table} {
    for (const Row& row : table.rows) {
      for (const Cell& cell : row) has_marks_ = has_marks_ || cell.tone == Tone::weakest;
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) widths_.push_back(widest(i));
    while (first_number_ > 0 && kind(first_number_ - 1) == Kind::number) --first_number_;
    fit();
  }

  void write() {
    t_.end_line();
    std::string title = t_.shown(table_.title);
    if (width_of(title) > t_.width()) t_.add_wrapped(0, std::exchange(title, ""), Terminal::bold);
    t_.add(title, Terminal::bold);
    if (!table_.rows.empty()) write_titles(width_of(title));
    t_.end_line();
    if (table_.rows.empty()) {
      t_.add_wrapped(gap, table_.empty);
    }
    for (const Row& row : table_.rows) write_row(row);
  }

 private:
  [[nodiscard]] Kind kind(std::size_t i) const { return table_.columns[i].kind; }

  [[nodiscard]] std::size_t widest(std::size_t i) const {
    if (kind(i) == Kind::reason) return 0;
    std::size_t width = kind(i) == Kind::number ? width_of(table_.columns[i].title) : 0;
    for (const Row& row : table_.rows) {
      if (row.size() > 1) width = std::max(width, width_of(t_.shown(row[i].text)));
    }
    return std::min(width, t_.width());
  }

  // The terminal's column where a column of the table ends.
  [[nodiscard]] std::size_t end_of(std::size_t column) const {
    std::size_t all = 0;
    for (std::size_t i = 0; i <= column; ++i) {
      if (widths_[i] > 0) all += gap + widths_[i];
    }
    return all;
  }

  [[nodiscard]] std::size_t width() const {
    return end_of(widths_.size() - 1) + (has_marks_ ? 1 : 0);
  }

  [[nodiscard]] std::size_t excess() const {
    return width() > t_.width() ? width() - t_.width() : 0;
  }

  // Makes the table fit, with as little loss as possible: first cuts long words to a readable
  // length, then leaves out columns that can be spared, and only then cuts words further.
  void fit() {
    constexpr std::size_t readable = 20;
    constexpr std::size_t narrowest = 8;
    cut_words(readable);
    for (std::size_t i = widths_.size(); i-- > 0 && excess() > 0;) {
      if (table_.columns[i].can_be_spared) widths_[i] = 0;
    }
    cut_words(narrowest);
  }

  // Cuts the widest column of words again and again until the table fits, but none below `least`.
  void cut_words(std::size_t least) {
    while (excess() > 0) {
      std::size_t* widest = nullptr;
      for (std::size_t i = 0; i < widths_.size(); ++i) {
        if (kind(i) == Kind::number) continue;
        if (widest == nullptr || widths_[i] > *widest) widest = &widths_[i];
      }
      if (widest == nullptr || *widest <= least) return;
      *widest -= std::min(*widest - least, excess());
    }
  }

  // How far the numbers at the end of a row are moved to the right, to line up with other blocks.
  [[nodiscard]] std::size_t shift() const {
    return t_.right() > width() ? t_.right() - width() : 0;
  }

  void write_titles(std::size_t title_width) {
    if (first_number_ < widths_.size() &&
        title_width > shift() + (first_number_ == 0 ? 0 : end_of(first_number_ - 1))) {
      t_.end_line();
    }
    for (std::size_t i = first_number_; i < widths_.size(); ++i) {
      if (widths_[i] == 0) continue;
      t_.add_before(end_of(i) + shift(), table_.columns[i].title, Terminal::dim);
    }
  }

  void write_row(const Row& row) {
    if (row.size() == 1) {
      t_.at(kind(0) == Kind::number ? end_of(0) + gap : gap);
      t_.add(t_.shown(row[0].text), Terminal::color_of(row[0].tone));
      t_.end_line();
      return;
    }
    std::string below;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string text = t_.shown(row[i].text);
      const std::string_view color = Terminal::color_of(row[i].tone);
      const std::size_t start = i == 0 ? gap : end_of(i - 1) + gap;
      if (kind(i) == Kind::number) {
        const bool is_last = i >= first_number_;
        if (text.empty() || widths_[i] == 0) continue;
        t_.add_before(end_of(i) + (is_last ? shift() : 0), text, color);
        if (row[i].tone == Tone::weakest) t_.add(t_.arrow(), color);
      } else if (kind(i) == Kind::reason) {
        if (start + width_of(text) <= end_of(first_number_ - 1) + shift()) {
          t_.at(start);
          t_.add(text, Terminal::dim);
        } else {
          below = text;
        }
      } else if (widths_[i] > 0 && !text.empty()) {
        t_.at(start);
        t_.add(cut(text, widths_[i]), color);
      }
    }
    t_.end_line();
    if (!below.empty()) t_.add_wrapped(2 * gap, below, Terminal::dim);
  }

  Terminal& t_;
  const Table& table_;
  bool has_marks_ = false;
  std::vector<std::size_t> widths_{};                 // of the columns; 0: left out
  std::size_t first_number_ = table_.columns.size();  // the first of the numbers at the end
};

}  // namespace

void write_block(Terminal& terminal, const Table& table) {
  if (table.in_text) TextTable{terminal, table}.write();
}

}  // namespace ssi
