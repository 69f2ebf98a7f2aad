#pragma once

#include <array>
#include <string_view>

#include <ssi/names.hpp>
#include <ssi/signal.hpp>

namespace ssi {

/// Which activities a signal counts: those of the window, or all up to the day of the score.
enum class Span { window, all };

/// LinkedIn's own texts on what its index looks at.
enum class Source { slide, index_article, profile_article };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Source> = {
    "the slide \"How is SSI calculated?\" of 2015",
    "the Sales Navigator help article a105145 on how SSI is calculated",
    "the help article a594698 on a complete profile",
};
static_assert(is_named_to<Source>(Source::profile_article));

/// What LinkedIn calls something, and in which of its texts.
struct Term {
  std::string_view words{};  ///< empty: no term
  std::array<bool, names_of<Source>.size()> sources{};
};

/// The prose on a pillar or a signal. A name in braces stands for a number of the catalog or the
/// model and is filled in by `explain`, so that no number is typed twice. A list has one item on
/// each line.
struct Guide {
  std::string_view title{};
  std::string_view why{};          ///< what it measures, and why that matters
  std::string_view habits{};       ///< a list: how to raise it
  std::string_view not_counted{};  ///< a list: what one might expect to count, but does not
  std::array<Term, 2> terms{};     ///< none: LinkedIn has no such signal, this project added it
};

/// The guide to a pillar. Its title is LinkedIn's own, and in the catalog.
[[nodiscard]] const Guide& guide(PillarId id);

/// The guide to a signal.
[[nodiscard]] const Guide& guide(SignalId id);

/// Whether a signal counts the window or everything.
[[nodiscard]] Span span_of(SignalId id);

}  // namespace ssi
