// Writes by hand, so that a signal takes one line, and a target its decimals and not a double's.

#include <cstdint>

#include <fmt/format.h>

#include <ssi/model.hpp>

#include "base/json_text.hpp"
#include "base/text.hpp"
#include "score/model_limits.hpp"

namespace ssi {
namespace {

std::string shown(Points points) {
  return decimal(static_cast<std::uint64_t>(points.hundredths), 2);
}

// The denominator of a target must divide `target_scale`: then four decimals are exact.
std::string shown(const Ratio& target) {
  return decimal(static_cast<std::uint64_t>(target.numerator * target_scale / target.denominator),
                 4);
}

}  // namespace

std::string model_json(const Model& model) {
  std::string out = fmt::format(
      "{{\n  \"name\": {},\n{}  \"window_days\": {},\n  \"weak_below\": {},\n  \"bands\": [",
      json_string(model.name),
      model.source ? fmt::format("  \"source\": {},\n", json_string(*model.source)) : "",
      model.window_days, shown(model.weak_below));
  std::string_view separator = "\n";
  for (const Band& band : model.bands) {
    out += fmt::format("{}    {{\"name\": {}, \"from\": {}}}", separator, json_string(band.name),
                       shown(band.from));
    separator = ",\n";
  }
  out += "\n  ],\n  \"signals\": [";
  separator = "\n";
  for (std::size_t i = 0; i < signal_count; ++i) {
    const SignalRule& rule = model.signals[i];
    out += fmt::format(R"({}    {{"id": "{}", "points": {}, "curve": "{}", "target": {}}})",
                       separator, names_of<SignalId>[i], shown(rule.points), name(rule.curve),
                       shown(rule.target));
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
