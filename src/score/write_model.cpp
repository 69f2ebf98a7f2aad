// Writes by hand, so that a signal takes one line, and a target its decimals and not a double's.

#include <cstdint>

#include <fmt/format.h>

#include <ssi/model.hpp>

#include "base/json_text.hpp"
#include "score/model_limits.hpp"

namespace ssi {
namespace {

// `ratio` as a decimal without trailing zeros. Its denominator must divide `target_scale`: then
// four decimals are exact.
std::string decimal(const Ratio& ratio) {
  const Wide units = ratio.numerator * target_scale / ratio.denominator;
  std::string text = fmt::format("{}.{:04}", static_cast<std::uint64_t>(units / target_scale),
                                 static_cast<std::uint64_t>(units % target_scale));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string decimal(Points points) {
  return decimal(Ratio{static_cast<Wide>(points.hundredths), 100});
}

}  // namespace

std::string model_json(const Model& model) {
  std::string out = fmt::format(
      "{{\n  \"name\": {},\n{}  \"window_days\": {},\n  \"weak_below\": {},\n  \"bands\": [",
      json_string(model.name),
      model.source ? fmt::format("  \"source\": {},\n", json_string(*model.source)) : "",
      model.window_days, decimal(model.weak_below));
  std::string_view separator = "\n";
  for (const Band& band : model.bands) {
    out += fmt::format("{}    {{\"name\": {}, \"from\": {}}}", separator, json_string(band.name),
                       decimal(band.from));
    separator = ",\n";
  }
  out += "\n  ],\n  \"signals\": [";
  separator = "\n";
  for (std::size_t i = 0; i < signal_count; ++i) {
    const SignalRule& rule = model.signals[i];
    out += fmt::format(R"({}    {{"id": "{}", "points": {}, "curve": "{}", "target": {}}})",
                       separator, names_of<SignalId>[i], decimal(rule.points), name(rule.curve),
                       decimal(rule.target));
    separator = ",\n";
  }
  out += "\n  ],\n  \"effort\": {";
  separator = "\n";
  for (std::size_t i = 0; i < task_count; ++i) {
    out += fmt::format("{}    \"{}\": {}", separator, names_of<Task>[i], model.effort[i]);
    separator = ",\n";
  }
  out += "\n  },\n  \"ceilings\": {";
  separator = "\n";
  for (std::size_t i = 0; i < model.ceilings.size(); ++i) {
    const auto& [day, week] = model.ceilings[i];
    out += fmt::format("{}    \"{}\": {{\"day\": {}, \"week\": {}}}", separator,
                       names_of<Capped>[i], day, week);
    separator = ",\n";
  }
  return out + "\n  }\n}\n";
}

}  // namespace ssi
