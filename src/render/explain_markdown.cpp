#include <fmt/format.h>

#include "page/explain_words.hpp"
#include "render/markdown_parts.hpp"
#include "render/render.hpp"
#include "page/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

class ExplainMarkdown {
 public:
  ExplainMarkdown(std::string& out, const Explanation& explanation, const Model& model)
      : out_{out}, explanation_{explanation}, model_{model} {}

  void write() {
    const Topic& topic = explanation_.topic;
    out_ += fmt::format("## {}\n\n", title_of(topic));
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
  void list(std::string_view title, const std::vector<std::string>& texts) {
    out_ += fmt::format("\n### {}\n\n", title);
    for (const std::string& text : texts) out_ += fmt::format("- {}\n", markdown_text(text));
  }

  void guide_of(const Guide& guide) {
    list("LinkedIn's term", terms_of(guide));
    list("How to raise it", items(guide.habits, explanation_, model_));
    list("What does not count", items(guide.not_counted, explanation_, model_));
  }

  void write_table(const Topic& topic) {
    out_ +=
        "\n| Signal | What it is | Target | Points | Curve | Counts |\n| :-- | :-- | --: | --: | "
        ":-- | :-- |\n";
    for (const SignalId id : signals_of(topic)) {
      out_ +=
          fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", name(id), guide(id).title,
                      target_of(id, model_), short_points(model_.rule(id).points),
                      name(model_.rule(id).curve), span_of(id) == Span::all ? "all" : "the window");
    }
  }

  void write_map() {
    out_ += markdown_text(overview(model_)) + fmt::format(" {}.\n", markdown_model(model_));
    for (const PillarInfo& pillar : pillar_catalog) {
      out_ += fmt::format("\n### {} (`{}`)\n", pillar.title, name(pillar.id));
      write_table(pillar.id);
    }
  }

  void write_pillar(PillarId id) {
    out_ += fmt::format("{}\n\n### How it is scored\n\n{} `{}`, {}.\n",
                        markdown_text(filled(guide(id).why, explanation_, model_)),
                        markdown_text(rule_of_pillar(model_)), name(id), markdown_model(model_));
    write_table(id);
    guide_of(guide(id));
  }

  void write_signal(SignalId id) {
    const PillarId pillar = pillar_of(id);
    out_ += fmt::format("{}\n\n### How it is scored\n\n",
                        markdown_text(filled(guide(id).why, explanation_, model_)));
    out_ += fmt::format("- Signal: `{}` of `{}`, {}; {}\n", name(id), name(pillar),
                        info(pillar).title, markdown_model(model_));
    out_ += fmt::format("- Value: {}\n", markdown_text(counts_of(id, model_)));
    out_ += fmt::format("- Target: {}\n", markdown_text(target_of(id, model_)));
    out_ += fmt::format("- Points: {}\n", markdown_text(formula_of(id, model_)));
    out_ += fmt::format("- So {}\n", markdown_text(examples_of(explanation_)));
    guide_of(guide(id));
  }

  void write_log(const TopicInLog& log) {
    const auto& label = log.member.label();
    out_ += fmt::format("\n### The log{}, {}\n\n", label ? " of " + markdown_text(*label) : "",
                        log.as_of ? "as of " + to_string(*log.as_of) : "no date");
    out_ += fmt::format("| | Value | Target | Points | In {} days |\n", outlook_days);
    out_ += "| :-- | --: | --: | --: | --: |\n";
    for (std::size_t i = 0; i < log.signals.size(); ++i) {
      const SignalScore& signal = log.signals[i];
      const bool is_measured = signal.value.has_value();
      out_ += fmt::format(
          "| `{}` | {} | {} | {} | {} |\n", name(signal.id),
          is_measured ? show_value(*signal.value, info(signal.id).unit) : "not measured",
          target_of(signal.id, model_), is_measured ? to_string(signal.points) : "-",
          is_measured ? signed_points(log.signal_changes[i]) : "-");
    }
    for (std::size_t i = 0; i < log.pillars.size(); ++i) {
      out_ +=
          fmt::format("| `{}` in all | | | {} | {} |\n", name(log.pillars[i].id),
                      points_or_dash(log.pillars[i].score), signed_points(log.pillar_changes[i]));
    }
    write_more(log.more);
    write_leaving(log.leaving);
  }

  void write_more(const std::vector<MoreOf>& all) {
    if (all.empty()) return;
    out_ += fmt::format("\n| More of | For | {} | {} | {} |\n| :-- | :-- | --: | --: | --: |\n",
                        more_times[0], more_times[1], more_times[2]);
    for (const MoreOf& more : all) {
      out_ += fmt::format("| {} | `{}` |", markdown_text(trial_of(more)), name(more.signal));
      for (const Points gain : more.gains) out_ += fmt::format(" {} |", signed_points(gain));
      out_ += '\n';
    }
  }

  void write_leaving(const std::vector<Leaving>& all) {
    if (all.empty()) return;
    out_ += "\n| Leaves the window on | What | From |\n| :-- | :-- | :-- |\n";
    for (const Leaving& leaving : all) {
      out_ += fmt::format("| {} | {} | {} |\n", to_string(leaving.leaves),
                          markdown_text(activities_of(leaving)), to_string(leaving.done));
    }
  }

  std::string& out_;
  const Explanation& explanation_;
  const Model& model_;
};

}  // namespace

void markdown_explain(std::string& out, const Explanation& explanation,
                      std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  ExplainMarkdown{out, explanation, explanation.model}.write();
}

}  // namespace ssi
