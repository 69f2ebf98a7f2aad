#include "page/parts.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {

void Page::add(Block block) {
  const bool is_empty = std::visit([](const auto& each) { return each.is_empty(); }, block);
  if (!is_empty) blocks.push_back(std::move(block));
}

void Page::add_set_aside(const Diagnostics& notes) {
  if (std::string said = set_aside(notes); !said.empty()) small_print.push_back(std::move(said));
}

std::string set_aside(const Diagnostics& notes) {
  const std::uint64_t total = notes.total(Severity::set_aside);
  return total == 0 ? "" : counted(total, "log or line", "logs or lines") + " set aside";
}

std::string title_with(std::string_view title, std::string_view separator, const Member& member) {
  const auto& label = member.label();
  return label ? fmt::format("{}{}{}", title, separator, *label) : std::string{title};
}

std::string as_of_words(std::optional<Day> day) {
  return day ? "as of " + to_string(*day) : "no date";
}

Page page_with(std::string title, std::string_view context, const Model& model) {
  Page page{
      .title = std::move(title),
      .context = fmt::format("{}{}model {}", context, context.empty() ? "" : ", ", model.name)};
  if (model.sha256) page.small_print.push_back("model sha256 " + *model.sha256);
  return page;
}

std::string measured_on(Points points, Points most) {
  return fmt::format("measured on {} of {} points", to_string(points), to_string(most));
}

void add_measured(Page& page, Points assessable) {
  if (assessable < total_max) page.small_print.push_back(measured_on(assessable, total_max));
}

Headline headline(std::optional<Points> total, std::optional<std::size_t> band, const Model& model,
                  const std::optional<PointsRange>& range, std::string_view without) {
  if (!total) return {.points = std::string{without}};
  Headline top{.points = to_string(*total),
               .range = range ? fmt::format(" ({})", to_string(*range)) : "",
               .of = short_points(total_max),
               .verdict = {{model.bands[*band].name, tone_of_band(*band, model)}}};
  if (*band + 1 < model.bands.size()) {
    const Band& next = model.bands[*band + 1];
    top.rest = fmt::format("{} to go to {}, \"{}\"", to_string(next.from - *total),
                           short_points(next.from), next.name);
  }
  return top;
}

List list_of(std::string_view title, const std::vector<std::string>& texts) {
  List list{.title = std::string{title}};
  for (const std::string& text : texts) list.items.push_back({.text = text});
  return list;
}

std::string_view mark_of(const Flags& flags) {
  if (flags.weakest) return flags.thin ? "weakest, thin" : "weakest";
  if (flags.weak) return flags.thin ? "weak, thin" : "weak";
  return flags.thin ? "thin" : "";
}

Meter pillar_meter(PillarId id, Points score, const Flags& flags) {
  return {.label = std::string{info(id).title},
          .amount = to_string(score),
          .part = static_cast<std::uint64_t>(score.hundredths),
          .whole = static_cast<std::uint64_t>(pillar_max.hundredths),
          .tone = flags.weakest ? Tone::weakest
                  : flags.weak  ? Tone::fair
                  : flags.thin  ? Tone::plain
                                : Tone::good,
          .mark = std::string{mark_of(flags)}};
}

Tone tone_of_band(std::size_t band, const Model& model) {
  return band + 1 == model.bands.size() ? Tone::good : band == 0 ? Tone::bad : Tone::fair;
}

Cell difference(std::optional<Points> points) {
  const Points value = points.value_or(Points{});
  const Tone tone = value == Points{} ? Tone::plain : value > Points{} ? Tone::good : Tone::bad;
  return {signed_points(points), tone};
}

Table points_table(std::string title, const std::vector<PointsColumn>& columns) {
  Table table{.title = std::move(title), .columns = {{""}}, .rows = {{"total"}}};
  for (const PillarInfo& pillar : pillar_catalog) table.rows.push_back({pillar.title});
  for (const PointsColumn& column : columns) {
    table.columns.push_back({column.title, Column::Kind::number});
    table.rows[0].push_back(column.cell(column.of.total));
    for (std::size_t i = 0; i < pillar_count; ++i) {
      table.rows[i + 1].push_back(column.cell(column.of.pillars[i]));
    }
  }
  return table;
}

std::string_view words_for(Cause cause) {
  // In the order of `Cause`.
  constexpr std::array<std::string_view, names_of<Cause>.size()> words = {
      "now measured",         "no longer measured",
      "added to the profile", "removed from the profile",
      "added to past days",   "removed from past days",
      "new activities",       "activities undone",
      "left the window",      "back in the window",
      "a different model",
  };
  return words[static_cast<std::size_t>(cause)];
}

Table cause_table(std::span<const DiffTerm> terms) {
  Table table{.title = "Causes",
              .columns = {{"cause"}, {"total", Column::Kind::number}},
              .empty = "none: nothing has changed"};
  add_pillar_columns(table);
  for (const DiffTerm& term : terms) {
    const std::string count = term.activities == 0 ? "" : fmt::format(" ({})", term.activities);
    Row row = {fmt::format("{}{}", words_for(term.cause), count), difference(term.change.total)};
    std::ranges::transform(term.change.pillars, std::back_inserter(row), difference);
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_pillar_columns(Table& table) {
  for (const std::string_view pillar : names_of<PillarId>) {
    table.columns.push_back({std::string{pillar}, Column::Kind::number});
  }
}

Cell so_far(const SignalScore& signal, const Model& model) {
  if (!signal.value) return {"not measured", Tone::faint};
  return fmt::format("{} of {}", show_value(*signal.value, info(signal.id).unit),
                     target_of(signal.id, model));
}

std::string got_of(const GateVerdict& verdict) {
  return verdict.range ? with_range(*verdict.got, verdict.range)
                       : amount(verdict.gate, *verdict.got);
}

Table gate_table(std::span<const GateVerdict> gates) {
  using enum Column::Kind;
  Table table{.title = "Gates",
              .columns = {{"gate"}, {"wanted", number}, {"got", number}, {"verdict"}},
              .in_text = false};
  for (const GateVerdict& verdict : gates) {
    const Gate& gate = verdict.gate;
    const Cell judged = verdict.passed ? Cell{"met", Tone::good}
                        : verdict.got  ? Cell{"missed", Tone::weakest}
                                       : Cell{"no score", Tone::bad};
    table.rows.push_back(
        {describe(gate), amount(gate, gate.wanted), verdict.got ? got_of(verdict) : "-", judged});
  }
  return table;
}

}  // namespace ssi
