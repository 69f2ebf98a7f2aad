#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "page/diff_lines.hpp"
#include "render/page.hpp"
#include "render/render.hpp"
#include "page/value.hpp"

namespace ssi {
namespace {

class DiffTextWriter {
 public:
  DiffTextWriter(std::string& out, const DiffReport& report, const Style& style)
      : page_{out, style}, report_{report}, lines_{lines_of(report)} {}

  void write() {
    write_title();
    write_total();
    write_heading("Points", {"before", "after", "change"});
    for (const DiffLine& line : lines_) {
      if (line.kind != "signal") write_line(line);
    }
    write_causes();
    write_signals();
  }

 private:
  void write_title() {
    const std::string who = visible(who_is_compared(report_));
    const Model& before = report_.before.model;
    const Model& after = report_.after.model;
    const std::string models =
        visible(before == after ? after.name : fmt::format("{} to {}", before.name, after.name));
    page_.ends("Social Selling Index" + (who.empty() ? "" : ": " + who), bold,
               fmt::format("{}, model {}", days_compared(report_), models));
    for (const Model* model : {&before, &after}) {
      const bool is_told = model == &after && before == after;
      if (!model->sha256 || is_told) continue;
      page_.add(page_.colored(fmt::format("  model sha256 {}", *model->sha256), dim) + '\n');
    }
    page_.end_line();
  }

  void write_total() {
    const DiffLine& total = lines_.front();
    if (!total.change) {
      page_.add(page_.colored("   no change of the total: a pillar has nothing measured", bold));
    } else {
      const std::string points =
          fmt::format("{:>8} -> {}", to_string(*total.before), to_string(*total.after));
      page_.add(page_.colored(points, bold) + "  " + difference(total.change, 0));
      const auto band = [](const DiffEnd& end) {
        return visible(end.model.bands[*end.score.band].name);
      };
      const std::string before = band(report_.before);
      const std::string after = band(report_.after);
      page_.add("  " + (before == after ? after : fmt::format("{} -> {}", before, after)));
    }
    page_.end_line();
  }

  void write_heading(std::string_view title, std::initializer_list<std::string_view> columns) {
    std::string cells;
    for (const std::string_view column : columns) cells += fmt::format("{:>10}", column);
    page_.end_line();
    page_.add(page_.colored(padded(title, page_width - cells.size()), bold));
    page_.add(page_.colored(cells, dim) + '\n');
  }

  void write_line(const DiffLine& line, std::string_view note = "") {
    page_.add(
        fmt::format("  {:<24}", line.title) +
        page_.colored(
            fmt::format("{:<{}}", note, 48 - std::max<std::size_t>(24, line.title.size())), dim));
    page_.add(fmt::format("{:>10}{:>10}", points_or_dash(line.before), points_or_dash(line.after)));
    page_.add(difference(line.change, 10) + '\n');
  }

  void write_causes() {
    page_.end_line();
    page_.add(page_.colored(padded("Causes", 31), bold) +
              page_.colored("    total   brand  people  insights relationships", dim) + '\n');
    if (report_.terms.empty()) page_.add("  none: nothing has changed\n");
    for (const DiffTerm& term : report_.terms) {
      page_.add(fmt::format("  {:<29}", describe(term)) + difference(term.change.total, 9));
      constexpr std::array<std::size_t, pillar_count> widths = {8, 8, 10, 14};
      for (std::size_t i = 0; i < pillar_count; ++i) {
        page_.add(difference(term.change.pillars[i], widths[i]));
      }
      page_.end_line();
    }
  }

  void write_signals() {
    bool is_first = true;
    for (const DiffLine& line : lines_) {
      if (line.kind != "signal" || !has_changed(line, report_)) continue;
      if (is_first) write_heading("Signals", {"before", "after", "change"});
      is_first = false;
      write_signal(line);
    }
  }

  // A signal with what changed it: one cause beside it, several below.
  void write_signal(const DiffLine& line) {
    std::vector<const DiffTerm*> terms;
    for (const DiffTerm& term : report_.terms) {
      if (line.in(term.change).value_or(Points{}) != Points{}) terms.push_back(&term);
    }
    write_line(line, terms.size() == 1 ? words_for(terms.front()->cause) : "");
    if (terms.size() > 1) write_terms(line, terms);
  }

  // On as many lines as it takes.
  void write_terms(const DiffLine& line, const std::vector<const DiffTerm*>& terms) {
    constexpr std::string_view indent = "    ";
    std::string text{indent};
    for (const DiffTerm* term : terms) {
      const std::string part =
          fmt::format("{} {}", words_for(term->cause), signed_points(line.in(term->change)));
      if (text.size() + 2 + part.size() > page_width) {
        page_.add(page_.colored(text + ",", dim) + '\n');
        text = indent;
      }
      text += (text == indent ? "" : ", ") + part;
    }
    page_.add(page_.colored(text, dim) + '\n');
  }

  // A difference, in green or in red if it is one, right-aligned.
  [[nodiscard]] std::string difference(std::optional<Points> points, std::size_t width) const {
    const Points value = points.value_or(Points{});
    return page_.colored(fmt::format("{:>{}}", signed_points(points), width), value == Points{} ? ""
                                                                              : value > Points{}
                                                                                  ? green
                                                                                  : red);
  }

  Page page_;
  const DiffReport& report_;
  std::vector<DiffLine> lines_;
};

}  // namespace

void text_diff(std::string& out, const DiffReport& report,
               std::span<const Diagnostic> /*diagnostics*/, const Style& style) {
  DiffTextWriter{out, report, style}.write();
}

}  // namespace ssi
