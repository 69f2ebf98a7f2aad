#include <fmt/format.h>

#include "base/text.hpp"
#include "page/explain_words.hpp"
#include "render/page.hpp"
#include "render/render.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

class ExplainText {
 public:
  ExplainText(std::string& out, const Explanation& explanation, const Model& model,
              const Style& style)
      : page_{out, style}, explanation_{explanation}, model_{model} {}

  void write() {
    const Topic& topic = explanation_.topic;
    const std::string id{id_of(topic)};
    page_.title((id.empty() ? id : id + ": ") + std::string{title_of(topic)}, "", model_);
    if (const auto* pillar = std::get_if<PillarId>(&topic)) {
      write_pillar(*pillar);
    } else if (const auto* signal = std::get_if<SignalId>(&topic)) {
      write_signal(*signal);
    } else {
      write_map();
    }
    if (explanation_.in_log) write_log(*explanation_.in_log);
  }

 private:
  // Text in lines that begin with `first`, and then with as many blanks.
  void paragraph(std::string_view first, std::string_view text) {
    std::string lines = wrapped(text, page_width - first.size());
    const std::string indent = '\n' + std::string(first.size(), ' ');
    for (std::size_t at = lines.find('\n'); at != lines.npos; at = lines.find('\n', at + 1)) {
      lines.replace(at, 1, indent);
    }
    page_.add(fmt::format("{}{}\n", first, lines));
  }

  void heading(std::string_view text) { page_.add('\n' + page_.colored(text, bold) + '\n'); }

  void list(std::string_view title, std::string_view texts) {
    heading(title);
    for (const std::string& item : items(texts, explanation_, model_)) paragraph("  - ", item);
  }

  void guide_of(const Guide& guide) {
    heading("LinkedIn's term");
    for (const std::string& term : terms_of(guide)) paragraph("  ", term);
    list("How to raise it", guide.habits);
    list("What does not count", guide.not_counted);
  }

  void write_map() {
    paragraph("", overview(model_));
    for (const PillarInfo& pillar : pillar_catalog) {
      heading(fmt::format("{}: {}", name(pillar.id), pillar.title));
      for (const SignalId id : signals_of(pillar.id)) write_row(id);
    }
    page_.add("\nssi explain PILLAR or SIGNAL tells more, with a log what it has of it.\n");
  }

  void write_row(SignalId id) {
    const SignalRule& rule = model_.rule(id);
    page_.add(fmt::format("  {:<19} {:<22} {:<16} {} {}{}\n", name(id), guide(id).title,
                          target_of(id, model_), short_points(rule.points), name(rule.curve),
                          span_of(id) == Span::all ? " *" : ""));
  }

  void write_pillar(PillarId id) {
    paragraph("  ", filled(guide(id).why, explanation_, model_));
    heading("How it is scored");
    paragraph("  ", rule_of_pillar(model_));
    for (const SignalId signal : signals_of(id)) write_row(signal);
    guide_of(guide(id));
  }

  void write_signal(SignalId id) {
    paragraph("  ", filled(guide(id).why, explanation_, model_));
    heading("How it is scored");
    const PillarId pillar = pillar_of(id);
    paragraph("  pillar  ", fmt::format("{}: {}", name(pillar), info(pillar).title));
    paragraph("  value   ", counts_of(id, model_));
    paragraph("  target  ", target_of(id, model_));
    paragraph("  points  ", formula_of(id, model_));
    paragraph("          ", examples_of(explanation_));
    guide_of(guide(id));
  }

  void write_log(const TopicInLog& log) {
    const auto& label = log.member.label();
    const std::string day = log.as_of ? "as of " + to_string(*log.as_of) : "no date";
    page_.end_line();
    page_.ends(label ? "The log of " + visible(*label) : "The log", bold, day);
    page_.add(page_.colored(fmt::format("  {:<53} points  in {} days", "", outlook_days), dim) +
              '\n');
    for (std::size_t i = 0; i < log.signals.size(); ++i) {
      write_signal_in_log(log.signals[i], log.signal_changes[i]);
    }
    for (std::size_t i = 0; i < log.pillars.size(); ++i) {
      const PillarScore& pillar = log.pillars[i];
      page_.add(fmt::format("  {:<53} {:>6} {:>11}\n", fmt::format("{} in all", name(pillar.id)),
                            points_or_dash(pillar.score), signed_points(log.pillar_changes[i])));
    }
    write_more(log.more);
    write_leaving(log.leaving);
  }

  void write_signal_in_log(const SignalScore& signal, Points change) {
    const std::string_view unit = info(signal.id).unit;
    const std::string amount =
        signal.value
            ? fmt::format("{} of {}", show_value(*signal.value, unit), target_of(signal.id, model_))
            : "not measured";
    page_.add(fmt::format("  {:<20} {:<32} {:>6} {:>11}\n", name(signal.id), amount,
                          signal.value ? to_string(signal.points) : "-",
                          signal.value ? signed_points(change) : "-"));
  }

  void write_more(const std::vector<MoreOf>& all) {
    if (all.empty()) return;
    heading(fmt::format("{:<55} {:>7} {:>7} {:>7}", "What more of it would add", more_times[0],
                        more_times[1], more_times[2]));
    for (const MoreOf& more : all) {
      page_.add(fmt::format("  {:<20} {:<32}", name(more.signal), trial_of(more)));
      for (const Points gain : more.gains) page_.add(fmt::format(" {:>7}", signed_points(gain)));
      page_.end_line();
    }
  }

  void write_leaving(const std::vector<Leaving>& all) {
    heading(fmt::format("What leaves the window within {} days", outlook_days));
    for (const Leaving& leaving : all) {
      paragraph(fmt::format("  {}  ", to_string(leaving.leaves)),
                fmt::format("{} from {}", activities_of(leaving), to_string(leaving.done)));
    }
    if (all.empty()) page_.add("  nothing\n");
  }

  Page page_;
  const Explanation& explanation_;
  const Model& model_;
};

}  // namespace

void text_explain(std::string& out, const Explanation& explanation,
                  std::span<const Diagnostic> /*diagnostics*/, const Style& style) {
  ExplainText{out, explanation, explanation.model, style}.write();
}

}  // namespace ssi
