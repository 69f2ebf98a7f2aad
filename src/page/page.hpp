#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <ssi/diff.hpp>
#include <ssi/explain.hpp>
#include <ssi/plan.hpp>
#include <ssi/team.hpp>
#include <ssi/trend.hpp>

// What people read: a report as a page of blocks, which each look (text, Markdown, HTML) shows in
// its way. A page says what is shown, a look how. Texts are plain, as the log has them: to escape
// them is up to the looks. Numbers are texts already, and `part` of `whole` where there is a bar.
namespace ssi {

/// How something is meant. Looks show it in a colour, and `weakest` with a mark.
enum class Tone { plain, strong, faint, good, fair, bad, weakest };

struct Cell {
  std::string text{};
  Tone tone = Tone::plain;

  // Implicit, for most cells are just a text, points or a number.
  // NOLINTBEGIN(google-explicit-constructor)
  Cell() = default;
  template <std::convertible_to<std::string_view> Text>
  Cell(const Text& words, Tone how = Tone::plain) : text{words}, tone{how} {}
  Cell(std::string&& words, Tone how = Tone::plain) : text{std::move(words)}, tone{how} {}
  Cell(Points points, Tone how = Tone::plain) : text{to_string(points)}, tone{how} {}
  /// `-` where there are none.
  Cell(std::optional<Points> points, Tone how = Tone::plain)
      : text{points ? to_string(*points) : "-"}, tone{how} {}
  Cell(std::integral auto number) : text{std::to_string(number)} {}
  // NOLINTEND(google-explicit-constructor)
};

/// What it all comes to: `52.64 / 100  building  17.36 to go to 70, "good"`.
struct Headline {
  std::string points{};  ///< or, without `of`, a sentence that there are none
  std::string of{};      ///< `100`
  std::vector<Cell> verdict{};
  std::string rest{};
  std::string note{};  ///< on how much was measured
};

/// An amount and a bar.
struct Meter {
  std::string label{};
  std::string amount{};
  std::uint64_t part = 0;
  std::uint64_t whole = 0;  ///< 0: there is nothing to show
  Tone tone = Tone::plain;
  std::string mark{};  ///< `weakest`
  std::string note{};
};
struct Meters {
  std::string title{};
  std::string what{};  ///< labels tell: `pillar`
  std::string unit{};  ///< amounts are of: `points`
  std::vector<Meter> meters{};
  bool are_whole = false;  ///< they make up the points of the headline

  [[nodiscard]] bool is_empty() const { return meters.empty(); }
};

struct Paragraph {
  std::string title{};
  std::string text{};
  Tone tone = Tone::plain;

  [[nodiscard]] bool is_empty() const { return text.empty(); }
};

/// A list, of which each item may have a label: a date, say.
struct Item {
  std::string label{};
  std::string text{};
};
struct List {
  std::string title{};
  std::vector<Item> items{};

  [[nodiscard]] bool is_empty() const { return items.empty(); }
};

struct Column {
  enum class Kind {
    words,   ///< to the left; cut where there is no room
    number,  ///< to the right, with its title
    reason,  ///< to the left, or below its row where there is no room
  };
  std::string title{};
  Kind kind = Kind::words;
  bool can_be_spared = false;  ///< where there is no room, starting with the last
};
using Row = std::vector<Cell>;
struct Table {
  std::string title{};
  std::vector<Column> columns{};
  std::vector<Row> rows{};  ///< one cell alone is a remark between rows
  std::string empty{};      ///< what to say where there are no rows; nothing: no table
  bool in_text = true;      ///< false: on a terminal, standard error tells it

  [[nodiscard]] bool is_empty() const { return rows.empty() && empty.empty(); }
};

/// Points over time, and where they go from there.
struct Series {
  std::string title{};
  Points most{};
  std::vector<std::optional<Points>> past{};
  std::vector<std::optional<Points>> forecast{};
};
struct Chart {
  std::string title{};
  std::string about{};  ///< what it shows, in words
  std::string step{};   ///< `week`
  std::vector<std::string> past_days{};
  std::vector<std::string> forecast_days{};
  Points target{};
  Tone tone = Tone::plain;
  std::vector<Series> series{};  ///< the first is the large one
  Table table{};                 ///< all of it in numbers

  [[nodiscard]] bool is_empty() const { return past_days.empty(); }
};

using Block = std::variant<Meters, Paragraph, List, Table, Chart>;

struct Page {
  std::string title{};
  std::string context{};                   ///< `as of 2026-11-22, model v1`
  std::vector<std::string> small_print{};  ///< behind the context
  std::optional<Headline> headline{};
  std::vector<Block> blocks{};  ///< each with something to show

  /// Adds a block, unless there is nothing to show.
  void add(Block block);
};

[[nodiscard]] Page page_of(const Report& report, const Model& model, bool details = false);
[[nodiscard]] Page page_of(const TeamReport& report);
[[nodiscard]] Page page_of(const TrendReport& report);
[[nodiscard]] Page page_of(const PlanReport& report);
[[nodiscard]] Page page_of(const DiffReport& report);
[[nodiscard]] Page page_of(const Explanation& explanation);

/// All there is to say about a member, as far as it was made.
struct FullReport {
  Report report{};
  Explanation signals{};  ///< of everything, with what the log has of it
  std::optional<TrendReport> trend{};
  std::optional<PlanReport> plan{};
};
[[nodiscard]] Page page_of(const FullReport& full);

/// A cohort with how its totals are spread.
[[nodiscard]] Page class_page_of(const TeamReport& report);

}  // namespace ssi
