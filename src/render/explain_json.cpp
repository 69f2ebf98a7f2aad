#include <fmt/format.h>

#include "log/encode.hpp"
#include "render/explain_parts.hpp"
#include "render/json_parts.hpp"
#include "render/render.hpp"
#include "render/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

class ExplainJson {
 public:
  ExplainJson(std::string& out, const Explanation& explanation, const Model& model)
      : json_{out, true}, explanation_{explanation}, model_{model} {}

  void write(std::span<const Diagnostic> diagnostics) {
    open_document(json_, model_);
    json_.key("topic");
    const std::string_view id = id_of(explanation_.topic);
    json_.raw(id.empty() ? "null" : fmt::format("\"{}\"", id));
    json_.key("title");
    json_.text(title_of(explanation_.topic));
    write_guide();
    list("signals", signals_of(explanation_.topic), [this](SignalId s) { write_signal(s); });
    json_.key("log");
    if (explanation_.in_log) {
      write_log(*explanation_.in_log);
    } else {
      json_.raw("null");
    }
    json_.key("diagnostics");
    write_diagnostics(json_, diagnostics);
    json_.close('}');
  }

 private:
  template <class Items, class Write>
  void list(std::string_view key, const Items& all, const Write& write) {
    json_.key(key);
    json_.open('[');
    for (const auto& item : all) write(item);
    json_.close(']');
  }

  void texts(std::string_view key, const std::vector<std::string>& all) {
    list(key, all, [this](const std::string& text) { json_.text(text); });
  }

  // What the guide tells of the topic; of everything, the overview alone.
  void write_guide() {
    const Topic& topic = explanation_.topic;
    const auto* pillar = std::get_if<PillarId>(&topic);
    const auto* signal = std::get_if<SignalId>(&topic);
    Guide about;
    if (pillar != nullptr) about = guide(*pillar);
    if (signal != nullptr) about = guide(*signal);
    const bool is_all = pillar == nullptr && signal == nullptr;
    json_.key("why");
    json_.text(is_all ? overview(model_) : filled(about.why, explanation_, model_));
    texts("linkedin", is_all ? std::vector<std::string>{} : terms_of(about));
    texts("habits", items(about.habits, explanation_, model_));
    texts("not_counted", items(about.not_counted, explanation_, model_));
    list("examples", explanation_.examples, [this](const Example& example) {
      json_.open('{');
      json_.key("value");
      json_.raw(number_of(example.value));
      json_.key("points");
      json_.points(example.points);
      json_.close('}');
    });
  }

  void write_signal(SignalId id) {
    const SignalRule& rule = model_.rule(id);
    json_.open('{');
    json_.key("id");
    json_.plain(name(id));
    json_.key("pillar");
    json_.plain(name(pillar_of(id)));
    json_.key("title");
    json_.text(guide(id).title);
    json_.key("value");
    json_.text(counts_of(id, model_));
    json_.key("target");
    json_.raw(number_of(rule.target));
    json_.key("unit");
    json_.plain(info(id).unit);
    json_.key("curve");
    json_.plain(name(rule.curve));
    json_.key("max");
    json_.points(rule.points);
    json_.close('}');
  }

  void write_log(const TopicInLog& log) {
    json_.open('{');
    write_who(json_, log.member);
    json_.key("as_of");
    json_.text_or_null(log.as_of ? std::optional{to_string(*log.as_of)} : std::nullopt);
    json_.key("days_ahead");
    json_.raw(fmt::format("{}", outlook_days));
    json_.key("pillars");
    json_.open('[');
    for (std::size_t i = 0; i < log.pillars.size(); ++i) {
      write_points(name(log.pillars[i].id), log.pillars[i].score, log.pillar_changes[i]);
    }
    json_.close(']');
    json_.key("signals");
    json_.open('[');
    for (std::size_t i = 0; i < log.signals.size(); ++i) {
      const SignalScore& signal = log.signals[i];
      std::optional<Points> points;
      std::optional<Points> change;
      if (signal.value) {
        points = signal.points;
        change = log.signal_changes[i];
      }
      write_points(name(signal.id), points, change,
                   signal.value ? number_of(*signal.value) : "null");
    }
    json_.close(']');
    list("more", log.more, [this](const MoreOf& more) { write_more(more); });
    list("leaving", log.leaving, [this](const Leaving& leaving) { write_leaving(leaving); });
    json_.close('}');
  }

  void write_points(std::string_view id, std::optional<Points> points, std::optional<Points> change,
                    std::string_view value = "") {
    json_.open('{');
    json_.key("id");
    json_.plain(id);
    if (!value.empty()) {
      json_.key("value");
      json_.raw(value);
    }
    json_.key("points");
    json_.points_or_null(points);
    json_.key("change");
    json_.points_or_null(change);
    json_.close('}');
  }

  void write_more(const MoreOf& more) {
    json_.open('{');
    json_.key("signal");
    json_.plain(name(more.signal));
    json_.key("activity");
    json_.raw(encode(more.action));
    json_.key("where");
    json_.plain(name(more.where));
    json_.key("gains");
    json_.open('[');
    for (std::size_t i = 0; i < more.gains.size(); ++i) {
      json_.open('{');
      json_.key("times");
      json_.raw(fmt::format("{}", more_times[i]));
      json_.key("gain");
      json_.points(more.gains[i]);
      json_.close('}');
    }
    json_.close(']');
    json_.close('}');
  }

  void write_leaving(const Leaving& leaving) {
    json_.open('{');
    json_.key("on");
    json_.plain(to_string(leaving.leaves));
    json_.key("of");
    json_.plain(to_string(leaving.done));
    json_.key("activities");
    json_.open('[');
    for (const auto& [type, count] : leaving.activities) {
      json_.open('{');
      json_.key("type");
      json_.plain(activity_types[type]);
      json_.key("count");
      json_.raw(fmt::format("{}", count));
      json_.close('}');
    }
    json_.close(']');
    json_.close('}');
  }

  JsonWriter json_;
  const Explanation& explanation_;
  const Model& model_;
};

}  // namespace

void json_explain(std::string& out, const Explanation& explanation,
                  std::span<const Diagnostic> diagnostics, const Style& /*style*/) {
  ExplainJson{out, explanation, explanation.model}.write(diagnostics);
  out += '\n';
}

}  // namespace ssi
