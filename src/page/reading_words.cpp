#include "page/reading_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/value.hpp"

namespace ssi {
namespace {

// The signals to which the log may lack activity: those that are not measured or have nothing; if
// there are none, all below their target.
std::vector<std::string_view> lacking_in(const PillarScore& pillar) {
  std::vector<std::string_view> empty;
  std::vector<std::string_view> below;
  for (const SignalScore& signal : pillar.signals) {
    if (signal.points == Points{}) empty.push_back(name(signal.id));
    if (signal.points < signal.max) below.push_back(name(signal.id));
  }
  return empty.empty() ? below : empty;
}

}  // namespace

std::string in_words(const SideBySide& both) {
  const auto& [day, linkedin, log] = both;
  std::string text = linkedin.total ? fmt::format("LinkedIn showed {} on {}; this log ",
                                                  to_string(*linkedin.total), to_string(day))
                                    : fmt::format("On {} this log ", to_string(day));
  if (log.total) {
    text += fmt::format("gives {}{}.", with_range(*log.total, log.range()),
                        linkedin.total ? " on that day" : "");
  } else {
    text += "gives no total.";
  }
  const auto add = [&](std::string_view what, const auto& value, std::string_view unit = "") {
    if (value) text += fmt::format(" {}{}{}.", what, *value, unit);
  };
  add("Industry SSI rank: top ", linkedin.industry_rank, "%");
  add("Network SSI rank: top ", linkedin.network_rank, "%");
  const auto average = [&](std::string_view of, const std::optional<Thousandths>& value) {
    if (value) text += fmt::format(" Average of the {}: {}.", of, to_string(*value));
  };
  average("industry", linkedin.industry_average);
  average("network", linkedin.network_average);
  return text;
}

std::vector<std::string> hints_of(const SideBySide& both) {
  std::vector<std::string> hints;
  for (const PillarId id : far_apart(both)) {
    const PillarScore& pillar = both.log.pillar(id);
    const Thousandths shown = *both.linkedin.pillar(id);
    const bool lacks = shown.count > 10 * pillar.score->hundredths;
    hints.push_back(fmt::format(
        "{}: LinkedIn showed {}, this log gives {}. {}", name(id), to_string(shown),
        to_string(*pillar.score),
        lacks ? fmt::format("It may lack some of: {}.", fmt::join(lacking_in(pillar), ", "))
              : "It may hold more than LinkedIn counts."));
  }
  return hints;
}

}  // namespace ssi
