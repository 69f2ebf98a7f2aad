#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/name_index.hpp"
#include "log/description.hpp"
#include "log/encode.hpp"
#include "log/typed.hpp"
#include "page/explain_words.hpp"
#include "page/parts.hpp"
#include "report/tasks.hpp"
#include "signals/guide.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

Table table_of(PillarId pillar, std::string title, const Model& model) {
  Table table{.title = std::move(title),
              .columns = {{"signal"}, {"what it is"}, {"target"}, {"points"}}};
  for (const SignalId id : signals_of(pillar)) {
    const SignalRule& rule = model.rule(id);
    const std::string_view mark = span_of(id) == Span::all ? " *" : "";
    table.rows.push_back(
        {name(id), guide(id).title, target_of(id, model),
         fmt::format("{} {}{}", short_points(rule.points), name(rule.curve), mark)});
  }
  return table;
}

// `1 earns 0.52, 23 earn 2.52`.
std::string examples_of(const std::vector<Example>& examples, std::string_view unit) {
  std::vector<std::string> texts;
  for (const Example& example : examples) {
    const std::string value = show_value(example.value, unit);
    texts.push_back(
        fmt::format("{} {} {}", value, value == "1" ? "earns" : "earn", to_string(example.points)));
  }
  return fmt::format("{}", fmt::join(texts, ", "));
}

// `5 * sqrt(min(1, value / 90))`.
std::string formula_of(const SignalRule& rule) {
  const std::string share = fmt::format("min(1, value / {})", number_of(rule.target));
  return fmt::format("{} * {}, rounded down to hundredths", short_points(rule.points),
                     rule.curve == Curve::sqrt ? fmt::format("sqrt({})", share) : share);
}

List scoring_of(SignalId id, const Explanation& explanation) {
  const Model& model = explanation.model;
  const PillarInfo& pillar = info(pillar_of(id));
  return {.title = "How it is scored",
          .items = {{"pillar", fmt::format("{}: {}", name(pillar.id), pillar.title)},
                    {"value", counts_of(id, model)},
                    {"target", target_of(id, model)},
                    {"points", formula_of(model.rule(id))},
                    {"so", examples_of(explanation.examples, info(id).unit)}}};
}

Table table_of(const TopicInLog& log, const Model& model) {
  Table table{
      .title =
          fmt::format("{}, {}", title_with("The log", " of ", log.member), as_of_words(log.as_of)),
      .columns = {
          {""}, {"so far"}, {"points", number}, {fmt::format("in {} days", outlook_days), number}}};
  for (const SignalScore& signal : log.signals) {
    table.rows.push_back({name(signal.id), so_far(signal, model), points_of(signal),
                          signal.value ? difference(log.change.signal(signal.id)) : Cell{"-"}});
  }
  for (const PillarScore& pillar : log.pillars) {
    table.rows.push_back({fmt::format("{} in all", name(pillar.id)),
                          is_thin(pillar.range()) ? "thin" : "", pillar.score,
                          difference(log.change.pillar(pillar.id))});
  }
  if (log.pillars.size() == pillar_count) {
    table.rows.push_back({"total", "", log.total, difference(log.change.total)});
  }
  return table;
}

Table more_of(const TopicInLog& log) {
  Table table{.title = "What more would add", .columns = {{"signal"}, {"more of"}}};
  for (const int times : more_times) table.columns.push_back({std::to_string(times), number});
  for (const MoreOf& more : log.more) {
    Row row = {name(more.signal), trial_of(more)};
    for (const Points gain : more.gains) row.push_back(difference(gain));
    table.rows.push_back(std::move(row));
  }
  return table;
}

// `search 3, comment 1`.
std::string activities_of(const Leaving& leaving) {
  std::vector<std::string> texts;
  for (const auto& [type, count] : leaving.activities) {
    texts.push_back(fmt::format("{} {}", activity_types[type], count));
  }
  return fmt::format("{}", fmt::join(texts, ", "));
}

