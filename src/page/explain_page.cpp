#include <fmt/format.h>

#include "page/explain_words.hpp"
#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

class ExplainPage {
 public:
  explicit ExplainPage(const Explanation& explanation)
      : explanation_{explanation}, model_{explanation.model} {}

  Page page() {
    const Topic& topic = explanation_.topic;
    const std::string_view id = id_of(topic);
    page_ =
        page_with(fmt::format("{}{}{}", id, id.empty() ? "" : ": ", title_of(topic)), "", model_);
    add(Paragraph{.text = id.empty() ? overview(model_)
                                     : filled(guide_of(topic).why, explanation_, model_)});
    if (const auto* pillar = std::get_if<PillarId>(&topic)) {
      add(Paragraph{.title = "How it is scored", .text = rule_of_pillar(model_)});
      add(table_of(*pillar, "Its signals"));
    } else if (const auto* signal = std::get_if<SignalId>(&topic)) {
      add(scoring_of(*signal));
    } else {
      for (const PillarInfo& each : pillar_catalog) {
        add(table_of(each.id, fmt::format("{}: {}", name(each.id), each.title)));
      }
      add(Paragraph{.text =
                        "'ssi explain PILLAR' or 'SIGNAL' explains one in detail; add a log to see "
                        "where you stand."});
    }
    if (!id.empty()) add_guide(guide_of(topic));
    if (explanation_.in_log) add_log(*explanation_.in_log);
    return std::move(page_);
  }

 private:
  void add(Block block) { page_.blocks.push_back(std::move(block)); }

  void add_list(std::string_view title, std::vector<std::string> texts) {
    List list{.title = std::string{title}};
    for (std::string& text : texts) list.items.push_back({.text = std::move(text)});
    add(std::move(list));
  }

  void add_guide(const Guide& guide) {
    add_list("LinkedIn's term", terms_of(guide));
    add_list("How to raise it", items(guide.habits, explanation_, model_));
    add_list("What does not count", items(guide.not_counted, explanation_, model_));
  }

  [[nodiscard]] Table table_of(PillarId pillar, std::string title) const {
    Table table{.title = std::move(title),
                .columns = {{"signal"}, {"what it is"}, {"target"}, {"points"}}};
    for (const SignalId id : signals_of(pillar)) {
      const SignalRule& rule = model_.rule(id);
      const std::string_view mark = span_of(id) == Span::all ? " *" : "";
      table.rows.push_back(
          {name(id), guide(id).title, target_of(id, model_),
           fmt::format("{} {}{}", short_points(rule.points), name(rule.curve), mark)});
    }
    return table;
  }

  [[nodiscard]] List scoring_of(SignalId id) const {
    const PillarId pillar = pillar_of(id);
    return {.title = "How it is scored",
            .items = {{"pillar", fmt::format("{}: {}", name(pillar), info(pillar).title)},
                      {"value", counts_of(id, model_)},
                      {"target", target_of(id, model_)},
                      {"points", formula_of(id, model_)},
                      {"so", examples_of(explanation_)}}};
  }

  void add_log(const TopicInLog& log) {
    Table table{.title = fmt::format("{}, {}", title_with("The log", " of ", log.member),
                                     log.as_of ? "as of " + to_string(*log.as_of) : "no date"),
                .columns = {{""},
                            {"so far"},
                            {"points", number},
                            {fmt::format("in {} days", outlook_days), number}}};
    for (std::size_t i = 0; i < log.signals.size(); ++i) {
      const SignalScore& signal = log.signals[i];
      const bool is_measured = signal.value.has_value();
      table.rows.push_back({name(signal.id), so_far(signal, model_),
                            is_measured ? to_string(signal.points) : "-",
                            is_measured ? difference(log.signal_changes[i]) : "-"});
    }
    for (std::size_t i = 0; i < log.pillars.size(); ++i) {
      table.rows.push_back({fmt::format("{} in all", name(log.pillars[i].id)), "",
                            points_or_dash(log.pillars[i].score),
                            difference(log.pillar_changes[i])});
    }
    add(std::move(table));
    add_more(log.more);
    add_leaving(log.leaving);
  }

  void add_more(const std::vector<MoreOf>& all) {
    Table table{.title = "What more of it would add", .columns = {{"signal"}, {"more of"}}};
    for (const int times : more_times) table.columns.push_back({std::to_string(times), number});
    for (const MoreOf& more : all) {
      Row row = {name(more.signal), trial_of(more)};
      for (const Points gain : more.gains) row.push_back(difference(gain));
      table.rows.push_back(std::move(row));
    }
    add(std::move(table));
  }

  void add_leaving(const std::vector<Leaving>& all) {
    List list{.title = fmt::format("What leaves the window within {} days", outlook_days)};
    for (const Leaving& leaving : all) {
      list.items.push_back(
          {to_string(leaving.leaves),
           fmt::format("{} from {}", activities_of(leaving), to_string(leaving.done))});
    }
    if (all.empty()) list.items.push_back({.text = "nothing"});
    add(std::move(list));
  }

  Page page_{};
  const Explanation& explanation_;
  const Model& model_;
};

}  // namespace

Page page_of(const Explanation& explanation) {
  return ExplainPage{explanation}.page();
}

}  // namespace ssi
