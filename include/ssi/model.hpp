#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/points.hpp>
#include <ssi/result.hpp>
#include <ssi/signal.hpp>
#include <ssi/task.hpp>

namespace ssi {

/// Wide enough for every product of a score (a count, times points squared, times the 10,000 of a
/// target's decimals), so that the arithmetic is exact and needs no check for overflow.
__extension__ using Wide = unsigned __int128;

/// An exact, non-negative number. The denominator is never 0.
struct Ratio {
  Wide numerator = 0;
  Wide denominator = 1;
  bool operator==(const Ratio&) const = default;
};

/// How a signal's share of its target, at most 1, becomes points: `linear`, P * share; `sqrt`,
/// P * sqrt(share). With `sqrt` the first actions are worth most, and a quarter of the target earns
/// half of the points; `v1` uses it for counts.
enum class Curve { linear, sqrt };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Curve> = {"linear", "sqrt"};
static_assert(is_named_to<Curve>(Curve::sqrt));

/// What a model gives for one signal.
struct SignalRule {
  Points points{};  ///< at target or above; the points of a pillar's signals sum to 25
  Curve curve = Curve::linear;
  Ratio target{};  ///< above 0, in the signal's unit
  bool operator==(const SignalRule&) const = default;
};

/// A name for totals of `from` points and above, up to the next band.
struct Band {
  std::string name{};
  Points from{};
  bool operator==(const Band&) const = default;
};

/// Every number of a scoring model: what activity is worth. The facts, what counts as which
/// activity, are the same for all models.
struct Model {
  std::string name{};
  std::optional<std::string> source{};  ///< what its numbers were taken from, in words
  std::optional<std::string> sha256{};  ///< of the file, in hex; nothing for a built-in model
  int window_days = 0;                  ///< 1 to 3650; the as-of day is the last of them
  Points weak_below{};                  ///< a pillar under this is weak
  std::vector<Band> bands{};            ///< ascending, the first from 0
  std::array<SignalRule, signal_count> signals{};
  Effort effort{};      ///< minutes, 1 to 10,000 each; of plans only, no score depends on it
  Ceilings ceilings{};  ///< of plans only, too

  [[nodiscard]] const Ceiling& ceiling(Capped of) const {
    return ceilings[static_cast<std::size_t>(of)];
  }
  [[nodiscard]] const SignalRule& rule(SignalId id) const {
    return signals[static_cast<std::size_t>(id)];
  }
  bool operator==(const Model&) const = default;
};

/// The built-in model, `v1`. Its numbers are this project's own, as LinkedIn publishes none; the
/// README gives the reasons. It is frozen: a log scores the same for ever. A change of any number
/// is a model with a new name.
[[nodiscard]] const Model& model_v1();

/// Reads a model from JSON as `model_json` writes it, and checks all of it: an error names the
/// place under the name `file`. What `effort` and `ceilings` leave out is as in `v1`.
[[nodiscard]] Result<Model> parse_model(std::string_view json, const std::string& file);

/// `model` as JSON that `parse_model` reads back unchanged, ending in a newline.
[[nodiscard]] std::string model_json(const Model& model);

/// The JSON Schema (draft 2020-12) of a model.
[[nodiscard]] std::string model_schema();

}  // namespace ssi
