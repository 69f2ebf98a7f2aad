#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <ssi/render.hpp>

#include "cli/app.hpp"

namespace ssi {

/// Where a result goes: standard output, or a file that appears whole or not at all.
class Output {
 public:
  /// To `path` if one is given and it is not `-`. Throws CommandError when it is one of the
  /// `inputs`, or stands where nothing can be written.
  Output(const Environment& environment, const std::optional<std::string>& path,
         const std::vector<std::string>& inputs);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// The first MiBs are held back, so that a bad log prints no score; a longer result flows from
  /// there on. Throws CommandError when it cannot be written.
  void write(std::string text);
  /// Whether to write so many bytes more would show on a terminal at once.
  [[nodiscard]] bool will_show(std::size_t size) const;
  /// Writes what is held back and gives the file its name. Throws CommandError.
  void commit();
  /// Whether part of the result has left already and cannot be taken back, so that it must be
  /// brought to a good end even after an error. A file is never in that state.
  [[nodiscard]] bool must_finish() const { return flowing_ && target_.empty(); }

 private:
  [[noreturn]] void fail() const;
  [[nodiscard]] bool replaces() const;
  void open();
  void flow();

  const Environment& environment_;
  std::vector<std::string> held_;  // back; not put together, for there may be much of it
  std::size_t held_size_ = 0;
  bool flowing_ = false;
  bool closed_ = false;  // standard output is a pipe that nobody reads any more
  std::filesystem::path target_;
  std::filesystem::path temporary_;  // empty: none to be removed
  std::ofstream file_;
};

/// Writes a report, and commits it.
template <class Report>
void write_report(Output& output, const FormatOf<Report>& format, const Report& report,
                  std::span<const Diagnostic> diagnostics, const Style& style) {
  std::string text;
  format.write(text, report, diagnostics, style);
  output.write(std::move(text));
  output.commit();
}

}  // namespace ssi
