#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "cli/app.hpp"
#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "cli/temporary.hpp"

namespace ssi {

/// Where a result goes: standard output, or a file that appears whole or not at all.
class Output {
 public:
  /// To `path` if one is given and it is not `-`. Throws CommandError when it is one of the
  /// `inputs`, or is there already in a folder among them, or stands where nothing can be written.
  Output(const Environment& environment, const std::optional<std::string>& path,
         const std::vector<std::string>& inputs);

  /// The first MiBs are held back, so that a bad log prints no score; a longer result flows from
  /// there on. Throws CommandError when it cannot be written.
  void write(std::string text);
  /// Whether writing so many bytes more would print to a terminal at once.
  [[nodiscard]] bool would_print(std::size_t size) const;
  /// Writes what is held back and gives the file its name. Throws CommandError.
  void commit();
  /// Whether part of the result is on standard output already, so that the rest must follow even
  /// after an error.
  [[nodiscard]] bool is_partly_printed() const { return is_streaming_ && target_.empty(); }

 private:
  [[noreturn]] void fail() const;
  [[nodiscard]] bool replaces() const;
  void open();
  void flush();

  const Environment& environment_;
  std::vector<std::string> buffer_;  // one string a write: joining them would copy it all
  std::size_t buffered_bytes_ = 0;
  bool is_streaming_ = false;
  bool pipe_is_closed_ = false;  // nobody reads standard output any more
  std::filesystem::path target_;
  std::optional<Temporary> temporary_;
  std::ofstream file_;
};

/// A format on its way out.
template <class Format>
struct Sink {
  Format format;
  Style style;
  std::unique_ptr<Output> output;
};

/// Opens what was asked for and is not muted; see the constructor of Output.
template <class Format>
std::vector<Sink<Format>> open_sinks(const Environment& environment,
                                     const std::vector<Wanted<Format>>& wanted,
                                     const std::vector<std::string>& inputs) {
  std::vector<Sink<Format>> sinks;
  sinks.reserve(wanted.size());
  for (const auto& [format, style, file, is_muted] : wanted) {
    if (is_muted) continue;
    sinks.push_back({format, style, std::make_unique<Output>(environment, file, inputs)});
  }
  return sinks;
}

/// Throws CommandError where a format can show one member only, and there are `members`.
template <class Format>
void check_number(const Format& format, std::uint64_t members) {
  if (!format.is_of_one || members < 2) return;
  throw CommandError{
      fmt::format("{0} shows one member, and {1} were scored; for their mean: "
                  "ssi team -f {0}",
                  format.name, members)};
}

/// Writes a report in all its formats, and commits it.
template <class Report>
void write_report(const std::vector<Sink<FormatOf<Report>>>& sinks, const Report& report,
                  const Diagnostics& diagnostics) {
  for (const auto& [format, style, output] : sinks) {
    if constexpr (requires { report.size(); }) check_number(format, report.size());
    std::string text;
    format.write(text, report, diagnostics, style);
    output->write(std::move(text));
  }
  for (const auto& sink : sinks) sink.output->commit();
}

}  // namespace ssi