List leaving_of(const TopicInLog& log) {
  List list{.title = fmt::format("What leaves the window within {} days", outlook_days)};
  for (const Leaving& leaving : log.leaving) {
    list.items.push_back(
        {to_string(leaving.leaves),
         fmt::format("{} from {}", activities_of(leaving), to_string(leaving.done))});
  }
  if (log.leaving.empty()) list.items.push_back({.text = "nothing"});
  return list;
}

Row row_of(Cell label, const Contribution& points) {
  Row row = {std::move(label), points.total};
  for (const std::optional<Points> pillar : points.pillars) row.emplace_back(pillar);
  return row;
}

Table contribution_table(std::string title, std::string_view what) {
  Table table{.title = std::move(title), .columns = {{std::string{what}}, {"total", number}}};
  add_pillar_columns(table);
  return table;
}

Table types_of(const TopicInLog& log, const Contributions& from) {
  Table table = contribution_table("Points by activity type", "type");
  table.rows.push_back(row_of("profile", from.profile));
  Contribution all = from.profile;
  for (std::size_t i = 0; i < activity_types.size(); ++i) {
    table.rows.push_back(row_of(activity_types[i], from.types[i]));
    if (all.total) *all.total += *from.types[i].total;
  }
  for (std::size_t i = 0; i < pillar_count; ++i) all.pillars[i] = log.pillars[i].score;
  table.rows.push_back(row_of({"score", Tone::strong}, all));
  return table;
}

void add(Page& page, const TopicInLog& log, const Contributions& from) {
  page.add(Paragraph{
      .title =
          fmt::format("{}, {}", title_with("The log", " of ", log.member), as_of_words(log.as_of)),
      .text = "An activity type brings its Shapley value: the mean of what it adds, over all "
              "orders of adding the types to the profile before the log. These add up to the "
              "score. A month or a single activity brings what the score would lose without it; "
              "those do not add up, as more of the same earns less."});
  if (!from.profile.total) {
    page.add(Paragraph{.text = "No total: a pillar is not measured at all."});
  }
  page.add(types_of(log, from));
  Table months = contribution_table("Points by month", "month");
  for (const auto& [first, lost] : from.months) {
    months.rows.push_back(row_of(month_of(first), lost));
  }
  page.add(std::move(months));
  Table singles{.title = "The most valuable single activities",
                .columns = {{"day"}, {"activity"}, {"alike that day", number}, {"points", number}}};
  for (const auto& [activity, times, lost] : from.activities) {
    singles.rows.push_back(
        {to_string(activity.day), encode_words(activity.action), times, lost.sum()});
  }
  page.add(std::move(singles));
}

void add_topic(Page& page, Everything /*topic*/, const Explanation& explanation) {
  for (const PillarInfo& each : pillar_catalog) {
    page.add(
        table_of(each.id, fmt::format("{}: {}", name(each.id), each.title), explanation.model));
  }
  page.add(Paragraph{
      .text = fmt::format("'ssi explain TOPIC' explains one in detail; add a log to see where you "
                          "stand. Other topics: {}; {}.",
                          fmt::join(names_of<Subject>, ", "), fmt::join(record_types, ", "))});
}

void add_topic(Page& page, PillarId pillar, const Explanation& explanation) {
  page.add(Paragraph{.title = "How it is scored", .text = rule_of_pillar(explanation.model)});
  page.add(table_of(pillar, "Its signals", explanation.model));
}

void add_topic(Page& page, SignalId signal, const Explanation& explanation) {
  page.add(scoring_of(signal, explanation));
}

// What it takes to add an activity of a type: `ssi add profile_edit section=photo log.jsonl`.
std::string example_of(RecordType type) {
  std::string words{record_types[type.index]};
  for (const std::string_view field : names_in(shapes_of_line[type.index].required)) {
    const FieldRule& rule = rule_of(*named<Field>(field));
    if (field == name(Field::type) || rule.kind != Kind::word) continue;
    words += fmt::format(" {}={}", field, rule.words->names().front());
  }
  const auto one_of = names_in(shapes_of_line[type.index].one_of);
  if (!one_of.empty()) words += fmt::format(" {}=53", one_of.front());
  return fmt::format("ssi add {} log.jsonl", words);
}

