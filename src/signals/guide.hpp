#pragma once

#include <array>
#include <string_view>

#include <ssi/names.hpp>
#include <ssi/signal.hpp>

namespace ssi {

/// What a signal counts: activities of the window, or all up to the day of the score.
enum class Span { window, all };

/// Where LinkedIn says what its index looks at.
enum class Source { slide, index_article, profile_article };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Source> = {
    "the slide \"How is SSI calculated?\" of 2015",
    "the Sales Navigator help article a105145 on how SSI is calculated",
    "the help article a594698 on a complete profile",
};
static_assert(is_named_to<Source>(Source::profile_article));

/// A term of LinkedIn's, and where it stands.
struct Term {
  std::string_view words{};  ///< empty: no term
  std::array<bool, names_of<Source>.size()> sources{};
};

/// What there is to say of a pillar or a signal beside the catalog. Names in braces stand for the
/// numbers of the catalog and the model, which are typed nowhere else; see `explain`. A list has a
/// line for each item.
struct Guide {
  std::string_view title{};
  std::string_view why{};          ///< what it measures, and why that matters
  std::string_view habits{};       ///< a list: how to raise it
  std::string_view not_counted{};  ///< a list
  std::array<Term, 2> terms{};     ///< with none it is an addition of this project's
};

/// The guide to a pillar. Its title is LinkedIn's own, and in the catalog.
[[nodiscard]] const Guide& guide(PillarId id);

/// The guide to a signal.
[[nodiscard]] const Guide& guide(SignalId id);

/// What a signal counts.
[[nodiscard]] Span span_of(SignalId id);

}  // namespace ssi
