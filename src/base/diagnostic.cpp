#include <algorithm>
#include <span>
#include <utility>

#include <fmt/format.h>

#include <ssi/diagnostic.hpp>

#include "base/text.hpp"

namespace ssi {

// `error` is not spelled out: FILE:LINE:COL: MESSAGE is how compilers write one, and editors can
// jump to it.
std::string to_string(const Diagnostic& d) {
  std::string line;
  if (!d.file.empty()) line += visible(d.file);
  if (d.position) line += fmt::format(":{}:{}", d.position->line, d.position->column);
  if (!line.empty()) line += ": ";
  if (d.severity == Severity::set_aside) {
    line += "set aside: ";
  } else if (d.severity != Severity::error) {
    line += fmt::format("{}: ", name(d.severity));
  }
  if (!d.pointer.empty()) line += visible(d.pointer) + ": ";
  return line + visible(d.message);
}

bool Diagnostics::count(Severity severity) {
  ++total_[static_cast<std::size_t>(severity)];
  return ++in_file_[static_cast<std::size_t>(severity)] <= in_full;
}

void Diagnostics::report(Diagnostic d) {
  if (count(d.severity)) add(std::move(d));
}

void Diagnostics::set_errors_aside() {
  bool is_first = true;
  for (Diagnostic& d : list_) {
    if (d.severity != Severity::error) continue;
    d.severity = std::exchange(is_first, false) ? Severity::set_aside : Severity::skipped;
  }
  for (Counts* counts : {&in_file_, &total_}) {
    const auto of = [counts](Severity severity) -> std::uint64_t& {
      return (*counts)[static_cast<std::size_t>(severity)];
    };
    const std::uint64_t errors = std::exchange(of(Severity::error), 0);
    if (errors == 0) continue;
    of(Severity::set_aside) += 1;
    of(Severity::skipped) += errors - 1;
  }
}

// The limit of 20 holds for the file as a whole, however many parts it was read in: the result must
// not depend on the number of threads.
void Diagnostics::append(Diagnostics&& next) {
  Counts count = in_file_;
  for (Diagnostic& d : next.list_) {
    if (++count[static_cast<std::size_t>(d.severity)] <= in_full) list_.push_back(std::move(d));
  }
  for (std::size_t i = 0; i < total_.size(); ++i) {
    in_file_[i] += next.in_file_[i];
    total_[i] += next.total_[i];
  }
}

void Diagnostics::append_files(const Diagnostics& other) {
  list_.insert(list_.end(), other.list_.begin(), other.list_.end());
  for (std::size_t i = 0; i < total_.size(); ++i) total_[i] += other.total_[i];
  file_start_ = list_.size();
}

// Sorted, as an error may be found after others that stand further down. The sort is stable, so
// that two at the same place stay in the order in which they were found.
void Diagnostics::end_file(const std::string& file) {
  const auto place = [](const Diagnostic& d) {
    return std::pair{std::string_view{d.file}, d.position.value_or(Position{0, 0})};
  };
  std::ranges::stable_sort(std::span{list_}.subspan(file_start_), {}, place);
  for (std::size_t i = 0; i < in_file_.size(); ++i) {
    if (in_file_[i] <= in_full) continue;
    const auto severity = static_cast<Severity>(i);
    const std::uint64_t more = in_file_[i] - in_full;
    add({.severity = severity,
         .code = Code::more,
         .file = file,
         .message = fmt::format("and {} more{}", more,
                                severity != Severity::error ? ""
                                : more == 1                 ? " error"
                                                            : " errors")});
  }
  in_file_ = {};
  file_start_ = list_.size();
}

std::uint64_t Diagnostics::total(Severity severity) const {
  return total_[static_cast<std::size_t>(severity)];
}

}  // namespace ssi
