#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <ssi/calibrate.hpp>
#include <ssi/diff.hpp>
#include <ssi/explain.hpp>
#include <ssi/linkedin.hpp>
#include <ssi/plan.hpp>
#include <ssi/team.hpp>
#include <ssi/trend.hpp>

// What people read: a report as a page of blocks. A page says what is shown; each look (text,
// Markdown, HTML) says how. So a new report needs no new renderer, and a new look no new report.
// Texts are plain, as the log has them: looks must escape them. Numbers are formatted already; a
// bar has its numbers as `part` of `whole`.
namespace ssi {

/// What a text means for the reader. Looks turn it into a colour, and `weakest` into a mark as
/// well, for those who see no colours.
enum class Tone { plain, strong, faint, good, fair, bad, weakest };

/// A short text with a tone.
struct Cell {
  std::string text{};
  Tone tone = Tone::plain;

  // Implicit, as most cells are just a text, points or a number.
  // NOLINTBEGIN(google-explicit-constructor)
  Cell() = default;
  template <std::convertible_to<std::string_view> Text>
  Cell(const Text& words, Tone how = Tone::plain) : text{words}, tone{how} {}
  Cell(std::string&& words, Tone how = Tone::plain) : text{std::move(words)}, tone{how} {}
  Cell(Points points, Tone how = Tone::plain) : text{to_string(points)}, tone{how} {}
  /// `-` for nothing.
  Cell(std::optional<Points> points, Tone how = Tone::plain)
      : text{points ? to_string(*points) : "-"}, tone{how} {}
  Cell(std::integral auto number) : text{std::to_string(number)} {}
  // NOLINTEND(google-explicit-constructor)
};

/// The result in one line: `60.52 (40.36 to 75.36) / 100  building  9.48 to go to 70, "good"`.
struct Headline {
  std::string points{};         ///< `52.81`; or, with an empty `verdict`, why there is no number
  std::string range{};          ///< ` (40.36 to 75.36)`, of what is measured in part
  std::string of{};             ///< `100`
  std::vector<Cell> verdict{};  ///< `building`
  std::string rest{};           ///< `17.19 to go to 70, "good"`
  std::string note{};           ///< how much was measured
  std::string linkedin{};       ///< `53`: LinkedIn's own number, a mark on the ring
};

/// An amount with a bar.
struct Meter {
  std::string label{};
  std::string amount{};
  std::uint64_t part = 0;
  std::uint64_t whole = 0;  ///< 0: no bar
  Tone tone = Tone::plain;
  std::string mark{};  ///< `weakest`
  std::string note{};
};
/// Several meters below each other.
struct Meters {
  std::string title{};
  std::string what{};  ///< what the labels are: `pillar`
  std::string unit{};  ///< what the amounts are: `points`
  std::vector<Meter> meters{};
  bool are_whole = false;  ///< they add up to the headline, so that they can be drawn as a ring

  [[nodiscard]] bool is_empty() const { return meters.empty(); }
};

/// A text, to be wrapped.
struct Paragraph {
  std::string title{};
  std::string text{};
  Tone tone = Tone::plain;

  [[nodiscard]] bool is_empty() const { return text.empty(); }
};

/// A point of a list; the label, such as a date, may be empty.
struct Item {
  std::string label{};
  std::string text{};
};
/// A list of points.
struct List {
  std::string title{};
  std::vector<Item> items{};

  [[nodiscard]] bool is_empty() const { return items.empty(); }
};

/// How a column behaves on a narrow screen.
struct Column {
  enum class Kind {
    words,   ///< aligned left; cut if there is no room
    number,  ///< aligned right, title included; never cut
    reason,  ///< aligned left; goes on a line below its row if there is no room
  };
  std::string title{};
  Kind kind = Kind::words;
  bool can_be_spared = false;  ///< left out if there is no room, the last such column first
};
using Row = std::vector<Cell>;
/// A table. A row with a single cell is a remark between other rows.
struct Table {
  std::string title{};
  std::vector<Column> columns{};
  std::vector<Row> rows{};
  std::string empty{};  ///< a sentence to show if there are no rows; empty: show no table
  bool in_text = true;  ///< false: not on a terminal, where standard error says the same

  [[nodiscard]] bool is_empty() const { return rows.empty() && empty.empty(); }
};

/// Points over time, and their forecast. Either all values are there or none: a log measures a
/// pillar on all days or on none.
struct Series {
  std::string title{};
  Points most{};                                  ///< the top of the scale
  std::vector<std::optional<Points>> past{};      ///< one for each of `Chart::past_days`
  std::vector<std::optional<Points>> forecast{};  ///< one for each of `Chart::forecast_days`
  /// What LinkedIn itself showed, as `past`: drawn as marks.
  std::vector<std::optional<Points>> marks{};
};
/// A plot of several series over the same days.
struct Chart {
  std::string title{};
  std::string about{};  ///< what it shows, in words, for people who cannot see it
  std::string step{};   ///< what is between two days: `week`
  std::vector<std::string> past_days{};
  std::vector<std::string> forecast_days{};
  Points target{};
  Tone tone = Tone::plain;
  std::vector<Series> series{};  ///< the first is plotted large
  std::string marks{};           ///< what the marks are; empty if there are none
  Table table{};                 ///< the same in numbers, for looks without plots

  [[nodiscard]] bool is_empty() const { return past_days.empty(); }
};

using Block = std::variant<Meters, Paragraph, List, Table, Chart>;

/// A report as people read it.
struct Page {
  std::string title{};
  std::string context{};                   ///< `as of 2026-11-22, model v1`
  std::vector<std::string> small_print{};  ///< shown behind the context
  std::optional<Headline> headline{};
  std::vector<Block> blocks{};  ///< none is empty

  /// Adds a block unless it is empty, so that callers need not ask.
  void add(Block block);
  /// Says in the small print how much was set aside, if anything.
  void add_set_aside(const Diagnostics& notes);
};

/// `2 logs or lines set aside`, so that part of a class never passes for the whole of it. Empty
/// where nothing was.
[[nodiscard]] std::string set_aside(const Diagnostics& notes);

/// How far the page of a member goes: to the pillars, or on to a table of all signals.
enum class Detail { pillars, signals };

/// The page of each kind of report.
[[nodiscard]] Page page_of(const Report& report, const Model& model,
                           Detail detail = Detail::pillars);
[[nodiscard]] Page page_of(const TeamReport& report);
[[nodiscard]] Page page_of(const TrendReport& report);
[[nodiscard]] Page page_of(const PlanReport& report);
[[nodiscard]] Page page_of(const DiffReport& report);
[[nodiscard]] Page page_of(const CalibrationReport& report);
[[nodiscard]] Page page_of(const Explanation& explanation);
/// What became of each file of an export.
[[nodiscard]] Page page_of(const ImportedLog& imported);

/// All there is to say about a member; nothing for parts that were not asked for.
struct FullReport {
  Report report{};
  Explanation signals{};  ///< of all signals, with the member's log
  std::optional<TrendReport> trend{};
  std::optional<PlanReport> plan{};
};
[[nodiscard]] Page page_of(const FullReport& full);

/// The page of a cohort, with a chart of how its totals are spread.
[[nodiscard]] Page class_page_of(const TeamReport& report);

}  // namespace ssi