void add_topic(Page& page, RecordType type, const Explanation& explanation) {
  Table signals{.title = "What it counts for", .columns = {{"signal"}, {"what it is"}, {"target"}}};
  if (record_types[type.index] == reading_type) {
    signals.empty = "nothing: it is shown beside the score of its day, and changes no score";
  }
  for (const SignalId id : signals_of(type)) {
    signals.rows.push_back({name(id), guide(id).title, target_of(id, explanation.model)});
  }
  page.add(std::move(signals));
  List fields{.title = "Its fields"};
  for (const std::string_view field : names_in(shapes_of_line[type.index].allowed)) {
    if (field == name(Field::type)) continue;
    fields.items.push_back({std::string{field}, describe_values(*named<Field>(field))});
  }
  page.add(std::move(fields));
  Table effort{.title = "Time that plans allow for it", .columns = {{""}, {"minutes", number}}};
  for (const TaskInfo& task : task_catalog) {
    if (task.action.index() != type.index) continue;
    effort.rows.push_back(
        {task.once, explanation.model.effort[static_cast<std::size_t>(task.task)]});
  }
  page.add(std::move(effort));
  page.add(Paragraph{.title = "How to add one", .text = example_of(type)});
}

Table bands_of(const Model& model) {
  Table table{.title = "The bands", .columns = {{"band"}, {"from", number}}};
  for (const Band& band : model.bands) table.rows.push_back({band.name, band.from});
  return table;
}

List signals_of_all_days() {
  List list{.title = "These count everything up to the day of the score"};
  for (const SignalInfo& signal : signal_catalog) {
    if (span_of(signal.id) != Span::all) continue;
    list.items.push_back({std::string{name(signal.id)}, std::string{guide(signal.id).title}});
  }
  return list;
}

// LinkedIn's own words for what it looks at, each once.
std::string inputs_of(PillarId pillar) {
  std::vector<std::string_view> words;
  for (const SignalId id : signals_of(pillar)) {
    for (const Term& term : guide(id).terms) {
      if (!term.words.empty() && std::ranges::find(words, term.words) == words.end()) {
        words.push_back(term.words);
      }
    }
  }
  return fmt::format("{}", fmt::join(words, "; "));
}

void add_topic(Page& page, Subject subject, const Explanation& explanation) {
  if (subject == Subject::window) page.add(signals_of_all_days());
  if (subject == Subject::bands) page.add(bands_of(explanation.model));
  if (subject != Subject::linkedin) return;
  List inputs{.title = "What LinkedIn has said it looks at"};
  for (const PillarInfo& pillar : pillar_catalog) {
    inputs.items.push_back({std::string{name(pillar.id)}, inputs_of(pillar.id)});
  }
  page.add(std::move(inputs));
  page.add(
      list_of("Why the two scores differ",
              {"LinkedIn sees everything that you and others do there; ssi sees only your log.",
               "LinkedIn does not publish its weights, targets or window. ssi uses its own, and "
               "shows them.",
               "LinkedIn also ranks you within your industry and your network; ssi does not."}));
}

}  // namespace

Page page_of(const Explanation& explanation) {
  const auto& [id, title, why, terms, habits, not_counted] = words_of(explanation);
  Page page = page_with(id.empty() ? std::string{title} : fmt::format("{}: {}", id, title), "",
                        explanation.model);
  // With a log, everything is what the log has.
  if (!explanation.in_log || !id.empty()) {
    if (why != title) page.add(Paragraph{.text = why});
    std::visit([&](auto topic) { add_topic(page, topic, explanation); }, explanation.topic);
    page.add(list_of("LinkedIn's term", terms));
    page.add(list_of("How to raise it", habits));
    page.add(list_of("What does not count", not_counted));
  }
  if (explanation.in_log && explanation.in_log->contributions) {
    add(page, *explanation.in_log, *explanation.in_log->contributions);
  } else if (explanation.in_log) {
    page.add(table_of(*explanation.in_log, explanation.model));
    page.add(more_of(*explanation.in_log));
    page.add(leaving_of(*explanation.in_log));
  }
  return page;
}

}  // namespace ssi
